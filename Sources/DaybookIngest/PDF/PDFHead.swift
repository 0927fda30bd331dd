import CPoppler
import DaybookCore

/// What a PDF says about itself, as a document without text.
enum PDFHead {
  static func document(of file: PDFFile, source: Source, provenance: Provenance) -> Document {
    let pdf = file.document
    let title = PDFFile.take(poppler_document_get_title(pdf)).map(oneLine).flatMap { $0.isEmpty ? nil : $0 }
    var head = Document(source: source, title: title, provenance: provenance)
    func keep(_ key: String, _ value: UnsafeMutablePointer<CChar>?) {
      if let value = PDFFile.take(value).map(oneLine), !value.isEmpty {
        head.metadata.append(MetadataItem(key, value))
      }
    }
    keep("title", poppler_document_get_title(pdf))
    keep("author", poppler_document_get_author(pdf))
    keep("subject", poppler_document_get_subject(pdf))
    keep("keywords", poppler_document_get_keywords(pdf))
    keep("creator", poppler_document_get_creator(pdf))
    keep("producer", poppler_document_get_producer(pdf))
    keep("pdf-version", poppler_document_get_pdf_version_string(pdf))
    let dates: [(DocumentDate.Kind, String, OpaquePointer?)] = [
      (.created, "CreationDate", poppler_document_get_creation_date_time(pdf)),
      (.modified, "ModDate", poppler_document_get_modification_date_time(pdf)),
    ]
    for (kind, name, date) in dates {
      guard let when = PDFDate.timex(taking: date) else { continue }
      head.dates.append(DocumentDate(kind: kind, when: when, basis: .property, text: name))
    }
    head.metadata += PDFOutline(file).entries.map(\.metadata)
    return head
  }

  private static func oneLine(_ text: String) -> String {
    text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}

package import DaybookCore

/// Writes a comparison as a Word file: NEW as tracked changes over OLD.
///
/// Accepting all changes gives the words of NEW, rejecting all those of OLD, paragraph by paragraph and cell by
/// cell; numbers and bullets stand as they were read and are not counted anew. Changes have an author, and no
/// date: the comparison does not know when they were made. Source: ECMA-376.
package struct VersionDiffDOCXEmitter: VersionDiffEmitter {
  package let name = "docx"
  package let fileExtension = "docx"

  /// Whom the word processor names for the changes.
  static let author = "Daybook comparison"

  package init() {}

  package func emit(_ diff: VersionDiff, to sink: inout some ByteSink) throws {
    let redline = RedlineBuilder.redline(DiffListing(diff))
    var writer = RedlineWriter(redline, author: VersionDiffDOCXEmitter.author)
    let document = writer.document()
    var header = RedlineWriter(redline, author: VersionDiffDOCXEmitter.author)
    var footer = RedlineWriter(redline, author: VersionDiffDOCXEmitter.author)
    var parts: [(name: String, bytes: [UInt8])] = [
      ("[Content_Types].xml", Array(contentTypes(redline).utf8)), ("_rels/.rels", Array(Self.roots.utf8)),
      ("word/document.xml", document), ("word/_rels/document.xml.rels", Array(relationships(redline).utf8)),
      ("word/styles.xml", Array(RedlineStyles.xml.utf8)),
      ("word/numbering.xml", RedlineWriter.numbering(writer.labels)),
    ]
    if !redline.header.isEmpty {
      parts.append(("word/header1.xml", header.furniture("w:hdr", redline.header)))
    }
    if !redline.footer.isEmpty {
      parts.append(("word/footer1.xml", footer.furniture("w:ftr", redline.footer)))
    }
    parts.append(("docProps/core.xml", properties(diff)))
    try sink.write(try ZIPWriter.pack(parts))
  }

  private static let head = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
  private static let word = "application/vnd.openxmlformats-officedocument.wordprocessingml"
  private static let relation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
  private static let package = "http://schemas.openxmlformats.org/package/2006"

  private static let roots =
    head
    + "<Relationships xmlns=\"\(package)/relationships\"><Relationship Id=\"rId1\" Type=\"\(relation)/officeDocument\" Target=\"word/document.xml\"/><Relationship Id=\"rId2\" Type=\"\(package)/relationships/metadata/core-properties\" Target=\"docProps/core.xml\"/></Relationships>"

  private func furniture(_ redline: Redline) -> [(id: String, kind: String)] {
    (redline.header.isEmpty ? [] : [("rId3", "header")])
      + (redline.footer.isEmpty ? [] : [("rId4", "footer")])
  }

  private func contentTypes(_ redline: Redline) -> String {
    var xml =
      Self.head
      + "<Types xmlns=\"\(Self.package)/content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Default Extension=\"xml\" ContentType=\"application/xml\"/>"
    for (name, type) in [("document", "document.main"), ("styles", "styles"), ("numbering", "numbering")] {
      xml += "<Override PartName=\"/word/\(name).xml\" ContentType=\"\(Self.word).\(type)+xml\"/>"
    }
    for part in furniture(redline) {
      xml += "<Override PartName=\"/word/\(part.kind)1.xml\" ContentType=\"\(Self.word).\(part.kind)+xml\"/>"
    }
    return xml
      + "<Override PartName=\"/docProps/core.xml\" ContentType=\"application/vnd.openxmlformats-package.core-properties+xml\"/></Types>"
  }

  private func relationships(_ redline: Redline) -> String {
    var xml = Self.head + "<Relationships xmlns=\"\(Self.package)/relationships\">"
    for (id, kind) in [("rId1", "styles"), ("rId2", "numbering")] {
      xml += "<Relationship Id=\"\(id)\" Type=\"\(Self.relation)/\(kind)\" Target=\"\(kind).xml\"/>"
    }
    for part in furniture(redline) {
      xml +=
        "<Relationship Id=\"\(part.id)\" Type=\"\(Self.relation)/\(part.kind)\" Target=\"\(part.kind)1.xml\"/>"
    }
    return xml + "</Relationships>"
  }

  private func properties(_ diff: VersionDiff) -> [UInt8] {
    let xml = RedlineXML()
    let names = [
      ("xmlns:cp", "\(Self.package)/metadata/core-properties"),
      ("xmlns:dc", "http://purl.org/dc/elements/1.1/"),
    ]
    let paths = [diff.old, diff.new].map {
      $0.document.source.path.split(separator: "/").last.map(String.init) ?? ""
    }
    xml.element("cp:coreProperties", names) {
      xml.element("dc:title") { xml.text("\(paths[0]) → \(paths[1])") }
      xml.element("dc:creator") { xml.text(Self.author) }
      xml.element("dc:description") {
        xml.text("NEW as tracked changes over OLD. " + DiffListing(diff).summary)
      }
    }
    return xml.finish()
  }
}

import DaybookCore
import DaybookExtract
import DaybookIngest
import DaybookWorkers
private import Foundation

/// The records of the worker contract for one document: canonical JSON, one object a line, nothing in them
/// that another machine would write otherwise. Source: the worker contract, version 1, section "Out".
enum ContractRecords {
  private struct Request: Decodable {
    struct Options: Decodable {
      var pages: [Int]?
      var locale: String?
      var ocr: Bool?
    }
    var uri: String
    var sha256: String?
    var opts: Options?
  }

  static func send(_ line: [UInt8], _ input: Int32?, _ channel: ResultChannel) throws {
    let request = try JSONDecoder().decode(Request.self, from: Data(line))
    guard let input, let bytes = SourceBytes(descriptor: input) else {
      throw ConversionError.unreadable(reason: "cannot be mapped into memory")
    }
    let digest = bytes.withBytes { buffer in
      var hasher = SHA256Hasher()
      hasher.update(buffer)
      return hasher.finish()
    }
    // The path stands in no record: only its last part, because the extension helps where the content does
    // not say what it is.
    let name = request.uri.split(separator: "/").last.map(String.init)?.removingPercentEncoding ?? "document"
    let source = Source(id: Source.ID(text: digest.hex()), path: name, byteCount: bytes.count)
    var settings = ExtractionSettings()
    if let locale = request.opts?.locale { settings.locale = locale }
    let piece = request.opts?.pages.flatMap {
      $0.count == 2 && $0[0] >= 1 && $0[0] <= $0[1] ? Piece.pages($0[0]...$0[1]) : nil
    }
    let writer = RecordWriter(
      digest: digest.hex(), fingerprint: Fingerprint.of(settings) + (request.opts?.ocr == true ? " ocr" : ""),
      byteCount: bytes.count, send: channel.send)
    let plan = OCRPlan(request.opts?.ocr == true ? OCRSettings() : .off)
    var options = ConversionOptions()
    options.ocr = plan.settings
    options.readsPicturesAtOnce = true
    try WorkerHandler.convert(source, piece, settings, options, ocrReason: plan.reason, input, channel) {
      writer.write($0)
    }
  }
}

/// Writes one record for each thing that was found.
private struct RecordWriter {
  let digest: String
  let fingerprint: String
  let byteCount: Int
  let send: ([UInt8]) -> Void

  func write(_ result: JobResult) {
    switch result {
    case .document(let name, let document, let extraction):
      head(document, name: name, pages: document.pages.count)
      for page in document.pages {
        self.page(
          page.number, Array(document.text[page.bytes]), source: page.ocr == nil ? "text layer" : "OCR")
      }
      if document.pages.isEmpty { page(nil, document.text, source: "converted") }
      for block in document.blocks { self.block(block, document) }
      for event in extraction.events { self.event(event) }
      for finding in document.findings + extraction.findings { warn(finding) }
    case .head(let document, let pageCount): head(document, name: "", pages: pageCount)
    case .layout(let layout):
      page(layout.number, layout.text, source: layout.ocr == nil ? "text layer" : "OCR")
    case .child(let child):
      record("child", page: nil, range: nil, quote: nil) {
        $0.field("bytes", child.bytes.count)
        $0.field("name", child.name)
        $0.field("sha256", SHA256Digest(of: child.bytes).hex())
      }
    case .finding(let finding): warn(finding)
    case .skipped(let reason): warn(Finding("no-reader", .warning, reason))
    case .pieces(let pieces):
      record("pieces", page: nil, range: nil, quote: nil) { $0.field("count", pieces.count) }
    case .mediaType, .extraction, .boxes: break
    }
  }

  private func head(_ document: Document, name: String, pages: Int) {
    record("doc", page: nil, range: nil, quote: nil) { object in
      object.field("bytes", byteCount)
      object.set("dates") { list in
        list.array { list in
          for date in document.dates {
            list.object {
              $0.field("kind", date.kind.rawValue)
              $0.field("value", date.when.edtf)
            }
          }
        }
      }
      object.field("fp", fingerprint)
      if let header = document.header {
        object.field("from", header.from.compactMap { $0.address ?? $0.name })
        object.field("message_id", header.messageID)
        object.field("refs", header.references)
        object.field("to", header.to.compactMap { $0.address ?? $0.name })
      }
      object.field("media", document.source.mediaType)
      object.field("name", name)
      object.field("pages", pages)
      object.field("title", document.title)
    }
  }

  private func page(_ number: Int?, _ text: [UInt8], source: String) {
    record("page", page: nil, range: nil, quote: nil) {
      $0.field("n", number)
      $0.field("source", source)
      $0.field("text", String(decoding: text, as: UTF8.self))
      $0.field("text_sha256", SHA256Digest(of: text).hex())
    }
  }

  private func block(_ block: Block, _ document: Document) {
    record("block", page: block.page, range: block.bytes, quote: nil) {
      $0.field("kind", block.kind.rawValue)
      $0.field("level", block.level)
    }
  }

  private func event(_ event: Event) {
    guard let anchor = event.evidence.first else { return }
    record("event", page: anchor.page, range: anchor.bytes, quote: anchor.quote) { object in
      object.field("kind", event.kind.rawValue)
      object.field("rule", event.rule)
      object.field("summary", event.summary)
      object.field("value", event.when.timex?.edtf)
    }
  }

  private func warn(_ finding: Finding) {
    record("warn", page: finding.page, range: nil, quote: nil) {
      $0.field("code", finding.code)
      $0.field("detail", finding.message)
    }
  }

  /// `rid` is the same on every machine: it is made from the code, the document and the record itself.
  private func record(
    _ type: String, page: Int?, range: Range<Int>?, quote: String?, _ payload: (inout CanonicalObject) -> Void
  ) {
    var object = CanonicalObject()
    payload(&object)
    let id = Identifier<Document>(of: [
      fingerprint, digest, type, page.map(String.init) ?? "", range.map { "\($0.lowerBound)" } ?? "",
      range.map { "\($0.upperBound)" } ?? "", String(decoding: object.bytes, as: UTF8.self),
    ])
    if let range {
      object.field("a", range.lowerBound)
      object.field("b", range.upperBound)
    }
    object.field("d", digest)
    if let page { object.field("page", page) }
    if let quote { object.field("quote", quote) }
    object.field("rid", id.text)
    object.field("t", type)
    send(object.bytes)
  }
}

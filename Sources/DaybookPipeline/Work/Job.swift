import DaybookCore
import DaybookExtract
import DaybookIngest

/// What a worker is asked to do.
enum Job {
  /// Read the document that travels with the item, all of it or one piece, and extract from whole documents
  /// at once; without settings, only read.
  case convert(Source, Piece?, ExtractionSettings?, OCRPlan)
  /// Extract from a stretch of a document that was put together from pieces.
  case extract(Document, ExtractionSettings?)
  /// Where on a page of a PDF these stretches of its text stand. `pictures` are the pages around it that were read
  /// from their pictures.
  case boxes(page: Int, pageText: [UInt8], ranges: [Range<Int>], pictures: [PageLayout])
  /// Only read the document, or one piece of it, with its tracked changes accepted or rejected.
  case read(Source, Piece?, TrackedReading)
  /// The words on a page of a PDF that cannot be seen; answered as boxes: each a box and its words.
  case hidden(page: Int)
}

extension Job: WireValue {
  package func write(to writer: inout WireWriter) {
    switch self {
    case .convert(let source, let piece, let settings, let ocr):
      writer.number(0)
      writer.value(source)
      writer.optional(piece)
      writer.optional(settings)
      writer.value(ocr)
    case .extract(let document, let settings):
      writer.number(1)
      writer.value(document)
      writer.optional(settings)
    case .boxes(let page, let pageText, let ranges, let pictures):
      writer.number(2)
      writer.number(page)
      writer.raw(pageText)
      writer.list(ranges) { $0.range($1) }
      writer.list(pictures)
    case .read(let source, let piece, let tracked):
      writer.number(3)
      writer.value(source)
      writer.optional(piece)
      writer.name(tracked)
    case .hidden(let page):
      writer.number(4)
      writer.number(page)
    }
  }

  package init(from reader: inout WireReader) throws(WireError) {
    let start = reader.offset
    switch try reader.number() {
    case 0:
      self = .convert(
        try reader.value(), try reader.optional(), try reader.optional(), try reader.value())
    case 1: self = .extract(try reader.value(), try reader.optional())
    case 2:
      self = .boxes(
        page: try reader.number(), pageText: try reader.raw(),
        ranges: try reader.list { reader throws(WireError) in try reader.range() },
        pictures: try reader.list())
    case 3: self = .read(try reader.value(), try reader.optional(), try reader.name())
    case 4: self = .hidden(page: try reader.number())
    default: throw .malformed(offset: start)
    }
  }
}

/// One result of a job.
enum JobResult {
  /// A whole document. `name` stands behind the source's path; empty for the source itself.
  case document(name: String, Document, Extraction)
  /// One page of a document that comes in pieces.
  case layout(PageLayout)
  /// What is known of that document as a whole, and how many pages it says it has.
  case head(Document, pageCount: Int)
  case child(ChildSource)
  case finding(Finding)
  case pieces([Piece])
  /// What the source turned out to be.
  case mediaType(String)
  /// Nothing reads this kind of file: no loss of ours, but the reader of the ledger should know.
  case skipped(reason: String)
  /// What a stretch gave.
  case extraction(Extraction)
  /// For each stretch that was asked for, one box a line, as words.
  case boxes([[String]])
}

extension JobResult: WireValue {
  package func write(to writer: inout WireWriter) {
    switch self {
    case .document(let name, let document, let extraction):
      writer.number(0)
      writer.text(name)
      writer.value(document)
      writer.value(extraction)
    case .layout(let layout):
      writer.number(1)
      writer.value(layout)
    case .head(let document, let pageCount):
      writer.number(2)
      writer.value(document)
      writer.number(pageCount)
    case .child(let child):
      writer.number(3)
      writer.value(child)
    case .finding(let finding):
      writer.number(4)
      writer.value(finding)
    case .pieces(let pieces):
      writer.number(5)
      writer.list(pieces)
    case .mediaType(let type):
      writer.number(6)
      writer.text(type)
    case .skipped(let reason):
      writer.number(7)
      writer.text(reason)
    case .extraction(let extraction):
      writer.number(8)
      writer.value(extraction)
    case .boxes(let boxes):
      writer.number(9)
      writer.list(boxes) { $0.list($1) }
    }
  }

  package init(from reader: inout WireReader) throws(WireError) {
    let start = reader.offset
    switch try reader.number() {
    case 0: self = .document(name: try reader.text(), try reader.value(), try reader.value())
    case 1: self = .layout(try reader.value())
    case 2: self = .head(try reader.value(), pageCount: try reader.number())
    case 3: self = .child(try reader.value())
    case 4: self = .finding(try reader.value())
    case 5: self = .pieces(try reader.list())
    case 6: self = .mediaType(try reader.text())
    case 7: self = .skipped(reason: try reader.text())
    case 8: self = .extraction(try reader.value())
    case 9: self = .boxes(try reader.list { reader throws(WireError) in try reader.texts() })
    default: throw .malformed(offset: start)
    }
  }
}

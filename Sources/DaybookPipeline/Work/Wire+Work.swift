package import DaybookCore
package import DaybookExtract
package import DaybookIngest

// How the values of the stages travel between the supervisor and its workers; the order of fields is the
// format.

extension Piece: WireValue {
  package func write(to writer: inout WireWriter) {
    switch self {
    case .pages(let pages):
      writer.number(0)
      writer.number(pages.lowerBound)
      writer.number(pages.upperBound)
    case .bytes(let range, let first):
      writer.number(1)
      writer.range(range)
      writer.number(first)
    case .items(let range):
      writer.number(2)
      writer.range(range)
    case .picture(let page):
      writer.number(3)
      writer.number(page)
    }
  }

  package init(from reader: inout WireReader) throws(WireError) {
    let start = reader.offset
    switch try reader.number() {
    case 0:
      let (first, last) = (try reader.number(), try reader.number())
      guard first >= 1, first <= last else { throw .malformed(offset: start) }
      self = .pages(first...last)
    case 1: self = .bytes(try reader.range(), first: try reader.number())
    case 2: self = .items(try reader.range())
    case 3:
      let page = try reader.number()
      guard page >= 1 else { throw .malformed(offset: start) }
      self = .picture(page)
    default: throw .malformed(offset: start)
    }
  }
}

extension OCRSettings: WireValue {
  package func write(to writer: inout WireWriter) {
    writer.name(mode)
    writer.list(languages)
  }

  package init(from reader: inout WireReader) throws(WireError) {
    self.init(mode: try reader.name(), languages: try reader.texts())
  }
}

extension ChildSource: WireValue {
  package func write(to writer: inout WireWriter) {
    writer.text(name)
    writer.raw(bytes)
    writer.optional(mediaType)
  }

  package init(from reader: inout WireReader) throws(WireError) {
    self.init(name: try reader.text(), bytes: try reader.raw(), mediaType: try reader.optionalText())
  }
}

extension ExtractionSettings: WireValue {
  package func write(to writer: inout WireWriter) {
    writer.text(locale)
    writer.list(rulesOff)
    for pairs in [aliases, columns] {
      writer.list(pairs.sorted { $0.key < $1.key }) {
        $0.text($1.key)
        $0.text($1.value)
      }
    }
    writer.list(expressions) {
      $0.text($1.pattern)
      $0.text($1.value)
    }
    writer.name(nation)
    writer.value(clock)
  }

  package init(from reader: inout WireReader) throws(WireError) {
    self.init()
    locale = try reader.text()
    rulesOff = try reader.texts()
    aliases = try ExtractionSettings.pairs(from: &reader)
    columns = try ExtractionSettings.pairs(from: &reader)
    expressions = try reader.list { reader throws(WireError) in
      UserExpression(stored: try reader.text(), value: try reader.text())
    }
    nation = try reader.name()
    clock = try reader.value()
  }

  private static func pairs(from reader: inout WireReader) throws(WireError) -> [String: String] {
    let pairs = try reader.list { reader throws(WireError) in (try reader.text(), try reader.text()) }
    return Dictionary(pairs) { first, _ in first }
  }
}

extension Extraction: WireValue {
  /// Mentions stay behind: they are found again from the text when somebody asks, and would be most of the
  /// wire.
  package func write(to writer: inout WireWriter) {
    writer.list(events)
    writer.list(aliases)
    writer.list(findings)
    writer.list(claims)
    writer.list(segments)
  }

  package init(from reader: inout WireReader) throws(WireError) {
    self.init(
      events: try reader.list(), aliases: try reader.list(), findings: try reader.list(),
      claims: try reader.list())
    segments = try reader.list()
  }
}

/// Reads chronology.md back: quotations, the citations below them, and the footnotes with the hashes.
package struct MarkdownReader: OutputReader {
  package let name = "md"

  package init() {}

  package func fits(_ bytes: [UInt8]) -> Bool { ByteSearch.begins(bytes, with: MarkdownEmitter.marker) }

  package func read(_ bytes: [UInt8], _ body: (EvidenceClaim) throws -> Void) throws -> Int {
    var reading = MarkdownReading()
    var index = 0
    var line = 1
    while index < bytes.count {
      let end = bytes[index...].firstIndex(of: 0x0A) ?? bytes.count
      do {
        try reading.take(bytes[index..<end], body)
      } catch let trouble as MarkdownReading.Trouble {
        throw OutputReadError.malformed(format: name, line: line, reason: trouble.reason)
      }
      index = end + 1
      line += 1
    }
    try reading.finish(format: name, lines: line)
    return reading.entries
  }
}

/// The state between the lines of a Markdown chronology.
private struct MarkdownReading {
  struct Trouble: Error {
    let reason: String
  }

  /// A citation whose footnote has not been read yet: the footnote stands behind the entry.
  private struct Waiting {
    let order: Int
    let citation: ArraySlice<UInt8>
    let footnote: [UInt8]
    let quote: [UInt8]
  }

  private struct Cited {
    let sha256: String
    let source: [UInt8]
  }

  private(set) var entries = 0
  private var declared: Int?
  private var quote: [UInt8]?
  private var isInQuote = false
  private var waiting: [Waiting] = []
  private var footnotes: [[UInt8]: Cited] = [:]

  mutating func take(_ line: ArraySlice<UInt8>, _ body: (EvidenceClaim) throws -> Void) throws {
    if line.starts(with: MarkdownEmitter.marker.utf8) {
      declared = ByteSearch.number(line.dropFirst(MarkdownEmitter.marker.utf8.count).prefix { $0 != 0x20 })
    } else if line.first == UInt8(ascii: ">") {
      let content = line.dropFirst(line.count > 1 ? 2 : 1)
      quote = isInQuote ? (quote ?? []) + [0x0A] + content : Array(content)
      isInQuote = true
      return
    } else if line.starts(with: "**".utf8) {
      entries += 1
    } else if line.starts(with: "[^s".utf8) {
      try takeFootnote(line, body)
    } else if line.starts(with: "— \\[".utf8), line.last == UInt8(ascii: "]") {
      try takeCitation(line, body)
    }
    isInQuote = false
  }

  /// `— \[3.1\] PATH, p. 2, bytes 12–90[^s1]`
  private mutating func takeCitation(_ line: ArraySlice<UInt8>, _ body: (EvidenceClaim) throws -> Void) throws
  {
    // The words of a document have every bracket escaped, so that an open one is ours.
    guard let mark = line.lastIndex(of: UInt8(ascii: "[")), mark > line.startIndex, line[mark - 1] != 0x5C,
      line[(mark + 1)...].starts(with: "^s".utf8)
    else { return }
    let numbered = line.dropFirst("— \\[".utf8.count)
    let order = ByteSearch.number(numbered.prefix { $0 != UInt8(ascii: ".") })
    guard let order, let close = numbered.firstIndex(of: UInt8(ascii: "]")), close + 2 <= mark, let quote
    else {
      throw Trouble(reason: "not a citation of ours")
    }
    self.quote = nil
    waiting.append(
      Waiting(order: order, citation: line[(close + 2)..<mark], footnote: Array(line[mark...]), quote: quote))
    try settle(body)
  }

  /// `[^s1]: SHA-256 HASH, PATH`
  private mutating func takeFootnote(_ line: ArraySlice<UInt8>, _ body: (EvidenceClaim) throws -> Void) throws
  {
    let head = Array("]: SHA-256 ".utf8)
    guard let close = line.firstIndex(of: UInt8(ascii: "]")), line[close...].starts(with: head),
      let comma = line[close...].firstIndex(of: UInt8(ascii: ",")), comma + 2 <= line.endIndex
    else { throw Trouble(reason: "not a footnote of ours") }
    footnotes[Array(line[...close])] = Cited(
      sha256: String(decoding: MarkdownText.plain(line[(close + head.count)..<comma]), as: UTF8.self),
      source: MarkdownText.plain(line[(comma + 2)...]))
    try settle(body)
  }

  /// Hands out what has its footnote, in order.
  private mutating func settle(_ body: (EvidenceClaim) throws -> Void) throws {
    while let first = waiting.first, let cited = footnotes[first.footnote] {
      waiting.removeFirst()
      let path = Array(MarkdownText.inline(String(decoding: cited.source, as: UTF8.self)).utf8)
      guard first.citation.starts(with: path), let place = place(first.citation.dropFirst(path.count)) else {
        throw Trouble(reason: "a citation does not say the same as its footnote")
      }
      try body(
        EvidenceClaim(
          entry: nil, order: first.order, source: cited.source, sha256: cited.sha256, page: place.page,
          bytes: place.bytes,
          quote: MarkdownText.plain(first.quote[...])))
    }
  }

  /// `, p. 2, bytes 12–90`, nothing before it and nothing behind.
  private func place(_ text: ArraySlice<UInt8>) -> (page: Int?, bytes: Range<Int>)? {
    var rest = text
    var page: Int?
    if rest.starts(with: ", p. ".utf8) {
      let digits = rest.dropFirst(5).prefix { $0 != UInt8(ascii: ",") }
      guard let number = ByteSearch.number(digits) else { return nil }
      page = number
      rest = rest[digits.endIndex...]
    }
    guard rest.starts(with: ", bytes ".utf8) else { return nil }
    rest = rest.dropFirst(8)
    let start = rest.prefix { (0x30...0x39).contains($0) }
    rest = rest[start.endIndex...]
    guard rest.starts(with: "–".utf8),
      let bytes = ByteSearch.range(
        ByteSearch.number(start), ByteSearch.number(rest.dropFirst("–".utf8.count)))
    else { return nil }
    return (page, bytes)
  }

  func finish(format: String, lines: Int) throws {
    guard waiting.isEmpty else {
      throw OutputReadError.malformed(format: format, line: lines, reason: "a footnote is missing")
    }
    guard let declared else {
      throw OutputReadError.malformed(format: format, line: 1, reason: "the number of entries is missing")
    }
    guard declared == entries else {
      throw OutputReadError.incomplete(format: format, declared: declared, found: entries)
    }
  }
}

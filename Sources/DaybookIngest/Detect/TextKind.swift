/// Tells the kinds of text apart: mail, mailboxes, HTML, XML, JSON, tables, Markdown, load files, and plain
/// text.
enum TextKind {
  private static let sampleSize = 64 << 10

  /// Nil where the bytes are not text.
  static func detect(_ bytes: UnsafeRawBufferPointer, named: String?) -> Detection? {
    guard isText(bytes, isNamedText: named?.hasPrefix("text/") ?? false) else { return nil }
    var sample = TextDecoding.decode(bytes.slice(0, sampleSize)).bytes
    // a sequence may have been cut in two
    if bytes.count > sampleSize { sample.removeLast(min(4, sample.count)) }
    let start = sample.firstIndex { ![0x20, 0x09, 0x0A, 0x0D, 0x0C].contains($0) } ?? sample.count

    if Mailish.startsMailbox(sample, named: named, hasSecond: { Mailish.hasSecondSeparator(bytes) }) {
      return Detection("application/mbox", .content)
    }
    if Mailish.startsMessage(sample, named: named) { return Detection("message/rfc822", .content) }
    // The mail reader takes off what Apple Mail puts around a message.
    if Mailish.startsAppleMessage(sample) { return Detection("message/rfc822", .content) }
    if let markup = markup(sample, from: start, named: named) { return markup }
    if named == "application/json" || isJSON(sample, from: start) {
      return Detection("application/json", .content)
    }
    if isConcordance(bytes) { return Detection("application/x-concordance", .content) }

    switch named {
    case "text/csv", "text/tab-separated-values", "text/markdown", "application/x-opticon":
      return named.map { Detection($0, .name) }
    case "application/x-concordance" where TableShape.delimiter(ofNamed: sample) != nil:
      return Detection("application/x-concordance", .name)
    case "message/rfc822" where Mailish.headerCount(sample) > 0: return Detection("message/rfc822", .name)
    default: break
    }
    if let delimiter = TableShape.delimiter(ofUnnamed: sample) {
      return Detection(delimiter == 0x09 ? "text/tab-separated-values" : "text/csv", .content)
    }
    return Detection("text/plain", named == "text/plain" ? .name : .fallback)
  }

  /// Whether the beginning is text in UTF-8, UTF-16 or a one-byte encoding: few control characters, next to
  /// no NULs. A name that promises text is believed while nine bytes in ten bear it out.
  static func isText(_ bytes: UnsafeRawBufferPointer, isNamedText: Bool = false) -> Bool {
    let sample = bytes.slice(0, sampleSize)
    if LargeText.isUTF16(sample) {
      // Sound and pictures have NULs in every other byte too.
      let text = TextDecoding.decode(sample)
      let odd = text.bytes.count { $0 < 0x20 && ![0x09, 0x0A, 0x0D, 0x0C].contains($0) }
      return text.replaced + odd <= 2 || (text.replaced + odd) * 50 <= text.bytes.count
    }
    var control = 0
    var high = 0
    for byte in sample {
      switch byte {
      case 0x09, 0x0A, 0x0D, 0x0C, 0x1B, 0x14: break  // 0x14 parts the fields of load files
      case 0..<0x20, 0x7F: control += 1
      case 0x80...: high += 1
      default: break
      }
    }
    if control * (isNamedText ? 10 : 100) > sample.count { return false }
    // One-byte encodings of Cyrillic or Greek are mostly high bytes, but then with spaces, and hardly ever a
    // control character.
    return high * 10 <= sample.count * 3
      || control == 0 && (UTF8Scan.census(sample).broken <= 4 || sample.contains(0x20))
  }

  // MARK: Markup

  private static func markup(_ text: [UInt8], from start: Int, named: String?) -> Detection? {
    if named == "text/html" { return Detection("text/html", .name) }
    guard start < text.count, text[start] == 0x3C else { return nil }
    let isDeclaredXML = text[start...].starts(with: "<?xml".utf8)
    guard let root = firstTag(text, from: start) else {
      return isDeclaredXML ? Detection("application/xml", .content) : nil
    }
    if root == "!doctype html" || HTMLTags.openers.contains(root) {
      return named == "text/markdown" && root != "!doctype html" && root != "html"
        ? nil : Detection("text/html", .content)
    }
    if let known = xmlRoots[root] { return Detection(known, .content) }
    return isDeclaredXML || named == "application/xml" ? Detection("application/xml", .content) : nil
  }

  /// Roots of XML documents that have a media type of their own. Source: ODF 1.3, ECMA-376 (flat OPC), SVG 2,
  /// RSS, Atom (RFC 4287).
  private static let xmlRoots: [String: String] = [
    "office:document": "application/vnd.oasis.opendocument.text-flat-xml",
    "pkg:package": "application/vnd.ms-word.flat-opc",
    "w:worddocument": "application/vnd.ms-word.2003-xml",
    "svg": "image/svg+xml", "rss": "application/rss+xml", "feed": "application/atom+xml",
  ]

  /// Name of the first element in lower case, or "!doctype html"; comments and declarations are passed over.
  private static func firstTag(_ text: [UInt8], from start: Int) -> String? {
    var index = start
    while let open = text[index...].firstIndex(of: 0x3C), open + 1 < text.count {
      if text[open...].starts(with: "<!--".utf8) {
        guard let end = find("-->", in: text, from: open + 4) else { return nil }
        index = end + 3
        continue
      }
      let next = text[open + 1]
      if next == 0x3F || next == 0x21 {
        let name = word(text, from: open + 1, extra: [0x20])
        if name.hasPrefix("!doctype html") { return "!doctype html" }
        guard let end = text[open...].firstIndex(of: 0x3E) else { return nil }
        index = end + 1
        continue
      }
      let name = word(text, from: open + 1, extra: [0x3A])
      return name.isEmpty ? nil : name
    }
    return nil
  }

  private static func word(_ text: [UInt8], from start: Int, extra: [UInt8]) -> String {
    let bytes = text[start...].prefix(24).prefix {
      (0x61...0x7A).contains($0 | 0x20) || (0x30...0x39).contains($0) || $0 == 0x21 || extra.contains($0)
    }
    return String(decoding: bytes, as: UTF8.self).lowercased()
  }

  private static func find(_ words: String, in text: [UInt8], from start: Int) -> Int? {
    let words = Array(words.utf8)
    guard start <= text.count - words.count else { return nil }
    return (start...(text.count - words.count)).first {
      text[$0] == words[0] && text[$0...].starts(with: words)
    }
  }

  // MARK: Others

  /// An object or array that opens like one: `{"`, `[{`, `[1`, `[]`.
  private static func isJSON(_ text: [UInt8], from start: Int) -> Bool {
    guard start < text.count, text[start] == 0x7B || text[start] == 0x5B else { return false }
    guard let next = text[(start + 1)...].first(where: { ![0x20, 0x09, 0x0A, 0x0D].contains($0) }) else {
      return false
    }
    if text[start] == 0x7B {
      return next == 0x22 && text.prefix(4096).contains(0x3A) || next == 0x7D && text.count < 16
    }
    return next == 0x7B || next == 0x5D && text.count < 16
  }

  /// A Concordance load file: fields between thorns (U+00FE), parted by 0x14. Source: Concordance default
  /// delimiters.
  private static func isConcordance(_ bytes: UnsafeRawBufferPointer) -> Bool {
    let line = bytes.slice(0, 4096).prefix { $0 != 0x0A && $0 != 0x0D }
    return line.contains(0x14) && line.contains(0xFE)
      || line.contains(0x14) && zip(line, line.dropFirst()).contains { $0 == (0xC3, 0xBE) }
  }
}

/// Elements that an HTML file without a doctype begins with.
enum HTMLTags {
  static let openers: Set<String> = [
    "html", "head", "title", "meta", "body", "div", "p", "table", "h1", "h2", "h3", "ul", "ol", "span", "a",
    "b", "br", "center",
    "font", "img", "link", "script", "style", "pre", "article", "section", "main", "blockquote",
  ]
}

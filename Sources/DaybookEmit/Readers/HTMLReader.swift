import CLibXML2

/// Reads chronology.html back: every quotation, with the place that its attributes give.
///
/// libxml2 reads the markup, in pieces and without building a tree (its tree loses what is nested more than
/// 256 deep); a page that a browser saved again is read as well, as long as it kept the attributes.
package struct HTMLReader: OutputReader {
  package let name = "html"

  /// Bytes that are given to the parser at a time; what is found in them is handed out before the next.
  var pieceLength = 65_536

  package init() {}

  package func fits(_ bytes: [UInt8]) -> Bool {
    ByteSearch.first("<html", in: bytes, to: 1024) != nil
      && ByteSearch.first("name=\"\(HTMLHead.countName)\"", in: bytes, to: 4096) != nil
  }

  package func read(_ bytes: [UInt8], _ body: (EvidenceClaim) throws -> Void) throws -> Int {
    let reading = HTMLReading()
    try parse(bytes, reading) {
      if let reason = reading.trouble {
        throw OutputReadError.malformed(
          format: name, line: 1, reason: "\(reason) in entry \(reading.order ?? 0)")
      }
      for claim in reading.takeClaims() { try body(claim) }
    }
    guard let declared = reading.declared else {
      throw OutputReadError.malformed(format: name, line: 1, reason: "the number of entries is missing")
    }
    guard declared == reading.entries else {
      throw OutputReadError.incomplete(format: name, declared: declared, found: reading.entries)
    }
    return reading.entries
  }

  private func parse(_ bytes: [UInt8], _ reading: HTMLReading, afterPiece: () throws -> Void) throws {
    var sax = htmlSAXHandler()
    sax.startElement = { context, name, attributes in
      HTMLReading.of(context)?.start(text(name), HTMLAttributes(attributes))
    }
    sax.endElement = { context, name in HTMLReading.of(context)?.end(text(name)) }
    sax.characters = { context, bytes, count in HTMLReading.of(context)?.characters(bytes, count) }
    // A blank between two tags is reported apart; inside a quotation it is text as well.
    sax.ignorableWhitespace = { context, bytes, count in HTMLReading.of(context)?.characters(bytes, count) }
    let user = Unmanaged.passUnretained(reading).toOpaque()
    guard let parser = htmlCreatePushParserCtxt(&sax, user, nil, 0, nil, XML_CHAR_ENCODING_UTF8) else {
      return
    }
    defer { htmlFreeParserCtxt(parser) }
    htmlCtxtUseOptions(
      parser, Int32(HTML_PARSE_NOERROR.rawValue | HTML_PARSE_NOWARNING.rawValue | HTML_PARSE_NONET.rawValue))
    try withExtendedLifetime(reading) {
      var index = 0
      while index < bytes.count {
        let end = pieceEnd(bytes, from: index)
        bytes[index..<end].withUnsafeBytes { piece in
          _ = htmlParseChunk(parser, piece.bindMemory(to: CChar.self).baseAddress, Int32(piece.count), 0)
        }
        index = end
        try afterPiece()
      }
      htmlParseChunk(parser, nil, 0, 1)
      try afterPiece()
    }
  }

  /// A piece never ends inside a scalar.
  private func pieceEnd(_ bytes: [UInt8], from start: Int) -> Int {
    var end = min(start + max(1, pieceLength), bytes.count)
    while end < bytes.count, bytes[end] & 0xC0 == 0x80 { end += 1 }
    return end
  }
}

private func text(_ name: UnsafePointer<xmlChar>?) -> String { name.map { String(cString: $0) } ?? "" }

/// The attributes of an element as libxml2 hands them over: names and values by turns, then a null.
private struct HTMLAttributes {
  private let list: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?

  init(_ list: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?) { self.list = list }

  subscript(name: String) -> [UInt8]? {
    guard let list else { return nil }
    var index = 0
    while let key = list[index] {
      if text(key) == name {
        guard let value = list[index + 1] else { return [] }
        var bytes: [UInt8] = []
        var at = value
        while at.pointee != 0 {
          bytes.append(at.pointee)
          at += 1
        }
        return bytes
      }
      index += 2
    }
    return nil
  }
}

/// What has been seen of the page so far.
private final class HTMLReading {
  private(set) var entries = 0
  private(set) var declared: Int?
  private(set) var order: Int?
  private(set) var trouble: String?
  private var entry: String?
  private var claims: [EvidenceClaim] = []
  /// The quotation that is open, its text still to come; of one with `data-exact` the text is not looked at.
  private var claim: EvidenceClaim?
  private var isExact = false

  static func of(_ context: UnsafeMutableRawPointer?) -> HTMLReading? {
    context.map { Unmanaged<HTMLReading>.fromOpaque($0).takeUnretainedValue() }
  }

  func takeClaims() -> [EvidenceClaim] {
    defer { claims.removeAll(keepingCapacity: true) }
    return claims
  }

  func start(_ name: String, _ attributes: HTMLAttributes) {
    switch name {
    case "meta":
      if attributes["name"] == Array(HTMLHead.countName.utf8) {
        declared = ByteSearch.number(attributes["content"] ?? [])
      }
    case "li":
      guard let number = attributes["data-order"] else { return }
      entries += 1
      order = ByteSearch.number(number)
      entry = attributes["data-entry"].map { String(decoding: $0, as: UTF8.self) }
      if order == nil { trouble = "no number" }
    case "blockquote": startQuotation(attributes)
    default: break
    }
  }

  private func startQuotation(_ attributes: HTMLAttributes) {
    guard let order else {
      trouble = "a quotation outside an entry"
      return
    }
    isExact = false
    if let json = attributes["data-exact"] {
      claim = JSONValue(json).flatMap { ClaimJSON.claim($0, entry: entry, order: order) }
      isExact = true
    } else if let source = attributes["data-source"], let hash = attributes["data-sha256"],
      let bytes = ByteSearch.range(
        ByteSearch.number(attributes["data-start"] ?? []), ByteSearch.number(attributes["data-end"] ?? []))
    {
      let page = attributes["data-page"].map { ByteSearch.number($0) }
      claim = EvidenceClaim(
        entry: entry, order: order, source: source, sha256: String(decoding: hash, as: UTF8.self),
        page: page ?? nil,
        bytes: bytes, quote: [])
      if let page, page == nil { trouble = "a page that is no number" }
    }
    if claim == nil { trouble = "a quotation without its source" }
  }

  func characters(_ bytes: UnsafePointer<xmlChar>?, _ count: Int32) {
    guard let bytes, count > 0, claim != nil, !isExact else { return }
    claim?.quote.append(contentsOf: UnsafeBufferPointer(start: bytes, count: Int(count)))
  }

  func end(_ name: String) {
    guard name == "blockquote", let done = claim else { return }
    claims.append(done)
    claim = nil
  }
}

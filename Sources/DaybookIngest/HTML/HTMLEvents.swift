import CLibXML2

/// What an HTML file says, tag by tag.
protocol HTMLHandler: AnyObject {
  func start(_ name: String, _ attributes: HTMLAttributes)
  func end(_ name: String)
  func text(_ bytes: UnsafeBufferPointer<UInt8>)
  func comment(_ text: String)
}

/// Attributes of one tag, as they stand; names in lower case.
struct HTMLAttributes {
  fileprivate let list: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?

  subscript(_ name: String) -> String? {
    guard var pair = list else { return nil }
    while let key = pair[0] {
      if strcmp(key, name) { return pair[1].map { String(decodingCString: $0, as: UTF8.self) } ?? "" }
      pair += 2
    }
    return nil
  }

  private func strcmp(_ key: UnsafePointer<xmlChar>, _ name: String) -> Bool { xmlStrEqual(key, name) == 1 }
}

/// Reads HTML by libxml2's push parser, which repairs what is broken and never builds a tree: a tree loses
/// what is nested deeper than 256.
enum HTMLEvents {
  /// Elements inside each other beyond which nobody can be reading the page any more.
  static let maxDepth = 30_000

  /// Hands the events of a whole page to `handler`. `bytes` are UTF-8.
  ///
  /// Shape: false where reading ended before the page did, because `shouldStop` said so.
  static func read(
    _ bytes: UnsafeRawBufferPointer, into handler: any HTMLHandler, shouldStop: () -> Bool, alive: () -> Void
  ) -> Bool {
    var sax = xmlSAXHandler()
    sax.startElement = { context, name, attributes in
      guard let box = Box.of(context), let name else { return }
      box.handler.start(String(decodingCString: name, as: UTF8.self), HTMLAttributes(list: attributes))
    }
    sax.endElement = { context, name in
      guard let box = Box.of(context), let name else { return }
      box.handler.end(String(decodingCString: name, as: UTF8.self))
    }
    let text: charactersSAXFunc = { context, bytes, count in
      Box.of(context)?.handler.text(UnsafeBufferPointer(start: bytes, count: Int(max(count, 0))))
    }
    sax.characters = text
    sax.ignorableWhitespace = text
    sax.cdataBlock = text
    sax.comment = { context, text in
      guard let box = Box.of(context), let text else { return }
      box.handler.comment(String(decodingCString: text, as: UTF8.self))
    }
    let box = Box(handler)
    return withExtendedLifetime(box) {
      guard
        let parser = htmlCreatePushParserCtxt(
          &sax, Unmanaged.passUnretained(box).toOpaque(), nil, 0, nil, XML_CHAR_ENCODING_UTF8)
      else { return false }
      defer { htmlFreeParserCtxt(parser) }
      let options = [
        HTML_PARSE_RECOVER, HTML_PARSE_NOERROR, HTML_PARSE_NOWARNING, HTML_PARSE_NONET, HTML_PARSE_IGNORE_ENC,
      ]
      htmlCtxtUseOptions(parser, options.reduce(0) { $0 | Int32($1.rawValue) })
      var offset = 0
      while offset < bytes.count {
        let count = min(64 << 10, bytes.count - offset)
        let chunk = bytes.baseAddress.map { ($0 + offset).assumingMemoryBound(to: CChar.self) }
        _ = htmlParseChunk(parser, chunk, Int32(count), 0)
        offset += count
        alive()
        if shouldStop() {
          xmlStopParser(parser)
          return false
        }
      }
      _ = htmlParseChunk(parser, nil, 0, 1)
      return !shouldStop()
    }
  }

  private final class Box {
    let handler: any HTMLHandler
    init(_ handler: any HTMLHandler) { self.handler = handler }

    static func of(_ context: UnsafeMutableRawPointer?) -> Box? {
      context.map { Unmanaged<Box>.fromOpaque($0).takeUnretainedValue() }
    }
  }
}

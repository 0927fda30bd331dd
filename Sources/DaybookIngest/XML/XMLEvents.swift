import CLibXML2

/// What an XML file says, tag by tag.
protocol XMLHandler: AnyObject {
  func start(_ element: XMLElement)
  func end(_ element: XMLElement.Name)
  func text(_ bytes: UnsafeBufferPointer<UInt8>)
}

/// One start tag. Lives only as long as the call that hands it over.
struct XMLElement {
  /// A name without its prefix, and the namespace that the prefix stands for.
  struct Name: Hashable {
    var local: String
    var space: XMLNamespace
  }

  let name: Name
  fileprivate let attributes: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?
  fileprivate let count: Int

  var local: String { name.local }

  /// The value of an attribute by its local name, whatever its prefix; nil where it is not there.
  subscript(_ name: String) -> String? {
    guard let attributes else { return nil }
    for index in 0..<count {
      // Five pointers each: name, prefix, namespace, start of the value, end of it.
      let base = index * 5
      guard let key = attributes[base], xmlStrEqual(key, name) == 1, let start = attributes[base + 3],
        let end = attributes[base + 4]
      else { continue }
      return String(decoding: UnsafeBufferPointer(start: start, count: max(0, end - start)), as: UTF8.self)
    }
    return nil
  }

  func number(_ name: String) -> Int? { self[name].flatMap { Int($0) } }
}

/// How reading an XML file ended.
enum XMLEnding: Equatable {
  case whole
  /// Not well-formed, cut short, or past a limit of the parser (entities, depth, length); what came before is
  /// good.
  case broken(reason: String, offset: Int)
}

/// Reads XML by libxml2's push parser (SAX2): no tree, no network, no files, no external entities, the
/// parser's own limits on.
///
/// Options: NONET, and never NOENT (reads local files even with NONET), DTDLOAD, DTDATTR, XINCLUDE or HUGE.
/// An entity that the file declares itself ends the reading there: office files have none.
enum XMLEvents {
  static func read(_ bytes: UnsafeRawBufferPointer, into handler: any XMLHandler, alive: () -> Void = {})
    -> XMLEnding
  {
    var sax = xmlSAXHandler()
    sax.initialized = UInt32(XML_SAX2_MAGIC)
    sax.startElementNs = { context, local, _, space, _, _, count, _, attributes in
      guard let box = Box.of(context), let local else { return }
      let name = XMLElement.Name(
        local: String(decodingCString: local, as: UTF8.self), space: box.namespace(space))
      box.handler.start(XMLElement(name: name, attributes: attributes, count: Int(max(count, 0))))
    }
    sax.endElementNs = { context, local, _, space in
      guard let box = Box.of(context), let local else { return }
      box.handler.end(
        XMLElement.Name(local: String(decodingCString: local, as: UTF8.self), space: box.namespace(space)))
    }
    let text: charactersSAXFunc = { context, bytes, count in
      Box.of(context)?.handler.text(UnsafeBufferPointer(start: bytes, count: Int(max(count, 0))))
    }
    sax.characters = text
    sax.cdataBlock = text
    sax.ignorableWhitespace = text
    // Entities of the file's own making are unknown here, which the parser takes for an error.
    sax.getEntity = { _, name in name.flatMap { xmlGetPredefinedEntity($0) } }

    let box = Box(handler)
    return withExtendedLifetime(box) {
      guard let parser = xmlCreatePushParserCtxt(&sax, Unmanaged.passUnretained(box).toOpaque(), nil, 0, nil)
      else {
        return .broken(reason: "no memory", offset: 0)
      }
      defer { xmlFreeParserCtxt(parser) }
      let options = [XML_PARSE_NONET, XML_PARSE_NOERROR, XML_PARSE_NOWARNING, XML_PARSE_NOCDATA]
      xmlCtxtUseOptions(parser, options.reduce(0) { $0 | Int32($1.rawValue) })
      var offset = 0
      while offset < bytes.count {
        let count = min(64 << 10, bytes.count - offset)
        let chunk = bytes.baseAddress.map { ($0 + offset).assumingMemoryBound(to: CChar.self) }
        let status = xmlParseChunk(parser, chunk, Int32(count), 0)
        offset += count
        alive()
        if status != 0, parser.pointee.wellFormed == 0 || parser.pointee.disableSAX != 0 {
          return ending(parser, offset)
        }
      }
      let status = xmlParseChunk(parser, nil, 0, 1)
      return status == 0 || parser.pointee.wellFormed == 1 ? .whole : ending(parser, offset)
    }
  }

  private static func ending(_ parser: xmlParserCtxtPtr, _ offset: Int) -> XMLEnding {
    let error = parser.pointee.lastError
    var reason = "XML error \(error.code)"
    if let message = error.message {
      let text = String(
        decodingCString: UnsafeRawPointer(message).assumingMemoryBound(to: UInt8.self), as: UTF8.self)
      // The message may quote names out of the file; its first words say what is wrong.
      reason = String(text.prefix { $0 != "\n" }.prefix(80).filter { $0.isASCII })
    }
    return .broken(reason: reason, offset: min(offset, max(0, Int(xmlByteConsumed(parser)))))
  }

  private final class Box {
    let handler: any XMLHandler
    /// The parser keeps one copy of each name, so that the same address is the same namespace.
    private var known: (address: UnsafePointer<UInt8>, space: XMLNamespace)?

    init(_ handler: any XMLHandler) { self.handler = handler }

    func namespace(_ name: UnsafePointer<UInt8>?) -> XMLNamespace {
      guard let name else { return .other }
      if let known, known.address == name { return known.space }
      let space = XMLNamespace.of(name)
      known = (name, space)
      return space
    }

    static func of(_ context: UnsafeMutableRawPointer?) -> Box? {
      context.map { Unmanaged<Box>.fromOpaque($0).takeUnretainedValue() }
    }
  }
}

import CLibXML2
import DaybookCore

/// The words of an HTML body, as the same message would say them in plain text.
///
/// Shape: UTF-8, paragraphs apart by a blank line, list entries behind "- ", quotations behind `> ` for each
/// level, so that what reads plain mail reads this too. Scripts, styles, comments and what is not shown are
/// left out. Nothing is fetched. SAX, since libxml2's tree drops what is nested more than 256 deep.
enum MailHTML {
  /// `html` is UTF-8 whatever it says of itself.
  static func text(of html: [UInt8]) -> [UInt8] {
    let renderer = Renderer()
    var handler = htmlSAXHandler()
    handler.startElement = { context, name, attributes in
      MailHTML.renderer(context)?.start(MailHTML.key(name), attributes)
    }
    handler.endElement = { context, name in MailHTML.renderer(context)?.end(MailHTML.key(name)) }
    handler.characters = { context, text, count in
      MailHTML.renderer(context)?.characters(UnsafeBufferPointer(start: text, count: Int(max(0, count))))
    }
    handler.ignorableWhitespace = handler.characters
    withExtendedLifetime(renderer) {
      let context = Unmanaged.passUnretained(renderer).toOpaque()
      guard let parser = htmlCreatePushParserCtxt(&handler, context, nil, 0, nil, XML_CHAR_ENCODING_UTF8)
      else { return }
      defer { htmlFreeParserCtxt(parser) }
      let options =
        HTML_PARSE_RECOVER.rawValue | HTML_PARSE_NOERROR.rawValue | HTML_PARSE_NOWARNING.rawValue
        | HTML_PARSE_NONET.rawValue | HTML_PARSE_IGNORE_ENC.rawValue
      htmlCtxtUseOptions(parser, Int32(options))
      html.withUnsafeBytes { bytes in
        var start = 0
        while start < bytes.count {
          let count = min(bytes.count - start, 1 << 20)
          let chunk = UnsafeRawBufferPointer(rebasing: bytes[start..<(start + count)])
          htmlParseChunk(parser, chunk.bindMemory(to: CChar.self).baseAddress, Int32(count), 0)
          start += count
        }
        htmlParseChunk(parser, nil, 0, 1)
      }
    }
    return renderer.finish()
  }

  private static func renderer(_ context: UnsafeMutableRawPointer?) -> Renderer? {
    context.map { Unmanaged<Renderer>.fromOpaque($0).takeUnretainedValue() }
  }

  private static func key(_ name: UnsafePointer<xmlChar>?) -> String {
    name.map { String(cString: $0) } ?? ""
  }

  /// What an element does to the lines around it.
  private enum Layout {
    case line, paragraph, cell, hidden, item, quote, preformatted
  }

  /// Elements that are not inline. Source: HTML Living Standard, section 15.3, "Flow content" of the
  /// rendering chapter.
  private static let layouts: [String: Layout] = [
    "div": .line, "tr": .line, "table": .line, "tbody": .line, "thead": .line, "section": .line,
    "article": .line, "header": .line,
    "footer": .line, "center": .line, "address": .line, "dt": .line, "dd": .line, "form": .line,
    "fieldset": .line, "nav": .line,
    "p": .paragraph, "h1": .paragraph, "h2": .paragraph, "h3": .paragraph, "h4": .paragraph, "h5": .paragraph,
    "h6": .paragraph,
    "ul": .paragraph, "ol": .paragraph, "dl": .paragraph, "li": .item, "blockquote": .quote,
    "pre": .preformatted, "td": .cell,
    "th": .cell, "script": .hidden, "style": .hidden, "title": .hidden, "noscript": .hidden,
    "template": .hidden, "object": .hidden,
  ]

  private final class Renderer {
    private var text: [UInt8] = []
    private var hidden = 0
    private var preformatted = 0
    private var quotes = 0
    /// Line breaks due before the next word, and how deep the blank line among them is quoted: as the
    /// shallower of its neighbours.
    private var breaks = 0
    private var blankQuotes = 0
    private var isSpaced = false
    private var marker: [UInt8] = []

    func start(_ name: String, _ attributes: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?) {
      if name == "br" {
        // A break at the end of a line that is already closed is a blank line.
        breaks = min(breaks + 1, 2)
        isSpaced = false
        return
      }
      if name == "hr" { breaks = 2 }
      switch MailHTML.layouts[name] {
      case .line: breaks = max(breaks, 1)
      case .paragraph: breaks = 2
      case .cell: isSpaced = true
      case .hidden: hidden += 1
      case .item:
        breaks = max(breaks, 1)
        marker = [0x2D, 0x20]
      case .quote:
        breaks = max(breaks, 1)
        quotes = min(quotes + 1, 100)
      case .preformatted:
        breaks = 2
        preformatted += 1
      case nil: break
      }
    }

    func end(_ name: String) {
      switch MailHTML.layouts[name] {
      case .line, .item: breaks = max(breaks, 1)
      case .paragraph: breaks = 2
      case .cell: isSpaced = true
      case .hidden: hidden = max(0, hidden - 1)
      case .quote:
        breaks = max(breaks, 1)
        quotes = max(0, quotes - 1)
      case .preformatted:
        breaks = 2
        preformatted = max(0, preformatted - 1)
      case nil: break
      }
    }

    func characters(_ bytes: UnsafeBufferPointer<UInt8>) {
      guard hidden == 0 else { return }
      var index = 0
      while index < bytes.count {
        let byte = bytes[index]
        index += 1
        if byte == 0xC2, index < bytes.count, bytes[index] == 0xA0 {
          index += 1
          isSpaced = true
        } else if byte == 0x0A, preformatted > 0 {
          breaks = min(breaks + 1, 2)
        } else if byte <= 0x20 || byte == 0x7F {
          isSpaced = true
        } else {
          flush()
          text.append(byte)
        }
      }
    }

    private func flush() {
      if breaks > 0 || text.isEmpty {
        if !text.isEmpty {
          for number in 0..<breaks {
            text.append(0x0A)
            if number + 1 < breaks { appendMarks(min(quotes, blankQuotes), isBlank: true) }
          }
        }
        appendMarks(quotes, isBlank: false)
        blankQuotes = quotes
        text += marker
        marker = []
      } else if isSpaced {
        text.append(0x20)
      }
      breaks = 0
      isSpaced = false
    }

    private func appendMarks(_ depth: Int, isBlank: Bool) {
      for level in 0..<depth { text += level == 0 ? [0x3E] : [0x20, 0x3E] }
      if depth > 0, !isBlank { text.append(0x20) }
    }

    func finish() -> [UInt8] { text }
  }
}

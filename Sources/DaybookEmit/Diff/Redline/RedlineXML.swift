import CLibXML2
import DaybookCore

/// Writes XML by libxml2's text writer, into memory; names and values are escaped by the library.
final class RedlineXML {
  private let buffer: xmlBufferPtr?
  private let writer: xmlTextWriterPtr?

  init() {
    buffer = xmlBufferCreate()
    writer = xmlNewTextWriterMemory(buffer, 0)
    xmlTextWriterStartDocument(writer, "1.0", "UTF-8", "yes")
  }

  deinit {
    xmlFreeTextWriter(writer)
    xmlBufferFree(buffer)
  }

  func element(_ name: String, _ attributes: [(String, String)] = [], _ body: () -> Void = {}) {
    start(name, attributes)
    body()
    end()
  }

  func start(_ name: String, _ attributes: [(String, String)] = []) {
    xmlTextWriterStartElement(writer, name)
    for (key, value) in attributes { xmlTextWriterWriteAttribute(writer, key, RedlineXML.clean(value)) }
  }

  func end() { xmlTextWriterEndElement(writer) }

  func text(_ text: String) { xmlTextWriterWriteString(writer, RedlineXML.clean(text)) }

  /// All that was written.
  func finish() -> [UInt8] {
    xmlTextWriterEndDocument(writer)
    xmlTextWriterFlush(writer)
    guard let buffer, let content = xmlBufferContent(buffer) else { return [] }
    return Array(UnsafeBufferPointer(start: content, count: Int(max(0, xmlBufferLength(buffer)))))
  }

  /// Characters that XML cannot hold become U+FFFD. Source: XML 1.0, section 2.2.
  private static func clean(_ text: String) -> String {
    let isClean = text.unicodeScalars.allSatisfy { isAllowed($0.value) }
    if isClean { return text }
    var view = String.UnicodeScalarView()
    for scalar in text.unicodeScalars { view.append(isAllowed(scalar.value) ? scalar : "\u{FFFD}") }
    return String(view)
  }

  private static func isAllowed(_ value: UInt32) -> Bool {
    value >= 0x20 && value != 0xFFFE && value != 0xFFFF || value == 0x09 || value == 0x0A || value == 0x0D
  }
}

import DaybookCore

/// Text on its way to a sink, handed on in pieces, so that memory does not grow with the chronology.
struct OutputBuffer {
  /// 64 kB: large enough that a write costs nothing, small enough to forget about.
  static let limit = 65_536

  fileprivate(set) var bytes: [UInt8] = []

  mutating func write(_ text: String) { bytes.append(contentsOf: text.utf8) }

  mutating func write(_ more: [UInt8]) { bytes.append(contentsOf: more) }

  mutating func write(_ number: Int) { Digits.append(number, to: &bytes) }

  /// Text inside an element or an attribute of HTML.
  mutating func html(_ text: String) { HTMLText.append(text, to: &bytes) }

  /// A row of a CSV file.
  mutating func row(_ cells: [String]) { CSVText.append(cells, to: &bytes) }

  /// Text of Markdown: on one line, or of a block whose lines all begin with `prefix`.
  mutating func markdown(_ text: String, prefix: String? = nil) {
    MarkdownText.append(text, prefix: prefix, to: &bytes)
  }

  /// Hands everything on once there is enough of it; to be called after each entry.
  mutating func spill(to sink: inout some ByteSink) throws {
    if bytes.count >= OutputBuffer.limit { try flush(to: &sink) }
  }

  mutating func clear() { bytes.removeAll(keepingCapacity: true) }

  mutating func flush(to sink: inout some ByteSink) throws {
    guard !bytes.isEmpty else { return }
    try sink.write(bytes)
    bytes.removeAll(keepingCapacity: true)
  }
}

/// What an output says about one piece of evidence, as read back from its file: for `daybook verify`.
///
/// Shape: `bytes` as in `Anchor`. Texts are compared by their bytes: Swift's `==` on strings takes two ways
/// to compose an accent for one, and a citation must not.
package struct EvidenceClaim: Sendable, Hashable, CustomStringConvertible {
  /// Id of the entry; nil where the format has no place for it.
  package var entry: String?
  package var order: Int
  package var source: [UInt8]
  package var sha256: String
  package var page: Int?
  package var bytes: Range<Int>
  package var quote: [UInt8]

  package init(
    entry: String?, order: Int, source: [UInt8], sha256: String, page: Int?, bytes: Range<Int>, quote: [UInt8]
  ) {
    self.entry = entry
    self.order = order
    self.source = source
    self.sha256 = sha256
    self.page = page
    self.bytes = bytes
    self.quote = quote
  }

  package var description: String {
    "entry \(order): \(String(decoding: source, as: UTF8.self))\(page.map { ", p. \($0)" } ?? ""), "
      + EntryLabels.place(bytes)
  }
}

/// Why an output could not be read back.
package enum OutputReadError: Error, Equatable, CustomStringConvertible {
  /// No output of Daybook, or one of a kind that has no reader.
  case unknownFormat
  /// The file is ours but something in it is not as we write it; `line` is 1-based.
  case malformed(format: String, line: Int, reason: String)
  /// The file says that it has more or fewer entries than it has.
  case incomplete(format: String, declared: Int, found: Int)

  package var description: String {
    switch self {
    case .unknownFormat: "not an output that Daybook wrote; give it a chronology or timeline file, or a case"
    case .malformed(let format, let line, let reason):
      "line \(line): \(reason); the \(format) file was changed after Daybook wrote it: write it again"
    case .incomplete(let format, let declared, let found):
      "the \(format) file should have \(declared) entries and has \(found); it was cut or changed: write it again"
    }
  }
}

/// Reads the evidence of an output back, exactly as its emitter was given it.
package protocol OutputReader: Sendable {
  /// The name of the emitter whose files it reads.
  var name: String { get }

  /// Whether the bytes begin like a file of that emitter.
  func fits(_ bytes: [UInt8]) -> Bool

  /// Hands out every piece of evidence in the order of the file and returns the number of entries.
  ///
  /// Throws `OutputReadError` for a file that is not whole, and whatever `body` throws.
  func read(_ bytes: [UInt8], _ body: (EvidenceClaim) throws -> Void) throws -> Int
}

/// Every output that can be read back.
package enum OutputReaders {
  package static let all: [any OutputReader] = [
    JSONReader(),
    TimelineJSReader(),
    HTMLReader(),
    MarkdownReader(),
    CSVReader(),
    TimelineJSCSVReader(),
    CalendarReader(),
  ]

  /// The reader of a file, told by its content.
  package static func reader(of bytes: [UInt8]) throws(OutputReadError) -> any OutputReader {
    guard let reader = all.first(where: { $0.fits(bytes) }) else { throw .unknownFormat }
    return reader
  }
}

/// What the readers share: looking at bytes.
enum ByteSearch {
  static func begins(_ bytes: [UInt8], with text: String) -> Bool { bytes.starts(with: text.utf8) }

  /// The first place of `text` at or behind `start`.
  static func first(_ text: String, in bytes: [UInt8], from start: Int = 0, to end: Int? = nil) -> Int? {
    let needle = Array(text.utf8)
    let end = min(end ?? bytes.count, bytes.count)
    guard let head = needle.first, end - start >= needle.count else { return nil }
    for index in start...(end - needle.count) where bytes[index] == head {
      if bytes[index..<(index + needle.count)].elementsEqual(needle) { return index }
    }
    return nil
  }

  /// A number written in digits only, small enough to be an offset.
  static func number(_ bytes: some Collection<UInt8>) -> Int? {
    guard !bytes.isEmpty, bytes.count <= 15 else { return nil }
    var value = 0
    for byte in bytes {
      guard (0x30...0x39).contains(byte) else { return nil }
      value = value * 10 + Int(byte - 0x30)
    }
    return value
  }

  static func range(_ start: Int?, _ end: Int?) -> Range<Int>? {
    guard let start, let end, 0 <= start, start <= end else { return nil }
    return start..<end
  }
}

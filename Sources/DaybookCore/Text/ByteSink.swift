/// Where an output goes, piece by piece.
package protocol ByteSink {
  mutating func write(_ bytes: [UInt8]) throws
}

extension ByteSink {
  package mutating func write(_ text: String) throws { try write(Array(text.utf8)) }
}

/// Keeps everything: for tests and for what is small.
package struct MemorySink: ByteSink {
  package private(set) var bytes: [UInt8] = []

  package init() {}

  package mutating func write(_ bytes: [UInt8]) { self.bytes.append(contentsOf: bytes) }

  package var text: String { String(decoding: bytes, as: UTF8.self) }
}

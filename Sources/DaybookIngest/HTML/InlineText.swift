/// Words between two block boundaries, with white space brought down as a browser does.
struct InlineText {
  private var bytes: [UInt8] = []
  private var linkBytes = 0
  private var times: [(value: String, bytes: Range<Int>)] = []
  private var breaks = 0

  var count: Int { bytes.count }

  mutating func add(_ text: UnsafeBufferPointer<UInt8>, isPreserved: Bool, isLink: Bool) {
    let before = bytes.count
    for byte in text {
      if byte == 0 || byte == 0x0D { continue }
      if byte != 0x20, byte != 0x09, byte != 0x0A, byte != 0x0C {
        bytes.append(byte)
        breaks = 0
      } else if isPreserved {
        bytes.append(byte == 0x0C ? 0x20 : byte)
      } else if let last = bytes.last, last != 0x20, last != 0x0A {
        bytes.append(0x20)
      }
    }
    if isLink { linkBytes += bytes.count - before }
  }

  /// A line break; true for the second in a row, which parts paragraphs.
  mutating func lineBreak(in preformatted: Bool) -> Bool {
    if bytes.last == 0x20 { bytes.removeLast() }
    breaks += 1
    if bytes.isEmpty { return false }
    bytes.append(0x0A)
    return breaks > 1 && !preformatted
  }

  mutating func addTime(_ value: String, from start: Int) {
    if times.count < 32, start < bytes.count { times.append((value, start..<bytes.count)) }
  }

  /// All of it without white space at its ends; what follows begins anew. Ranges of times count in the words
  /// given.
  mutating func take() -> (words: [UInt8], linkBytes: Int, times: [(value: String, bytes: Range<Int>)]) {
    guard !bytes.isEmpty else { return ([], 0, []) }
    let inner = Blank.trimmed(0..<bytes.count, in: bytes)
    let moved = times.compactMap { time -> (value: String, bytes: Range<Int>)? in
      let range = Blank.trimmed(time.bytes.clamped(to: inner), in: bytes)
      return range.isEmpty
        ? nil : (time.value, (range.lowerBound - inner.lowerBound)..<(range.upperBound - inner.lowerBound))
    }
    defer { self = InlineText() }
    return (Array(bytes[inner]), min(linkBytes, inner.count), moved)
  }
}

extension Blank {
  /// White space at the ends gone, every other run of it one space.
  static func collapsed(_ bytes: [UInt8]) -> [UInt8] {
    var text = InlineText()
    bytes.withUnsafeBufferPointer { text.add($0, isPreserved: false, isLink: false) }
    return text.take().words
  }
}

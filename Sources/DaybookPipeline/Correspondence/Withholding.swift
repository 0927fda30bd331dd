import DaybookCore

/// Counts what was taken out of a printed copy of a message.
enum Withholding {
  /// Marks in its header and its own words, and people of whom nothing is printed.
  static func count(
    in text: [UInt8], _ headerBytes: Range<Int>?, _ words: [Range<Int>], _ header: MessageHeader
  ) -> Int {
    var count = 0
    for range in (headerBytes.map { [$0] } ?? []) + words {
      count += marks(text[range.clamped(to: 0..<text.count)])
    }
    if count > 0 { return count }
    return (header.from + header.to + header.cc).reduce(0) {
      $0 + ($1.name == nil && $1.address == nil ? 1 : 0)
    }
  }

  private static func marks(_ text: ArraySlice<UInt8>) -> Int {
    var (count, index) = (0, text.startIndex)
    while index < text.endIndex {
      if let end = WithheldMark.end(text, at: index), end > index {
        count += 1
        index = end
      } else {
        index += 1
      }
    }
    return count
  }
}

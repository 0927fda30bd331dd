/// Finds short patterns in bytes.
enum ByteSearch {
  /// Offset of the first place where `pattern` stands, at or behind `start`.
  static func first(_ pattern: [UInt8], in bytes: [UInt8], from start: Int = 0) -> Int? {
    guard let head = pattern.first, start >= 0, bytes.count - pattern.count >= start else { return nil }
    for index in start...(bytes.count - pattern.count) where bytes[index] == head {
      if bytes[index..<(index + pattern.count)].elementsEqual(pattern) { return index }
    }
    return nil
  }
}

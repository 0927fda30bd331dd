/// Numbers in bytes that may end early.
extension UnsafeRawBufferPointer {
  func uint16(at offset: Int) -> Int? {
    guard offset >= 0, offset <= count - 2 else { return nil }
    return Int(self[offset]) | Int(self[offset + 1]) << 8
  }

  func uint32(at offset: Int) -> Int? {
    guard offset >= 0, offset <= count - 4 else { return nil }
    return Int(self[offset]) | Int(self[offset + 1]) << 8 | Int(self[offset + 2]) << 16 | Int(
      self[offset + 3]) << 24
  }

  /// The bytes of a range, cut to what is there.
  func slice(_ offset: Int, _ length: Int) -> UnsafeRawBufferPointer {
    let start = Swift.min(Swift.max(offset, 0), count)
    let end = Swift.min(Swift.max(length, 0), count - start) + start
    return UnsafeRawBufferPointer(rebasing: self[start..<end])
  }
}

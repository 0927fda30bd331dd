/// Streams that were written as letters to pass through old mail systems; some programs do so to this day.
///
/// Source: ISO 32000-1, 7.4.2 and 7.4.3.
enum ASCIIFilters {
  /// Five letters for four bytes, up to "~>"; nil where it is no such text.
  static func base85(_ text: UnsafeRawBufferPointer) -> [UInt8]? {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.count / 5 * 4 + 4)
    var group: UInt64 = 0
    var count = 0
    scan: for letter in text {
      switch letter {
      case 0x00, 0x09, 0x0A, 0x0C, 0x0D, 0x20: continue
      case 0x7E: break scan
      case 0x7A where count == 0: bytes.append(contentsOf: [0, 0, 0, 0])
      case 0x21...0x75:
        group = group * 85 + UInt64(letter - 0x21)
        count += 1
        guard count == 5 else { continue }
        guard group <= UInt64(UInt32.max) else { return nil }
        for shift: UInt64 in [24, 16, 8, 0] { bytes.append(UInt8(truncatingIfNeeded: group >> shift)) }
        (group, count) = (0, 0)
      default: return nil
      }
    }
    if count == 0 { return bytes }
    guard count > 1 else { return nil }
    for _ in count..<5 { group = group * 85 + 84 }
    for shift in [24, 16, 8].prefix(count - 1) {
      bytes.append(UInt8(truncatingIfNeeded: group >> UInt64(shift)))
    }
    return bytes
  }

  /// Two letters for a byte, up to ">"; nil where it is no such text.
  static func hexadecimal(_ text: UnsafeRawBufferPointer) -> [UInt8]? {
    var bytes: [UInt8] = []
    var high: UInt8?
    for letter in text {
      let digit: UInt8
      switch letter {
      case 0x00, 0x09, 0x0A, 0x0C, 0x0D, 0x20: continue
      case 0x3E: return bytes + (high.map { [$0 << 4] } ?? [])
      case 0x30...0x39: digit = letter - 0x30
      case 0x41...0x46, 0x61...0x66: digit = (letter | 0x20) - 0x61 + 10
      default: return nil
      }
      if let first = high {
        bytes.append(first << 4 | digit)
        high = nil
      } else {
        high = digit
      }
    }
    return bytes + (high.map { [$0 << 4] } ?? [])
  }
}

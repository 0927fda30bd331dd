/// Reads UTF-8 where the bytes may be anything.
enum UTF8Scan {
  /// Length of the well-formed sequence that starts at `index`: 1…4, or 0 where there is none.
  ///
  /// Source: Unicode 15, table 3-7.
  @inline(__always)
  static func length(_ bytes: UnsafeRawBufferPointer, at index: Int) -> Int {
    let first = bytes[index]
    if first < 0x80 { return 1 }
    func isTail(_ offset: Int, _ allowed: ClosedRange<UInt8> = 0x80...0xBF) -> Bool {
      index + offset < bytes.count && allowed.contains(bytes[index + offset])
    }
    switch first {
    case 0xC2...0xDF: return isTail(1) ? 2 : 0
    case 0xE0: return isTail(1, 0xA0...0xBF) && isTail(2) ? 3 : 0
    case 0xED: return isTail(1, 0x80...0x9F) && isTail(2) ? 3 : 0
    case 0xE1...0xEF: return isTail(1) && isTail(2) ? 3 : 0
    case 0xF0: return isTail(1, 0x90...0xBF) && isTail(2) && isTail(3) ? 4 : 0
    case 0xF1...0xF3: return isTail(1) && isTail(2) && isTail(3) ? 4 : 0
    case 0xF4: return isTail(1, 0x80...0x8F) && isTail(2) && isTail(3) ? 4 : 0
    default: return 0
    }
  }

  /// What stands in a stretch of bytes taken as UTF-8.
  struct Census {
    /// Well-formed sequences of more than one byte.
    var wide = 0
    /// Bytes that belong to no well-formed sequence.
    var broken = 0
    var nul = 0

    var isClean: Bool { broken == 0 && nul == 0 }
  }

  static func census(_ bytes: UnsafeRawBufferPointer) -> Census {
    var census = Census()
    var index = 0
    while index < bytes.count {
      // Eight ASCII bytes at a time, none of them NUL: most text is that.
      if index + 8 <= bytes.count {
        let word = bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self)
        let hasZero = (word &- 0x0101_0101_0101_0101) & ~word & 0x8080_8080_8080_8080
        if word & 0x8080_8080_8080_8080 == 0, hasZero == 0 {
          index += 8
          continue
        }
      }
      switch length(bytes, at: index) {
      case 0:
        census.broken += 1
        index += 1
      case 1:
        if bytes[index] == 0 { census.nul += 1 }
        index += 1
      case let count:
        census.wide += 1
        index += count
      }
    }
    return census
  }

  /// The bytes with U+FFFD for each that belongs to no sequence, and a space for each NUL: a space keeps the
  /// offsets.
  static func repaired(_ bytes: UnsafeRawBufferPointer) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count + 16)
    var index = 0
    while index < bytes.count {
      let count = length(bytes, at: index)
      switch count {
      case 0: result.append(contentsOf: replacement)
      case 1: result.append(bytes[index] == 0 ? 0x20 : bytes[index])
      default: for offset in index..<(index + count) { result.append(bytes[offset]) }
      }
      index += max(count, 1)
    }
    return result
  }

  /// U+FFFD.
  static let replacement: [UInt8] = [0xEF, 0xBF, 0xBD]

  /// Appends a scalar; one that cannot be written becomes U+FFFD.
  static func append(_ code: UInt32, to bytes: inout [UInt8]) {
    guard let scalar = Unicode.Scalar(code) else {
      bytes.append(contentsOf: replacement)
      return
    }
    for unit in String(Unicode.Scalar(scalar)).utf8 { bytes.append(unit) }
  }
}

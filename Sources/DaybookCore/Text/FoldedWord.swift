/// A word of ASCII letters in lower case, small enough to compare and hash without touching memory.
///
/// Shape: the first 16 letters packed into two numbers, and the length in bytes. Longer words keep their
/// length, so that they never equal a listed one of 16 letters or fewer.
@usableFromInline package struct FoldedWord: Hashable, Sendable {
  @usableFromInline package let low: UInt64
  @usableFromInline package let high: UInt64
  @usableFromInline package let count: Int

  @inlinable @inline(__always)
  package init(low: UInt64, high: UInt64, count: Int) {
    self.low = low
    self.high = high
    self.count = count
  }

  /// For tables: `text` is ASCII letters, at most 16.
  @inlinable @inline(__always)
  package init(_ text: StaticString) {
    self.init(UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }

  /// Literals take the initialiser above, which the compiler works out beforehand.
  @inlinable @_disfavoredOverload
  package init(_ text: String) {
    var text = text
    self = text.withUTF8 { FoldedWord($0) }
  }

  @inlinable
  package init(_ bytes: UnsafeBufferPointer<UInt8>) {
    var low: UInt64 = 0
    var high: UInt64 = 0
    for (index, byte) in bytes.enumerated() where index < 16 {
      if index < 8 {
        low |= UInt64(byte | 0x20) << UInt64(index * 8)
      } else {
        high |= UInt64(byte | 0x20) << UInt64((index - 8) * 8)
      }
    }
    self.init(low: low, high: high, count: bytes.count)
  }

  @inlinable
  package static var none: FoldedWord { FoldedWord(low: 0, high: 0, count: 0) }

  @inlinable @inline(__always)
  package static func == (left: FoldedWord, right: FoldedWord) -> Bool {
    left.low == right.low && left.count == right.count && left.high == right.high
  }

  /// 64 mixed bits; the upper ones are the best. Source: multiplicative hashing, Knuth, TAOCP 3, 6.4.
  @inlinable @inline(__always)
  package var mixed: UInt64 {
    ((low ^ UInt64(truncatingIfNeeded: count)) &* 0x9E37_79B9_7F4A_7C15)
      ^ (high &* 0xC2B2_AE3D_27D4_EB4F) &* 0x9E37_79B9_7F4A_7C15
  }
}

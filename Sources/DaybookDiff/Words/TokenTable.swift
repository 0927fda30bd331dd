/// Gives equal words equal numbers, so that everything behind it compares integers.
///
/// Open addressing; words are kept as places in one of the two texts, never copied.
struct TokenTable {
  private var slots: [Int32]
  private var mask: Int
  private var hashes: [UInt64] = []
  private var starts: [Int32] = []
  /// Length, and in the lowest bit the side that the word was first seen on.
  private var lengths: [Int32] = []

  var count: Int { hashes.count }

  init(expecting words: Int) {
    var size = 1024
    while size < words { size *= 2 }
    slots = [Int32](repeating: -1, count: size)
    mask = size - 1
  }

  /// The number of the word at a range of `texts.0` (side 0) or `texts.1` (side 1).
  mutating func id(
    _ start: Int, _ end: Int, side: Int, _ old: UnsafeBufferPointer<UInt8>, _ new: UnsafeBufferPointer<UInt8>
  ) -> Int32 {
    let text = side == 0 ? old : new
    let hash = TokenTable.hash(text, start, end)
    var slot = Int(truncatingIfNeeded: hash >> 20) & mask
    while true {
      let found = Int(slots[slot])
      if found < 0 { break }
      if hashes[found] == hash, Int(lengths[found] >> 1) == end - start {
        let other = lengths[found] & 1 == 0 ? old : new
        if TokenTable.isEqual(text, start, other, Int(starts[found]), end - start) { return Int32(found) }
      }
      slot = (slot + 1) & mask
    }
    let id = Int32(hashes.count)
    slots[slot] = id
    hashes.append(hash)
    starts.append(Int32(start))
    lengths.append(Int32(end - start) << 1 | Int32(side))
    if hashes.count * 2 > slots.count { grow() }
    return id
  }

  private mutating func grow() {
    slots = [Int32](repeating: -1, count: slots.count * 2)
    mask = slots.count - 1
    for (id, hash) in hashes.enumerated() {
      var slot = Int(truncatingIfNeeded: hash >> 20) & mask
      while slots[slot] >= 0 { slot = (slot + 1) & mask }
      slots[slot] = Int32(id)
    }
  }

  /// Eight bytes at a time, multiplied and folded. Not for keeping: it may change with any version.
  @inline(__always)
  static func hash(_ text: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int) -> UInt64 {
    var hash: UInt64 = 0x9E37_79B9_7F4A_7C15 ^ UInt64(truncatingIfNeeded: end - start)
    var index = start
    while index < end {
      var word: UInt64 = 0
      let stop = min(index + 8, end)
      while index < stop {
        word = word << 8 | UInt64(text[index])
        index += 1
      }
      hash = mix(hash ^ word)
    }
    return hash
  }

  /// Source: Stafford's variant 13 of the finalizer of SplitMix64.
  @inline(__always)
  static func mix(_ value: UInt64) -> UInt64 {
    var value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
    return value ^ (value >> 31)
  }

  @inline(__always)
  private static func isEqual(
    _ a: UnsafeBufferPointer<UInt8>, _ aStart: Int, _ b: UnsafeBufferPointer<UInt8>, _ bStart: Int,
    _ count: Int
  ) -> Bool {
    var index = 0
    while index < count {
      if a[aStart + index] != b[bStart + index] { return false }
      index += 1
    }
    return true
  }
}

import DaybookCore

/// The smallest hashes of all runs of five words of a text: enough to tell how alike two texts are.
///
/// Bottom-k MinHash: of the k smallest hashes of both texts together, the share that both have estimates how
/// many of all their runs they share. Case, punctuation and white space do not count. Source: Broder, "On the
/// resemblance and containment of documents" (1997).
package struct TextSketch: Hashable, Sendable {
  /// Ascending, without repeats.
  package let hashes: [UInt64]
  /// Words in the text.
  package let words: Int
  /// Of all words in order: the same for texts that differ in nothing but case, punctuation and spaces.
  package let fingerprint: UInt64

  private static let size = 256
  private static let run = 5

  package init(_ text: [UInt8], blocks: [Range<Int>]) {
    var window: [UInt64] = []
    var kept = SmallestHashes(limit: TextSketch.size)
    var count = 0
    var whole: UInt64 = 0xcbf2_9ce4_8422_2325
    func add(_ word: UInt64) {
      count += 1
      whole = TextSketch.mix(whole ^ word)
      window.append(word)
      if window.count > TextSketch.run { window.removeFirst() }
      if window.count == TextSketch.run {
        kept.add(TextSketch.mix(window.reduce(0) { TextSketch.mix($0 &* 31 &+ $1) }))
      }
    }
    for block in blocks {
      var hash: UInt64 = 0
      for index in block.clamped(to: 0..<text.count) {
        let byte = text[index]
        if Bytes.isWord(byte) {
          let folded = byte &- 0x41 < 26 ? byte | 0x20 : byte
          hash =
            (hash == 0 ? 0xcbf2_9ce4_8422_2325 : hash ^ UInt64(folded)) &* 0x100_0000_01b3 ^ UInt64(folded)
        } else if hash != 0 {
          add(hash)
          hash = 0
        }
      }
      if hash != 0 { add(hash) }
    }
    hashes = kept.sorted()
    words = count
    fingerprint = whole
  }

  /// The share of runs that both have, 0…1.
  package func resemblance(to other: TextSketch) -> Double {
    var (a, b, both, seen) = (0, 0, 0, 0)
    while seen < TextSketch.size, a < hashes.count || b < other.hashes.count {
      seen += 1
      if b >= other.hashes.count || a < hashes.count && hashes[a] < other.hashes[b] {
        a += 1
      } else if a >= hashes.count || hashes[a] > other.hashes[b] {
        b += 1
      } else {
        both += 1
        a += 1
        b += 1
      }
    }
    return seen == 0 ? 0 : Double(both) / Double(seen)
  }

  private static func mix(_ value: UInt64) -> UInt64 {
    var x = value
    x ^= x >> 33
    x = x &* 0xff51_afd7_ed55_8ccd
    x ^= x >> 33
    x = x &* 0xc4ce_b9fe_1a85_ec53
    return x ^ x >> 33
  }
}

/// Keeps the smallest of many numbers: a buffer that is cut back whenever it is full.
private struct SmallestHashes {
  private let limit: Int
  private var all: [UInt64] = []
  private var ceiling = UInt64.max

  init(limit: Int) { self.limit = limit }

  mutating func add(_ hash: UInt64) {
    if hash > ceiling { return }
    all.append(hash)
    if all.count >= limit * 4 { cut() }
  }

  private mutating func cut() {
    all = sorted()
    if all.count == limit, let last = all.last { ceiling = last }
  }

  func sorted() -> [UInt64] {
    var result: [UInt64] = []
    for hash in all.sorted() where hash != result.last {
      result.append(hash)
      if result.count == limit { break }
    }
    return result
  }
}

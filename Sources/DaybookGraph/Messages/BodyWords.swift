import DaybookCore

/// The words of a message's body, for comparing copies: case, punctuation, line breaks and marks of
/// redaction do not count.
struct BodyWords {
  /// Hashes of the words in order; 0 stands where words were withheld.
  private(set) var hashes: [UInt64] = []
  /// Marks of redaction.
  private(set) var withheld = 0
  /// Where each of `hashes` stands in the body.
  private(set) var places: [Range<Int>] = []

  init(_ body: [UInt8], keepsPlaces: Bool = false) {
    let text = body[...]
    var index = 0
    while index < body.count {
      let byte = body[index]
      if let end = WithheldMark.end(text, at: index) {
        if hashes.last != 0 {
          hashes.append(0)
          if keepsPlaces { places.append(index..<end) }
        }
        withheld += 1
        index = end
      } else if BodyWords.isWord(byte) {
        let start = index
        var hash = FNV()
        while index < body.count, BodyWords.isWord(body[index]) {
          hash.add((0x41...0x5A).contains(body[index]) ? body[index] | 0x20 : body[index])
          index += 1
        }
        hashes.append(hash.value == 0 ? 1 : hash.value)
        if keepsPlaces { places.append(start..<index) }
      } else {
        index += 1
      }
    }
  }

  private static func isWord(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
      || byte >= 0x80
  }

  var count: Int { hashes.count }

  /// One hash of all words that can be read.
  var digest: UInt64 {
    var value: UInt64 = 0xCBF2_9CE4_8422_2325
    for hash in hashes where hash != 0 { value = (value ^ hash) &* 0x9E37_79B9_7F4A_7C15 }
    return value
  }
}

/// How much two bodies have in common.
enum BodyOverlap {
  /// Part of the shorter one's words that the longer one has too, counted with multiplicity; 1 where one is
  /// empty.
  static func containment(_ left: [UInt64], _ right: [UInt64]) -> Double {
    let (short, long) = left.count <= right.count ? (left, right) : (right, left)
    return part(of: short, in: long)
  }

  /// Part of the first one's words that the second has, counted with multiplicity; 1 where it has none.
  static func part(of short: [UInt64], in long: [UInt64]) -> Double {
    let words = short.reduce(0) { $0 + ($1 == 0 ? 0 : 1) }
    guard words > 0 else { return 1 }
    var counts: [UInt64: Int] = [:]
    for hash in long where hash != 0 { counts[hash, default: 0] += 1 }
    var common = 0
    for hash in short where hash != 0 {
      if let count = counts[hash], count > 0 {
        counts[hash] = count - 1
        common += 1
      }
    }
    return Double(common) / Double(words)
  }
}

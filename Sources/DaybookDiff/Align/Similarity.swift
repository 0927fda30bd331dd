import DaybookCore

/// How alike two units are, 0…1: by their words in order, and for rows of a table by their first cell too.
struct Similarity {
  private let old: AlignSide
  private let new: AlignSide
  private var meter: LCSMeter
  private var cache: [UInt64: Float] = [:]

  init(_ old: AlignSide, _ new: AlignSide, vocabulary: Int) {
    self.old = old
    self.new = new
    meter = LCSMeter(vocabulary: vocabulary)
  }

  /// Words in common, in order, punctuation around them left out.
  mutating func common(_ i: Int, _ j: Int) -> Int {
    meter.common(old.stream.cores[old.words(i)], new.stream.cores[new.words(j)])
  }

  mutating func common(_ a: Range<Int>, _ b: Range<Int>) -> Int {
    meter.common(old.stream.cores[a], new.stream.cores[b])
  }

  /// Shared words over all words of both; 1 for twins.
  mutating func of(_ i: Int, _ j: Int) -> Float {
    if old.keys[i] == new.keys[j] { return 1 }
    let key = UInt64(i) << 32 | UInt64(j)
    if let known = cache[key] { return known }
    let (a, b) = (old.words(i).count, new.words(j).count)
    // The bound by lengths alone saves most measurements.
    var value: Float = 0
    if min(a, b) * 4 >= max(a, b) || min(a, b) >= 6 {
      let common = Float(self.common(i, j))
      value = 2 * common / Float(a + b)
      // One holds the other: parts of it went or came, or it was split.
      let contained = common / Float(min(a, b))
      if min(a, b) >= 8, contained >= 0.8 { value = max(value, 0.35 + 0.4 * contained * 0.8) }
    }
    value *= Similarity.kinds(old.kinds[i], new.kinds[j])
    cache[key] = value
    return value
  }

  /// A row is no paragraph, and a heading hardly a list entry.
  private static func kinds(_ a: DiffUnit.Kind, _ b: DiffUnit.Kind) -> Float {
    if a == b { return 1 }
    if a == .furniture || b == .furniture { return 0.5 }
    if a == .tableRow || b == .tableRow { return 0.8 }
    if a == .heading || b == .heading { return 0.8 }
    return 1
  }
}

import DaybookCore

/// How alike two units are, 0…1: by their words in order, and for rows of a table by their cells too.
struct Similarity {
  private let old: AlignSide
  private let new: AlignSide
  private var meter: LCSMeter
  private var telling: TellingWords
  private var cache: [UInt64: (plain: Float, contained: Float)] = [:]
  private var ranks: [UInt64: Float] = [:]

  init(_ old: AlignSide, _ new: AlignSide, vocabulary: Int) {
    self.old = old
    self.new = new
    meter = LCSMeter(vocabulary: vocabulary)
    telling = TellingWords(old, new, vocabulary: vocabulary)
  }

  /// Which of several that are alike is meant: half by the words in order, half by the words that tell.
  mutating func rank(_ i: Int, _ j: Int, isFar: Bool) -> Float {
    let alike = isFar ? plain(i, j) : of(i, j)
    if alike >= 1 { return 1 }
    let key = UInt64(i) << 32 | UInt64(j)
    let shared: Float
    if let known = ranks[key] {
      shared = known
    } else {
      shared = telling.shared(old.stream.cores[old.words(i)], i, new.stream.cores[new.words(j)], j)
      ranks[key] = shared
    }
    return (alike + shared) / 2
  }

  /// Words in common, in order, punctuation around them left out.
  mutating func common(_ i: Int, _ j: Int) -> Int {
    meter.common(old.stream.cores[old.words(i)], new.stream.cores[new.words(j)])
  }

  mutating func common(_ a: Range<Int>, _ b: Range<Int>) -> Int {
    meter.common(old.stream.cores[a], new.stream.cores[b])
  }

  /// Shared words over all words of both; 1 for twins. Where one holds the other (parts of it went or came, or
  /// it was split) they are more alike than that.
  mutating func of(_ i: Int, _ j: Int) -> Float {
    let measured = measure(i, j)
    return max(measured.plain, measured.contained)
  }

  /// Shared words over all words of both, and nothing else: for units that stand far apart.
  mutating func plain(_ i: Int, _ j: Int) -> Float { measure(i, j).plain }

  private mutating func measure(_ i: Int, _ j: Int) -> (plain: Float, contained: Float) {
    if old.keys[i] == new.keys[j] { return (1, 1) }
    let key = UInt64(i) << 32 | UInt64(j)
    if let known = cache[key] { return known }
    let (a, b) = (old.words(i).count, new.words(j).count)
    var value: (plain: Float, contained: Float) = (0, 0)
    // The bound by lengths alone saves many measurements.
    if min(a, b) * 4 >= max(a, b) || min(a, b) >= 6 || old.kinds[i] == .tableRow {
      let common = Float(self.common(i, j))
      value.plain = 2 * common / Float(a + b)
      let share = common / Float(max(1, min(a, b)))
      if min(a, b) >= 8, share >= 0.8 { value.contained = 0.35 + 0.32 * share }
    }
    if old.kinds[i] == .tableRow, new.kinds[j] == .tableRow {
      value = ((value.plain + sameCells(i, j)) / 2, 0)
    }
    let factor = Similarity.kinds(old.kinds[i], new.kinds[j])
    value = (value.plain * factor, value.contained * factor)
    cache[key] = value
    return value
  }

  /// The share of cells that stand unchanged in the same column: rows of one table repeat each other's words.
  private func sameCells(_ i: Int, _ j: Int) -> Float {
    let (a, b) = (old.cells(i), new.cells(j))
    let same = zip(a, b).count { $0 == $1 }
    return 2 * Float(same) / Float(max(1, a.count + b.count))
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

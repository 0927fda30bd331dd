/// Measures how much of what tells two units apart they share.
///
/// Definitions, clauses of a statute and entries of a log are made of the same phrases: what one of them is about
/// stands in a few words that the others lack. Each word weighs as much as it is rare among the units of both
/// sides (inverse document frequency; K. Sparck Jones, 1972).
struct TellingWords {
  /// By word number.
  private var weights: [Float]
  /// By word number, empty between two measurements.
  private var counts: [Int32]
  private let oldSums: [Float]
  private let newSums: [Float]

  init(_ old: AlignSide, _ new: AlignSide, vocabulary: Int) {
    var units = [Int32](repeating: 0, count: vocabulary)
    var last = [Int32](repeating: -1, count: vocabulary)
    var number: Int32 = 0
    for side in [old, new] {
      for unit in 0..<side.count {
        for word in side.words(unit) {
          let core = Int(side.stream.cores[word])
          if last[core] != number { units[core] += 1 }
          last[core] = number
        }
        number += 1
      }
    }
    // In a short text every word is rare.
    let all = Float(max(64, old.count + new.count))
    // A word of every unit weighs a tenth of what a word weighs that stands once on either side.
    let weights = units.map {
      TellingWords.logarithm(all / Float(max(1, $0))) + 0.1 * TellingWords.logarithm(all)
    }
    func sums(_ side: AlignSide) -> [Float] {
      (0..<side.count).map { unit in
        side.words(unit).reduce(0) { $0 + weights[Int(side.stream.cores[$1])] }
      }
    }
    self.weights = weights
    (oldSums, newSums) = (sums(old), sums(new))
    counts = [Int32](repeating: 0, count: vocabulary)
  }

  /// The weight of the words that both have, over that of all of them: 0…1.
  mutating func shared(_ a: ArraySlice<Int32>, _ i: Int, _ b: ArraySlice<Int32>, _ j: Int) -> Float {
    for word in a { counts[Int(word)] += 1 }
    var sum: Float = 0
    for word in b where counts[Int(word)] > 0 {
      counts[Int(word)] -= 1
      sum += weights[Int(word)]
    }
    for word in a { counts[Int(word)] = 0 }
    let all = oldSums[i] + newSums[j]
    return all > 0 ? min(1, 2 * sum / all) : 0
  }

  /// Base 2, by steps: no library of this module has one.
  private static func logarithm(_ value: Float) -> Float {
    guard value > 1 else { return 0 }
    let exponent = value.exponent
    return Float(exponent) + (value.significand - 1)
  }
}

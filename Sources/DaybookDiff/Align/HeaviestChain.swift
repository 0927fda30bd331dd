/// The heaviest set of pairs that keeps the order on both sides; what is left out was moved.
///
/// A Fenwick tree of maxima: O(n log n) for n pairs.
enum HeaviestChain {
  /// `pairs` in order of their old place, no new place twice. Gives for each whether it is in the chain.
  static func keeps(_ pairs: [(old: Int, new: Int)], weight: (Int) -> Int) -> [Bool] {
    guard !pairs.isEmpty else { return [] }
    let size = (pairs.map(\.new).max() ?? 0) + 1
    var best = [Int](repeating: 0, count: size + 1)
    var ends = [Int32](repeating: -1, count: size + 1)
    var back = [Int32](repeating: -1, count: pairs.count)
    var top = (weight: 0, pair: -1)
    for (index, pair) in pairs.enumerated() {
      var place = pair.new
      var before = (weight: 0, pair: Int32(-1))
      while place > 0 {
        if best[place] > before.weight { before = (best[place], ends[place]) }
        place -= place & -place
      }
      back[index] = before.pair
      let sum = before.weight + weight(index)
      place = pair.new + 1
      while place <= size {
        if sum > best[place] {
          best[place] = sum
          ends[place] = Int32(index)
        }
        place += place & -place
      }
      if sum > top.weight { top = (sum, index) }
    }
    var keeps = [Bool](repeating: false, count: pairs.count)
    var index = top.pair
    while index >= 0 {
      keeps[index] = true
      index = Int(back[index])
    }
    return keeps
  }
}

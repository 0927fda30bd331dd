/// Measures how much two units have in common: the length of the longest common subsequence of their words.
///
/// Bit-parallel: 64 words of one side in one step, so that two paragraphs of a hundred words cost some two
/// hundred steps. Source: H. Hyyrö, "Bit-parallel LCS-length computation revisited", 2004.
struct LCSMeter {
  /// For each word number its row in `masks`, or -1.
  private var rows: [Int32]
  private var masks: [UInt64] = []
  private var state: [UInt64] = []
  /// Products of lengths above this are estimated by the words in common instead.
  private static let most = 40_000_000

  init(vocabulary: Int) { rows = [Int32](repeating: -1, count: vocabulary) }

  mutating func common(_ a: ArraySlice<Int32>, _ b: ArraySlice<Int32>) -> Int {
    if a.isEmpty || b.isEmpty { return 0 }
    if a.count > b.count { return common(b, a) }
    if a.count > LCSMeter.most / b.count { return shared(a, b) }
    let width = (a.count + 63) / 64
    masks.removeAll(keepingCapacity: true)
    var count = 0
    for (index, word) in a.enumerated() {
      if rows[Int(word)] < 0 {
        rows[Int(word)] = Int32(count)
        count += 1
        for _ in 0..<width { masks.append(0) }
      }
      masks[Int(rows[Int(word)]) * width + index / 64] |= 1 << UInt64(index % 64)
    }
    let length = width == 1 ? narrow(b) : wide(b, width)
    for word in a { rows[Int(word)] = -1 }
    return min(length, a.count)
  }

  private func narrow(_ b: ArraySlice<Int32>) -> Int {
    var v = UInt64.max
    for word in b {
      let row = rows[Int(word)]
      if row < 0 { continue }
      let u = v & masks[Int(row)]
      v = (v &+ u) | (v &- u)
    }
    return (~v).nonzeroBitCount
  }

  private mutating func wide(_ b: ArraySlice<Int32>, _ width: Int) -> Int {
    state.removeAll(keepingCapacity: true)
    for _ in 0..<width { state.append(UInt64.max) }
    for word in b {
      let row = rows[Int(word)]
      if row < 0 { continue }
      var carry: UInt64 = 0
      for part in 0..<width {
        let v = state[part]
        let u = v & masks[Int(row) * width + part]
        let (sum, first) = v.addingReportingOverflow(u)
        let (full, second) = sum.addingReportingOverflow(carry)
        carry = first || second ? 1 : 0
        state[part] = full | (v &- u)
      }
    }
    return state.reduce(0) { $0 + (~$1).nonzeroBitCount }
  }

  /// Words in common, whatever their order: linear.
  private mutating func shared(_ a: ArraySlice<Int32>, _ b: ArraySlice<Int32>) -> Int {
    for word in a { rows[Int(word)] = max(rows[Int(word)], 0) + 1 }
    var count = 0
    for word in b where rows[Int(word)] > 0 {
      rows[Int(word)] -= 1
      count += 1
    }
    for word in a { rows[Int(word)] = -1 }
    return count
  }
}

/// The longest common subsequence of two runs of numbers, as pairs of places in order.
///
/// Myers' algorithm while the two differ little; where they differ more, a table that prefers runs of
/// neighbours to scattered words; and for what is too large for a table, words that occur once as posts with
/// the same again between them. Each step has a limit, so that no input makes it quadratic in a long text.
/// Source: E. W. Myers, "An O(ND) difference algorithm and its variations", 1986; B. Cohen's patience diff.
struct SequenceDiff {
  /// Differences up to which Myers' algorithm is followed.
  private static let mostEdits = 48
  /// Cells of the table.
  private static let mostCells = 1 << 20

  private let a: UnsafeBufferPointer<Int32>
  private let b: UnsafeBufferPointer<Int32>
  /// What a match of a number is worth, in the table; by number.
  private let worth: (Int32) -> Int32
  private var pairs: [(old: Int, new: Int)] = []
  /// Work left before the rest is taken as replaced.
  private var budget: Int

  /// Pairs of equal numbers in the two ranges.
  static func pairs(
    _ a: [Int32], _ aRange: Range<Int>, _ b: [Int32], _ bRange: Range<Int>,
    worth: (Int32) -> Int32 = { _ in 4 }
  ) -> [(old: Int, new: Int)] {
    a.withUnsafeBufferPointer { a in
      b.withUnsafeBufferPointer { b in
        withoutActuallyEscaping(worth) { worth in
          var diff = SequenceDiff(
            a: a, b: b, worth: worth, budget: 64 * (aRange.count + bRange.count) + (1 << 22))
          diff.solve(aRange, bRange, depth: 0)
          return diff.pairs
        }
      }
    }
  }

  private init(
    a: UnsafeBufferPointer<Int32>, b: UnsafeBufferPointer<Int32>, worth: @escaping (Int32) -> Int32,
    budget: Int
  ) {
    self.a = a
    self.b = b
    self.worth = worth
    self.budget = budget
  }

  private mutating func solve(_ aRange: Range<Int>, _ bRange: Range<Int>, depth: Int) {
    var (a0, a1) = (aRange.lowerBound, aRange.upperBound)
    var (b0, b1) = (bRange.lowerBound, bRange.upperBound)
    while a0 < a1, b0 < b1, a[a0] == b[b0] {
      pairs.append((a0, b0))
      a0 += 1
      b0 += 1
    }
    var tail = 0
    while a0 < a1, b0 < b1, a[a1 - 1] == b[b1 - 1] {
      a1 -= 1
      b1 -= 1
      tail += 1
    }
    if a0 < a1, b0 < b1 { middle(a0..<a1, b0..<b1, depth: depth) }
    for step in 0..<tail { pairs.append((a1 + step, b1 + step)) }
  }

  private mutating func middle(_ aRange: Range<Int>, _ bRange: Range<Int>, depth: Int) {
    if budget <= 0 { return }
    if myers(aRange, bRange) { return }
    if aRange.count <= SequenceDiff.mostCells / bRange.count, aRange.count * bRange.count <= budget {
      budget -= aRange.count * bRange.count
      table(aRange, bRange)
      return
    }
    let posts = depth < 40 ? uniquePosts(aRange, bRange) : []
    guard !posts.isEmpty else { return ordinal(aRange, bRange) }
    var (a0, b0) = (aRange.lowerBound, bRange.lowerBound)
    for post in posts {
      if a0 < post.old || b0 < post.new { solve(a0..<post.old, b0..<post.new, depth: depth + 1) }
      pairs.append(post)
      (a0, b0) = (post.old + 1, post.new + 1)
    }
    solve(a0..<aRange.upperBound, b0..<bRange.upperBound, depth: depth + 1)
  }

  // MARK: Few differences

  private mutating func myers(_ aRange: Range<Int>, _ bRange: Range<Int>) -> Bool {
    let (n, m) = (aRange.count, bRange.count)
    let most = min(SequenceDiff.mostEdits, n + m)
    if abs(n - m) > most { return false }
    var v = [Int32](repeating: 0, count: 2 * most + 3)
    let middle = most + 1
    var trace: [Int32] = []
    for d in 0...most {
      for k in stride(from: -d, through: d, by: 2) {
        var x: Int
        if k == -d || (k != d && v[middle + k - 1] < v[middle + k + 1]) {
          x = Int(v[middle + k + 1])
        } else {
          x = Int(v[middle + k - 1]) + 1
        }
        var y = x - k
        while x < n, y < m, a[aRange.lowerBound + x] == b[bRange.lowerBound + y] {
          x += 1
          y += 1
          budget -= 1
        }
        v[middle + k] = Int32(x)
        if x >= n, y >= m {
          backtrack(trace, d, (n, m), aRange.lowerBound, bRange.lowerBound)
          return true
        }
      }
      // The diagonals of this step alone: d² numbers in all.
      trace.append(contentsOf: v[(middle - d)...(middle + d)])
      budget -= 2 * d
    }
    return false
  }

  private mutating func backtrack(
    _ trace: [Int32], _ edits: Int, _ end: (x: Int, y: Int), _ aStart: Int, _ bStart: Int
  ) {
    var found: [(old: Int, new: Int)] = []
    var (x, y) = end
    var d = edits
    while d > 0 {
      // Step d - 1 begins behind the squares of those before it.
      let base = (d - 1) * (d - 1) + (d - 1)
      let k = x - y
      func reached(_ k: Int) -> Int { abs(k) <= d - 1 ? Int(trace[base + k]) : -1 }
      let isDown = k == -d || (k != d && reached(k - 1) < reached(k + 1))
      let previous = isDown ? k + 1 : k - 1
      let px = reached(previous)
      let py = px - previous
      let (sx, sy) = isDown ? (px, py + 1) : (px + 1, py)
      while x > sx, y > sy {
        x -= 1
        y -= 1
        found.append((aStart + x, bStart + y))
      }
      (x, y) = (px, py)
      d -= 1
    }
    while x > 0, y > 0 {
      x -= 1
      y -= 1
      found.append((aStart + x, bStart + y))
    }
    pairs.append(contentsOf: found.reversed())
  }

  // MARK: Many differences

  /// Sum of the worth of the matches, and a bonus for each that follows another on both sides.
  private mutating func table(_ aRange: Range<Int>, _ bRange: Range<Int>) {
    let (n, m) = (aRange.count, bRange.count)
    let bonus: Int32 = 3
    // For each cell: 0 skip old, 1 skip new, 2 match; bit 2: the match goes on from a match.
    var steps = [UInt8](repeating: 0, count: n * m)
    var best = [Int32](repeating: 0, count: m + 1)
    var run = [Int32](repeating: Int32.min / 2, count: m + 1)
    for i in 0..<n {
      let word = a[aRange.lowerBound + i]
      let value = worth(word)
      var diagonalBest: Int32 = 0
      var diagonalRun = Int32.min / 2
      for j in 0..<m {
        let above = best[j + 1]
        let aboveRun = run[j + 1]
        var step: UInt8 = above >= best[j] ? 0 : 1
        var top = max(above, best[j])
        var ending = Int32.min / 2
        if word == b[bRange.lowerBound + j] {
          let goesOn = diagonalRun + bonus >= diagonalBest
          ending = (goesOn ? diagonalRun + bonus : diagonalBest) + value
          if goesOn { step |= 4 }
          if ending >= top {
            top = ending
            step = step & 4 | 2
          }
        }
        steps[i * m + j] = step
        best[j + 1] = top
        run[j + 1] = ending
        (diagonalBest, diagonalRun) = (above, aboveRun)
      }
    }
    var found: [(old: Int, new: Int)] = []
    var (i, j) = (n - 1, m - 1)
    var mustMatch = false
    while i >= 0, j >= 0 {
      let step = steps[i * m + j]
      if mustMatch || step & 3 == 2 {
        found.append((aRange.lowerBound + i, bRange.lowerBound + j))
        mustMatch = step & 4 != 0
        i -= 1
        j -= 1
      } else if step & 3 == 0 {
        i -= 1
      } else {
        j -= 1
      }
    }
    pairs.append(contentsOf: found.reversed())
  }

  // MARK: Too much for a table

  /// Numbers that occur once in either range, in an order that both have.
  private func uniquePosts(_ aRange: Range<Int>, _ bRange: Range<Int>) -> [(old: Int, new: Int)] {
    var places: [Int32: (old: Int, new: Int)] = [:]
    for index in aRange {
      let old = places[a[index]] == nil ? index : -1
      places[a[index]] = (old, -2)
    }
    for index in bRange {
      guard let place = places[b[index]], place.old >= 0 else { continue }
      places[b[index]]?.new = place.new == -2 ? index : -1
    }
    let found = places.values.filter { $0.old >= 0 && $0.new >= 0 }.sorted { $0.old < $1.old }
    let shifted = found.map { (old: $0.old, new: $0.new - bRange.lowerBound) }
    let keeps = HeaviestChain.keeps(shifted) { _ in 1 }
    return zip(found, keeps).filter(\.1).map(\.0)
  }

  /// The first of each number with the first, the second with the second: linear, and good enough for what
  /// repeats itself thousands of times.
  private mutating func ordinal(_ aRange: Range<Int>, _ bRange: Range<Int>) {
    var waiting: [Int32: [Int]] = [:]
    for index in bRange.reversed() { waiting[b[index], default: []].append(index) }
    var found: [(old: Int, new: Int)] = []
    for index in aRange {
      if let new = waiting[a[index]]?.popLast() { found.append((index, new - bRange.lowerBound)) }
    }
    let keeps = HeaviestChain.keeps(found) { _ in 1 }
    for (pair, isKept) in zip(found, keeps) where isKept {
      pairs.append((pair.old, pair.new + bRange.lowerBound))
    }
  }
}

import DaybookCore

/// Turns matched words into ops over bytes that tile both ranges.
///
/// White space and marks between two matched words are copied where they are the same bytes; a changed
/// stretch has the white space that both sides share taken off its ends, so that an op holds whole words.
struct WordOps {
  private let old: [UInt8]
  private let new: [UInt8]
  private(set) var ops: [WordOp] = []

  init(old: [UInt8], new: [UInt8]) {
    self.old = old
    self.new = new
  }

  /// `pairs` are equal stretches in order, not overlapping.
  static func ops(
    old: [UInt8], _ oldRange: Range<Int>, new: [UInt8], _ newRange: Range<Int>,
    pairs: [(old: Range<Int>, new: Range<Int>)]
  ) -> [WordOp] {
    var builder = WordOps(old: old, new: new)
    var (i, j) = (oldRange.lowerBound, newRange.lowerBound)
    for pair in pairs {
      builder.between(i..<pair.old.lowerBound, j..<pair.new.lowerBound)
      builder.add(.equal, pair.old, pair.new)
      (i, j) = (pair.old.upperBound, pair.new.upperBound)
    }
    builder.between(i..<oldRange.upperBound, j..<newRange.upperBound)
    return builder.ops
  }

  private mutating func between(_ a: Range<Int>, _ b: Range<Int>) {
    if a.isEmpty, b.isEmpty { return }
    var head = 0
    let most = min(a.count, b.count)
    while head < most, isShared(old[a.lowerBound + head], new[b.lowerBound + head]) { head += 1 }
    // Marks are shared as a whole or not at all: "- " is no part of "-- ".
    if head < most, head < a.count, head < b.count { head = wholeBlanks(a.lowerBound, head) }
    var tail = 0
    while tail < most - head, isShared(old[a.upperBound - 1 - tail], new[b.upperBound - 1 - tail]) {
      tail += 1
    }
    add(.equal, a.lowerBound..<(a.lowerBound + head), b.lowerBound..<(b.lowerBound + head))
    let (x, y) = (
      (a.lowerBound + head)..<(a.upperBound - tail), (b.lowerBound + head)..<(b.upperBound - tail)
    )
    if !x.isEmpty || !y.isEmpty { add(x.isEmpty ? .insert : y.isEmpty ? .delete : .replace, x, y) }
    add(.equal, (a.upperBound - tail)..<a.upperBound, (b.upperBound - tail)..<b.upperBound)
  }

  private func isShared(_ a: UInt8, _ b: UInt8) -> Bool { a == b && !Bytes.isWord(a) }

  /// The shared bytes up to the last white space among them.
  private func wholeBlanks(_ start: Int, _ count: Int) -> Int {
    var count = count
    while count > 0, !Bytes.isBlank(old[start + count - 1]) { count -= 1 }
    return count
  }

  private mutating func add(_ kind: WordOp.Kind, _ a: Range<Int>, _ b: Range<Int>) {
    if a.isEmpty, b.isEmpty { return }
    if let last = ops.last, last.kind == kind {
      ops[ops.count - 1] = WordOp(
        kind, old: last.old.lowerBound..<a.upperBound, new: last.new.lowerBound..<b.upperBound)
    } else {
      ops.append(WordOp(kind, old: a, new: b))
    }
  }
}

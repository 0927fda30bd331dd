package import DaybookCore

/// Proves a diff: it tiles both texts, and OLD with its ops gives NEW byte for byte.
package enum DiffProof {
  /// Throws where anything is missing, twice or other than it should be.
  package static func check(_ diff: VersionDiff) throws(DiffError) {
    try checkTiling(diff.ops.compactMap(\.old), diff.old.byteCount, "old")
    try checkTiling(diff.ops.compactMap(\.new), diff.new.byteCount, "new")
    for (index, op) in diff.ops.enumerated() { try check(op, index) }
    guard apply(diff) == Array(diff.new.document.text[..<diff.new.byteCount]) else {
      throw .unproven("the texts differ")
    }
  }

  private static func checkTiling(_ ranges: [Range<Int>], _ end: Int, _ side: String) throws(DiffError) {
    var place = 0
    for range in ranges.sorted(by: { ($0.lowerBound, $0.upperBound) < ($1.lowerBound, $1.upperBound) }) {
      guard range.lowerBound == place else {
        throw .unproven("\(side) text: gap or overlap at byte \(place)")
      }
      place = range.upperBound
    }
    guard place == end else { throw .unproven("\(side) text: covered to byte \(place) of \(end)") }
  }

  private static func check(_ op: DiffOp, _ index: Int) throws(DiffError) {
    switch op.kind {
    case .inserted, .deleted:
      guard (op.old == nil) == (op.kind == .inserted), (op.new == nil) == (op.kind == .deleted) else {
        throw .unproven("op \(index) has a side too many or too few")
      }
    case .equal, .moved:
      guard let old = op.old, let new = op.new, old.count == new.count else {
        throw .unproven("op \(index) is not of one length")
      }
    case .changed, .movedChanged:
      guard let old = op.old, let new = op.new else { throw .unproven("op \(index) lacks a side") }
      var (i, j) = (old.lowerBound, new.lowerBound)
      for word in op.words {
        let isRight =
          switch word.kind {
          case .equal: word.old.count == word.new.count
          case .insert: word.old.isEmpty
          case .delete: word.new.isEmpty
          case .replace: true
          }
        guard isRight, word.old.lowerBound == i, word.new.lowerBound == j else {
          throw .unproven("op \(index): its words do not tile it")
        }
        (i, j) = (word.old.upperBound, word.new.upperBound)
      }
      guard i == old.upperBound, j == new.upperBound else {
        throw .unproven("op \(index): its words stop short")
      }
    }
  }

  /// The new text, made of the old one and what the ops say is new.
  package static func apply(_ diff: VersionDiff) -> [UInt8] {
    let (old, new) = (diff.old.document.text, diff.new.document.text)
    var result = [UInt8](repeating: 0, count: diff.new.byteCount)
    func put(_ bytes: ArraySlice<UInt8>, at place: Int) {
      guard place >= 0, place + bytes.count <= result.count else { return }
      result.replaceSubrange(place..<(place + bytes.count), with: bytes)
    }
    for op in diff.ops {
      guard let place = op.new?.lowerBound else { continue }
      switch op.kind {
      case .equal, .moved: if let from = op.old { put(old[from], at: place) }
      case .inserted: if let own = op.new { put(new[own], at: place) }
      case .deleted: break
      case .changed, .movedChanged:
        for word in op.words {
          switch word.kind {
          case .equal: put(old[word.old], at: word.new.lowerBound)
          case .insert, .replace: put(new[word.new], at: word.new.lowerBound)
          case .delete: break
          }
        }
      }
    }
    return result
  }
}

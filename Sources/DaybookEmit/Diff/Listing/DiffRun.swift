import DaybookCore

/// A stretch of words as a reader sees it: kept, taken out or put in.
struct DiffRun: Hashable {
  enum Kind: Hashable { case kept, deleted, inserted }

  var kind: Kind
  var text: String

  /// The words of an op, without the marks and white space around its units.
  ///
  /// Where only white space differs, the new one is shown as kept.
  static func runs(of op: DiffOp, in diff: VersionDiff) -> [DiffRun] {
    let oldBytes = bytes(op.oldUnits, diff.old)
    let newBytes = bytes(op.newUnits, diff.new)
    var runs: [DiffRun] = []
    func add(_ kind: Kind, _ side: VersionSide, _ bytes: Range<Int>, _ limit: Range<Int>) {
      let inner = bytes.clamped(to: limit)
      guard !inner.isEmpty else { return }
      let text = side.quote(inner)
      if let last = runs.last, last.kind == kind {
        runs[runs.count - 1].text += text
      } else {
        runs.append(DiffRun(kind: kind, text: text))
      }
    }
    switch (op.old, op.new) {
    case (nil, _): add(.inserted, diff.new, newBytes, newBytes)
    case (_, nil): add(.deleted, diff.old, oldBytes, oldBytes)
    default:
      if op.words.isEmpty { add(.kept, diff.new, newBytes, newBytes) }
      for word in op.words {
        let isBlank = blank(word.old, diff.old) && blank(word.new, diff.new)
        if word.kind == .equal || isBlank {
          add(.kept, diff.new, word.new, newBytes)
        } else {
          add(.deleted, diff.old, word.old, oldBytes)
          add(.inserted, diff.new, word.new, newBytes)
        }
      }
    }
    return runs
  }

  /// The words of one side of an op.
  static func words(_ units: Range<Int>, _ side: VersionSide) -> String { side.quote(bytes(units, side)) }

  static func bytes(_ units: Range<Int>, _ side: VersionSide) -> Range<Int> {
    guard let first = units.first, let last = units.last, side.units.indices.contains(first),
      side.units.indices.contains(last)
    else { return 0..<0 }
    let start = side.units[first].bytes.lowerBound
    return start..<max(start, side.units[last].bytes.upperBound)
  }

  private static func blank(_ bytes: Range<Int>, _ side: VersionSide) -> Bool {
    side.document.text[bytes.clamped(to: 0..<side.document.text.count)].allSatisfy { $0 <= 0x20 }
  }
}

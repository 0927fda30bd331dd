import DaybookCore

/// Pairs the facts of both sides that a change lies on, and calls each by its kind.
struct FactChanges {
  private let old: VersionSide
  private let new: VersionSide
  private let oldReader: FactReader
  private let newReader: FactReader
  private let plainWords: PlainWords

  init(_ old: VersionSide, _ new: VersionSide, dates: @escaping VersionComparer.DateReading) {
    self.old = old
    self.new = new
    oldReader = FactReader(text: old.document.text, dates: dates)
    newReader = FactReader(text: new.document.text, dates: dates)
    plainWords = PlainWords([old, new])
  }

  /// A stretch in which both sides are compared: a cell, or a unit.
  private struct Field {
    var old: Range<Int>
    var new: Range<Int>
  }

  func facts(_ ops: [DiffOp]) -> [FactChange] {
    var facts: [FactChange] = []
    for (index, op) in ops.enumerated() where !op.words.isEmpty && !op.isTechnical {
      let changes = op.words.filter { $0.kind != .equal }
      for field in fields(op) { facts += self.facts(field, changes, op, index) }
    }
    return facts
  }

  /// The changed cells of a row, or all of an op's words.
  private func fields(_ op: DiffOp) -> [Field] {
    guard let a = op.oldUnits.first, let b = op.newUnits.first, let x = op.oldUnits.last,
      let y = op.newUnits.last
    else { return [] }
    if old.units[a].kind == .tableRow, new.units[b].kind == .tableRow {
      return op.cells.compactMap { cell in
        guard let old = cell.oldBytes, let new = cell.newBytes, cell.kind == .changed else { return nil }
        return Field(old: old, new: new)
      }
    }
    return [Field(old: words(old, a, x), new: words(new, b, y))]
  }

  /// From the first unit to the last; the number of a heading is no fact.
  private func words(_ side: VersionSide, _ first: Int, _ last: Int) -> Range<Int> {
    let unit = side.units[first]
    let number = unit.kind == .heading ? HeadingNumber.range(in: side.document.text, unit.bytes) : nil
    let start = number?.upperBound ?? unit.bytes.lowerBound
    return start..<max(start, side.units[last].bytes.upperBound)
  }

  private func facts(_ field: Field, _ changes: [WordOp], _ op: DiffOp, _ index: Int) -> [FactChange] {
    var olds: [FactSpan]?
    var news: [FactSpan]?
    var facts: [FactChange] = []
    for change in changes
    where change.kind != .insert && change.kind != .delete && change.old.overlaps(field.old)
      && change.new.overlaps(field.new)
    {
      olds = olds ?? oldReader.spans(field.old)
      news = news ?? newReader.spans(field.new)
      var before = (olds ?? []).filter { $0.bytes.overlaps(change.old) }
      var after = (news ?? []).filter { $0.bytes.overlaps(change.new) }
      if FactChanges.pairs(before, after).isEmpty, let x = bareNumber(old, change.old),
        let y = bareNumber(new, change.new)
      {
        (before, after) = ([x], [y])
      } else if before.isEmpty || after.isEmpty {
        if let x = NameSpans(text: old.document.text).name(around: change.old, in: field.old),
          let y = NameSpans(text: new.document.text).name(around: change.new, in: field.new),
          x.kind != .person || y.kind != .person
            || !plainWords.contains(x.bytes, old) && !plainWords.contains(y.bytes, new)
        {
          (before, after) = ([x], [y])
        }
      }
      for (x, y) in FactChanges.pairs(before, after) {
        let fact = self.fact(x, y, op, index)
        if fact.oldText != fact.newText, !facts.contains(fact) { facts.append(fact) }
      }
    }
    return facts
  }

  /// Digits alone, where one side reads them as a part of something else.
  private func bareNumber(_ side: VersionSide, _ bytes: Range<Int>) -> FactSpan? {
    let core = side.document.text.withUnsafeBufferPointer {
      Bytes.core($0, bytes.lowerBound, bytes.upperBound)
    }
    guard !core.isEmpty, core.allSatisfy({ Bytes.isDigit(side.document.text[$0]) }) else { return nil }
    return FactSpan(kind: .number, bytes: core, value: side.quote(core))
  }

  /// The first of a kind with the first of that kind; a number with what has a unit on the other side only.
  private static func pairs(_ before: [FactSpan], _ after: [FactSpan]) -> [(FactSpan, FactSpan)] {
    var left = after
    var pairs: [(FactSpan, FactSpan)] = []
    for span in before {
      let place =
        left.firstIndex { $0.kind == span.kind }
        ?? left.firstIndex { isNumeric($0.kind) && isNumeric(span.kind) }
      guard let place else { continue }
      pairs.append((span, left.remove(at: place)))
    }
    return pairs
  }

  private static func isNumeric(_ kind: FactChange.Kind) -> Bool {
    switch kind {
    case .number, .period, .amount, .version: true
    default: false
    }
  }

  private func fact(_ x: FactSpan, _ y: FactSpan, _ op: DiffOp, _ index: Int) -> FactChange {
    let oldUnit = old.units[op.oldUnits.lowerBound]
    let newUnit = new.units[op.newUnits.lowerBound]
    var kind = x.kind == y.kind ? x.kind : .number
    if kind == .date, SignOff.isSignOff(newUnit, new), SignOff.isSignOff(oldUnit, old) { kind = .signOff }
    return FactChange(
      kind: kind, oldText: flat(old.quote(x.bytes)), newText: flat(new.quote(y.bytes)), old: x.bytes,
      new: y.bytes, oldValue: x.value, newValue: y.value, oldSection: oldUnit.section,
      newSection: newUnit.section, op: index)
  }

  private func flat(_ text: String) -> String {
    text.contains("\n")
      ? text.split(whereSeparator: { $0 == "\n" || $0 == " " }).joined(separator: " ") : text
  }
}

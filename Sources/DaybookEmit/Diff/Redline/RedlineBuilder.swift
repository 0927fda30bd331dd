import DaybookCore

/// Makes a redline of a comparison: NEW as tracked changes over OLD.
///
/// A moved paragraph stands twice, where it went from and where it went to, as word processors have it; a moved
/// table row is a deleted and an inserted one. What stands in the headers and footers of office files goes into
/// those of the redline.
struct RedlineBuilder {
  private let listing: DiffListing
  private var redline = Redline()
  private let widths: (old: [Int: Int], new: [Int: Int])
  private let bodyEnd: (old: Int, new: Int)

  static func redline(_ listing: DiffListing) -> Redline {
    var builder = RedlineBuilder(listing)
    builder.addMovedAway(after: Int.min)
    for index in listing.diff.ops.indices {
      builder.add(index)
      builder.addMovedAway(after: index)
    }
    return builder.redline
  }

  private init(_ listing: DiffListing) {
    self.listing = listing
    let diff = listing.diff
    widths = (RedlineBuilder.widths(diff.old), RedlineBuilder.widths(diff.new))
    bodyEnd = (RedlineBuilder.bodyEnd(diff.old), RedlineBuilder.bodyEnd(diff.new))
  }

  /// Columns by table, in the numbers of the units: those of the blocks count tables of one column too.
  private static func widths(_ side: VersionSide) -> [Int: Int] {
    var widths: [Int: Int] = [:]
    for unit in side.units {
      guard let table = unit.table else { continue }
      for index in unit.blocks {
        widths[table] = max(widths[table] ?? 0, min(side.document.blocks[index].cell?.column ?? 1, 63))
      }
    }
    return widths
  }

  /// The unit behind the last one that is no header or footer.
  private static func bodyEnd(_ side: VersionSide) -> Int {
    (side.units.lastIndex { $0.kind != .furniture } ?? -1) + 1
  }

  // MARK: Ops

  private mutating func add(_ index: Int) {
    let op = listing.diff.ops[index]
    let diff = listing.diff
    if isRow(op) {
      addRow(op)
      return
    }
    let old = side(diff.old, op.isMove ? 0..<0 : op.oldUnits)
    let new = side(diff.new, op.newUnits)
    var paragraphs: [RedlineParagraph]
    if op.isMove {
      // What was taken out of it is seen where it went from.
      paragraphs = whole(new, .inserted)
      if let number = listing.numbers[index] { paragraphs = moved(paragraphs, op, number) }
    } else if op.old == nil {
      paragraphs = whole(new, .inserted)
    } else if op.new == nil {
      paragraphs = whole(old, .deleted)
    } else {
      paragraphs = RedlineWeaver.weave(old, new, words(op))
    }
    let isTail =
      (op.newUnits.first.map { $0 >= bodyEnd.new } ?? true)
      && (op.oldUnits.first.map { $0 >= bodyEnd.old } ?? true)
    place(paragraphs, op, isFurniture: isTail)
  }

  private func isRow(_ op: DiffOp) -> Bool {
    op.newUnits.first.map { listing.diff.new.units[$0].kind == .tableRow } ?? op.oldUnits.first.map {
      listing.diff.old.units[$0].kind == .tableRow
    } ?? false
  }

  private func words(_ op: DiffOp) -> [WordOp] {
    guard op.words.isEmpty, let old = op.old, let new = op.new else { return op.words }
    return [WordOp(.equal, old: old, new: new)]
  }

  private mutating func place(_ paragraphs: [RedlineParagraph], _ op: DiffOp, isFurniture: Bool) {
    guard isFurniture else {
      redline.body += paragraphs.map(RedlineItem.paragraph)
      return
    }
    let diff = listing.diff
    let block =
      op.newUnits.first.flatMap { diff.new.units[$0].blocks.first }.map { diff.new.document.blocks[$0] }
      ?? op.oldUnits.first.flatMap { diff.old.units[$0].blocks.first }.map { diff.old.document.blocks[$0] }
    if block?.kind == .footer { redline.footer += paragraphs } else { redline.header += paragraphs }
  }

  private mutating func addMovedAway(after index: Int) {
    for moved in listing.origins[index] ?? [] {
      let op = listing.diff.ops[moved]
      if isRow(op) {
        addRowAway(op)
        continue
      }
      let paragraphs = whole(side(listing.diff.old, op.oldUnits), .movedFrom)
      redline.body += paragraphs.map { paragraph in
        var paragraph = paragraph
        paragraph.move = listing.numbers[moved]
        return .paragraph(paragraph)
      }
    }
  }

  /// The words that came along are moved, what is new among them is inserted.
  private func moved(_ paragraphs: [RedlineParagraph], _ op: DiffOp, _ number: Int) -> [RedlineParagraph] {
    let diff = listing.diff
    let old = RedlineWeaver.Side(text: diff.old.document.text, paragraphs: [])
    let new = side(diff.new, op.newUnits)
    // Without paragraphs of OLD every word is one of NEW; which of them are old is told by the words of the op.
    var result: [RedlineParagraph] = []
    for (index, paragraph) in new.paragraphs.enumerated() {
      let one = RedlineWeaver.Side(text: new.text, paragraphs: [paragraph])
      var runs: [RedlineRun] = []
      for word in words(op) {
        let woven = RedlineWeaver.weave(old, one, [WordOp(.insert, old: 0..<0, new: word.new)])
        for run in woven.flatMap(\.runs) {
          runs.append(RedlineRun(mark: word.kind == .equal ? .movedTo : .inserted, text: run.text))
        }
      }
      var made = paragraphs[min(index, paragraphs.count - 1)]
      made.runs = runs
      made.mark = .movedTo
      made.move = number
      result.append(made)
    }
    return result
  }

  /// All of one side.
  private func whole(_ side: RedlineWeaver.Side, _ mark: RedlineMark) -> [RedlineParagraph] {
    side.paragraphs.map { bytes, style in
      let one = RedlineWeaver.Side(text: side.text, paragraphs: [(bytes, style)])
      let none = RedlineWeaver.Side(text: [], paragraphs: [])
      let runs = RedlineWeaver.weave(none, one, [WordOp(.insert, old: 0..<0, new: bytes)]).flatMap(\.runs)
      return RedlineParagraph(
        runs: runs.map { RedlineRun(mark: mark, text: $0.text) }, mark: mark, style: style)
    }
  }

  private func side(_ side: VersionSide, _ units: Range<Int>) -> RedlineWeaver.Side {
    RedlineWeaver.Side(
      text: side.document.text,
      paragraphs: units.map { RedlineStyles.paragraph(side.units[$0], side) })
  }

  // MARK: Rows

  private func cells(_ op: DiffOp, isOld: Bool) -> [Int: [(bytes: Range<Int>, style: RedlineStyle)]] {
    let side = isOld ? listing.diff.old : listing.diff.new
    var cells: [Int: [(bytes: Range<Int>, style: RedlineStyle)]] = [:]
    for unit in isOld ? op.oldUnits : op.newUnits {
      for index in side.units[unit].blocks {
        let block = side.document.blocks[index]
        let column = min(max(block.cell?.column ?? 1, 1), 63)
        cells[column, default: []].append(RedlineStyles.paragraph(of: block, side))
      }
    }
    return cells
  }

  private func table(_ op: DiffOp, isOld: Bool) -> Int? {
    let units = isOld ? op.oldUnits : op.newUnits
    return units.first.flatMap { (isOld ? listing.diff.old : listing.diff.new).units[$0].table }
  }

  private mutating func addRow(_ op: DiffOp) {
    let (oldTable, newTable) = (table(op, isOld: true), table(op, isOld: false))
    let oldWidth = oldTable.flatMap { widths.old[$0] } ?? 1
    let newWidth = newTable.flatMap { widths.new[$0] } ?? 1
    let isOne = op.oldUnits.count == 1 && op.newUnits.count == 1 && oldWidth == newWidth && !op.isMove
    guard op.old != nil, op.new != nil, isOne, oldTable != nil, newTable != nil else {
      if op.old != nil, !op.isMove { addRowAway(op) }
      if op.new != nil { addWholeRow(op, isOld: false) }
      return
    }
    let (before, after) = (cells(op, isOld: true), cells(op, isOld: false))
    let diff = listing.diff
    let made = (1...max(newWidth, 1)).map { column in
      RedlineWeaver.weave(
        RedlineWeaver.Side(text: diff.old.document.text, paragraphs: before[column] ?? []),
        RedlineWeaver.Side(text: diff.new.document.text, paragraphs: after[column] ?? []), words(op))
    }
    redline.body.append(.row(RedlineRow(cells: made, oldTable: oldTable, newTable: newTable)))
  }

  private mutating func addRowAway(_ op: DiffOp) { addWholeRow(op, isOld: true) }

  /// A row of one side alone.
  private mutating func addWholeRow(_ op: DiffOp, isOld: Bool) {
    let side = isOld ? listing.diff.old : listing.diff.new
    let table = table(op, isOld: isOld)
    let width = table.flatMap { (isOld ? widths.old : widths.new)[$0] } ?? 1
    let cells = cells(op, isOld: isOld)
    let mark: RedlineMark = isOld ? .deleted : .inserted
    let made = (1...max(width, 1)).map { column in
      let paragraphs = whole(
        RedlineWeaver.Side(text: side.document.text, paragraphs: cells[column] ?? []), mark)
      return paragraphs.isEmpty ? [RedlineParagraph(mark: mark)] : paragraphs
    }
    // A unit of the kind of a row without cells is a paragraph.
    guard table != nil else {
      redline.body += made.flatMap { $0 }.map(RedlineItem.paragraph)
      return
    }
    redline.body.append(
      .row(
        RedlineRow(mark: mark, cells: made, oldTable: isOld ? table : nil, newTable: isOld ? nil : table)))
  }
}

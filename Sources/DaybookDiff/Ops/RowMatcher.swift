import DaybookCore

/// Matches the cells of two rows, and the words inside them.
///
/// Cells are matched in order of their columns, the first of equal words; two cells that changed places are
/// told apart from cells whose words changed.
struct RowMatcher {
  let old: VersionSide
  let new: VersionSide
  let matcher: WordMatcher

  private struct CellWords {
    var address: CellChange.Address
    var bytes: Range<Int>
    var words: Range<Int>
  }

  func match(_ oldUnit: Int, _ newUnit: Int) -> (
    stretches: [(old: Range<Int>, new: Range<Int>)], cells: [CellChange]
  ) {
    let a = cells(old, oldUnit, matcher.old)
    let b = cells(new, newUnit, matcher.new)
    let pairs = columns(a, b)
    var stretches: [(old: Range<Int>, new: Range<Int>)] = []
    var changes: [CellChange] = []
    var (i, j) = (0, 0)
    for (x, y) in pairs + [(a.count, b.count)] {
      while i < x {
        changes.append(CellChange(.removed, old: a[i].address, new: nil, oldBytes: a[i].bytes))
        i += 1
      }
      while j < y {
        changes.append(CellChange(.added, old: nil, new: b[j].address, newBytes: b[j].bytes))
        j += 1
      }
      guard x < a.count, y < b.count else { break }
      stretches += matcher.stretches(a[x].words, b[y].words)
      if !isSame(a[x], b[y]) {
        changes.append(
          CellChange(
            isSwapped(a, b, pairs, x, y) ? .swapped : .changed, old: a[x].address, new: b[y].address,
            oldBytes: a[x].bytes, newBytes: b[y].bytes))
      }
      (i, j) = (x + 1, y + 1)
    }
    return (stretches, changes)
  }

  private func cells(_ side: VersionSide, _ unit: Int, _ stream: TokenStream) -> [CellWords] {
    var cells: [CellWords] = []
    var word = stream.words(of: unit).lowerBound
    let end = stream.words(of: unit).upperBound
    for index in side.units[unit].blocks {
      let block = side.document.blocks[index]
      guard let cell = block.cell else { continue }
      let start = word
      while word < end, Int(stream.starts[word]) < block.bytes.upperBound { word += 1 }
      if let last = cells.last, last.address.column == cell.column - 1 {
        // Another paragraph of the same cell.
        cells[cells.count - 1].bytes = last.bytes.lowerBound..<block.bytes.upperBound
        cells[cells.count - 1].words = last.words.lowerBound..<word
      } else {
        let address = CellChange.Address(
          table: side.units[unit].table ?? cell.table, row: side.units[unit].row ?? 0, column: cell.column - 1
        )
        cells.append(CellWords(address: address, bytes: block.bytes, words: start..<word))
      }
    }
    return cells
  }

  /// Which cells stand for the same column: by column where both rows have them all, else by what they hold.
  private func columns(_ a: [CellWords], _ b: [CellWords]) -> [(Int, Int)] {
    if a.map(\.address.column) == b.map(\.address.column) { return Array(zip(a.indices, b.indices)) }
    // From the same side whichever is OLD, as all matching: ties fall alike then.
    let (first, second) = matcher.isMirrored ? (b, a) : (a, b)
    var pairs: [(old: Int, new: Int)] = []
    var weights: [Int] = []
    for (i, x) in first.enumerated() {
      for (j, y) in second.enumerated().reversed() {
        let same = matcher.isMirrored ? isSame(y, x) : isSame(x, y)
        let level = x.address.column == y.address.column
        guard same || level else { continue }
        pairs.append((i, j))
        weights.append((same ? 4 : 0) + (level ? 1 : 0))
      }
    }
    let keeps = HeaviestChain.keeps(pairs) { weights[$0] }
    return zip(pairs, keeps).filter(\.1).map {
      matcher.isMirrored ? ($0.0.new, $0.0.old) : ($0.0.old, $0.0.new)
    }
  }

  private func isSame(_ x: CellWords, _ y: CellWords) -> Bool {
    matcher.old.ids[x.words].elementsEqual(matcher.new.ids[y.words])
  }

  /// Whether these two stand in each other's place: what was here is there now, and the other way round.
  private func isSwapped(_ a: [CellWords], _ b: [CellWords], _ pairs: [(Int, Int)], _ x: Int, _ y: Int)
    -> Bool
  {
    pairs.contains { (other, place) in
      other != x && isSame(a[x], b[place]) && isSame(a[other], b[y])
    }
  }
}

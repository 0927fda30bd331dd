/// What became of one stretch of the old version, or how one of the new version came about.
///
/// Shape: `old` is nil for inserted, `new` for deleted text; both are byte ranges with the white space that
/// belongs to them. `oldUnits` and `newUnits` are indices of `VersionSide.units`: one each, several where a
/// unit was split or units were merged. A moved stretch is one op that has both sides, never a deletion and
/// an insertion.
package struct DiffOp: Hashable, Sendable, Codable {
  package enum Kind: String, Hashable, Sendable, Codable, CaseIterable {
    /// `equal` and `moved` are the same bytes; `changed` and `movedChanged` have words.
    case equal, changed, inserted, deleted, moved
    case movedChanged = "moved-changed"
  }

  package var kind: Kind
  package var old: Range<Int>?
  package var new: Range<Int>?
  package var oldUnits: Range<Int>
  package var newUnits: Range<Int>
  /// Of changed and moved-changed ops, in order: they tile both ranges.
  package var words: [WordOp]
  /// Changed cells of a table row.
  package var cells: [CellChange]
  /// Only white space, line breaks, markup, page furniture or a section number is another.
  package var isTechnical: Bool

  package init(
    kind: Kind, old: Range<Int>?, new: Range<Int>?, oldUnits: Range<Int>, newUnits: Range<Int>,
    words: [WordOp] = [],
    cells: [CellChange] = [], isTechnical: Bool = false
  ) {
    self.kind = kind
    self.old = old
    self.new = new
    self.oldUnits = oldUnits
    self.newUnits = newUnits
    self.words = words
    self.cells = cells
    self.isTechnical = isTechnical
  }

  package var isMove: Bool { kind == .moved || kind == .movedChanged }
  /// One old unit became several.
  package var isSplit: Bool { oldUnits.count == 1 && newUnits.count > 1 }
  /// Several old units became one.
  package var isMerge: Bool { oldUnits.count > 1 && newUnits.count == 1 }
}

/// A run of words inside a changed op: `old` is empty for an insertion, `new` for a deletion; the new words
/// stand at `new` in the new text.
package struct WordOp: Hashable, Sendable, Codable {
  package enum Kind: String, Hashable, Sendable, Codable { case equal, delete, insert, replace }

  package var kind: Kind
  package var old: Range<Int>
  package var new: Range<Int>

  package init(_ kind: Kind, old: Range<Int>, new: Range<Int>) {
    self.kind = kind
    self.old = old
    self.new = new
  }
}

/// A cell whose words are others, in both coordinates: table from 1, row and column from 0. The old address
/// is nil for a cell that was added, the new one for a cell that went.
package struct CellChange: Hashable, Sendable, Codable {
  package enum Kind: String, Hashable, Sendable, Codable { case changed, swapped, added, removed }

  package struct Address: Hashable, Sendable, Codable {
    package var table: Int
    package var row: Int
    package var column: Int

    package init(table: Int, row: Int, column: Int) {
      self.table = table
      self.row = row
      self.column = column
    }
  }

  package var kind: Kind
  package var old: Address?
  package var new: Address?
  package var oldBytes: Range<Int>?
  package var newBytes: Range<Int>?

  package init(
    _ kind: Kind, old: Address?, new: Address?, oldBytes: Range<Int>? = nil, newBytes: Range<Int>? = nil
  ) {
    self.kind = kind
    self.old = old
    self.new = new
    self.oldBytes = oldBytes
    self.newBytes = newBytes
  }
}

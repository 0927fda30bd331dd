package import DaybookCore

/// Puts together a document's text and blocks where the format's own bytes are not text.
///
/// Blocks are parted by an empty line, entries of one list and rows of one table by a line break, cells of
/// one row by a tab.
package struct DocumentBuilder {
  package private(set) var text: [UInt8] = []
  package private(set) var blocks: [Block] = []

  package init() {}

  /// Appends a block with these words; nothing where they are blank. `words` is UTF-8 without NUL.
  ///
  /// Shape: gives the range that they have now. `block`'s own range is of no account.
  @discardableResult
  package mutating func add(_ block: Block, _ words: [UInt8]) -> Range<Int>? {
    let inner = Blank.trimmed(0..<words.count, in: words)
    guard !inner.isEmpty else { return nil }
    if let last = blocks.last { text.append(contentsOf: DocumentBuilder.separator(last, block)) }
    let start = text.count
    text.append(contentsOf: words[inner])
    var block = block
    block.bytes = start..<text.count
    blocks.append(block)
    return block.bytes
  }

  /// Replaces the blocks by others that lie in the same text: another kind, a heading above a cell.
  package mutating func mapBlocks(_ change: (Block) -> Block) { blocks = blocks.map(change) }

  private static func separator(_ last: Block, _ next: Block) -> [UInt8] {
    if let above = last.cell, let below = next.cell, above.table == below.table {
      return above.row == below.row && above.column != below.column ? [0x09] : [0x0A]
    }
    return last.kind == .listItem && next.kind == .listItem ? [0x0A] : [0x0A, 0x0A]
  }
}

import DaybookCore
import DaybookDiff

/// What always holds for the comparison of two texts, whatever they are.
package enum DiffInvariants {
  /// Splits the bytes at the first 0xFF into OLD and NEW, and reads both as a very simple kind of Markdown. Gives
  /// one line for each thing that does not hold.
  package static func violations(in input: [UInt8]) -> [String] {
    let parts = input.split(separator: 0xFF, maxSplits: 1, omittingEmptySubsequences: false)
    let old = side(Array(parts.first ?? []), path: "old.md")
    let new = side(Array(parts.count > 1 ? parts[1] : []), path: "new.md")
    do throws(DiffError) {
      let comparer = VersionComparer { _ in [] }
      let there = try comparer.compare(old, new)
      let back = try comparer.compare(new, old)
      let itself = try comparer.compare(new, new)
      var broken: [String] = []
      if DiffProof.apply(there) != Array(new.document.text[..<new.byteCount]) { broken.append("OLD → NEW") }
      if DiffProof.apply(back) != Array(old.document.text[..<old.byteCount]) { broken.append("NEW → OLD") }
      if !itself.ops.allSatisfy({ $0.kind == .equal }) || !itself.facts.isEmpty { broken.append("NEW → NEW") }
      let (a, b) = (Counts(there), Counts(back))
      if a != b.mirrored { broken.append("not symmetric: \(a) and \(b)") }
      return broken
    } catch {
      return ["\(error)"]
    }
  }

  /// Bytes and ops by what happened to them.
  private struct Counts: Equatable, CustomStringConvertible {
    var kept = 0
    var gone = 0
    var come = 0
    var moves = 0

    init(_ diff: VersionDiff) {
      for op in diff.ops {
        if op.isMove { moves += 1 }
        switch op.kind {
        case .equal, .moved: kept += op.old?.count ?? 0
        case .deleted: gone += op.old?.count ?? 0
        case .inserted: come += op.new?.count ?? 0
        case .changed, .movedChanged:
          for word in op.words {
            if word.kind == .equal {
              kept += word.old.count
            } else {
              gone += word.old.count
              come += word.new.count
            }
          }
        }
      }
    }

    var mirrored: Counts {
      var counts = self
      (counts.gone, counts.come) = (come, gone)
      return counts
    }

    var description: String { "\(kept) kept, \(gone) gone, \(come) come, \(moves) moved" }
  }

  // MARK: Texts

  /// One block a line: "#" a heading, "-" a list entry, "|" a row with its cells, ">" a quotation, "=" a footer.
  private static func side(_ text: [UInt8], path: String) -> VersionSide {
    let source = Source(
      id: Source.ID(text: SHA256Digest(of: text).hex()), path: path, byteCount: text.count)
    var document = Document(
      source: source, provenance: Provenance(stage: "convert", tool: "fuzz", version: 1, input: ""))
    document.text = Array(String(decoding: text, as: UTF8.self).utf8)
    var start = 0
    var (table, row) = (0, 0)
    for line in document.text.split(separator: 0x0A, omittingEmptySubsequences: false) {
      let bytes = start..<(start + line.count)
      start += line.count + 1
      guard let first = line.first else {
        row = 0
        continue
      }
      row = first == 0x7C ? row + 1 : 0
      if row == 1 { table += 1 }
      if row > 0 {
        addCells(bytes, table, row, &document)
      } else {
        document.blocks.append(block(first, bytes))
      }
    }
    return UnitBuilder.side(document, isFileText: false)
  }

  private static func block(_ first: UInt8, _ bytes: Range<Int>) -> Block {
    let inner = (bytes.lowerBound + 1)..<bytes.upperBound
    switch first {
    case 0x23 where !inner.isEmpty: return Block(.heading, inner, level: 2)
    case 0x2D where !inner.isEmpty: return Block(.listItem, inner, level: 1)
    case 0x3E where !inner.isEmpty: return Block(.quoted, inner)
    case 0x3D where !inner.isEmpty: return Block(.footer, inner)
    default: return Block(.paragraph, bytes)
    }
  }

  private static func addCells(_ bytes: Range<Int>, _ table: Int, _ row: Int, _ document: inout Document) {
    var start = bytes.lowerBound + 1
    var column = 1
    for place in start...bytes.upperBound
    where place == bytes.upperBound || document.text[place] == 0x7C {
      if place > start {
        document.blocks.append(
          Block(.cell, start..<place, cell: Block.Cell(table: table, row: row, column: column)))
      }
      column += 1
      start = place + 1
    }
  }
}

import DaybookCore
import DaybookIngest
import DaybookStore

/// One content on its way into the store.
///
/// A source that is one piece comes and goes in one step. A longer one lives until the last of its pieces and
/// the last of its stretches of text have come back, in any order.
final class SourceWork {
  var source: Source
  let key: ConversionRecord.Key
  let row: Int64
  /// Members of containers travel with their bytes, files by name.
  let isMember: Bool

  var mediaType = ""
  var skipReason: String?
  var lossReasons: [String] = []
  var pageCount = 0
  var pagesWithoutText = 0
  /// Jobs that have not come back.
  var pendingJobs = 0
  /// What comes behind the first answer, and what of it has not been asked for.
  var pieces: [Piece] = []
  var waitingPieces: ArraySlice<(index: Int, piece: Piece)> = []
  private var memberNames: [String: Int] = [:]
  var isBroken = false
  /// For a document whose pages come in pieces.
  var assembly: Assembly?
  var isAssembled = false
  /// Pieces of it that wait for pictures of their pages, by number.
  var pictures: [Int: WaitingPictures] = [:]
  /// For a long one: what has been read of it, should this run be interrupted.
  var log: PieceLog?

  init(source: Source, key: ConversionRecord.Key, row: Int64, isMember: Bool) {
    self.source = source
    self.key = key
    self.row = row
    self.isMember = isMember
  }

  /// Containers may hold two members of one name: "note.txt" and then "note.txt (2)".
  func uniqueName(_ name: String) -> String {
    let count = (memberNames[name] ?? 0) + 1
    memberNames[name] = count
    return count == 1 ? name : uniqueName("\(name) (\(count))")
  }

  var isDone: Bool { pendingJobs == 0 && waitingPieces.isEmpty }

  func note(_ finding: Finding) {
    if finding.severity == .loss { lossReasons.append(finding.message) }
  }

  func count(_ document: Document) {
    pageCount += document.pages.count
    pagesWithoutText += document.pages.count { !$0.hasTextLayer }
    for finding in document.findings { note(finding) }
  }

  var record: ConversionRecord {
    var record = ConversionRecord(
      row: row, key: key, mediaType: mediaType, pages: pageCount, pagesWithoutText: pagesWithoutText)
    if isBroken {
      record.outcome = .failed
      record.reason = lossReasons.first ?? "nothing could be read"
    } else if let skipReason {
      record.outcome = .skipped
      record.reason = skipReason
    } else if !lossReasons.isEmpty {
      record.outcome = .inPart
      let more = lossReasons.count - 1
      record.reason = lossReasons[0] + (more > 0 ? "; and \(more) more \(more == 1 ? "loss" : "losses")" : "")
    }
    return record
  }
}

/// The pages of one piece, held back until the last of their pictures has been read.
struct WaitingPictures {
  var layouts: [PageLayout]
  var missing: Int

  /// Puts a page that was read in the place of what its text layer gave.
  mutating func settle(_ layout: PageLayout) {
    if let place = layouts.firstIndex(where: { $0.number == layout.number }) { layouts[place] = layout }
  }
}

/// The pages of a long document, put together in order as they come in.
struct Assembly {
  var assembler: PageAssembler
  let documentRow: Int64
  let documentID: Document.ID
  /// Pieces that came before their turn.
  private var early: [Int: [PageLayout]] = [:]
  private var nextPiece = 0
  /// Where the next stretch begins in the document's text, and its number.
  private(set) var start = 0
  private(set) var chunkNumber = 0

  init(head: Document, documentRow: Int64, ocrReason: String) {
    assembler = PageAssembler(head: head, ocrReason: ocrReason)
    documentID = head.id
    self.documentRow = documentRow
  }

  /// A piece that is lost is an empty one.
  mutating func take(piece: Int, _ layouts: [PageLayout]) -> [(number: Int, start: Int, document: Document)] {
    early[piece] = layouts
    var stretches: [(number: Int, start: Int, document: Document)] = []
    while let layouts = early.removeValue(forKey: nextPiece) {
      nextPiece += 1
      for layout in layouts { stretches += assembler.add(layout).map { place($0) } }
    }
    return stretches
  }

  mutating func finish() -> [(number: Int, start: Int, document: Document)] {
    assembler.finish().map { place($0) }
  }

  private mutating func place(_ document: Document) -> (number: Int, start: Int, document: Document) {
    defer {
      start += document.text.count
      chunkNumber += 1
    }
    return (chunkNumber, start, document)
  }
}

import DaybookCore

/// A paragraph of a Word file as it is gathered from its runs.
struct WordParagraph {
  /// Words that a tracked change put in or took out.
  struct Change: Hashable {
    var kind: TrackedChange.Kind
    var author: String?
    /// As the file gives it.
    var date: String?
    var words: [UInt8] = []
    /// Where it stands in the words of the paragraph.
    var offset = 0
    /// Whether its words are among those of the paragraph.
    var isRead = false

    var isDeletion: Bool { kind == .deletion || kind == .moveFrom }

    func isSame(as other: Change) -> Bool {
      kind == other.kind && author == other.author && date == other.date
    }
  }

  /// Where words that a comment is about begin or end.
  struct CommentMark: Hashable {
    var id: String
    var isStart: Bool
    var offset: Int
  }

  var style: String?
  var list: String?
  var listLevel: Int?
  var outline: Int?
  /// As it reads with every change accepted, or rejected.
  var words: [UInt8] = []
  var changes: [Change] = []
  var commentMarks: [CommentMark] = []
  /// Runs marked as hidden.
  var hidden: [UInt8] = []
  /// Its mark is no part of this reading: it runs on into the next.
  var runsOn = false
  /// The change of the mark itself.
  var markChange: Change?
  /// It stands in a table row that is no part of this reading.
  var isDropped = false
  var isContents = false
  /// All words so far are bold.
  var isBold: Bool?
  var cell: Block.Cell?

  /// Puts its words in front of the paragraph that follows, which keeps its own properties.
  ///
  /// Word sets the two halves right next to each other; a reader of the words wants to see where the break
  /// was.
  mutating func join(_ next: inout WordParagraph) {
    let isParted = next.words.first.map { $0 <= 0x20 } ?? true || words.last.map { $0 <= 0x20 } ?? true
    if !isParted { words.append(0x20) }
    // Appended in place, for a thousand paragraphs may run into one.
    for change in next.changes {
      var change = change
      change.offset += words.count
      changes.append(change)
    }
    for mark in next.commentMarks {
      var mark = mark
      mark.offset += words.count
      commentMarks.append(mark)
    }
    // Appended in place, for a thousand paragraphs may run into one.
    words.append(contentsOf: next.words)
    hidden.append(contentsOf: next.hidden)
    swap(&words, &next.words)
    swap(&changes, &next.changes)
    swap(&commentMarks, &next.commentMarks)
    swap(&hidden, &next.hidden)
  }

  /// Notes words of a change at the end of the paragraph as it is so far, before they are added to it.
  mutating func change(_ bytes: UnsafeBufferPointer<UInt8>, as change: Change, isRead: Bool) {
    if let last = changes.last, last.isSame(as: change), last.isRead == isRead,
      last.offset + (isRead ? last.words.count : 0) == words.count
    {
      changes[changes.count - 1].words.append(contentsOf: bytes)
    } else if changes.count < 10_000 {
      var change = change
      change.words = Array(bytes)
      change.offset = words.count
      change.isRead = isRead
      changes.append(change)
    }
  }
}

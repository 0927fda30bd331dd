import DaybookCore

/// A paragraph of a Word file as it is gathered from its runs.
struct WordParagraph {
  /// Words that a tracked change put in or took out.
  struct Change: Hashable {
    var isDeletion: Bool
    var author: String?
    var date: Timex?
    var words: [UInt8]

    func isSame(as other: Change) -> Bool {
      isDeletion == other.isDeletion && author == other.author && date == other.date
    }
  }

  var style: String?
  var list: String?
  var listLevel: Int?
  var outline: Int?
  /// As it reads with every change accepted.
  var words: [UInt8] = []
  var changes: [Change] = []
  /// Runs marked as hidden.
  var hidden: [UInt8] = []
  /// Its mark was deleted: accepted, it runs on into the next.
  var runsOn = false
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
    words.append(contentsOf: next.words)
    changes.append(contentsOf: next.changes)
    hidden.append(contentsOf: next.hidden)
    swap(&words, &next.words)
    swap(&changes, &next.changes)
    swap(&hidden, &next.hidden)
  }

  mutating func change(_ bytes: UnsafeBufferPointer<UInt8>, as change: Change) {
    if let last = changes.last, last.isSame(as: change) {
      changes[changes.count - 1].words.append(contentsOf: bytes)
    } else if changes.count < 10_000 {
      var change = change
      change.words = Array(bytes)
      changes.append(change)
    }
  }
}

import DaybookCore

/// A paragraph of a Word file as it is gathered from its runs.
struct WordParagraph {
  /// Words that a tracked change put in or took out.
  struct Change: Hashable {
    var isDeletion: Bool
    var author: String?
    var date: Timex?
    var words: [UInt8]

    func isSame(as other: Change) -> Bool { isDeletion == other.isDeletion && author == other.author && date == other.date }
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

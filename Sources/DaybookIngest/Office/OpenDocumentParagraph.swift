import DaybookCore

/// A paragraph of an OpenDocument text while it is read, with the place that its words go to.
struct OpenDocumentParagraph {
  enum Place { case body, note, comment, deletion }

  /// Words of a change in a paragraph; `isRead` says whether they are among the paragraph's own.
  struct Noted {
    var id: String
    var words: [UInt8]
    var offset: Int
    var isRead: Bool
  }

  var block: Block
  var place: Place
  var words: [UInt8] = []
  var changes: [Noted] = []
  var comments: [WordParagraph.CommentMark] = []
  var isHidden = false

  init(block: Block, place: Place) {
    self.block = block
    self.place = place
  }

  /// This paragraph with the one that it runs into behind it; it keeps its own kind.
  func joined(with next: OpenDocumentParagraph) -> OpenDocumentParagraph {
    let count = words.count
    var joined = self
    joined.words += next.words
    for var change in next.changes {
      change.offset += count
      joined.changes.append(change)
    }
    for var mark in next.comments {
      mark.offset += count
      joined.comments.append(mark)
    }
    return joined
  }

  /// Adds words of a change, to the paragraph's own where they are part of the reading.
  mutating func add(_ more: [UInt8], of change: String, isRead: Bool) {
    if more.isEmpty { return }
    if let last = changes.last, last.id == change, last.isRead == isRead,
      last.offset + (isRead ? last.words.count : 0) == words.count
    {
      changes[changes.count - 1].words.append(contentsOf: more)
    } else if changes.count < 10_000 {
      changes.append(Noted(id: change, words: more, offset: words.count, isRead: isRead))
    }
    if isRead { words.append(contentsOf: more) }
  }

  mutating func markComment(_ id: String, isStart: Bool) {
    if comments.count < 10_000 {
      comments.append(WordParagraph.CommentMark(id: id, isStart: isStart, offset: words.count))
    }
  }
}

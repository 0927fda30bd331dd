import DaybookCore

/// Whether the words around a date look back or ahead.
enum DateCue: Sendable {
  case past, future, none

  /// From the nearest verb before the date in its sentence, else the nearest behind it. Looks at most 120
  /// bytes back and 60 ahead.
  static func around(_ range: Range<Int>, in bytes: UnsafeBufferPointer<UInt8>, unit: Range<Int>) -> DateCue {
    let cursor = TextCursor(bytes)
    var end = range.lowerBound
    let floor = max(unit.lowerBound, end - 120)
    while end > floor {
      let byte = bytes[end - 1]
      if byte == UInt8(ascii: ".") || byte == UInt8(ascii: "?") || byte == UInt8(ascii: "!")
        || byte == UInt8(ascii: ";")
      {
        if end < bytes.count, ByteClass.isBlank(bytes[end]) { break }
      }
      if ByteClass.isLetter(byte) {
        let (word, start) = cursor.word(endingAt: end)
        if let cue = cue(of: word, bytes, start..<end) {
          return cue == .past && isPassiveAhead(cursor, bytes, before: start) ? .future : cue
        }
        end = min(start, end - 1)
      } else {
        end -= 1
      }
    }
    var position = range.upperBound
    let ceiling = min(unit.upperBound, position + 60)
    while position < ceiling {
      let byte = bytes[position]
      if byte == UInt8(ascii: "."), position + 1 < bytes.count, ByteClass.isBlank(bytes[position + 1]) {
        break
      }
      if ByteClass.isLetter(byte) {
        let word = cursor.word(at: position)
        if let cue = cue(of: word, bytes, position..<(position + word.count)) { return cue }
        position += word.count
      } else {
        position += 1
      }
    }
    return .none
  }

  /// "will be sent", "to be published": a participle behind "be" looks ahead, whatever it looks like by
  /// itself.
  private static func isPassiveAhead(
    _ cursor: TextCursor, _ bytes: UnsafeBufferPointer<UInt8>, before start: Int
  ) -> Bool {
    var end = start
    while end > 0, ByteClass.isBlank(bytes[end - 1]) { end -= 1 }
    guard end > 0, end < start, ByteClass.isLetter(bytes[end - 1]) else { return false }
    return cursor.word(endingAt: end).0 == FoldedWord("be")
  }

  private static func cue(of word: FoldedWord, _ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>)
    -> DateCue?
  {
    if let listed = words[word] { return listed }
    // A regular past: "asked", "published".
    guard word.count > 4, range.upperBound <= bytes.count, range.upperBound >= 2 else { return nil }
    let isPast =
      bytes[range.upperBound - 1] | 0x20 == UInt8(ascii: "d")
      && bytes[range.upperBound - 2] | 0x20 == UInt8(ascii: "e")
    return isPast && !ByteClass.isDigit(bytes[range.lowerBound])
      && bytes[range.upperBound - 3] | 0x20 != UInt8(ascii: "e") ? .past : nil
  }

  /// Source: Cambridge Grammar of the English Language, chapter 3: modal futures and irregular past tenses.
  private static let words = WordTable<DateCue>(
    [
      "will", "shall", "due", "deadline", "expect", "expects", "expected", "plan", "plans", "planned",
      "going", "upcoming",
      "forthcoming", "must", "scheduled", "intend", "intends", "ll", "should", "aim", "aims", "hope",
      "hopes",
      "anticipate", "anticipates", "proposed",
    ].map { ($0, .future) }
      + [
        "was", "were", "had", "did", "wrote", "sent", "met", "told", "said", "made", "has", "have", "been",
        "came", "went", "got", "took",
        "gave", "began", "brought", "left", "found", "held", "saw", "told", "became", "put", "ran", "ago",
        "since", "spoke", "paid",
        "fell", "rose", "sold", "bought", "won", "lost", "knew", "thought",
      ].map { ($0, .past) })
}

import DaybookCore

/// Whether an amount of time is one that somebody is given to answer: "a response within 21 days".
///
/// A policy says "within 5 working days" of things that happen again and again; only what is asked of
/// somebody counts from the day of writing. Source: own reading of letters and assessments.
enum DeadlineCue {
  /// Looks at the sentence, at most 120 bytes back and 60 ahead.
  static func isNear(_ range: Range<Int>, in bytes: UnsafeBufferPointer<UInt8>, unit: Range<Int>) -> Bool {
    let cursor = TextCursor(bytes)
    var end = range.lowerBound
    let floor = max(unit.lowerBound, end - 120)
    while end > floor {
      if isSentenceEnd(bytes, end - 1) { break }
      let (word, start) = cursor.word(endingAt: end)
      if word.count > 0, words[word] != nil { return true }
      end = min(start, end - 1)
    }
    var position = range.upperBound
    let ceiling = min(unit.upperBound, position + 60)
    while position < ceiling, !isSentenceEnd(bytes, position) {
      let word = cursor.word(at: position)
      if word.count > 0, words[word] != nil { return true }
      position += max(word.count, 1)
    }
    return false
  }

  private static func isSentenceEnd(_ bytes: UnsafeBufferPointer<UInt8>, _ offset: Int) -> Bool {
    bytes[offset] == UInt8(ascii: ".") && (offset + 1 >= bytes.count || ByteClass.isBlank(bytes[offset + 1]))
  }

  private static let words = WordTable<Bool>(
    [
      "respond", "response", "reply", "replies", "answer", "request", "requested", "ask", "asked", "appeal",
      "complain", "pay",
      "return", "comply", "confirm", "provide", "review", "acknowledge", "receive", "please", "hear",
      "object",
    ].map { ($0, true) })
}

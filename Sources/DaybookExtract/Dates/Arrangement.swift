import DaybookCore

/// Words by which people settle on a day to come: "Tuesday works for us", "how about Monday?", "are you free on
/// Friday", "see you Thursday", "could we speak Monday".
///
/// Source: own reading of office mail; Cambridge Grammar of the English Language, chapter 3 (the present tense
/// for what is arranged).
enum Arrangement {
  /// Whether the words right before or behind a date arrange it.
  static func isMade(around range: Range<Int>, in bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    follows(range.upperBound, bytes) || leads(range.lowerBound, bytes)
  }

  /// "how about", "what about": no word of blur.
  static func isProposed(_ cursor: TextCursor, aboutAt start: Int) -> Bool {
    let before = cursor.previousWord(before: start).word
    return before == FoldedWord("how") || before == FoldedWord("what")
  }

  /// Who arranges.
  static let persons = WordTable<Bool>(["i", "we", "you"].map { ($0, true) })

  /// "Tuesday works", "Tuesday at 3 suits me", "Monday is fine".
  private static func follows(_ end: Int, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    var cursor = TextCursor(bytes, at: end)
    for _ in 0..<3 {
      cursor.skipBlanks(lines: true)
      let word = cursor.word
      if suiting[word] != nil { return true }
      cursor.position += word.count
      if present[word] != nil {
        cursor.skipBlanks(lines: true)
        return convenient[cursor.word] != nil
      }
      guard fillers[word] != nil else { return false }
    }
    return false
  }

  /// "how about Monday", "are you free on Friday", "could we perhaps speak Monday": looks at seven words.
  private static func leads(_ start: Int, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    let cursor = TextCursor(bytes)
    var later: FoldedWord?
    var position = start
    var steps = 0
    while steps < 7 {
      let (word, begin) = cursor.previousWord(before: position)
      guard word.count > 0 else { return false }
      if let later {
        if later == FoldedWord("about"), isProposed(cursor, aboutAt: position) { return steps < 3 }
        if later == FoldedWord("you"), greetings[word] != nil { return steps < 3 }
        if persons[later] != nil, asking[word] != nil { return true }
        if free[later] != nil, being[word] != nil || persons[word] != nil { return true }
      }
      later = word
      position = begin
      steps += 1
    }
    return false
  }

  private static func table(_ words: [String]) -> WordTable<Bool> { WordTable(words.map { ($0, true) }) }

  private static let suiting = table(["works", "suits", "suit"])
  private static let present = table(["is", "are", "s", "looks"])
  private static let convenient = table([
    "fine", "good", "ok", "okay", "best", "better", "great", "perfect", "possible", "free", "convenient",
    "preferable", "clear", "no", "not",
  ])
  private static let fillers = table(["at", "am", "pm", "morning", "afternoon", "evening", "also", "or"])
  private static let greetings = table(["see", "call", "ring", "phone"])
  private static let asking = table(["can", "could", "shall"])
  private static let free = table(["free", "available", "around"])
  private static let being = table(["am", "are", "is", "m", "re", "be"])
}

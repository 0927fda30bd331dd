import DaybookCore

/// What stands around an amount and says where it is counted from.
extension Amounts {
  /// "ago", "later", "earlier", "since", "after", "to go", "from now", "’ time": where the amount is counted
  /// from.
  static func counting(_ cursor: inout TextCursor) -> Counting? {
    var trial = cursor
    // "in two weeks’ time"
    if trial.take(UInt8(ascii: "'")) || takeApostrophe(&trial) {
      _ = trial.take(FoldedWord("s"))
      trial.skipBlanks()
      guard trial.take(FoldedWord("time")) else { return nil }
      cursor = trial
      return .fromNow
    }
    guard trial.skipBlanks(lines: true) else { return nil }
    // "a fortnight or so earlier"
    if trial.word == FoldedWord("or") {
      var after = trial
      after.position += 2
      if after.skipBlanks(), after.take(FoldedWord("so")), after.skipBlanks(lines: true) { trial = after }
    }
    let word = trial.word
    guard let found = countings[word] else { return nil }
    trial.position += word.count
    if word == FoldedWord("back") || word == FoldedWord("out") {
      // "a week back" ends its clause; "a week back home" does not.
      var after = trial
      if after.skipBlanks(), after.word.count > 0 { return nil }
    }
    switch found {
    case .toGo:
      guard trial.skipBlanks(lines: true) else { return nil }
      if word == FoldedWord("to") {
        guard trial.take(FoldedWord("go")) else { return nil }
      }
    case .fromNow:
      if word == FoldedWord("from") {
        guard trial.skipBlanks(), trial.take(FoldedWord("now")) || trial.take(FoldedWord("today")) else {
          return nil
        }
      }
    default: break
    }
    if ByteClass.isLetter(trial.current) { return nil }
    if word == FoldedWord("before") {
      // "30 days before closing" counts from something that is named.
      var after = trial
      if after.skipBlanks(lines: true), after.word.count > 0 { return nil }
    }
    if found == .afterEvent, isNamedEvent(trial) { return nil }
    cursor = trial
    return found
  }

  /// "a year after the audit" counts from the audit, whose date these words do not give; "a year after
  /// ongoing talks" goes on from the text.
  private static func isNamedEvent(_ cursor: TextCursor) -> Bool {
    var trial = cursor
    guard trial.skipBlanks(lines: true) else { return false }
    return determiners[trial.word] != nil || events[trial.word] != nil
      || trial.isUppercase(at: trial.position) && DateWord.of(trial.word) == nil
  }

  private static let determiners = WordTable<Bool>(
    [
      "the", "a", "an", "its", "our", "their", "his", "her", "my", "your", "it", "he", "she", "they", "we",
      "i", "you",
    ].map {
      ($0, true)
    })

  /// Events that stand without an article: "20 working days after receipt".
  private static let events = WordTable<Bool>(
    [
      "receipt", "receiving", "completion", "completing", "publication", "submission", "submitting",
      "signature",
      "signing", "notification", "acknowledgement", "closure", "closing", "birth", "death", "leaving",
      "service",
      "issue", "delivery", "approval", "arrival", "departure", "release", "birth",
    ].map { ($0, true) })

  private static func takeApostrophe(_ cursor: inout TextCursor) -> Bool {
    guard cursor.current == 0xE2, cursor.byte(cursor.position + 1) == 0x80,
      cursor.byte(cursor.position + 2) == 0x99
    else { return false }
    cursor.position += 3
    return true
  }

  private static let countings = WordTable<Counting>([
    ("ago", .ago), ("later", .later), ("earlier", .earlier), ("since", .since), ("after", .afterEvent),
    ("to", .toGo),
    ("from", .fromNow), ("hence", .fromNow), ("previously", .earlier), ("beforehand", .earlier),
    ("before", .earlier), ("back", .ago), ("out", .fromNow),
    ("afterwards", .later), ("remaining", .toGo), ("left", .toGo),
  ])

  /// Whether "for" or "over" stands before the amount.
  static func isLasting(_ cursor: TextCursor, before start: Int) -> Bool {
    let previous = cursor.previousWord(before: start).word
    return previous == FoldedWord("for") || previous == FoldedWord("over")
      || previous == FoldedWord("lasting")
  }

  /// "in" before "two weeks’ time".
  static func inStart(_ cursor: TextCursor, before start: Int) -> Int? {
    let previous = cursor.previousWord(before: start)
    return previous.word == FoldedWord("in") ? previous.start : nil
  }

  /// Words before the amount: "the next", "the last", and whether "within" stands before them.
  static func leading(_ cursor: TextCursor, before trigger: Int) -> (
    start: Int, isWithin: Bool, direction: Direction?
  ) {
    var start = trigger
    var direction: Direction?
    var previous = cursor.previousWord(before: start)
    if leads[previous.word] != nil {
      if let known = DateWord.of(previous.word), known.kind == .direction {
        direction = Direction(rawValue: known.value)
      }
      start = DateParts.articleStart(cursor, before: previous.start)
      previous = cursor.previousWord(before: start)
    }
    return (start, previous.word == FoldedWord("within"), direction)
  }

  private static let leads = WordTable<Bool>(
    [
      "next", "last", "past", "previous", "coming", "following", "first", "final", "latest", "preceding",
      "initial", "upcoming", "whole", "entire", "recent",
    ].map { ($0, true) })

  /// Whether the word before "a week" lets it be a length of time: a preposition, a verb, or nothing. Behind a
  /// number or a thing it is a rate: "£40 a week", "four flights a day".
  static func isLed(_ cursor: TextCursor, before start: Int) -> Bool {
    let bare = cursor.blanksStart(before: start, lines: true)
    guard bare > cursor.origin else { return true }
    let before = cursor.bytes[bare - 1]
    if ByteClass.isDigit(before) { return false }
    guard ByteClass.isLetter(before) else { return before != UInt8(ascii: "%") }
    return ledBy[cursor.word(endingAt: bare).word] != nil
  }

  private static let ledBy = WordTable<Bool>(
    [
      "in", "over", "for", "within", "than", "about", "nearly", "almost", "after", "just", "only", "less",
      "more", "every", "during", "to", "and", "or", "before", "took", "take", "takes", "lasts", "lasted",
      "last", "spend", "spent", "is", "was", "be", "been", "had", "has", "have", "of", "under", "by",
      "around",
      "roughly", "approximately", "barely", "hardly", "not", "some", "as", "until", "with", "wait", "waited",
      "waiting", "until", "like", "what", "such", "got", "at", "from", "quite", "another", "that", "him",
      "her", "them", "us", "me", "you",
    ].map { ($0, true) })

  /// Whether a plain word follows that the unit describes: "a day school". Function words do not.
  static func isNoun(_ cursor: TextCursor) -> Bool {
    var trial = cursor
    guard trial.skipBlanks() else { return false }
    return trial.word.count > 0 && functionWords[trial.word] == nil
  }

  private static let functionWords = WordTable<Bool>(
    [
      "and", "or", "of", "in", "for", "to", "before", "after", "since", "from", "on", "at", "by", "when",
      "but", "until", "with", "if",
      "as", "is", "was",
      "we", "it", "they", "i", "he", "she", "the", "than", "that", "which", "will", "has", "had", "have",
      "would", "may", "can",
      "while", "so", "then", "over", "because", "where", "without", "into", "under", "are", "were", "not",
      "there", "you",
    ].map { ($0, true) })
}

import DaybookCore

/// Amounts of time in words and figures, and what stands behind them.
enum Amounts {
  /// "two years and one week", "24-48 hours", "66-year", "a couple of months", "20 working days", "2½ hours".
  static func amount(_ cursor: inout TextCursor) -> TimeAmount? {
    var amount = TimeAmount()
    guard piece(&cursor, into: &amount) else { return nil }
    // "two years and one week", "1 hour, 20 minutes"; each piece of a finer unit.
    for _ in 0..<3 {
      var trial = cursor
      trial.skipBlanks(lines: true)
      _ = trial.take(UInt8(ascii: ",")) && trial.skipBlanks()
      let joined = trial.take(wordAnd)
      if joined { trial.skipBlanks(lines: true) }
      guard trial.position > cursor.position else { break }
      if joined, takeHalf(&trial, into: &amount) {
        cursor = trial
        break
      }
      guard joined || ByteClass.isDigit(trial.current) else { break }
      var next = amount
      let coarsest = amount.finest
      guard piece(&trial, into: &next), next.finest < coarsest else { break }
      amount = next
      cursor = trial
    }
    return amount
  }

  private static let (wordAnd, wordHalf, wordOf, wordA, wordAn) = (
    FoldedWord("and"), FoldedWord("half"), FoldedWord("of"), FoldedWord("a"), FoldedWord("an")
  )

  /// "a half" behind "a year and".
  private static func takeHalf(_ cursor: inout TextCursor, into amount: inout TimeAmount) -> Bool {
    var trial = cursor
    guard trial.take(wordA), trial.skipBlanks(), trial.take(wordHalf), !ByteClass.isLetter(trial.current)
    else { return false }
    addHalf(to: &amount)
    cursor = trial
    return true
  }

  private static func addHalf(to amount: inout TimeAmount) {
    if amount.hours > 0 {
      amount.minutes += 30
    } else if amount.days > 0 {
      amount.hours += 12
    } else if amount.weeks > 0 {
      amount.days += 3
    } else if amount.months > 0 {
      amount.weeks += 2
    } else if amount.years > 0 {
      amount.months += 6
    }
  }

  private static func piece(_ cursor: inout TextCursor, into amount: inout TimeAmount) -> Bool {
    var trial = cursor
    guard let count = count(&trial) else { return false }
    var upper: Int?
    var half = false
    // "2½"
    if trial.current == 0xC2, trial.byte(trial.position + 1) == 0xBD {
      trial.position += 2
      half = true
    }
    var probe = trial
    let spaced = probe.skipBlanks()
    if DateParts.dash(&probe) || spaced && (probe.take(FoldedWord("to")) || probe.take(FoldedWord("or"))) {
      probe.skipBlanks()
      if let second = self.count(&probe), second.value > count.value, !second.isVague {
        upper = second.value
        trial = probe
      }
    }
    // "66-year", "six-month"
    if !trial.take(UInt8(ascii: "-")) { trial.skipBlanks(lines: true) }
    var isWorking = false
    if let kind = dayKinds[trial.word] {
      trial.position += trial.word.count
      guard trial.take(UInt8(ascii: "-")) || trial.skipBlanks(lines: true) else { return false }
      isWorking = kind
    }
    let word = trial.word
    guard let unit = unit(word), count.value <= 9999 else { return false }
    trial.position += word.count
    guard !ByteClass.isDigit(trial.current), trial.current != UInt8(ascii: "_") else { return false }
    // "an hour" and "a minute", but no "a second".
    if count.isArticle, unit == .second { return false }
    add(count.value, unit, isWorking: isWorking, to: &amount)
    if half { addHalf(to: &amount) }
    amount.isVague = amount.isVague || count.isVague
    if let upper {
      var largest = TimeAmount()
      add(upper, unit, isWorking: isWorking, to: &largest)
      amount.upTo = largest.isoText
    }
    cursor = trial
    return true
  }

  private static func add(_ count: Int, _ unit: DateUnit, isWorking: Bool, to amount: inout TimeAmount) {
    switch unit {
    case .second: amount.seconds += count
    case .minute: amount.minutes += count
    case .hour: amount.hours += count
    case .day, .workingDay:
      if isWorking { amount.workingDays += count } else { amount.days += count }
    case .week: amount.weeks += count
    case .fortnight: amount.weeks += 2 * count
    case .weekend: amount.weeks += count
    case .month: amount.months += count
    case .quarter: amount.months += 3 * count
    case .year: amount.years += count
    case .decade: amount.years += 10 * count
    case .century: amount.years += 100 * count
    }
  }

  static func unit(_ word: FoldedWord) -> DateUnit? { units[word] }

  private static let units = WordTable<DateUnit>(DateWordTable.units)
  /// Whether the days are working days: "20 working days", "five calendar days". Source: Freedom of
  /// Information Act 2000, s. 10(6).
  private static let dayKinds = WordTable<Bool>([
    ("working", true), ("business", true), ("school", true), ("calendar", false), ("clear", false),
    ("whole", false), ("full", false),
    ("consecutive", false), ("more", false), ("further", false),
  ])

  private static func count(_ cursor: inout TextCursor) -> (value: Int, isVague: Bool, isArticle: Bool)? {
    if ByteClass.isDigit(cursor.current) {
      guard let number = cursor.number(digits: 1...4) else { return nil }
      return (number.value, false, false)
    }
    let word = cursor.word
    if word == wordA || word == wordAn {
      cursor.position += word.count
      var trial = cursor
      guard trial.skipBlanks() else { return nil }
      if let vague = vagueNouns[trial.word] {
        trial.position += trial.word.count
        if trial.skipBlanks(), trial.take(wordOf) { trial.skipBlanks() }
        trial.position = trial.blanksStart(before: trial.position)
        cursor = trial
        return (vague, vague == 0, false)
      }
      if trial.take(wordHalf) { return nil }
      return (1, false, true)
    }
    if vagueWords[word] != nil {
      cursor.position += word.count
      return (0, true, false)
    }
    guard let known = DateWord.of(word), known.kind == .cardinal, known.value < 100 else { return nil }
    cursor.position += word.count
    var value = known.value
    if value >= 20, value % 10 == 0 {
      var trial = cursor
      if trial.take(UInt8(ascii: "-")) || trial.skipBlanks(), let second = DateWord.of(trial.word),
        second.kind == .cardinal,
        second.value < 10
      {
        trial.position += trial.word.count
        cursor = trial
        value += second.value
      }
    }
    return (value, false, false)
  }

  private static let vagueNouns = WordTable<Int>([
    ("couple", 2), ("few", 0), ("dozen", 12), ("number", 0), ("further", 1),
  ])
  private static let vagueWords = WordTable<Bool>([
    ("several", true), ("some", true), ("many", true), ("few", true),
  ])

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
    let word = trial.word
    guard let found = countings[word] else { return nil }
    trial.position += word.count
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
    if found == .afterEvent, isNamedEvent(trial) { return nil }
    cursor = trial
    return found
  }

  /// "a year after the audit" counts from the audit, whose date these words do not give; "a year after
  /// ongoing talks" goes on from the text.
  private static func isNamedEvent(_ cursor: TextCursor) -> Bool {
    var trial = cursor
    guard trial.skipBlanks(lines: true) else { return false }
    return determiners[trial.word] != nil
      || trial.isUppercase(at: trial.position) && DateWord.of(trial.word) == nil
  }

  private static let determiners = WordTable<Bool>(
    [
      "the", "a", "an", "its", "our", "their", "his", "her", "my", "your", "it", "he", "she", "they", "we",
      "i", "you",
    ].map {
      ($0, true)
    })

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
    ("before", .earlier),
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
  static func leading(_ cursor: TextCursor, before trigger: Int) -> (start: Int, isWithin: Bool) {
    var start = trigger
    var previous = cursor.previousWord(before: start)
    if previous.word == FoldedWord("next") || previous.word == FoldedWord("last")
      || previous.word == FoldedWord("past")
    {
      start = DateParts.articleStart(cursor, before: previous.start)
      previous = cursor.previousWord(before: start)
    }
    return (start, previous.word == FoldedWord("within"))
  }

  /// Whether a plain word follows that the unit describes: "a day school". Function words do not.
  static func isNoun(_ cursor: TextCursor) -> Bool {
    var trial = cursor
    guard trial.skipBlanks() else { return false }
    return trial.word.count > 0 && functionWords[trial.word] == nil
  }

  private static let functionWords = WordTable<Bool>(
    [
      "and", "or", "of", "in", "for", "to", "from", "on", "at", "by", "when", "but", "until", "with", "if",
      "as", "is", "was",
      "we", "it", "they", "i", "he", "she", "the", "than", "that", "which", "will", "has", "had", "have",
      "would", "may", "can",
      "while", "so", "then", "over", "because", "where", "without", "into", "under", "are", "were", "not",
      "there", "you",
    ].map { ($0, true) })
}

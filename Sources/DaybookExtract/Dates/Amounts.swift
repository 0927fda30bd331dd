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
    if amount.minutes > 0 {
      amount.seconds += 30
    } else if amount.hours > 0 {
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

  /// "a quarter of an hour", "three-quarters of an hour", "3/4 hour".
  private static func partOfHour(_ cursor: inout TextCursor) -> Int? {
    var trial = cursor
    var quarters = 1
    if ByteClass.isDigit(trial.current) {
      guard let top = trial.number(digits: 1...1), top.value == 1 || top.value == 3,
        trial.take(UInt8(ascii: "/"))
      else { return nil }
      if top.value == 1, trial.take(UInt8(ascii: "2")) {
        quarters = 2
      } else {
        guard trial.take(UInt8(ascii: "4")) else { return nil }
        quarters = top.value
      }
      trial.skipBlanks()
      if trial.take(FoldedWord("h")) {
        cursor = trial
        return quarters * 15
      }
    } else {
      if trial.take(FoldedWord("three")) {
        quarters = 3
        guard trial.take(UInt8(ascii: "-")) || trial.skipBlanks() else { return nil }
      } else if trial.take(wordA) {
        guard trial.skipBlanks() else { return nil }
      }
      guard trial.take(FoldedWord("quarter")) || trial.take(FoldedWord("quarters")), trial.skipBlanks(),
        trial.take(wordOf), trial.skipBlanks(), trial.take(wordAn), trial.skipBlanks()
      else { return nil }
    }
    guard trial.take(FoldedWord("hour")), !ByteClass.isLetter(trial.current) else { return nil }
    cursor = trial
    return quarters * 15
  }

  private static func piece(_ cursor: inout TextCursor, into amount: inout TimeAmount) -> Bool {
    if let minutes = partOfHour(&cursor) {
      amount.minutes += minutes
      return true
    }
    var trial = cursor
    guard let count = count(&trial) else { return false }
    var upper: Int?
    let part = fraction(&trial, after: count)
    let afterFraction = trial
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
    guard count.value <= 9999, let unit = unit(word) ?? glued(word, at: trial, afterFraction) else {
      return false
    }
    trial.position += word.count
    guard !ByteClass.isDigit(trial.current), trial.current != UInt8(ascii: "_") else { return false }
    // "an hour" and "a minute", but no "a second".
    if count.isArticle, unit == .second { return false }
    if count.isHalf, unit != .hour, unit != .year, unit != .day, unit != .month, unit != .century {
      return false
    }
    // A century and years that are dates are not counted: "1988 third quarter".
    if unit == .quarter || unit == .second || unit == .weekend, count.value > 60 { return false }
    add(count.isVague ? 1 : count.value, unit, isWorking: isWorking, to: &amount)
    if let part { add(part, of: unit, to: &amount) }
    amount.isVague = amount.isVague || count.isVague
    if let upper {
      var largest = TimeAmount()
      add(upper, unit, isWorking: isWorking, to: &largest)
      amount.upTo = largest.isoText
    }
    cursor = trial
    return true
  }

  /// A count of 10 or more glued to "h": "in 24h"; never a letter that stands apart.
  private static func glued(_ word: FoldedWord, at trial: TextCursor, _ digits: TextCursor) -> DateUnit? {
    guard word == FoldedWord("h"), trial.position == digits.position else { return nil }
    var start = digits.position
    while start > 0, ByteClass.isDigit(trial.bytes[start - 1]) || trial.bytes[start - 1] == UInt8(ascii: ".")
    {
      start -= 1
    }
    return hourLeads[trial.previousWord(before: start).word] != nil ? .hour : nil
  }

  private static let hourLeads = WordTable<Bool>(
    ["in", "within", "for", "over", "last", "next", "past", "about", "after", "than", "took"].map {
      ($0, true)
    })

  /// What stands behind the whole number, in sixtieths: "2½", "2.5", "2 1/2", "two and a half". Sixtieths are
  /// exact for all that people write.
  private static func fraction(_ cursor: inout TextCursor, after count: Count) -> Int? {
    if count.isHalf { return 30 }
    if count.isVague || count.isArticle { return nil }
    if cursor.current == 0xC2, (0xBC...0xBE).contains(cursor.byte(cursor.position + 1)) {
      let quarters = Int(cursor.byte(cursor.position + 1)) - 0xBB
      cursor.position += 2
      return [15, 30, 45][quarters - 1]
    }
    var trial = cursor
    if trial.take(UInt8(ascii: ".")), let digits = trial.number(digits: 1...2) {
      cursor = trial
      return digits.digits == 1 ? digits.value * 6 : digits.value * 60 / 100
    }
    trial = cursor
    guard trial.skipBlanks() else { return nil }
    if ByteClass.isDigit(trial.current) {
      guard let top = trial.number(digits: 1...1), trial.take(UInt8(ascii: "/")),
        let bottom = trial.number(digits: 1...1), bottom.value > top.value, [2, 3, 4].contains(bottom.value)
      else { return nil }
      cursor = trial
      return top.value * 60 / bottom.value
    }
    guard trial.take(wordAnd), trial.skipBlanks() else { return nil }
    if trial.take(wordA) || trial.take(wordAn) { trial.skipBlanks() }
    if trial.take(wordHalf) {
      cursor = trial
      return 30
    }
    guard trial.take(FoldedWord("quarter")) else { return nil }
    var unit = trial
    guard unit.skipBlanks(), units[unit.word] != nil else { return nil }
    cursor = trial
    return 15
  }

  /// Sixtieths of a unit, in the next smaller one.
  private static func add(_ sixtieths: Int, of unit: DateUnit, to amount: inout TimeAmount) {
    switch unit {
    case .minute: amount.seconds += sixtieths
    case .hour: amount.minutes += sixtieths
    case .day: amount.hours += sixtieths * 24 / 60
    case .week: amount.days += sixtieths * 7 / 60
    case .month: amount.weeks += sixtieths * 4 / 60
    case .quarter: amount.months += sixtieths * 3 / 60
    case .year: amount.months += sixtieths * 12 / 60
    case .decade: amount.years += sixtieths * 10 / 60
    case .century: amount.years += sixtieths * 100 / 60
    case .second, .fortnight, .weekend, .workingDay: break
    }
  }

  static func add(_ count: Int, _ unit: DateUnit, isWorking: Bool, to amount: inout TimeAmount) {
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
    case .quarter:
      amount.months += 3 * count
      amount.quarters += count
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
    ("consecutive", false), ("more", false), ("further", false), ("trading", false), ("additional", false),
    ("straight", false), ("long", false), ("extra", false), ("solid", false), ("successive", false),
  ])

  struct Count {
    var value: Int
    var isVague = false
    var isArticle = false
    /// "half an": nothing whole, and a half of the unit.
    var isHalf = false
  }

  private static func count(_ cursor: inout TextCursor) -> Count? {
    if ByteClass.isDigit(cursor.current) {
      guard let number = cursor.number(digits: 1...4) else { return nil }
      if number.value == 1, cursor.current == UInt8(ascii: "/") { return halfInFigures(&cursor) }
      return Count(value: number.value)
    }
    let word = cursor.word
    if word == wordHalf { return half(&cursor) }
    if word == wordA || word == wordAn {
      cursor.position += word.count
      var trial = cursor
      guard trial.skipBlanks() else { return nil }
      if let vague = vagueNouns[trial.word] {
        trial.position += trial.word.count
        if trial.skipBlanks(), trial.take(wordOf) { trial.skipBlanks() }
        trial.position = trial.blanksStart(before: trial.position)
        cursor = trial
        return Count(value: vague, isVague: vague == 0)
      }
      if trial.word == wordHalf {
        // "a half hour"
        cursor = trial
        return half(&cursor)
      }
      if let known = DateWord.of(trial.word), known.kind == .cardinal, known.value >= 100 {
        // "a hundred years"
        cursor = trial
        cursor.position += trial.word.count
        return Count(value: known.value)
      }
      return Count(value: 1, isArticle: true)
    }
    if vagueWords[word] != nil {
      cursor.position += word.count
      return Count(value: 0, isVague: true)
    }
    if word == FoldedWord("couple") {
      cursor.position += word.count
      var trial = cursor
      if trial.skipBlanks(), trial.take(wordOf) { cursor = trial }
      return Count(value: 2)
    }
    return Numerals.whole(&cursor).map { Count(value: $0) }
  }

  /// "half an hour", "half a year", "half hour".
  private static func half(_ cursor: inout TextCursor) -> Count? {
    cursor.position += wordHalf.count
    var trial = cursor
    guard trial.take(UInt8(ascii: "-")) || trial.skipBlanks() else { return nil }
    if trial.take(wordA) || trial.take(wordAn) {
      cursor = trial
    }
    return Count(value: 0, isHalf: true)
  }

  /// "1/2 hour".
  private static func halfInFigures(_ cursor: inout TextCursor) -> Count? {
    guard cursor.take(UInt8(ascii: "/")), let bottom = cursor.number(digits: 1...1), bottom.value == 2,
      cursor.skipBlanks() || ByteClass.isLetter(cursor.current)
    else { return nil }
    return Count(value: 0, isHalf: true)
  }

  private static let vagueNouns = WordTable<Int>([
    ("couple", 2), ("few", 0), ("dozen", 12), ("number", 0), ("further", 1), ("pair", 2), ("another", 1),
    ("handful", 0), ("additional", 1), ("whole", 1), ("full", 1), ("entire", 1), ("calendar", 1), ("mere", 1),
  ])
  private static let vagueWords = WordTable<Bool>([
    ("several", true), ("some", true), ("many", true), ("few", true),
  ])
}

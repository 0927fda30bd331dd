import DaybookCore

/// Reads days with a name: "Good Friday", "Christmas Eve 2021", "the Spring Bank Holiday".
///
/// Names are capitalised. Source: `NamedDay`.
struct NamedDayRule: MentionRule {
  let name = "named-day"
  let examples: [RuleExample] = [
    .reads("shut from «Christmas Eve» until «New Year’s Day»", as: "christmas eve", "new year's day"),
    .reads("on «Good Friday» and «Easter Monday 2022»", as: "good friday", "easter monday 2022"),
    .reads("closed on «the Spring Bank Holiday»", as: "spring bank holiday"),
    .ignores("a good friday, new years of work, Mr Christmas Humphreys"),
  ]
  let triggers: Triggers = [
    .words([
      "new", "christmas", "boxing", "good", "easter", "ash", "shrove", "maundy", "may", "early", "spring",
      "summer", "bonfire",
      "halloween", "valentine", "st", "august", "late",
    ])
  ]

  func match(at cursor: inout TextCursor, context: RuleContext) -> Match? {
    let trigger = cursor.position
    guard
      cursor.isUppercase(at: trigger) || cursor.word == FoldedWord("early")
        || cursor.word == FoldedWord("spring"),
      MonthRule.isWordStart(cursor, trigger)
    else { return nil }
    var best: (day: NamedDay, end: Int)?
    for phrase in NamedDayRule.phrases {
      var trial = cursor
      guard phrase.words[0] == trial.word, take(phrase.words, &trial),
        best.map({ trial.position > $0.end }) ?? true
      else { continue }
      best = (phrase.day, trial.position)
    }
    guard let best else { return nil }
    cursor.position = best.end
    if ByteClass.isWordLike(cursor.current), cursor.current < 0x80 { return nil }
    if (best.day == .easter || best.day == .christmas), !isDate(cursor, trigger) { return nil }
    let year = DateParts.yearTail(&cursor, shortAllowed: false)
    if year == nil { cursor.position = best.end }
    return .date(
      DateExpression(.named(best.day, year: year)), start: DateParts.articleStart(cursor, before: trigger))
  }

  /// "Easter" and "Christmas" alone are dates behind a preposition and before no capitalised word.
  private func isDate(_ cursor: TextCursor, _ trigger: Int) -> Bool {
    var after = cursor
    if after.skipBlanks(), after.isUppercase(at: after.position) { return false }
    if after.word.count > 0, after.position > cursor.position, Prepositions.table[after.word] == nil,
      after.word != FoldedWord("and")
    {
      return false
    }
    return Prepositions.leadsToDate(cursor.previousWord(before: trigger).word)
  }

  private func take(_ words: [FoldedWord], _ cursor: inout TextCursor) -> Bool {
    for (index, word) in words.enumerated() {
      if index > 0 {
        // "New Year’s", "St. Andrew's": an apostrophe, a full stop or blanks.
        if cursor.take(UInt8(ascii: "'")) {
        } else if cursor.current == 0xE2, cursor.byte(cursor.position + 2) == 0x99 {
          cursor.position += 3
        } else {
          _ = cursor.take(UInt8(ascii: "."))
          guard cursor.skipBlanks(lines: true) else { return false }
        }
      }
      guard cursor.take(word) else { return false }
    }
    return true
  }

  private struct Phrase: Sendable {
    var words: [FoldedWord]
    var day: NamedDay
  }

  private static let names: [(String, NamedDay)] = [
    ("new year s day", .newYearsDay), ("new years day", .newYearsDay), ("new year s eve", .newYearsEve),
    ("new years eve", .newYearsEve),
    ("christmas day", .christmasDay), ("christmas eve", .christmasEve), ("christmas", .christmas),
    ("boxing day", .boxingDay),
    ("good friday", .goodFriday), ("easter sunday", .easterSunday), ("easter day", .easterSunday),
    ("easter monday", .easterMonday),
    ("easter", .easter), ("ash wednesday", .ashWednesday), ("shrove tuesday", .shroveTuesday),
    ("maundy thursday", .maundyThursday),
    ("may day", .mayDay), ("early may bank holiday", .earlyMayBankHoliday),
    ("may day bank holiday", .earlyMayBankHoliday),
    ("spring bank holiday", .springBankHoliday), ("late may bank holiday", .springBankHoliday),
    ("summer bank holiday", .summerBankHoliday),
    ("august bank holiday", .summerBankHoliday), ("bonfire night", .guyFawkes), ("halloween", .halloween),
    ("valentine s day", .valentine), ("valentines day", .valentine), ("st andrew s day", .stAndrew),
    ("st patrick s day", .stPatrick),
    ("st andrews day", .stAndrew), ("st patricks day", .stPatrick),
  ]

  private static let phrases: [Phrase] = names.map { name, day in
    Phrase(words: name.split(separator: " ").map { FoldedWord(String($0)) }, day: day)
  }
}

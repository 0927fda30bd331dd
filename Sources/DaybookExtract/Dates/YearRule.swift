import DaybookCore

/// Reads a year where a word before it makes it one ("since 1996", "its 2020 audit"), two years that make one
/// ("2019-20"), and decades ("the 1990s").
///
/// Four digits alone are no year: they are pupils, extensions and rooms. The year in the name of an Act is
/// part of the name.
/// Source: TimeML 1.2.1; New Hart's Rules 11.6 for "2019-20".
struct YearRule: MentionRule {
  let name = "year"
  let examples: [RuleExample] = [
    .reads("Since «1996» and in «2020»; its «2018» audit", as: "1996", "2020", "2018"),
    .reads("the audit of «2019-20» and «2021/22»", as: "2019/2020", "2021/2022"),
    .reads("from «the 1990s»", as: "1990/1999"),
    .ignores("1,996 schools, 2020 pupils, extension 2019, room 2018"),
    .ignores("reference 2022-0003861"),
    .ignores("the Data Protection Act 2018"),
    .ignores("a sum of 2020 pounds, the 1998 Act"),
  ]
  let triggers: Triggers = [.digit]

  func match(at cursor: inout TextCursor, context: RuleContext) -> Match? {
    let start = cursor.position
    guard DateParts.isNumberStart(cursor, start), let number = cursor.number(digits: 4...4),
      (1000...2199).contains(number.value)
    else { return nil }
    let year = number.value
    if let match = decade(&cursor, year, start) { return match }
    if let match = pair(&cursor, year) ?? spelledPair(&cursor, year) { return match }
    guard DateParts.isNumberEnd(cursor, cursor.position),
      cursor.current != UInt8(ascii: "-") || isSpacedOrWord(cursor),
      (1500...2100).contains(year), YearRule.hasCue(cursor, start: start, end: cursor.position)
    else { return nil }
    return .date(.calendar(year: year))
  }

  /// "2020-based": a hyphen before a word is no range.
  private func isSpacedOrWord(_ cursor: TextCursor) -> Bool {
    !ByteClass.isDigit(cursor.byte(cursor.position + 1))
  }

  private func decade(_ cursor: inout TextCursor, _ year: Int, _ start: Int) -> Match? {
    guard year % 10 == 0 else { return nil }
    var trial = cursor
    _ = trial.take(UInt8(ascii: "'"))
    guard trial.take(FoldedWord("s")) else { return nil }
    cursor = trial
    return .date(
      DateExpression(.years(first: year, count: year % 100 == 0 && year < 1900 ? 100 : 10)),
      start: DateParts.articleStart(cursor, before: start))
  }

  /// "2019-20", "2021/22", "2018–2019": a year and the next. More than one year apart is a range of years.
  private func pair(_ cursor: inout TextCursor, _ year: Int) -> Match? {
    var trial = cursor
    guard trial.take(UInt8(ascii: "/")) || DateParts.dash(&trial), (1900...2100).contains(year) else {
      return nil
    }
    if trial.current == 0x20 { return nil }
    guard let second = trial.number(digits: 2...4), second.digits != 3,
      DateParts.isNumberEnd(trial, trial.position),
      trial.current != UInt8(ascii: "-"), trial.current != UInt8(ascii: "/")
    else { return nil }
    let next = second.digits == 2 ? year / 100 * 100 + second.value : second.value
    if next == year + 1 || second.digits == 2 && (year + 1) % 100 == second.value {
      cursor = trial
      return .date(DateExpression(.yearSpan(first: year, .plain)))
    }
    guard second.digits == 4, next > year, next <= 2100 else { return nil }
    cursor = trial
    return .date(DateExpression(.range(.calendar(year: year), .calendar(year: next))))
  }

  /// "2014 to 2018", "2014 through 2018".
  private func spelledPair(_ cursor: inout TextCursor, _ year: Int) -> Match? {
    var trial = cursor
    if DateChange.isTold(before: cursor.position - 4, cursor.bytes) { return nil }
    let spaced = trial.skipBlanks()
    if !trial.take(UInt8(ascii: "~")) {
      guard spaced, YearRule.joints[trial.word] != nil else { return nil }
      trial.position += trial.word.count
      guard trial.skipBlanks() else { return nil }
    }
    guard (1500...2100).contains(year), let last = DateParts.year4(&trial), last > year, last <= 2100,
      trial.current != UInt8(ascii: "-")
    else { return nil }
    cursor = trial
    return .date(DateExpression(.range(.calendar(year: year), .calendar(year: last))))
  }

  private static let joints = WordTable<Bool>(["to", "until", "till", "through", "thru"].map { ($0, true) })

  /// "c. 1850", "ca. 1850", "c.1850".
  private static func isAbbreviatedCirca(_ cursor: TextCursor, _ start: Int) -> Bool {
    let end = cursor.blanksStart(before: start)
    guard end > 1, cursor.bytes[end - 1] == UInt8(ascii: ".") else { return false }
    let word = cursor.word(endingAt: end - 1).word
    return word == FoldedWord("c") || word == FoldedWord("ca")
  }

  static func hasCue(_ cursor: TextCursor, start: Int, end: Int) -> Bool {
    let previous = cursor.previousWord(before: start)
    var after = cursor
    after.position = end
    let spaced = after.skipBlanks(lines: true)
    let next = spaced ? after.word : .none
    // "the company's 1989 results", "both 1990 and 1991"
    // "the 1998 Act": part of a name.
    if laws[next] != nil { return false }
    if isPossessive(cursor, start), next.count > 0, !counted(next) { return true }
    if previous.word == FoldedWord("circa") || isAbbreviatedCirca(cursor, start) { return !counted(next) }
    guard let cue = cues[previous.word] else {
      // "his failed 1996 campaign": one thing of that year.
      if (1950...2049).contains(year(cursor, start)), previous.word.count > 2,
        DateWord.of(previous.word) == nil || previous.word == FoldedWord("that"),
        adjectives[next] != nil
      {
        return true
      }
      // "2021: the pilot began" at the start of a line.
      let atLineStart = cursor.isAtLineStart(start)
      return atLineStart && cursor.byte(end) == UInt8(ascii: ":") && ByteClass.isBlank(cursor.byte(end + 1))
    }
    switch cue {
    case .certain: return !counted(next)
    case .owner: return true
    case .possible:
      // "of 2020 pupils", "the 1500 metres": a plain word behind it is what it counts.
      return next.count == 0 || functionWords[next] != nil
    // "a 1500 man force": a round number of something.
    case .article where year(cursor, start) < 1900 && year(cursor, start) % 100 == 0: return false
    case .article:
      // "the 2021 census", but not "the 2000 schools".
      if adjectives[next] != nil { return true }
      return next.count > 0 && !counted(next) && functionWords[next] == nil
        && cursor.byte(after.position + next.count - 1) | 0x20 != UInt8(ascii: "s")
        || next == FoldedWord("census")
    }
  }

  private static let laws = WordTable<Bool>(
    ["act", "acts", "regulations", "order", "bill", "convention", "directive", "rules", "code"].map {
      ($0, true)
    })

  private static func isPossessive(_ cursor: TextCursor, _ start: Int) -> Bool {
    let bare = cursor.blanksStart(before: start)
    guard bare > 3, bare < start, cursor.bytes[bare - 1] == UInt8(ascii: "s") else { return false }
    return cursor.bytes[bare - 2] == UInt8(ascii: "'") || cursor.bytes[bare - 2] == 0x99
  }

  private static func year(_ cursor: TextCursor, _ start: Int) -> Int {
    var trial = cursor
    trial.position = start
    return trial.number(digits: 4...4)?.value ?? 0
  }

  /// Things that a year is named after.
  private static let adjectives = WordTable<Bool>(
    [
      "campaign", "election", "elections", "census", "budget", "survey", "review", "report", "audit",
      "attack",
      "season", "agreement", "treaty", "resolution", "war", "law", "ruling", "study", "earnings", "results",
      "revenue", "sales", "profit", "profits", "net", "operating", "level", "levels", "figures", "period",
      "accounts", "invasion", "bombing", "revolution", "protests", "uprising", "olympics", "games", "edition",
    ].map { ($0, true) })

  private static func counted(_ word: FoldedWord) -> Bool { countNouns[word] != nil }

  private enum Cue: Sendable { case certain, owner, possible, article }

  private static let cues = WordTable<Cue>(
    [
      "in", "since", "until", "till", "during", "early", "late", "mid", "circa", "year", "into", "throughout",
      "spring", "summer",
      "autumn", "winter", "fiscal", "both", "due", "fall", "calendar",
    ].map { ($0, .certain) }
      + ["its", "their", "our", "this", "his", "her"].map { ($0, .owner) }
      + [
        "from", "of", "by", "before", "after", "to", "and", "around", "about", "for", "between", "through",
        "or", "than",
      ].map {
        ($0, .possible)
      } + ["the", "a"].map { ($0, .article) })

  private static let functionWords = WordTable<Bool>(
    [
      "and", "or", "to", "until", "the", "a", "an", "in", "on", "by", "when", "while", "as", "but", "which",
      "who", "that", "it",
      "we", "they", "he", "she", "there", "this", "with", "for", "at", "is", "was", "were", "are", "has",
      "had", "have", "will",
      "can", "of", "after", "before", "because", "if", "so", "then", "from", "onwards", "through", "i", "you",
      "would", "could",
      "show", "shows", "showed", "edition", "census", "election", "audit", "report", "did", "do", "does",
      "may", "should", "be",
      "been", "where", "without", "under", "only", "via", "not", "no", "into", "over", "about", "also", "too",
      "data", "all", "every", "each", "most", "many", "some", "our", "their", "its", "no", "nearly", "almost",
    ].map { ($0, true) })

  private static let countNouns = WordTable<Bool>(
    [
      "pupils", "schools", "people", "children", "pounds", "euros", "dollars", "words", "pages", "cases",
      "records", "staff",
      "parents", "metres", "miles", "km", "kg", "items", "documents", "emails", "times", "copies", "members",
      "organisations", "men", "women", "troops", "soldiers", "officers", "employees", "residents",
    ].map { ($0, true) })
}

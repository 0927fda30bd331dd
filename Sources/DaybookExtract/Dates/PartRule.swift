import DaybookCore

/// Reads a part of a stretch: "early 2018", "mid-July", "late February", "the end of the month", "the
/// beginning of March".
///
/// What is cut is a month, a year, a decade, a season, or a unit told by its direction. Source: TimeML 1.2.1,
/// mod START, MID, END.
struct PartRule: MentionRule {
  let name = "part"
  let examples: [RuleExample] = [
    .reads("begun in «early 2018», ready by «mid-July»", as: "early 2018", "mid XXXX-07"),
    .reads("due by «the end of the month»", as: "end of month+0"),
    .reads("«The beginning of March» or «the middle of next week»", as: "early XXXX-03", "mid week+1"),
    .reads("since «the late 2000s»", as: "late 2000/2009"),
    .reads("kept until «the end of the tax year»", as: "end of tax year"),
    .ignores("the end of the road, early days, late pupils, the start of something"),
  ]
  let triggers: Triggers = [.words(["early", "mid", "late", "beginning", "start", "middle", "end", "later"])]

  private let month = MonthRule()
  private let directed = DirectedRule()
  private let yearPart = YearPartRule()

  func match(at cursor: inout TextCursor, context: RuleContext) -> Match? {
    let trigger = cursor.position
    let word = cursor.word
    guard MonthRule.isWordStart(cursor, trigger), let known = DateWord.of(word),
      var part = DatePart(rawValue: known.value)
    else { return nil }
    cursor.position += word.count
    let needsOf = PartRule.nouns[word] != nil
    if word == FoldedWord("end") { part = .lastDay }
    var hasHyphen = false
    if cursor.current == UInt8(ascii: "-") {
      cursor.position += 1
      hasHyphen = true
    } else if !cursor.skipBlanks(lines: true) {
      return nil
    }
    if needsOf {
      guard !hasHyphen, cursor.take(FoldedWord("of")), cursor.skipBlanks(lines: true) else { return nil }
    } else if word == FoldedWord("mid"), !hasHyphen, !ByteClass.isDigit(cursor.current),
      !cursor.isUppercase(at: cursor.position)
    {
      return nil
    } else if cursor.take(FoldedWord("in")) {
      guard cursor.skipBlanks() else { return nil }
    }
    let hasThe = cursor.take(FoldedWord("the"))
    if hasThe { cursor.skipBlanks(lines: true) }
    guard var expression = target(&cursor, context, hasThe: hasThe, needsOf: needsOf) else { return nil }
    expression.part = part
    return .date(expression, start: DateParts.articleStart(cursor, before: trigger))
  }

  private static let nouns = WordTable<Bool>(["beginning", "start", "middle", "end"].map { ($0, true) })

  private func target(_ cursor: inout TextCursor, _ context: RuleContext, hasThe: Bool, needsOf: Bool)
    -> DateExpression?
  {
    if ByteClass.isDigit(cursor.current) {
      var trial = cursor
      if let year = DateParts.year4(&trial), (1500...2100).contains(year), trial.current != UInt8(ascii: "-")
      {
        cursor = trial
        return .calendar(year: year)
      }
      trial = cursor
      guard let number = trial.number(digits: 4...4), number.value % 10 == 0,
        (1500...2100).contains(number.value), trial.take(FoldedWord("s"))
      else { return nil }
      cursor = trial
      return DateExpression(.years(first: number.value, count: 10))
    }
    if needsOf, hasThe, let kind = NamedYearRule.kind(&cursor) {
      return DateExpression(.yearSpan(first: nil, kind))
    }
    guard let known = DateWord.of(cursor.word) else { return nil }
    switch known.kind {
    case .month:
      var trial = cursor
      guard let match = month.match(at: &trial, context: context), case .date(let expression) = match.value,
        let fields = expression.fields, fields.day == nil
      else { return nil }
      cursor = trial
      return expression
    case .unit:
      guard needsOf, let unit = DateUnit(rawValue: known.value),
        unit.rawValue >= DateUnit.day.rawValue,
        !DirectedRule.isPlural(cursor.word), hasThe || unit == .month || unit == .year
      else { return nil }
      cursor.position += cursor.word.count
      guard !ByteClass.isWordLike(cursor.current) || cursor.current >= 0x80 else { return nil }
      // "the end of year two"
      var after = cursor
      if !hasThe, after.skipBlanks(),
        ByteClass.isDigit(after.current) || DateWord.of(after.word)?.kind == .cardinal
      {
        return nil
      }
      return DateExpression(.unit(unit, 0, ofNarrative: false))
    case .direction:
      guard let match = directed.match(at: &cursor, context: context),
        case .date(let expression) = match.value
      else { return nil }
      return expression
    case .season:
      guard let match = yearPart.match(at: &cursor, context: context),
        case .date(let expression) = match.value
      else { return nil }
      return expression
    default: return nil
    }
  }
}

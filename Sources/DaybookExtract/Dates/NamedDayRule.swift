import DaybookCore

/// Reads days with a name: "Good Friday", "Christmas Eve 2021", "the Spring Bank Holiday", "last
/// Thanksgiving", "Thanksgiving of next year".
///
/// Names are capitalised, but for those that nothing else is called by. Source: `NamedDayTable`.
struct NamedDayRule: MentionRule {
  let name = "named-day"
  let examples: [RuleExample] = [
    .reads("shut from «Christmas Eve» until «New Year’s Day»", as: "christmas eve", "new year's day"),
    .reads("on «Good Friday» and «Easter Monday 2022»", as: "good friday", "easter monday 2022"),
    .reads("closed on «the Spring Bank Holiday»", as: "spring bank holiday"),
    .reads(
      "met «last Thanksgiving», «mothering sunday 2014»", as: "last thanksgiving", "mothering sunday 2014"),
    .reads("by «Remembrance Sunday of this year»", as: "remembrance sunday of year+0"),
    .ignores("a good friday, new years of work, Mr Christmas Humphreys"),
    .ignores("Easter eggs, the Christmas party, earth days"),
  ]
  let triggers: Triggers = [.words(Array(Set(NamedDayRule.phrases.keys)).sorted())]

  private let directed = DirectedRule()

  func match(at cursor: inout TextCursor, context: RuleContext) -> Match? {
    let trigger = cursor.position
    guard MonthRule.isWordStart(cursor, trigger), let phrases = NamedDayRule.table[cursor.word] else {
      return nil
    }
    var best: (day: NamedDay, end: Int)?
    for phrase in phrases {
      var trial = cursor
      guard take(phrase.words, &trial), best.map({ trial.position > $0.end }) ?? true else { continue }
      best = (phrase.day, trial.position)
    }
    guard var best else { return nil }
    cursor.position = best.end
    if ByteClass.isWordLike(cursor.current), cursor.current < 0x80 { return nil }
    let isCapital = cursor.isUppercase(at: trigger) || cursor.isUppercase(at: lastWordStart(cursor, best.end))
    if best.day == .mothersDay, context.locale == "en-US", cursor.word(at: trigger) != FoldedWord("mothering")
    {
      best.day = .mothersDayUS
    }
    let year = yearTail(&cursor, best.end)
    guard
      isCapital || NamedDayTable.plainNames.contains(best.day) || year != nil && best.day != .mayDay
        || isWholeLine(cursor, trigger) || isDirected(cursor, trigger)
    else { return nil }
    var start = DateParts.articleStart(cursor, before: trigger)
    var expression = DateExpression(.named(best.day, year: year))
    if year == nil, let whole = inYear(&cursor, context) {
      expression.form = .namedIn(best.day, whole)
    } else if year == nil {
      let previous = cursor.previousWord(before: trigger)
      if let word = DateWord.of(previous.word), word.kind == .direction,
        let direction = Direction(rawValue: word.value),
        direction == .last || direction == .next || direction == .this
      {
        expression.direction = direction
        start = DateParts.articleStart(cursor, before: previous.start)
      } else if !context.readsVague, NamedDayTable.ledNames.contains(best.day),
        !isDate(cursor, trigger, context)
      {
        return nil
      }
    }
    return .date(expression, start: start)
  }

  /// "last easter", "before xmas".
  private func isDirected(_ cursor: TextCursor, _ trigger: Int) -> Bool {
    let previous = cursor.previousWord(before: trigger).word
    return previous == FoldedWord("last") || previous == FoldedWord("next")
      || cursor.word(at: trigger) == FoldedWord("xmas")
  }

  private func lastWordStart(_ cursor: TextCursor, _ end: Int) -> Int { cursor.word(endingAt: end).start }

  /// "2021", "’21", "in 2019", "two thousand ten"; the cursor stays behind the name where no year follows.
  private func yearTail(_ cursor: inout TextCursor, _ end: Int) -> Int? {
    if let year = DateParts.yearTail(&cursor, shortAllowed: false) { return year }
    cursor.position = end
    var trial = cursor
    guard trial.skipBlanks() else { return nil }
    if trial.take(FoldedWord("in")) { trial.skipBlanks() }
    guard let year = Numerals.year(&trial) else { return nil }
    cursor = trial
    return year
  }

  /// "of last year", "of next year".
  private func inYear(_ cursor: inout TextCursor, _ context: RuleContext) -> DateExpression? {
    var trial = cursor
    guard trial.skipBlanks() else { return nil }
    if trial.take(FoldedWord("of")) { trial.skipBlanks() }
    guard let word = DateWord.of(trial.word), word.kind == .direction,
      let match = directed.match(at: &trial, context: context), case .date(let whole) = match.value,
      case .unit(.year, _, _) = whole.form
    else { return nil }
    cursor = trial
    return whole
  }

  /// "Easter" and "Christmas" alone are dates behind a preposition and before no capitalised word.
  private func isDate(_ cursor: TextCursor, _ trigger: Int, _ context: RuleContext) -> Bool {
    if isWholeLine(cursor, trigger) { return true }
    var after = cursor
    if after.skipBlanks(), after.isUppercase(at: after.position) { return false }
    if after.word.count > 0, after.position > cursor.position, Prepositions.table[after.word] == nil,
      NamedDayRule.followers[after.word] == nil
    {
      return false
    }
    return Prepositions.leadsToDate(cursor.previousWord(before: trigger).word)
  }

  /// Words that open a clause behind it: "By Christmas the lines had hardened".
  private static let followers = WordTable<Bool>(
    [
      "and", "the", "a", "an", "we", "i", "they", "he", "she", "it", "you", "there", "but", "when", "because",
      "his", "her", "their", "our", "its", "my", "all", "no", "both", "most", "some", "is", "was", "will",
      "has", "had", "as", "so", "with", "if",
    ].map { ($0, true) })

  /// Nothing else stands on the line.
  private func isWholeLine(_ cursor: TextCursor, _ trigger: Int) -> Bool {
    var after = cursor
    after.skipBlanks()
    return cursor.isAtLineStart(trigger) && (after.isAtEnd || after.current == 0x0A || after.current == 0x0D)
  }

  private func take(_ words: [FoldedWord], _ cursor: inout TextCursor) -> Bool {
    for (index, word) in words.enumerated() {
      if index > 0 {
        // "New Year’s", "St. Andrew's", "Mothers Day": an apostrophe, a full stop, blanks, or nothing before s.
        if cursor.take(UInt8(ascii: "'")) {
        } else if cursor.current == 0xE2, cursor.byte(cursor.position + 2) == 0x99 {
          cursor.position += 3
        } else {
          _ = cursor.take(UInt8(ascii: "."))
          guard cursor.skipBlanks(lines: true) else { return false }
        }
      }
      if cursor.take(word) { continue }
      // The plural of the word takes in the "s" of the next.
      guard index + 1 < words.count, words[index + 1] == NamedDayRule.letterS, isPlural(cursor.word, of: word)
      else { return false }
      cursor.position += word.count + 1
      return takeRest(Array(words[(index + 2)...]), &cursor)
    }
    return true
  }

  private func takeRest(_ words: [FoldedWord], _ cursor: inout TextCursor) -> Bool {
    if words.isEmpty { return true }
    // "Valentines' Day"
    _ = cursor.take(UInt8(ascii: "'"))
    guard cursor.skipBlanks(lines: true) else { return false }
    return take(words, &cursor)
  }

  private func isPlural(_ word: FoldedWord, of singular: FoldedWord) -> Bool {
    guard word.count == singular.count + 1, singular.count < 8 else { return false }
    return word.low == singular.low | UInt64(UInt8(ascii: "s")) << UInt64(singular.count * 8)
      || singular.count == 7 && word.low & 0x00FF_FFFF_FFFF_FFFF == singular.low
  }

  private static let letterS = FoldedWord("s")

  private struct Phrase: Sendable {
    var words: [FoldedWord]
    var day: NamedDay
  }

  /// By first word; one that a plural takes in is listed under it too.
  private static let phrases: [String: [Phrase]] = {
    var result: [String: [Phrase]] = [:]
    for (name, day) in NamedDayTable.names {
      let words = name.split(separator: " ").map(String.init)
      let phrase = Phrase(words: words.map { FoldedWord($0) }, day: day)
      result[words[0], default: []].append(phrase)
      if words.count > 1, words[1] == "s" { result[words[0] + "s", default: []].append(phrase) }
    }
    return result
  }()

  private static let table = WordTable<[Phrase]>(phrases.sorted { $0.key < $1.key })
}

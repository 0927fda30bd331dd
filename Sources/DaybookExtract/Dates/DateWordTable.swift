import DaybookCore

/// The words that dates are made of.
///
/// Source of months and weekdays with their short forms: Unicode CLDR 44, en and en-GB, calendar names;
/// "Sept", "Tues", "Weds", "Thur", "Thurs": Oxford University Style Guide, "Abbreviations". Numbers and
/// ordinals: Oxford English Dictionary. Spellings of messages ("tmrw", "2nite", "nite"): Tagg, Discourse of
/// Text Messaging, chapter 3, and Urban Dictionary.
enum DateWordTable {
  static let monthNames: [(String, Int)] = [
    ("january", 1), ("february", 2), ("march", 3), ("april", 4), ("may", 5), ("june", 6), ("july", 7),
    ("august", 8),
    ("september", 9), ("october", 10), ("november", 11), ("december", 12),
  ]
  static let monthShortNames: [(String, Int)] = [
    ("jan", 1), ("feb", 2), ("febr", 2), ("mar", 3), ("apr", 4), ("jun", 6), ("jul", 7), ("aug", 8),
    ("sep", 9), ("sept", 9),
    ("oct", 10), ("nov", 11), ("dec", 12),
  ]
  static let weekdayNames: [(String, Int)] = [
    ("monday", 1), ("tuesday", 2), ("wednesday", 3), ("thursday", 4), ("friday", 5), ("saturday", 6),
    ("sunday", 7),
  ]
  static let weekdayShortNames: [(String, Int)] = [
    ("mon", 1), ("tue", 2), ("tues", 2), ("wed", 3), ("weds", 3), ("thu", 4), ("thur", 4), ("thurs", 4),
    ("fri", 5), ("sat", 6),
    ("sun", 7),
  ]
  static let cardinals: [(String, Int)] = [
    ("one", 1), ("two", 2), ("three", 3), ("four", 4), ("five", 5), ("six", 6), ("seven", 7), ("eight", 8),
    ("nine", 9),
    ("ten", 10), ("eleven", 11), ("twelve", 12), ("thirteen", 13), ("fourteen", 14), ("fifteen", 15),
    ("sixteen", 16),
    ("seventeen", 17), ("eighteen", 18), ("nineteen", 19), ("twenty", 20), ("thirty", 30), ("forty", 40),
    ("fifty", 50),
    ("sixty", 60), ("seventy", 70), ("eighty", 80), ("ninety", 90), ("hundred", 100), ("thousand", 1000),
  ]
  static let ordinals: [(String, Int)] = [
    ("first", 1), ("second", 2), ("third", 3), ("fourth", 4), ("fifth", 5), ("sixth", 6), ("seventh", 7),
    ("eighth", 8),
    ("ninth", 9), ("tenth", 10), ("eleventh", 11), ("twelfth", 12), ("thirteenth", 13), ("fourteenth", 14),
    ("fifteenth", 15), ("sixteenth", 16), ("seventeenth", 17), ("eighteenth", 18), ("nineteenth", 19),
    ("twentieth", 20),
    ("thirtieth", 30),
  ]
  static let units: [(String, DateUnit)] = [
    ("second", .second), ("seconds", .second), ("minute", .minute), ("minutes", .minute), ("mins", .minute),
    ("min", .minute), ("sec", .second), ("secs", .second), ("hour", .hour),
    ("hours", .hour), ("hrs", .hour), ("hr", .hour), ("day", .day), ("days", .day), ("week", .week),
    ("weeks", .week),
    ("wk", .week),
    ("wks", .week), ("fortnight", .fortnight), ("fortnights", .fortnight), ("month", .month),
    ("months", .month), ("mth", .month), ("mths", .month), ("night", .day), ("nights", .day),
    ("qtr", .quarter), ("quarter", .quarter), ("quarters", .quarter), ("year", .year), ("years", .year),
    ("yr", .year),
    ("yrs", .year),
    ("decade", .decade), ("decades", .decade), ("century", .century), ("centuries", .century),
    ("weekend", .weekend),
    ("weekends", .weekend),
  ]
  static let seasons: [(String, Int)] = [
    ("spring", 1), ("summer", 2), ("autumn", 3), ("fall", 3), ("winter", 4),
  ]
  static let deictics: [(String, Int)] = [
    ("yesterday", -1), ("today", 0), ("tomorrow", 1), ("tonight", 0), ("tonite", 0), ("tmrw", 1), ("tmr", 1),
    ("tmw", 1), ("tomo", 1), ("tmrow", 1), ("tomoro", 1), ("tomorow", 1), ("ytd", -1), ("yday", -1),
    ("tdy", 0), ("tmolo", 1), ("tomolo", 1), ("tomoz", 1), ("yest", -1), ("tonights", 0), ("todays", 0),
    ("tomorrows", 1),
  ]
  static let directions: [(String, Direction)] = [
    ("last", .last), ("past", .last), ("previous", .previous), ("next", .next), ("coming", .coming),
    ("upcoming", .coming),
    ("following", .following),
    ("this", .this), ("same", .same), ("preceding", .previous), ("current", .this), ("that", .same),
  ]
  static let parts: [(String, DatePart)] = [
    ("early", .start), ("mid", .middle), ("late", .end), ("beginning", .start), ("start", .start),
    ("middle", .middle),
    ("end", .end), ("close", .end), ("later", .end),
  ]
  static let dayParts: [(String, DayPart)] = [
    ("morning", .morning), ("afternoon", .afternoon), ("evening", .evening), ("night", .night),
    ("lunchtime", .lunchtime), ("nite", .night), ("mornin", .morning), ("lunch", .lunchtime),
    ("overnight", .night),
  ]

  static let words: WordTable<DateWord> = {
    var rows: [(String, DateWord)] = []
    // Later rows win: "second" is read as an ordinal by those that ask for one, and is listed as that.
    for (text, unit) in units { rows.append((text, DateWord(kind: .unit, value: unit.rawValue))) }
    for (text, value) in monthNames { rows.append((text, DateWord(kind: .month, value: value))) }
    for (text, value) in monthShortNames {
      rows.append((text, DateWord(kind: .month, value: value, isShort: true)))
    }
    for (text, value) in weekdayNames { rows.append((text, DateWord(kind: .weekday, value: value))) }
    for (text, value) in weekdayShortNames {
      rows.append((text, DateWord(kind: .weekday, value: value, isShort: true)))
    }
    for (text, value) in cardinals { rows.append((text, DateWord(kind: .cardinal, value: value))) }
    for (text, value) in ordinals { rows.append((text, DateWord(kind: .ordinal, value: value))) }
    for (text, value) in seasons { rows.append((text, DateWord(kind: .season, value: value))) }
    for (text, value) in deictics { rows.append((text, DateWord(kind: .deictic, value: value))) }
    for (text, value) in directions { rows.append((text, DateWord(kind: .direction, value: value.rawValue))) }
    for (text, value) in parts { rows.append((text, DateWord(kind: .part, value: value.rawValue))) }
    for (text, value) in dayParts { rows.append((text, DateWord(kind: .dayPart, value: value.rawValue))) }
    return WordTable(rows)
  }()

  static let monthTriggers = (monthNames + monthShortNames).map(\.0)
  static let weekdayTriggers = (weekdayNames + weekdayShortNames).map(\.0)
}

import DaybookCore

/// Reads dates in the names of files: "20220215_final.docx", "Minutes_15-02-2022.pdf", "IMG_20220215_093000.jpg",
/// "letter_15Feb2022.doc".
///
/// Only in a word that ends like a file's name, because digits between underscores are references elsewhere.
/// Two figures for the year, and six digits in a row, are left: they stand for too many things. Source: ISO
/// 8601-1, basic and extended form; names as cameras, scanners and people write them.
struct FileNameRule: MentionRule {
  let name = "file-name"
  let examples: [RuleExample] = [
    .reads("see Minutes_«15-02-2022».docx", as: "2022-02-15"),
    .reads(
      "IMG_«20220215_093000».jpg and report-«20220215T0930».pdf", as: "2022-02-15T09:30", "2022-02-15T09:30"),
    .reads("letter_«15Feb2022».pdf, «2022_02_15».pdf", as: "2022-02-15", "2022-02-15"),
    .reads("scan «15022022».pdf", as: "2022-02-15"),
    .ignores("invoice_20221340.pdf, ref 15022022, v20220215 of it, a_15-02-2022 alone"),
  ]
  let triggers: Triggers = [.digit]

  /// How far a name is looked at.
  private static let reach = 80

  func match(at cursor: inout TextCursor, context: RuleContext) -> Match? {
    let start = cursor.position
    guard start == 0 || !ByteClass.isDigit(cursor.bytes[start - 1]), endsLikeAName(cursor) else { return nil }
    var trial = cursor
    guard let first = digits(&trial) else { return nil }
    let expression: DateExpression? =
      switch first.count {
      case 8: packed(first.value, &trial)
      case 4: yearFirst(first.value, &trial)
      case 1, 2: dayFirst(first.value, &trial)
      default: nil
      }
    guard let expression, !ByteClass.isDigit(trial.current) else { return nil }
    cursor = trial
    return .date(expression)
  }

  /// "20220215", "15022022", with a time behind it.
  private func packed(_ value: Int, _ cursor: inout TextCursor) -> DateExpression? {
    let yearFirst = (value / 10_000, value / 100 % 100, value % 100)
    let dayFirst = (value % 10_000, value / 10_000 % 100, value / 1_000_000)
    for (year, month, day) in [yearFirst, dayFirst]
    where (1900...2199).contains(year) && CivilDate(year: year, month: month, day: day) != nil {
      return .calendar(year: year, month: month, day: day, time: time(&cursor))
    }
    return nil
  }

  /// "T0930", "_093000", "-0930".
  private func time(_ cursor: inout TextCursor) -> ClockTime? {
    var trial = cursor
    guard trial.take(UInt8(ascii: "T")) || trial.take(UInt8(ascii: "_")) || trial.take(UInt8(ascii: "-")),
      let found = digits(&trial), found.count == 4 || found.count == 6
    else { return nil }
    let hasSeconds = found.count == 6
    let minutes = hasSeconds ? found.value / 100 : found.value
    guard
      let time = CivilTime(
        hour: minutes / 100, minute: minutes % 100, second: hasSeconds ? found.value % 100 : 0)
    else { return nil }
    cursor = trial
    return ClockTime(time, grain: hasSeconds ? .second : .minute)
  }

  private func yearFirst(_ year: Int, _ cursor: inout TextCursor) -> DateExpression? {
    guard (1900...2199).contains(year), let separator = separator(&cursor), let month = digits(&cursor),
      cursor.take(separator), let day = digits(&cursor), month.count == 2, day.count == 2,
      CivilDate(year: year, month: month.value, day: day.value) != nil
    else { return nil }
    return .calendar(year: year, month: month.value, day: day.value)
  }

  /// "15-02-2022", "15Feb2022", "15-Feb-2022".
  private func dayFirst(_ day: Int, _ cursor: inout TextCursor) -> DateExpression? {
    let separator = separator(&cursor)
    if let month = DateParts.month(&cursor) {
      if let separator { guard cursor.take(separator) else { return nil } }
      guard let year = digits(&cursor), year.count == 4, (1900...2199).contains(year.value),
        CivilDate(year: year.value, month: month.value, day: day) != nil
      else { return nil }
      return .calendar(year: year.value, month: month.value, day: day)
    }
    guard let separator, let second = digits(&cursor), second.count <= 2, cursor.take(separator),
      let year = digits(&cursor), year.count == 4, (1900...2199).contains(year.value)
    else { return nil }
    let isDayFirst = CivilDate(year: year.value, month: second.value, day: day) != nil
    let isMonthFirst = CivilDate(year: year.value, month: day, day: second.value) != nil
    guard isDayFirst || isMonthFirst else { return nil }
    if isDayFirst, isMonthFirst {
      return DateExpression(
        .numeric(NumericDate(first: day, second: second.value, year: year.value, weekday: nil)))
    }
    var expression = DateExpression.calendar(
      year: year.value, month: isDayFirst ? second.value : day, day: isDayFirst ? day : second.value)
    expression.order = isDayFirst ? .dayFirst : .monthFirst
    return expression
  }

  private func separator(_ cursor: inout TextCursor) -> UInt8? {
    for byte in [UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: ".")] where cursor.take(byte) {
      return byte
    }
    return nil
  }

  private func digits(_ cursor: inout TextCursor) -> (value: Int, count: Int)? {
    cursor.number(digits: 1...8).map { ($0.value, $0.digits) }
  }

  /// Whether the run of bytes up to the next blank ends in a full stop and the extension of a file.
  private func endsLikeAName(_ cursor: TextCursor) -> Bool {
    var end = cursor.position
    let limit = min(cursor.limit, end + FileNameRule.reach)
    var dot: Int?
    while end < limit {
      let byte = cursor.bytes[end]
      if byte == UInt8(ascii: ".") {
        if let dot, FileNameRule.extensions[cursor.word(at: dot + 1)] != nil { return true }
        dot = end
      } else if !ByteClass.isWordLike(byte), byte != UInt8(ascii: "-"), byte != UInt8(ascii: "_"),
        byte != UInt8(ascii: "("), byte != UInt8(ascii: ")")
      {
        break
      }
      end += 1
    }
    return dot.map { FileNameRule.extensions[cursor.word(at: $0 + 1)] != nil } ?? false
  }

  /// Source: IANA media types and the extensions registered with them, as far as papers carry them.
  private static let extensions = WordTable<Bool>(
    [
      "doc", "docx", "docm", "pdf", "xls", "xlsx", "xlsm", "ppt", "pptx", "txt", "rtf", "odt", "ods", "msg",
      "eml", "mbox", "csv", "jpg", "jpeg", "png", "tif", "tiff", "heic", "gif", "zip", "html", "htm", "md",
      "json", "xml", "mov", "wav", "pst",
    ].map { ($0, true) })
}

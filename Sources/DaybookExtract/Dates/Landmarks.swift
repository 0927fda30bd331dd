import DaybookCore

/// Dates that are written out, which a page without a date of its own can be understood from.
enum Landmarks {
  /// Months and days with their year in running text, and date lines; labels and what merely bounds a stretch
  /// are left out.
  static func find(_ groups: [[DateToken]], units: [TextUnit], bytes: UnsafeBufferPointer<UInt8>)
    -> [DateAnchor]
  {
    var anchors: [DateAnchor] = []
    for (index, tokens) in groups.enumerated() {
      for token in tokens {
        guard let fields = token.expression.fields, let year = fields.year, let month = fields.month,
          token.expression.part == nil
        else {
          continue
        }
        let when =
          fields.day.flatMap { CivilDate(year: year, month: month, day: $0) }.map { Timex(day: $0) }
          ?? Timex(year: year, month: month)
        let unit = units[index]
        let isLine = token.bytes.count + 4 >= unit.bytes.count
        let before = TextCursor(bytes).blanksStart(before: token.bytes.lowerBound)
        let isLabel = !isLine && before > unit.bytes.lowerBound && bytes[before - 1] == UInt8(ascii: ":")
        guard let when, !isLabel,
          let anchor = DateAnchor(
            when, origin: isLine ? .dateLine : .implied, words: DateWalk.words(bytes, token.bytes),
            bytes: token.bytes, unit: index)
        else { continue }
        anchors.append(anchor)
      }
    }
    return anchors
  }
}

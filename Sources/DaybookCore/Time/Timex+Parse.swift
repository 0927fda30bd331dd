/// Reads EDTF, levels 0 and 1, as far as `edtf` prints it and as people write it in settings.
///
/// "2022", "2022-02", "2022-02-09", "2022-02-09T10:14:30+01:00", "2022-02-09/2022-02-14", "2022/..",
/// "../2022-02", "2022-02~", "2022?", "2022%", "199X", "19XX", "2022-XX", "2022-21" (spring) … "2022-24",
/// "2022-33" … "2022-36" (quarters), "XXXX-01-18", "XXXX-01-18/XXXX-03-02".
/// Source: ISO 8601-2:2019 (EDTF), levels 0 and 1; quarters from level 2.
extension Timex {
  /// Nil where the text is no EDTF of these forms, or names a day that is none.
  package init?(edtf text: String) {
    let bytes = Array(text.utf8)
    guard !bytes.isEmpty, bytes.count <= 80 else { return nil }
    let parts = bytes.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false).map(Array.init)
    switch parts.count {
    case 1:
      guard let point = EDTFPoint(parts[0]) else { return nil }
      self = point.timex
    case 2:
      guard let interval = Timex.interval(parts[0], parts[1]) else { return nil }
      self = interval
    default: return nil
    }
  }

  private static let open = Array("..".utf8)

  private static func interval(_ first: [UInt8], _ second: [UInt8]) -> Timex? {
    let opening = first == open || first.isEmpty ? nil : EDTFPoint(first)
    let closing = second == open || second.isEmpty ? nil : EDTFPoint(second)
    if opening == nil, !(first == open || first.isEmpty) || closing == nil { return nil }
    if closing == nil, !(second == open || second.isEmpty) { return nil }
    guard let some = opening ?? closing else { return nil }
    if let from = opening?.timex.yearless, let to = closing?.timex.yearless {
      var result = some.timex
      result.yearless = Yearless(month: from.month, day: from.day, lastMonth: to.month, lastDay: to.day)
      return result
    }
    guard opening?.timex.yearless == nil, closing?.timex.yearless == nil else { return nil }
    let start = opening?.timex.earliest
    let end = closing?.timex.latest
    if let start, let end, end < start { return nil }
    // "2021/2022-05-04": the coarser grain, so that it is printed as it was read; a time of day is never lost.
    let grains = (opening?.timex.grain ?? some.timex.grain, closing?.timex.grain ?? some.timex.grain)
    let grain = min(grains.0, grains.1) < .day ? min(grains.0, grains.1) : max(grains.0, grains.1)
    return Timex(
      earliest: start, latest: end, grain: grain,
      modifier: opening?.timex.modifier ?? closing?.timex.modifier,
      utcOffset: some.timex.utcOffset)
  }
}

/// One end of an EDTF text.
private struct EDTFPoint {
  var timex: Timex

  init?(_ bytes: [UInt8]) {
    var bytes = bytes
    var modifier: Timex.Modifier?
    switch bytes.last {
    case UInt8(ascii: "~"): modifier = .approximate
    case UInt8(ascii: "?"), UInt8(ascii: "%"): modifier = .uncertain
    default: break
    }
    if modifier != nil { bytes.removeLast() }
    guard var timex = EDTFPoint.plain(bytes) else { return nil }
    timex.modifier = modifier
    self.timex = timex
  }

  private static func plain(_ bytes: [UInt8]) -> Timex? {
    let pieces = bytes.split(separator: UInt8(ascii: "T"), maxSplits: 1, omittingEmptySubsequences: false)
      .map(Array.init)
    let fields = pieces[0].split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false).map(
      Array.init)
    guard (1...3).contains(fields.count), fields[0].count == 4 else { return nil }
    if pieces.count == 2 {
      guard fields.count == 3, let day = day(fields) else { return nil }
      return time(pieces[1], on: day)
    }
    let year = fields[0]
    if year == unknown(4) { return yearless(fields) }
    if year.contains(UInt8(ascii: "X")) {
      guard fields.count == 1 else { return nil }
      return years(year)
    }
    guard let number = number(year) else { return nil }
    switch fields.count {
    case 1: return Timex(year: number)
    case 2:
      if fields[1] == unknown(2) { return Timex(year: number) }
      guard fields[1].count == 2, let month = self.number(fields[1]) else { return nil }
      return month <= 12 ? Timex(year: number, month: month) : part(number, month)
    default:
      if fields[2] == unknown(2), fields[1].count == 2, let month = self.number(fields[1]) {
        return Timex(year: number, month: month)
      }
      return day(fields).map { Timex(day: $0) }
    }
  }

  private static func unknown(_ count: Int) -> [UInt8] { [UInt8](repeating: UInt8(ascii: "X"), count: count) }

  private static func yearless(_ fields: [[UInt8]]) -> Timex? {
    guard fields.count > 1, fields[1].count == 2, let month = number(fields[1]), (1...12).contains(month)
    else { return nil }
    guard fields.count == 3 else {
      return Timex(earliest: nil, latest: nil, grain: .month, yearless: Timex.Yearless(month: month))
    }
    guard fields[2].count == 2, let day = number(fields[2]), day >= 1,
      day <= CivilDate.days(inMonth: month, of: 2000)
    else { return nil }
    return Timex(earliest: nil, latest: nil, grain: .day, yearless: Timex.Yearless(month: month, day: day))
  }

  /// "199X" and "19XX".
  private static func years(_ text: [UInt8]) -> Timex? {
    let known = Array(text.prefix { $0 != UInt8(ascii: "X") })
    guard known.count == 2 || known.count == 3,
      text.dropFirst(known.count).allSatisfy({ $0 == UInt8(ascii: "X") }),
      let prefix = number(known), prefix > 0
    else { return nil }
    let size = known.count == 3 ? 10 : 100
    guard let first = CivilDate(year: prefix * size, month: 1, day: 1),
      let last = CivilDate(year: prefix * size + size - 1, month: 12, day: 31)
    else { return nil }
    return Timex(from: first, to: last, grain: size == 10 ? .decade : .century)
  }

  /// Seasons 21…24, spring first, and quarters 33…36.
  private static func part(_ year: Int, _ code: Int) -> Timex? {
    let first: Int
    switch code {
    case 21...24: first = (code - 20) * 3
    case 33...36: first = (code - 33) * 3 + 1
    default: return nil
    }
    guard let start = CivilDate(year: year, month: first, day: 1) else { return nil }
    let end = start.adding(months: 2).endOfMonth
    guard end.year <= 9999 else { return nil }
    return Timex(from: start, to: end, grain: code < 30 ? .season : .quarter)
  }

  private static func day(_ fields: [[UInt8]]) -> CivilDate? {
    guard fields[1].count == 2, fields[2].count == 2, let year = number(fields[0]),
      let month = number(fields[1]),
      let day = number(fields[2])
    else { return nil }
    return CivilDate(year: year, month: month, day: day)
  }

  /// "10:14", "10:14:30", with "Z" or "+01:00".
  private static func time(_ text: [UInt8], on day: CivilDate) -> Timex? {
    var clock = text
    var offset: Int?
    if clock.last == UInt8(ascii: "Z") {
      offset = 0
      clock.removeLast()
    } else if let sign = clock.lastIndex(where: { $0 == UInt8(ascii: "+") || $0 == UInt8(ascii: "-") }) {
      let zone = clock[(sign + 1)...].split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false)
        .map(Array.init)
      guard zone.count == 2, zone[0].count == 2, zone[1].count == 2, let hours = number(zone[0]),
        let minutes = number(zone[1]),
        hours <= 18, minutes < 60
      else { return nil }
      offset = (hours * 60 + minutes) * (clock[sign] == UInt8(ascii: "-") ? -1 : 1)
      clock.removeSubrange(sign...)
    }
    let fields = clock.split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false).map(Array.init)
    guard fields.count == 2 || fields.count == 3, fields.allSatisfy({ $0.count == 2 }) else { return nil }
    let numbers = fields.compactMap(number)
    guard numbers.count == fields.count,
      let time = CivilTime(hour: numbers[0], minute: numbers[1], second: numbers.count == 3 ? numbers[2] : 0)
    else { return nil }
    return Timex(day, at: time, grain: numbers.count == 3 ? .second : .minute, utcOffset: offset)
  }

  /// Digits alone, at most four.
  private static func number(_ bytes: [UInt8]) -> Int? {
    guard (1...4).contains(bytes.count), bytes.allSatisfy({ $0 >= 0x30 && $0 <= 0x39 }) else { return nil }
    return bytes.reduce(0) { $0 * 10 + Int($1 - 0x30) }
  }
}

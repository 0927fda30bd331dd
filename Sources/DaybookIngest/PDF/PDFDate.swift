import CPoppler
import DaybookCore

/// Dates of PDF files.
enum PDFDate {
  /// Reads `D:20220720100000+01'00'`; parts may be missing from the right.
  ///
  /// Source: ISO 32000-1, 7.9.4.
  static func timex(_ text: String) -> Timex? {
    var bytes = Array(text.utf8)[...]
    if bytes.starts(with: "D:".utf8) { bytes = bytes.dropFirst(2) }
    guard let year = number(&bytes, digits: 4) else { return nil }
    let month = number(&bytes, digits: 2)
    let day = month == nil ? nil : number(&bytes, digits: 2)
    guard let month else { return Timex(year: year) }
    guard let day else { return Timex(year: year, month: month) }
    guard let date = CivilDate(year: year, month: month, day: day) else { return nil }
    guard let hour = number(&bytes, digits: 2), let minute = number(&bytes, digits: 2) else {
      return Timex(day: date)
    }
    let second = number(&bytes, digits: 2)
    guard let time = CivilTime(hour: hour, minute: minute, second: min(second ?? 0, 59)) else {
      return Timex(day: date)
    }
    return Timex(date, at: time, grain: second == nil ? .minute : .second, utcOffset: offset(&bytes))
  }

  /// A date that the library has read.
  static func timex(taking date: OpaquePointer?) -> Timex? {
    guard let date else { return nil }
    defer { g_date_time_unref(date) }
    guard let text = PDFFile.take(g_date_time_format(date, "%Y%m%d%H%M%S%z")) else { return nil }
    return timex(text)
  }

  private static func offset(_ bytes: inout ArraySlice<UInt8>) -> Int? {
    guard let sign = bytes.first else { return nil }
    if sign == UInt8(ascii: "Z") { return 0 }
    guard sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-") else { return nil }
    bytes = bytes.dropFirst()
    guard let hours = number(&bytes, digits: 2), hours < 24 else { return nil }
    if bytes.first == UInt8(ascii: "'") { bytes = bytes.dropFirst() }
    let minutes = number(&bytes, digits: 2) ?? 0
    guard minutes < 60 else { return nil }
    return (sign == UInt8(ascii: "-") ? -1 : 1) * (hours * 60 + minutes)
  }

  private static func number(_ bytes: inout ArraySlice<UInt8>, digits: Int) -> Int? {
    guard bytes.count >= digits else { return nil }
    var value = 0
    for byte in bytes.prefix(digits) {
      guard (0x30...0x39).contains(byte) else { return nil }
      value = value * 10 + Int(byte - 0x30)
    }
    bytes = bytes.dropFirst(digits)
    return value
  }
}

/// The line in front of each message of a mailbox: `From sender Wed Feb  9 09:41:12 2022`.
///
/// A body may hold lines that begin with "From ", so the line must look the part: a clock and a year in it, a
/// header field below it, and a blank line above it unless weekday, month and clock are all there (Eudora
/// leaves the blank line out).
/// Source: RFC 4155, appendix A, and the mailboxes of Mozilla, Pipermail, Eudora and Google Takeout as found.
enum EnvelopeLine {
  enum Style: Equatable {
    /// With a date, as nearly every program writes it.
    case dated
    /// A sender and no more; believed only where the file's first line is like that too.
    case senderOnly
  }

  /// How the mailbox writes its envelope lines, from the first one.
  static func style(of bytes: UnsafeRawBufferPointer) -> Style {
    guard bytes.starts(with: "From ", at: 0, limit: bytes.count) else { return .dated }
    let end = bytes.lineEnd(from: 0, limit: bytes.count)
    let line = Words(bytes, in: 5..<end)
    return line.hasClock && line.hasYear ? .dated : .senderOnly
  }

  /// Just behind the envelope line at `start`; nil where no envelope line stands there.
  static func end(in bytes: UnsafeRawBufferPointer, at start: Int, limit: Int, style: Style) -> Int? {
    guard bytes.starts(with: "From ", at: start, limit: limit) else { return nil }
    let end = bytes.lineEnd(from: start, limit: min(limit, start + longest))
    guard end - start < longest, end == limit || bytes[end - 1] == 0x0A else { return nil }
    let line = Words(bytes, in: (start + 5)..<end)
    let isDated = line.hasClock && line.hasYear
    guard isField(bytes, at: end, limit: limit) else {
      // A message without a header: then the envelope must be beyond doubt.
      let isWhole = isDated && line.hasWeekday && line.hasMonth && line.count <= 8
      return isWhole && isBlank(above: start, in: bytes) && isBlank(below: end, in: bytes, limit: limit)
        ? end : nil
    }
    if isBlank(above: start, in: bytes) {
      return isDated || (style == .senderOnly && line.count == 1 && line.hasAt) ? end : nil
    }
    return isDated && line.hasWeekday && line.hasMonth ? end : nil
  }

  private static let longest = 1000

  private static func isBlank(above start: Int, in bytes: UnsafeRawBufferPointer) -> Bool {
    guard start >= 1 else { return true }
    guard bytes[start - 1] == 0x0A else { return false }
    var before = start - 1
    if before > 0, bytes[before - 1] == 0x0D { before -= 1 }
    return before == 0 || bytes[before - 1] == 0x0A
  }

  private static func isBlank(below end: Int, in bytes: UnsafeRawBufferPointer, limit: Int) -> Bool {
    end >= limit || bytes[end] == 0x0A || (bytes[end] == 0x0D && end + 1 < limit && bytes[end + 1] == 0x0A)
  }

  /// A field name and a colon, an escaped older envelope line, or nothing more.
  private static func isField(_ bytes: UnsafeRawBufferPointer, at start: Int, limit: Int) -> Bool {
    if start >= limit || bytes.starts(with: ">From ", at: start, limit: limit) { return true }
    var index = start
    while index < limit, index - start < 100, (33...126).contains(bytes[index]),
      bytes[index] != UInt8(ascii: ":")
    {
      index += 1
    }
    return index > start && index < limit && bytes[index] == UInt8(ascii: ":")
  }

  /// What the words of a line are, as far as an envelope is concerned.
  private struct Words {
    var count = 0
    var hasClock = false
    var hasYear = false
    var hasWeekday = false
    var hasMonth = false
    var hasAt = false

    init(_ bytes: UnsafeRawBufferPointer, in range: Range<Int>) {
      var index = range.lowerBound
      while index < range.upperBound {
        while index < range.upperBound, bytes[index] <= 0x20 { index += 1 }
        let start = index
        while index < range.upperBound, bytes[index] > 0x20 { index += 1 }
        if index > start { take(UnsafeRawBufferPointer(rebasing: bytes[start..<index])) }
      }
    }

    private mutating func take(_ word: UnsafeRawBufferPointer) {
      count += 1
      if word.contains(UInt8(ascii: "@")) { hasAt = true }
      if word.count == 4, word.allSatisfy({ (0x30...0x39).contains($0) }) {
        hasYear = hasYear || word[0] == 0x31 || word[0] == 0x32
      }
      if word.count >= 4, word.count <= 8, word.contains(UInt8(ascii: ":")) {
        hasClock = hasClock || word.allSatisfy { (0x30...0x3A).contains($0) }
      }
      let letters = word.count == 4 && word[3] == UInt8(ascii: ",") ? 3 : word.count
      guard letters == 3 else { return }
      let name = (word[0] | 0x20, word[1] | 0x20, word[2] | 0x20)
      let key = UInt32(name.0) << 16 | UInt32(name.1) << 8 | UInt32(name.2)
      if EnvelopeLine.weekdays.contains(key) { hasWeekday = true }
      if EnvelopeLine.months.contains(key) { hasMonth = true }
    }
  }

  private static let weekdays = keys("montuewedthufrisatsun")
  private static let months = keys("janfebmaraprmayjunjulaugsepoctnovdec")

  /// Three letters a name, as one number each.
  private static func keys(_ names: StaticString) -> [UInt32] {
    stride(from: 0, to: names.utf8CodeUnitCount, by: 3).map { index in
      UInt32(names.utf8Start[index]) << 16 | UInt32(names.utf8Start[index + 1]) << 8
        | UInt32(names.utf8Start[index + 2])
    }
  }
}

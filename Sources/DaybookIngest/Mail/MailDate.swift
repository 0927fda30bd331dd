import DaybookCore

/// The date of a native mail header, as its fixed form writes it: `Wed, 09 Feb 2022 09:41:12 +0000`.
///
/// Local time and offset stay as written. What the form does not allow gives no value at all (the words are
/// kept, for the reader of dates in running text to try), and a zone that cannot be trusted gives a time
/// without one: nothing is taken for UTC because it is missing.
/// Source: RFC 5322 sections 3.3 and 4.3.
struct MailDate: Equatable {
  /// Why a header date is not, or not wholly, what it should be.
  enum Flaw: Equatable {
    /// Not of the form; there is no value.
    case form
    /// No zone is written.
    case noZone
    /// An offset that no clock has (`+9900`), two zones at once (`GMT +0100`), or a name that is no offset
    /// (`BST`).
    case zone(String)
    /// The weekday is not that of the date.
    case weekday
  }

  var when: Timex?
  var flaws: [Flaw]

  init(_ text: some Collection<UInt8>) {
    var words = MailDate.words(text)
    when = nil
    flaws = [.form]
    var weekday: Int?
    if let first = words.first, let day = MailDate.name(first, in: MailDate.weekdays) {
      weekday = day
      words.removeFirst()
    }
    guard words.count >= 4, let day = MailDate.number(words[0], digits: 1...2),
      let month = MailDate.name(words[1], in: MailDate.months),
      let year = MailDate.year(words[2]), let date = CivilDate(year: year, month: month, day: day),
      let clock = MailDate.clock(words[3])
    else { return }
    flaws = []
    let zone = MailDate.zone(Array(words[4...]), flaws: &flaws)
    if let weekday, weekday != date.weekday { flaws.append(.weekday) }
    when = Timex(date, at: clock.time, grain: clock.hasSeconds ? .second : .minute, utcOffset: zone)
  }

  // MARK: - Words

  /// Words in the order written; comments in brackets and commas are no words.
  private static func words(_ text: some Collection<UInt8>) -> [[UInt8]] {
    var words: [[UInt8]] = []
    var word: [UInt8] = []
    var depth = 0
    for byte in text.prefix(200) {
      if byte == UInt8(ascii: "(") { depth += 1 }
      if depth > 0 || byte <= 0x20 || byte == UInt8(ascii: ",") {
        if !word.isEmpty { words.append(word) }
        word = []
      } else {
        word.append(byte)
      }
      if byte == UInt8(ascii: ")") { depth = max(0, depth - 1) }
    }
    if !word.isEmpty { words.append(word) }
    return words
  }

  private static func number(_ word: some Collection<UInt8>, digits: ClosedRange<Int>) -> Int? {
    guard digits.contains(word.count), word.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
    return word.reduce(0) { $0 * 10 + Int($1 - 0x30) }
  }

  /// 1-based place of a name, by its first three letters; a full stop may follow.
  private static func name(_ word: [UInt8], in names: [[UInt8]]) -> Int? {
    guard word.count >= 3 else { return nil }
    let lower = word.prefix(3).map { $0 | 0x20 }
    return names.firstIndex(of: lower).map { $0 + 1 }
  }

  /// Four digits, or the two and three of RFC 5322 section 4.3.
  private static func year(_ word: [UInt8]) -> Int? {
    if let year = number(word, digits: 4...4) { return year }
    if let year = number(word, digits: 2...2) { return year < 50 ? 2000 + year : 1900 + year }
    return number(word, digits: 3...3).map { 1900 + $0 }
  }

  private static func clock(_ word: [UInt8]) -> (time: CivilTime, hasSeconds: Bool)? {
    let parts = word.split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false)
    guard (2...3).contains(parts.count), let hour = number(parts[0], digits: 1...2),
      let minute = number(parts[1], digits: 2...2)
    else { return nil }
    guard parts.count == 3 else { return CivilTime(hour: hour, minute: minute).map { ($0, false) } }
    guard var second = number(parts[2], digits: 2...2) else { return nil }
    // A leap second: the clock on the wall of a civil day ends at 59.
    if second == 60 { second = 59 }
    return CivilTime(hour: hour, minute: minute, second: second).map { ($0, true) }
  }

  // MARK: - Zones

  private static func zone(_ words: [[UInt8]], flaws: inout [Flaw]) -> Int? {
    guard let word = words.first else {
      flaws.append(.noZone)
      return nil
    }
    guard words.count == 1, let minutes = offset(word) ?? named(word) else {
      flaws.append(.zone(words.map { String(decoding: $0, as: UTF8.self) }.joined(separator: " ")))
      return nil
    }
    return minutes
  }

  /// `+0100`, and `+01:00` as some programs write it. The widest offsets in use are -12:00 and +14:00 (IANA
  /// tz).
  private static func offset(_ word: [UInt8]) -> Int? {
    guard let sign = word.first, sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-") else { return nil }
    let digits = word.dropFirst().filter { $0 != UInt8(ascii: ":") }
    guard let value = number(digits, digits: 4...4), value % 100 < 60 else { return nil }
    let minutes = value / 100 * 60 + value % 100
    let signed = sign == UInt8(ascii: "+") ? minutes : -minutes
    return (-12 * 60...14 * 60).contains(signed) ? signed : nil
  }

  /// The names that RFC 5322 section 4.3 gives an offset. The single letters are not among them: it says that
  /// they mean nothing; all but Z.
  private static func named(_ word: [UInt8]) -> Int? {
    let upper = word.map { (0x61...0x7A).contains($0) ? $0 & 0xDF : $0 }
    return zones[String(decoding: upper, as: UTF8.self)]
  }

  private static let zones = [
    "UT": 0, "UTC": 0, "GMT": 0, "Z": 0, "EST": -300, "EDT": -240, "CST": -360, "CDT": -300, "MST": -420,
    "MDT": -360,
    "PST": -480, "PDT": -420,
  ]
  private static let weekdays = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"].map { Array($0.utf8) }
  private static let months = [
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
  ]
  .map { Array($0.utf8) }
}

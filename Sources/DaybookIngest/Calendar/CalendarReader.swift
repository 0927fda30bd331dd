import DaybookCore

/// The entries of an iCalendar text.
///
/// Source: RFC 5545 sections 3.1 (lines), 3.3 (values), 3.6 (components); RFC 5546 (METHOD).
struct CalendarReader {
  struct Entry {
    var title: String?
    var place: String?
    var words: [UInt8] = []
    var start: Timex?
    var end: Timex?
    /// As written: a name such as "Europe/London", or "UTC".
    var zone: String?
    var stamp: Timex?
    var organiser: String?
    var attendees: [String] = []
    var isCancelled = false
    var repeats: String?
    var uid: String?
    var isTask = false
  }

  private(set) var entries: [Entry] = []
  /// Numbers of lines that are none of the format's.
  private(set) var badLines = 0

  private static let mostEntries = 100_000
  private static let mostAttendees = 500

  init(_ text: [UInt8]) {
    var open: [String] = []
    var entry: Entry?
    var isCancelledMethod = false
    for line in CalendarReader.unfolded(text) {
      guard let property = Property(line) else {
        if !line.isEmpty { badLines += 1 }
        continue
      }
      switch property.name {
      case "BEGIN":
        let kind = property.value.uppercased()
        if open.count < 64 { open.append(kind) }
        if kind == "VEVENT" || kind == "VTODO", entry == nil {
          entry = Entry()
          entry?.isTask = kind == "VTODO"
        }
      case "END":
        let kind = property.value.uppercased()
        if open.last == kind { open.removeLast() }
        if kind == "VEVENT" || kind == "VTODO", let done = entry, !open.contains(kind) {
          if entries.count < CalendarReader.mostEntries { entries.append(done) }
          entry = nil
        }
      case "METHOD" where entry == nil: isCancelledMethod = property.value.uppercased() == "CANCEL"
      default:
        // An alarm inside an entry has a text of its own.
        if let kind = open.last, kind == "VEVENT" || kind == "VTODO" { entry?.take(property) }
      }
    }
    // A file that was cut short: what came before the end is an entry.
    if let entry, entry.start != nil || entry.title != nil { entries.append(entry) }
    if isCancelledMethod { for index in entries.indices { entries[index].isCancelled = true } }
  }

  /// Content lines with their continuations joined.
  private static func unfolded(_ text: [UInt8]) -> [[UInt8]] {
    var lines: [[UInt8]] = []
    for var line in text.split(separator: 0x0A, omittingEmptySubsequences: false) {
      if line.last == 0x0D { line = line.dropLast() }
      if let first = line.first, first == 0x20 || first == 0x09, !lines.isEmpty {
        lines[lines.count - 1] += line.dropFirst()
      } else {
        lines.append(Array(line))
      }
    }
    return lines
  }

  /// `NAME;PARAMETER=value:value`.
  struct Property {
    var name: String
    var parameters: [String: String] = [:]
    var value: String

    init?(_ line: [UInt8]) {
      var isQuoted = false
      guard
        let colon = line.firstIndex(where: {
          if $0 == 0x22 { isQuoted.toggle() }
          return $0 == 0x3A && !isQuoted
        }), colon > 0
      else { return nil }
      let parts = line[..<colon].split(separator: 0x3B)
      guard let first = parts.first, first.allSatisfy({ $0 > 0x20 && $0 < 0x7F }) else { return nil }
      name = String(decoding: first, as: UTF8.self).uppercased()
      // A group in front: "item1.SUMMARY".
      if let dot = name.lastIndex(of: ".") { name = String(name[name.index(after: dot)...]) }
      for part in parts.dropFirst() {
        guard let equals = part.firstIndex(of: 0x3D) else { continue }
        let key = String(decoding: part[..<equals], as: UTF8.self).uppercased()
        parameters[key] = String(decoding: part[(equals + 1)...].filter { $0 != 0x22 }, as: UTF8.self)
      }
      value = String(decoding: line[(colon + 1)...], as: UTF8.self)
    }

    /// The value as text, its escapes undone.
    var text: [UInt8] {
      var text: [UInt8] = []
      var isEscaped = false
      for byte in value.utf8 {
        if isEscaped {
          text.append(byte == 0x6E || byte == 0x4E ? 0x0A : byte)
          isEscaped = false
        } else if byte == 0x5C {
          isEscaped = true
        } else {
          text.append(byte)
        }
      }
      return text
    }

    var line: String? {
      let line = MailLine.cleaned(text)
      return line.isEmpty ? nil : String(decoding: line, as: UTF8.self)
    }

    /// "Name <address>" of an organiser or attendee.
    var person: String? {
      let address = value.lowercased().hasPrefix("mailto:") ? String(value.dropFirst(7)) : nil
      let name = parameters["CN"].map { $0.isEmpty ? nil : $0 } ?? nil
      switch (name, address) {
      case (let name?, let address?) where name != address: return "\(name) <\(address)>"
      case (let one?, _), (nil, let one?): return one
      case (nil, nil): return nil
      }
    }
  }
}

extension CalendarReader.Entry {
  fileprivate mutating func take(_ property: CalendarReader.Property) {
    switch property.name {
    case "SUMMARY": title = property.line
    case "LOCATION": place = property.line
    case "DESCRIPTION": words = property.text
    case "DTSTART":
      start = CalendarTime.timex(property.value)
      zone = property.value.hasSuffix("Z") ? "UTC" : property.parameters["TZID"]
    case "DTEND", "DUE": end = CalendarTime.timex(property.value, isEnd: true)
    case "DTSTAMP": stamp = CalendarTime.timex(property.value)
    case "ORGANIZER": organiser = property.person
    case "ATTENDEE":
      if let person = property.person, attendees.count < 500 { attendees.append(person) }
    case "STATUS": isCancelled = isCancelled || property.value.uppercased() == "CANCELLED"
    case "RRULE": repeats = property.line
    case "UID": uid = property.line
    default: break
    }
  }
}

/// `20220209T101400Z`, `20220209T101400`, `20220209`. Source: RFC 5545 sections 3.3.4 and 3.3.5.
enum CalendarTime {
  /// The end of an entry of whole days is the day behind its last one.
  static func timex(_ value: String, isEnd: Bool = false) -> Timex? {
    let text = Array(value.utf8)
    guard text.count >= 8, text.prefix(8).allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
    func number(_ range: Range<Int>) -> Int { text[range].reduce(0) { $0 * 10 + Int($1) - 0x30 } }
    guard let date = CivilDate(year: number(0..<4), month: number(4..<6), day: number(6..<8)) else {
      return nil
    }
    guard text.count >= 13, text[8] == 0x54, text[9..<13].allSatisfy({ (0x30...0x39).contains($0) }),
      let time = CivilTime(hour: number(9..<11), minute: number(11..<13))
    else {
      return Timex(day: isEnd ? CivilDate(dayNumber: date.dayNumber - 1) : date)
    }
    return Timex(date, at: time, grain: .minute, utcOffset: text.last == 0x5A ? 0 : nil)
  }
}

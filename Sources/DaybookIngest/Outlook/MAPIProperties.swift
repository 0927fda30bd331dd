import DaybookCore

/// The properties of one MAPI object: a message, a recipient, an attachment, a folder.
///
/// Shape: values by property number, as bytes in the form in which the container keeps them; numbers from
/// `MAPIProperty.named` on are named properties of the appointment set. Text is decoded when asked for, since
/// the code page is a property too. Source: MS-OXPROPS, MS-OXCDATA 2.11.
struct MAPIProperties {
  struct Value {
    /// Type number of MS-OXCDATA 2.11.1.
    var type: Int
    var bytes: [UInt8]
  }

  private(set) var values: [Int: Value] = [:]
  /// Windows code page for text of eight bits, where the object does not name one itself.
  var codePage = 1252

  var isEmpty: Bool { values.isEmpty }

  mutating func set(_ number: Int, type: Int, _ bytes: [UInt8]) {
    // The first is the one that counts: later ones of the same number are another form of it.
    if values[number] == nil { values[number] = Value(type: type, bytes: bytes) }
  }

  func has(_ number: Int) -> Bool { values[number] != nil }

  func binary(_ number: Int) -> [UInt8]? {
    guard let value = values[number], !value.bytes.isEmpty else { return nil }
    return value.bytes
  }

  func integer(_ number: Int) -> Int? {
    guard let value = values[number] else { return nil }
    switch value.type {
    case 0x0002, 0x0003, 0x000B: return value.bytes.prefix(4).reversed().reduce(0) { $0 << 8 | Int($1) }
    default: return nil
    }
  }

  /// A moment in UTC, to the second; nil for the marks that stand for "none" and for years that no mail has.
  func time(_ number: Int) -> Timex? {
    guard let value = values[number], value.type == 0x0040, value.bytes.count >= 8 else { return nil }
    let ticks = value.bytes.prefix(8).reversed().reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
    return FileTime.timex(ticks)
  }

  /// UTF-8 without control characters at its ends; nil where there is none, or only blanks.
  func text(_ number: Int) -> [UInt8]? {
    guard let value = values[number] else { return nil }
    let bytes: [UInt8]
    switch value.type {
    case 0x001F: bytes = MAPIText.utf16(value.bytes)
    case 0x001E: bytes = MAPIText.text(value.bytes, codePage: messageCodePage)
    default: return nil
    }
    return bytes.contains { $0 > 0x20 } ? bytes : nil
  }

  /// One line.
  func line(_ number: Int) -> String? {
    guard let text = text(number) else { return nil }
    let line = MailLine.cleaned(text)
    return line.isEmpty ? nil : String(decoding: line, as: UTF8.self)
  }

  /// Of text of eight bits. Source: MS-OXCMSG 2.2.1.4 (PidTagMessageCodepage), 2.2.56.6
  /// (PidTagInternetCodepage).
  var messageCodePage: Int {
    for number in [MAPIProperty.messageCodePage, MAPIProperty.internetCodePage] {
      if let page = integer(number), page > 0, page != 1200, page != 1201 { return page }
    }
    return codePage
  }
}

/// Moments as Windows counts them: steps of 100 ns since 1601-01-01, UTC. Source: MS-DTYP 2.3.3.
enum FileTime {
  static func timex(_ ticks: UInt64) -> Timex? {
    let seconds = ticks / 10_000_000
    // 1970 to 2100: outside of it stand the marks for "no date" (0, 4501) and damage.
    guard seconds >= 11_644_473_600, seconds < 11_644_473_600 + 4_102_444_800 else { return nil }
    let unix = Int(seconds) - 11_644_473_600
    guard unix > 0,
      let time = CivilTime(hour: unix % 86_400 / 3600, minute: unix % 3600 / 60, second: unix % 60)
    else { return nil }
    return Timex(CivilDate(dayNumber: unix / 86_400), at: time, grain: .second, utcOffset: 0)
  }
}

private import CGMime
import DaybookCore

/// Bytes of a mail part as UTF-8 with LF line breaks.
///
/// The declared character set is believed only where the bytes fit it: mail that says Latin-1 is read as Windows-1252 (what it nearly always
/// is; WHATWG Encoding Standard says the same of web pages), and bytes that are valid UTF-8 with something beyond ASCII in them are UTF-8.
struct MailCharset {
  /// What had to be done to the bytes.
  enum Repair: Equatable {
    case none
    /// The declared set was not used: its name, and the one that was.
    case other(declared: String, used: String)
    /// Some bytes had no meaning and became U+FFFD.
    case replaced(count: Int)
  }

  var text: [UInt8]
  var repair: Repair

  init(decoding bytes: [UInt8], declared: String?) {
    let name = (declared ?? "").lowercased()
    let isUTF8 = String(validating: bytes, as: UTF8.self) != nil
    if isUTF8, !MailCharset.isStateful(name) {
      let hasMore = bytes.contains { $0 >= 0x80 }
      let isFit = name.isEmpty || MailCharset.asciiOrUTF8.contains(name) || !hasMore
      text = MailCharset.normalised(bytes)
      repair = isFit ? .none : .other(declared: name, used: "utf-8")
      return
    }
    let isWestern = MailCharset.western.contains(name)
    if name.isEmpty || MailCharset.asciiOrUTF8.contains(name) || isWestern {
      if MailCharset.looksLikeUTF8(bytes) {
        let replaced = MailCharset.repairedUTF8(bytes)
        text = MailCharset.normalised(replaced.text)
        repair = .replaced(count: replaced.count)
        return
      }
      text = MailCharset.normalised(MailCharset.windows1252(bytes))
      repair = isWestern ? .none : .other(declared: name, used: "windows-1252")
      return
    }
    if let converted = MailCharset.converted(bytes, from: name) {
      text = MailCharset.normalised(converted.text)
      repair = converted.replaced == 0 ? .none : .replaced(count: converted.replaced)
    } else {
      text = MailCharset.normalised(MailCharset.windows1252(bytes))
      repair = .other(declared: name, used: "windows-1252")
    }
  }

  private static let asciiOrUTF8: Set<String> = [
    "utf-8", "utf8", "us-ascii", "ascii", "ansi_x3.4-1968", "x-unknown", "unknown-8bit",
  ]
  private static let western: Set<String> = [
    "iso-8859-1", "latin1", "iso8859-1", "windows-1252", "cp1252", "iso-8859-15",
  ]

  /// Sets whose bytes are all ASCII but mean something else.
  private static func isStateful(_ name: String) -> Bool {
    name.hasPrefix("iso-2022") || name.hasPrefix("utf-7") || name.hasPrefix("utf-16")
      || name.hasPrefix("utf-32")
      || name.hasPrefix("hz") || name == "csiso2022jp"
  }

  /// CR LF and lone CR become LF; NUL, which no reader can show, becomes U+FFFD; a byte order mark goes.
  private static func normalised(_ bytes: [UInt8]) -> [UInt8] {
    var start = 0
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { start = 3 }
    if start == 0, !bytes.contains(where: { $0 == 0x0D || $0 == 0 }) { return bytes }
    var text: [UInt8] = []
    text.reserveCapacity(bytes.count)
    var index = start
    while index < bytes.count {
      switch bytes[index] {
      case 0x0D:
        text.append(0x0A)
        if index + 1 < bytes.count, bytes[index + 1] == 0x0A { index += 1 }
      case 0: text.append(contentsOf: replacement)
      default: text.append(bytes[index])
      }
      index += 1
    }
    return text
  }

  private static let replacement: [UInt8] = [0xEF, 0xBF, 0xBD]

  /// Whether most of what is beyond ASCII is whole UTF-8 sequences.
  private static func looksLikeUTF8(_ bytes: [UInt8]) -> Bool {
    var good = 0
    var bad = 0
    var index = 0
    while index < bytes.count {
      let length = sequenceLength(bytes, at: index)
      if bytes[index] >= 0x80 {
        if length > 0 { good += 1 } else { bad += 1 }
      }
      index += max(length, 1)
    }
    return good > bad
  }

  private static func repairedUTF8(_ bytes: [UInt8]) -> (text: [UInt8], count: Int) {
    var text: [UInt8] = []
    text.reserveCapacity(bytes.count + 16)
    var count = 0
    var index = 0
    while index < bytes.count {
      let length = sequenceLength(bytes, at: index)
      if length == 0 {
        text.append(contentsOf: replacement)
        count += 1
      } else {
        text.append(contentsOf: bytes[index..<(index + length)])
      }
      index += max(length, 1)
    }
    return (text, count)
  }

  /// Bytes of the UTF-8 sequence at a place; 0 where none is. Source: RFC 3629 section 4.
  private static func sequenceLength(_ bytes: [UInt8], at index: Int) -> Int {
    let first = bytes[index]
    if first < 0x80 { return 1 }
    let length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2
    guard (0xC2...0xF4).contains(first), index + length <= bytes.count else { return 0 }
    for offset in 1..<length where bytes[index + offset] & 0xC0 != 0x80 { return 0 }
    let second = bytes[index + 1]
    switch first {
    case 0xE0 where second < 0xA0, 0xED where second > 0x9F, 0xF0 where second < 0x90,
      0xF4 where second > 0x8F:
      return 0
    default: return length
    }
  }

  private static func windows1252(_ bytes: [UInt8]) -> [UInt8] {
    var text: [UInt8] = []
    text.reserveCapacity(bytes.count + bytes.count / 8)
    for byte in bytes {
      if byte < 0x80 {
        text.append(byte)
        continue
      }
      let scalar = byte < 0xA0 ? MailCharset.upper[Int(byte - 0x80)] : UInt32(byte)
      append(scalar, to: &text)
    }
    return text
  }

  private static func append(_ scalar: UInt32, to text: inout [UInt8]) {
    if scalar < 0x800 {
      text.append(UInt8(0xC0 | scalar >> 6))
    } else {
      text.append(UInt8(0xE0 | scalar >> 12))
      text.append(UInt8(0x80 | scalar >> 6 & 0x3F))
    }
    text.append(UInt8(0x80 | scalar & 0x3F))
  }

  /// By iconv; a byte without meaning becomes U+FFFD. Nil where iconv does not know the name.
  private static func converted(_ bytes: [UInt8], from name: String) -> (text: [UInt8], replaced: Int)? {
    guard !name.utf8.contains(where: { $0 <= 0x20 || $0 >= 0x7F || $0 == UInt8(ascii: "/") }),
      let converter = g_mime_iconv_open("UTF-8", name), Int(bitPattern: converter) != -1
    else { return nil }
    defer { g_mime_iconv_close(converter) }
    var text: [UInt8] = []
    text.reserveCapacity(bytes.count * 2)
    var replaced = 0
    var input = bytes
    var buffer = [UInt8](repeating: 0, count: 8192)
    input.withUnsafeMutableBytes { raw in
      buffer.withUnsafeMutableBytes { out in
        guard let start = raw.baseAddress, let outStart = out.baseAddress else { return }
        var next: UnsafeMutablePointer<CChar>? = start.assumingMemoryBound(to: CChar.self)
        var left = raw.count
        while left > 0 {
          var outNext: UnsafeMutablePointer<CChar>? = outStart.assumingMemoryBound(to: CChar.self)
          var outLeft = out.count
          let before = left
          let result = iconv(converter, &next, &left, &outNext, &outLeft)
          text.append(contentsOf: UnsafeRawBufferPointer(rebasing: out[..<(out.count - outLeft)]))
          if result != Int.max && result != -1 { break }
          // Not for lack of room: the next byte means nothing here.
          if left > 0, outLeft == out.count || left == before || outLeft >= 16 {
            text.append(contentsOf: replacement)
            replaced += 1
            next = next.map { $0 + 1 }
            left -= 1
          }
        }
      }
    }
    return (text, replaced)
  }
}

extension MailCharset {
  /// What Windows-1252 has at 0x80…0x9F. Source: WHATWG Encoding Standard, index windows-1252.
  private static let upper: [UInt32] = [
    0x20AC, 0x0081, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152,
    0x008D, 0x017D, 0x008F,
    0x0090, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153,
    0x009D, 0x017E, 0x0178,
  ]
}

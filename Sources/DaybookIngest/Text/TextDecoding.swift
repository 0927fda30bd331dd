/// Finds out how text is encoded and gives it as UTF-8.
///
/// In this order: byte order mark, UTF-16 by where its NULs stand, valid UTF-8, what the format declares,
/// Windows-1252.
/// Source: WHATWG Encoding (labels; "iso-8859-1" and "ascii" mean Windows-1252), Unicode 15 chapter 23.8
/// (byte order mark).
package enum TextDecoding {
  /// `declared` is the encoding that the format around the text names, as written there.
  package static func decode(_ raw: UnsafeRawBufferPointer, declared: String? = nil) -> DecodedText {
    if raw.starts(with: [0xEF, 0xBB, 0xBF]) {
      var text = utf8(UnsafeRawBufferPointer(rebasing: raw.dropFirst(3)))
      text.isExact = false
      return text
    }
    if raw.starts(with: [0xFF, 0xFE, 0, 0]) { return utf32(raw, isBigEndian: false) }
    if raw.starts(with: [0, 0, 0xFE, 0xFF]) { return utf32(raw, isBigEndian: true) }
    if raw.starts(with: [0xFF, 0xFE]) {
      return utf16(UnsafeRawBufferPointer(rebasing: raw.dropFirst(2)), isBigEndian: false)
    }
    if raw.starts(with: [0xFE, 0xFF]) {
      return utf16(UnsafeRawBufferPointer(rebasing: raw.dropFirst(2)), isBigEndian: true)
    }
    if let isBigEndian = utf16ByteOrder(raw) { return utf16(raw, isBigEndian: isBigEndian) }

    let census = UTF8Scan.census(raw)
    if census.isClean { return DecodedText(bytes: Array(raw), encoding: "utf-8", isExact: true) }
    let name = declared.map(canonicalName) ?? ""
    // A page that says Latin-1 and holds well-formed UTF-8 is wrong about itself far more often than the
    // other way round.
    if census.broken == 0 || census.wide > census.broken || name == "utf-8" { return utf8(raw, census) }
    if name.isEmpty || name == "windows-1252" { return windows1252(raw, isAssumed: name.isEmpty) }
    if let bytes = CharsetConverter.utf8(from: raw, charset: name) {
      return DecodedText(bytes: bytes.text, encoding: name, replaced: bytes.replaced)
    }
    return windows1252(raw, isAssumed: true)
  }

  package static func decode(_ bytes: [UInt8], declared: String? = nil) -> DecodedText {
    bytes.withUnsafeBytes { decode($0, declared: declared) }
  }

  /// Lower case, and the one name for several labels.
  static func canonicalName(_ label: String) -> String {
    let name = label.lowercased().filter { $0.isASCII && ($0.isLetter || $0.isNumber || "-_:.".contains($0)) }
    switch name {
    case "utf8", "unicode-1-1-utf-8": return "utf-8"
    case "iso-8859-1", "iso8859-1", "iso_8859-1", "latin1", "l1", "ascii", "us-ascii", "cp1252", "x-cp1252",
      "ansi":
      return "windows-1252"
    // A declaration inside text that a byte scan can read is not true of UTF-16. Source: HTML standard,
    // prescan.
    case "utf-16", "utf-16le", "utf-16be", "unicode": return "utf-8"
    default: return name
    }
  }

  /// Whether the bytes are UTF-16 without a mark: true big end first, false little end first, nil when they
  /// are not.
  ///
  /// Text in a Latin script has a NUL in nearly every other byte, and always on the same side.
  static func utf16ByteOrder(_ raw: UnsafeRawBufferPointer) -> Bool? {
    let sample = min(raw.count, 4096) & ~1
    guard sample >= 4 else { return nil }
    var (even, odd) = (0, 0)
    for index in stride(from: 0, to: sample, by: 2) {
      if raw[index] == 0 { even += 1 }
      if raw[index + 1] == 0 { odd += 1 }
    }
    let pairs = sample / 2
    if odd * 10 >= pairs * 4, even * 50 <= pairs { return false }
    if even * 10 >= pairs * 4, odd * 50 <= pairs { return true }
    return nil
  }

  private static func utf8(_ raw: UnsafeRawBufferPointer, _ known: UTF8Scan.Census? = nil) -> DecodedText {
    let census = known ?? UTF8Scan.census(raw)
    if census.isClean { return DecodedText(bytes: Array(raw), encoding: "utf-8", isExact: true) }
    return DecodedText(
      bytes: UTF8Scan.repaired(raw), encoding: "utf-8", isExact: census.broken == 0,
      replaced: census.broken + census.nul)
  }

  private static func windows1252(_ raw: UnsafeRawBufferPointer, isAssumed: Bool) -> DecodedText {
    var text: [UInt8] = []
    text.reserveCapacity(raw.count + raw.count / 8)
    var replaced = 0
    for byte in raw {
      switch byte {
      case 0:
        text.append(0x20)
        replaced += 1
      case 1..<0x80: text.append(byte)
      case 0x80...0x9F:
        if let code = Windows1252Table.high[Int(byte) - 0x80] {
          UTF8Scan.append(code, to: &text)
        } else {
          text.append(contentsOf: UTF8Scan.replacement)
          replaced += 1
        }
      default: UTF8Scan.append(UInt32(byte), to: &text)
      }
    }
    return DecodedText(bytes: text, encoding: "windows-1252", replaced: replaced, isAssumed: isAssumed)
  }

  private static func utf16(_ raw: UnsafeRawBufferPointer, isBigEndian: Bool) -> DecodedText {
    var text: [UInt8] = []
    text.reserveCapacity(raw.count)
    var replaced = 0
    func unit(_ index: Int) -> UInt32 {
      let (first, second) = (UInt32(raw[index]), UInt32(raw[index + 1]))
      return isBigEndian ? first << 8 | second : second << 8 | first
    }
    var index = 0
    while index + 1 < raw.count {
      let code = unit(index)
      index += 2
      switch code {
      case 0:
        text.append(0x20)
        replaced += 1
      case 0xD800...0xDBFF:
        if index + 1 < raw.count, (0xDC00...0xDFFF).contains(unit(index)) {
          UTF8Scan.append(0x10000 + (code - 0xD800) << 10 + (unit(index) - 0xDC00), to: &text)
          index += 2
        } else {
          text.append(contentsOf: UTF8Scan.replacement)
          replaced += 1
        }
      case 0xDC00...0xDFFF:
        text.append(contentsOf: UTF8Scan.replacement)
        replaced += 1
      default: UTF8Scan.append(code, to: &text)
      }
    }
    if index < raw.count {
      text.append(contentsOf: UTF8Scan.replacement)
      replaced += 1
    }
    return DecodedText(bytes: text, encoding: isBigEndian ? "utf-16be" : "utf-16le", replaced: replaced)
  }

  private static func utf32(_ raw: UnsafeRawBufferPointer, isBigEndian: Bool) -> DecodedText {
    var text: [UInt8] = []
    var replaced = 0
    for index in stride(from: 4, to: raw.count - 3, by: 4) {
      let bytes = (0..<4).map { UInt32(raw[index + (isBigEndian ? $0 : 3 - $0)]) }
      let code = bytes[0] << 24 | bytes[1] << 16 | bytes[2] << 8 | bytes[3]
      if code == 0 || Unicode.Scalar(code) == nil { replaced += 1 }
      UTF8Scan.append(code == 0 ? 0x20 : code, to: &text)
    }
    return DecodedText(bytes: text, encoding: isBigEndian ? "utf-32be" : "utf-32le", replaced: replaced)
  }
}

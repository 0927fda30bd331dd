import DaybookCore

/// Text of MAPI properties as UTF-8.
enum MAPIText {
  /// UTF-16, little end first; a NUL ends it.
  static func utf16(_ bytes: [UInt8]) -> [UInt8] {
    var text: [UInt8] = []
    text.reserveCapacity(bytes.count / 2)
    var index = 0
    func unit(_ index: Int) -> UInt32 { UInt32(bytes[index]) | UInt32(bytes[index + 1]) << 8 }
    while index + 1 < bytes.count {
      let code = unit(index)
      index += 2
      if code == 0 { break }
      if (0xD800...0xDBFF).contains(code), index + 1 < bytes.count, (0xDC00...0xDFFF).contains(unit(index)) {
        UTF8Scan.append(0x10000 + (code - 0xD800) << 10 + (unit(index) - 0xDC00), to: &text)
        index += 2
      } else if (0xD800...0xDFFF).contains(code) {
        text += UTF8Scan.replacement
      } else {
        UTF8Scan.append(code, to: &text)
      }
    }
    return text
  }

  /// Text of eight bits; a NUL ends it. A code page that nobody knows is left to what the bytes look like.
  static func text(_ bytes: [UInt8], codePage: Int) -> [UInt8] {
    var bytes = bytes
    if let end = bytes.firstIndex(of: 0) { bytes.removeSubrange(end...) }
    return decoded(bytes, codePage: codePage)
  }

  static func decoded(_ bytes: [UInt8], codePage: Int) -> [UInt8] {
    guard let charset = CodePageTable.charset(codePage) else { return TextDecoding.decode(bytes).bytes }
    return MailCharset(decoding: bytes, declared: charset).text
  }
}

import DaybookCore

/// Bytes of a mail part as UTF-8 with LF line breaks.
///
/// `TextDecoding` decides, except for sets that hide other letters behind ASCII bytes (ISO-2022-JP, UTF-7,
/// HZ): there the declaration is all there is to go by.
struct MailCharset {
  private(set) var text: [UInt8]
  private(set) var findings: [Finding] = []

  init(decoding bytes: [UInt8], declared: String?) {
    let name = (declared ?? "").lowercased()
    if MailCharset.isStateful(name),
      let converted = bytes.withUnsafeBytes({ CharsetConverter.utf8(from: $0, charset: name) })
    {
      text = MailCharset.withLineFeeds(converted.text)
      if converted.replaced > 0 {
        note(.warning, "\(converted.replaced) bytes mean nothing in \(name) and became U+FFFD")
      }
      return
    }
    let decoded = TextDecoding.decode(bytes, declared: declared)
    text = MailCharset.withLineFeeds(decoded.bytes)
    if decoded.replaced > 0 {
      note(
        .warning, "\(decoded.replaced) bytes mean nothing in \(decoded.encoding) and became U+FFFD or a space"
      )
    }
    let isOther =
      TextDecoding.canonicalName(name) != decoded.encoding && !(name.isEmpty && decoded.encoding == "utf-8")
    if isOther, decoded.isAssumed || decoded.bytes.contains(where: { $0 >= 0x80 }) {
      let said = name.isEmpty ? "no character set" : "the character set \"\(name.prefix(40))\""
      note(.note, "a part declares \(said) and was read as \(decoded.encoding)")
    }
  }

  private mutating func note(_ severity: Finding.Severity, _ message: String) {
    findings.append(Finding("mail-charset", severity, message))
  }

  private static func isStateful(_ name: String) -> Bool {
    name.hasPrefix("iso-2022") || name == "csiso2022jp" || name == "utf-7" || name == "unicode-1-1-utf-7"
      || name.hasPrefix("hz")
  }

  /// CR LF and CR alone become LF.
  private static func withLineFeeds(_ bytes: [UInt8]) -> [UInt8] {
    guard bytes.contains(0x0D) else { return bytes }
    var text: [UInt8] = []
    text.reserveCapacity(bytes.count)
    var previous: UInt8 = 0
    for byte in bytes {
      if byte == 0x0D {
        text.append(0x0A)
      } else if byte != 0x0A || previous != 0x0D {
        text.append(byte)
      }
      previous = byte
    }
    return text
  }
}

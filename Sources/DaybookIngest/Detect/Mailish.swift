/// Whether text begins like a message or a mailbox.
enum Mailish {
  /// Header fields that begin real messages, lower case. Source: RFC 5322 section 3.6, RFC 2045, RFC 8601,
  /// and what servers add.
  private static let fields: Set<String> = [
    "from", "to", "cc", "bcc", "date", "subject", "received", "mime-version", "message-id", "return-path",
    "reply-to", "sender",
    "content-type", "content-transfer-encoding", "delivered-to", "x-mailer", "in-reply-to", "references",
    "envelope-to",
    "dkim-signature", "authentication-results", "received-spf", "x-originating-ip", "list-id",
    "x-ms-has-attach", "thread-topic",
    "thread-index", "content-language", "accept-language", "x-received", "arc-seal", "resent-from",
    "resent-to", "importance",
    "newsgroups", "path", "xref", "organization", "user-agent", "x-mozilla-status", "x-original-to", "status",
    "content-class", "precedence", "mail-followup-to",
  ]

  /// Fields that a program writes and nobody prints.
  private static let technical: Set<String> = [
    "received", "mime-version", "message-id", "return-path", "content-type", "content-transfer-encoding",
    "delivered-to",
    "dkim-signature", "x-received", "x-mailer", "in-reply-to", "references", "x-mozilla-status",
    "envelope-to", "arc-seal",
    "authentication-results", "received-spf", "x-original-to",
  ]

  private struct Header {
    var known = 0
    var technical = 0
    /// A label that printed headers have and messages do not.
    var isPrinted = false
    var hasInternetDate = false
  }

  /// At least two known fields from the very first line on.
  ///
  /// A file that calls itself text is a message only with a field that no person types: printed headers
  /// belong to its text.
  static func startsMessage(_ text: [UInt8], named: String?) -> Bool {
    let header = header(text)
    guard header.known >= 2 else { return false }
    if header.technical > 0 { return true }
    if header.isPrinted { return false }
    return header.hasInternetDate || named != "text/plain" && named != "text/markdown"
  }

  static func headerCount(_ text: [UInt8]) -> Int { header(text).known }

  private static func header(_ text: [UInt8]) -> Header {
    var header = Header()
    var index = text.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    var number = 0
    while index < text.count, number < 400 {
      let end = text[index...].firstIndex(of: 0x0A) ?? text.count
      var line = text[index..<end]
      if line.last == 0x0D { line = line.dropLast() }
      index = end + 1
      number += 1
      if line.isEmpty { break }
      if number == 1, line.starts(with: "From ".utf8) || line.starts(with: ">From ".utf8) { continue }
      if line.first == 0x20 || line.first == 0x09 {
        if number == 1 { break }
        continue
      }
      let name = line.prefix(60).prefix { (0x21...0x7E).contains($0) && $0 != 0x3A }
      guard !name.isEmpty, name.endIndex < line.endIndex, line[name.endIndex] == 0x3A else { break }
      let field = String(decoding: name, as: UTF8.self).lowercased()
      if field == "sent" { header.isPrinted = true }
      if number == 1, !fields.contains(field), !field.hasPrefix("x-") { break }
      guard fields.contains(field) else { continue }
      header.known += 1
      if technical.contains(field) { header.technical += 1 }
      // "Wed, 9 Feb 2022 10:14:00 +0000"
      if field == "date", line.count(where: { $0 == 0x3A }) >= 2,
        line.suffix(12).contains(where: { $0 == 0x2B || $0 == 0x2D })
      {
        header.hasInternetDate = true
      }
    }
    return header
  }

  /// "From somebody@example.org Wed Feb  9 10:14:00 2022" and a header field below. Source: RFC 4155,
  /// appendix A.
  ///
  /// The line stands above many a single message too: a mailbox is called one, or has a second such line
  /// (`hasSecond`).
  static func startsMailbox(_ text: [UInt8], named: String?, hasSecond: () -> Bool) -> Bool {
    guard text.starts(with: "From ".utf8), let end = text.firstIndex(of: 0x0A) else { return false }
    let line = text[..<end]
    guard line.count(where: { $0 == 0x3A }) >= 1 || line.contains(0x40) || line.starts(with: "From - ".utf8),
      line.contains(where: { (0x30...0x39).contains($0) })
    else { return false }
    if named == "application/mbox" { return true }
    let rest = Array(text[(end + 1)...].drop { $0 == 0x3E })
    let name = rest.prefix { (0x21...0x7E).contains($0) && $0 != 0x3A }
    return !name.isEmpty && name.count < 60 && name.count < rest.count && rest[name.count] == 0x3A
      && hasSecond()
  }

  /// Whether a line behind an empty one begins with "From ".
  static func hasSecondSeparator(_ bytes: UnsafeRawBufferPointer) -> Bool {
    var index = 0
    while let end = bytes[index...].firstIndex(of: 0x0A) {
      index = end + 1
      let isEmpty =
        end > 0 && bytes[end - 1] == 0x0A || end > 1 && bytes[end - 1] == 0x0D && bytes[end - 2] == 0x0A
      if isEmpty, bytes[index...].starts(with: "From ".utf8) { return true }
    }
    return false
  }

  /// Apple Mail's .emlx: a line with the byte count, then the message.
  static func startsAppleMessage(_ text: [UInt8]) -> Bool {
    guard let end = text.prefix(16).firstIndex(of: 0x0A) else { return false }
    let digits = text[..<end].filter { $0 != 0x20 && $0 != 0x0D }
    guard !digits.isEmpty, digits.allSatisfy({ (0x30...0x39).contains($0) }) else { return false }
    let rest = Array(text[(end + 1)...])
    let header = header(rest)
    return header.known >= 2 && header.technical > 0
  }
}

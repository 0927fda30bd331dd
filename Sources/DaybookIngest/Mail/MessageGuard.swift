import DaybookCore

/// Makes the bytes of a message fit to be given to GMime: mailbox escapes undone, and no field that would
/// overrun its stack.
enum MessageGuard {
  /// `body` and `attachments` stand for those of a message whose container keeps them apart from its header.
  static func read(
    _ bytes: UnsafeRawBufferPointer, source: Source, isInMailbox: Bool, isEscaped: Bool,
    by reader: MessageReader, body: [UInt8]? = nil, attachments: [String] = []
  ) -> (document: Document, children: [ChildSource])? {
    let needsUnescaping = isEscaped && bytes.firstOffset(of: ">From ", from: 0, limit: bytes.count) != nil
    let excess = AddressFieldLimit.excess(in: bytes)
    guard needsUnescaping || !excess.isEmpty else {
      return reader.read(
        bytes, source: source, needsHeader: !isInMailbox, body: body, attachments: attachments)
    }
    var copy = Array(bytes)
    for range in excess {
      for index in range where copy[index] != 0x0A && copy[index] != 0x0D { copy[index] = 0x20 }
    }
    if needsUnescaping { copy = copy.withUnsafeBytes { MailboxEscape.undone($0) } }
    var result = copy.withUnsafeBytes {
      reader.read($0, source: source, needsHeader: !isInMailbox, body: body, attachments: attachments)
    }
    if !excess.isEmpty {
      result?.document.findings.append(
        Finding(
          "mail-addresses", .warning,
          "an address field is longer and odder than mail has them; its end was not read"))
    }
    return result
  }
}

/// How much of an address field GMime can be given.
///
/// It reads a group within a group by recursion, and a name without an address by looking at the rest of the
/// field: 200,000 colons end the process, and the time for names grows with their square (measured with
/// 3.2.13: 20,000 take a second).
enum AddressFieldLimit {
  private static let mostColons = 500
  private static let mostNames = 2000

  private static let fields: Set<[UInt8]> = Set(
    [
      "from", "to", "cc", "bcc", "sender", "reply-to", "resent-from", "resent-to", "resent-cc", "resent-bcc",
      "resent-sender",
    ].map {
      Array($0.utf8)
    })

  /// The ends of fields that go too far, continuation lines included.
  static func excess(in bytes: UnsafeRawBufferPointer) -> [Range<Int>] {
    var ranges: [Range<Int>] = []
    var position = 0
    var isAddress = false
    var (colons, names) = (0, 0)
    var cut: Int?
    while position < bytes.count {
      let next = bytes.lineEnd(from: position, limit: bytes.count)
      let first = bytes[position]
      if first != 0x20, first != 0x09 {
        if let start = cut { ranges.append(start..<position) }
        if first == 0x0A || first == 0x0D { return ranges }
        (colons, names, cut) = (0, 0, nil)
        isAddress = isAddressField(bytes, position..<next)
      }
      if isAddress, cut == nil {
        for index in position..<next {
          switch bytes[index] {
          case UInt8(ascii: ":"): colons += 1
          case UInt8(ascii: ","): names += 1
          case UInt8(ascii: "@"): names = 0
          default: continue
          }
          if colons > mostColons || names > mostNames {
            cut = index
            break
          }
        }
      }
      position = next
    }
    if let start = cut { ranges.append(start..<bytes.count) }
    return ranges
  }

  private static func isAddressField(_ bytes: UnsafeRawBufferPointer, _ line: Range<Int>) -> Bool {
    let name = bytes[line].prefix(14).prefix { $0 != UInt8(ascii: ":") && $0 > 0x20 }
    return fields.contains(Fold.lower(name))
  }
}

/// Undoes what mailboxes do to lines that begin with "From ".
///
/// mboxo and mboxcl put `>` in front of "From ", mboxrd in front of `>From ` as well, and nobody notes which
/// it was. A line with n marks whose neighbour is quoted n deep was a quoted line and stays; else one mark
/// goes.
/// Source: qmail's mbox(5).
enum MailboxEscape {
  static func undone(_ bytes: UnsafeRawBufferPointer) -> [UInt8] {
    var text: [UInt8] = []
    text.reserveCapacity(bytes.count)
    var position = 0
    var above = 0
    while position < bytes.count {
      let next = bytes.lineEnd(from: position, limit: bytes.count)
      let marks = depth(bytes, at: position, limit: next)
      var start = position
      if marks > 0, bytes.starts(with: "From ", at: position + marks, limit: next), above != marks,
        depth(bytes, at: next, limit: bytes.count) != marks
      {
        start += 1
      }
      text += bytes[start..<next]
      above = marks
      position = next
    }
    return text
  }

  /// Number of `>` at the start of a line.
  private static func depth(_ bytes: UnsafeRawBufferPointer, at start: Int, limit: Int) -> Int {
    var index = start
    while index < limit, bytes[index] == UInt8(ascii: ">") { index += 1 }
    return index - start
  }
}

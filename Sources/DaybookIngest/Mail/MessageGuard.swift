import DaybookCore

/// Makes the bytes of a message fit to be given to GMime: mailbox escapes undone, and no header that would overrun its stack.
enum MessageGuard {
  static func read(
    _ bytes: UnsafeRawBufferPointer, source: Source, isInMailbox: Bool, isEscaped: Bool,
    by reader: MessageReader
  ) -> (document: Document, children: [ChildSource])? {
    let needsUnescaping = isEscaped && bytes.firstOffset(of: ">From ", from: 0, limit: bytes.count) != nil
    let isHostile = hasNestedGroups(bytes)
    guard needsUnescaping || isHostile else {
      return reader.read(bytes, source: source, needsHeader: !isInMailbox)
    }
    var copy = needsUnescaping ? MailboxEscape.undone(bytes) : Array(bytes)
    if isHostile { flattenGroups(&copy) }
    var result = copy.withUnsafeBytes { reader.read($0, source: source, needsHeader: !isInMailbox) }
    if isHostile {
      result?.document.findings.append(
        Finding(
          "mail-addresses", .warning,
          "an address field has too many nested groups; its addresses may be incomplete"))
    }
    return result
  }

  /// GMime reads a group within a group by recursion: 200,000 of them end the process (measured with 3.2.13). Real fields have none.
  private static let mostColons = 500

  private static func hasNestedGroups(_ bytes: UnsafeRawBufferPointer) -> Bool {
    var position = 0
    var colons = 0
    while position < bytes.count {
      let next = bytes.lineEnd(from: position, limit: bytes.count)
      let first = bytes[position]
      if first == 0x0A || first == 0x0D { return false }
      if first != 0x20, first != 0x09 { colons = 0 }
      for byte in bytes[position..<next] where byte == UInt8(ascii: ":") { colons += 1 }
      if colons > mostColons { return true }
      position = next
    }
    return false
  }

  private static func flattenGroups(_ bytes: inout [UInt8]) {
    var position = 0
    var colons = 0
    while position < bytes.count {
      let isStart = bytes[position] != 0x20 && bytes[position] != 0x09
      if bytes[position] == 0x0A || bytes[position] == 0x0D { return }
      if isStart { colons = 0 }
      while position < bytes.count, bytes[position] != 0x0A {
        if bytes[position] == UInt8(ascii: ":") {
          colons += 1
          if colons > mostColons { bytes[position] = UInt8(ascii: ",") }
        }
        position += 1
      }
      position += 1
    }
  }
}

/// Undoes what mailboxes do to lines that begin with "From ".
///
/// mboxo and mboxcl put `>` in front of "From ", mboxrd in front of `>From ` as well, and nobody notes which it was. A line with n marks whose
/// neighbour is quoted n deep was a quoted line and stays; else one mark goes.
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

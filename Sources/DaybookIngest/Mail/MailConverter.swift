import DaybookCore

/// Reads one message: EML, a file of a maildir, or Apple Mail's EMLX.
///
/// Shape: one `Document` of kind `message`, then a child for each attachment, attached messages among them.
/// Sources: RFC 5322, RFC 2045 to 2049, by GMime. EMLX is a line with the byte count, the message, and a
/// property list that is not read.
package struct MailConverter: Converter {
  package let name = "mail"
  package let version = 1
  package let signature = Signature(mediaTypes: ["message/rfc822"], extensions: ["eml", "emlx"])

  package init() {}

  package func convert(_ input: ConversionInput, emit: (ConversionPart) -> Void) throws(ConversionError) {
    let reader = MessageReader(tool: name, version: version)
    let result = input.bytes.withBytes { bytes in
      let message = UnsafeRawBufferPointer(rebasing: bytes[MailConverter.message(in: bytes)])
      return MessageGuard.read(
        message, source: input.source, isInMailbox: false, isEscaped: false, by: reader)
    }
    guard let result else {
      throw .unreadable(reason: input.bytes.count == 0 ? "is empty" : "has no message header")
    }
    emit(.document(result.document))
    for child in result.children {
      input.alive()
      emit(.child(child))
    }
  }

  /// The message itself: without byte order mark, leading blank lines, an envelope line, or what Apple Mail
  /// puts around it.
  private static func message(in bytes: UnsafeRawBufferPointer) -> Range<Int> {
    var start = bytes.starts(with: "\u{FEFF}", at: 0, limit: bytes.count) ? 3 : 0
    while start < bytes.count, bytes[start] == 0x0A || bytes[start] == 0x0D { start += 1 }
    let end = bytes.lineEnd(from: start, limit: bytes.count)
    let first = MailLine.cleaned(bytes[start..<end])
    if (1...12).contains(first.count), first.allSatisfy({ (0x30...0x39).contains($0) }) {
      let count = first.reduce(0) { $0 * 10 + Int($1 - 0x30) }
      if count <= bytes.count - end { return end..<(end + count) }
    }
    if bytes.starts(with: "From ", at: start, limit: bytes.count) { start = end }
    return start..<bytes.count
  }
}

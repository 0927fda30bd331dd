import CGMime
import DaybookCore

/// One message → its document and its attachments.
///
/// Shape: the text is a header block, a blank line and the body; `header.bytes` is that block. What the
/// message lacks has no line there.
struct MessageReader {
  /// Name and version of the converter on whose behalf it reads.
  var tool: String
  var version: Int
  /// HTML (UTF-8) → plain text with `> ` for quotation.
  var htmlToText: ([UInt8]) -> [UInt8] = MailHTML.text

  /// GLib counts bytes in 32 bits.
  private static let largest = 1 << 31 - 1

  /// Nil where the bytes are no message at all. Without a header only what stands in a mailbox is one.
  ///
  /// With `body` the bytes are a header alone; `attachments` are the names of what belongs to it.
  func read(
    _ bytes: UnsafeRawBufferPointer, source: Source, needsHeader: Bool, body given: [UInt8]? = nil,
    attachments names: [String] = []
  ) -> (document: Document, children: [ChildSource])? {
    guard let start = bytes.baseAddress, bytes.count <= MessageReader.largest else { return nil }
    let options = GMimeLibrary.options
    let parser = daybook_parser_open(start, bytes.count)
    defer { daybook_parser_close(parser) }
    guard let message = g_mime_parser_construct_message(parser.parser, options.pointer) else { return nil }
    defer { g_object_unref(message) }
    let header = MailHeader(message)
    guard !header.isEmpty || (!needsHeader && bytes.contains { $0 > 0x20 }) else { return nil }
    var document = Document(
      source: source, kind: .message,
      provenance: Provenance(stage: "convert", tool: tool, version: version, input: source.id.text))
    document.header = header.header
    document.title = header.header.subject
    document.metadata = header.metadata
    document.findings = header.findings
    if header.isEmpty {
      document.findings.append(
        Finding("mail-no-header", .warning, "the message has no header: no sender, no date"))
    }
    var children: [ChildSource] = []
    var body: [UInt8] = []
    document.header?.attachments = names
    if let given {
      body = given
    } else if let root = g_mime_message_get_mime_part(message) {
      let tree = MimeTree(root)
      document.findings += tree.findings
      body = text(of: tree, findings: &document.findings)
      for attachment in MailAttachment.all(tree.attachments) {
        if !attachment.isShown { document.header?.attachments.append(attachment.name) }
        children.append(
          ChildSource(name: attachment.name, bytes: attachment.bytes, mediaType: attachment.mediaType))
      }
    }
    MessageText.write(body, into: &document)
    if let received = header.received { document.dates.append(received) }
    return (document, children)
  }

  private func text(of tree: MimeTree, findings: inout [Finding]) -> [UInt8] {
    var text: [UInt8] = []
    for body in tree.bodies {
      let object = UnsafeMutableRawPointer(body.part).assumingMemoryBound(to: GMimeObject.self)
      let charset = MailCharset(
        decoding: MimeTree.content(of: body.part),
        declared: GMimeLibrary.line(g_mime_object_get_content_type_parameter(object, "charset")))
      findings += charset.findings
      var part = charset.text
      if body.isHTML {
        part = htmlToText(part)
      } else if GMimeLibrary.line(g_mime_object_get_content_type_parameter(object, "format"))?.lowercased()
        == "flowed"
      {
        let deletes =
          GMimeLibrary.line(g_mime_object_get_content_type_parameter(object, "delsp"))?.lowercased() == "yes"
        part = FlowedText.unwrapped(part, deletesSpace: deletes)
      }
      append(part, to: &text)
    }
    if !tree.strayText.isEmpty {
      append(MailCharset(decoding: tree.strayText, declared: nil).text, to: &text)
    }
    if contains(text, "-----BEGIN PGP MESSAGE-----") {
      findings.append(Finding("mail-encrypted", .loss, "the message is encrypted; add the decrypted message"))
    }
    return text
  }

  private func append(_ part: [UInt8], to text: inout [UInt8]) {
    var part = part[...]
    while let last = part.last, last <= 0x20 { part = part.dropLast() }
    while let first = part.first, first == 0x0A { part = part.dropFirst() }
    guard !part.isEmpty else { return }
    if !text.isEmpty { text += [0x0A, 0x0A] }
    text += part
  }

  private func contains(_ text: [UInt8], _ words: StaticString) -> Bool {
    text.withUnsafeBytes { $0.firstOffset(of: words, from: 0, limit: $0.count) != nil }
  }
}

/// The readable form of a message: header lines, a blank line, the body.
enum MessageText {
  static func write(_ body: [UInt8], into document: inout Document) {
    guard var header = document.header else { return }
    var text: [UInt8] = []
    text.reserveCapacity(body.count + 300)
    line("From: ", list(header.from), to: &text)
    line("To: ", list(header.to), to: &text)
    line("Cc: ", list(header.cc), to: &text)
    if let sentText = header.sentText {
      let start = text.count + 6
      line("Date: ", Array(sentText.utf8), to: &text)
      header.sentBytes = start..<(text.count - 1)
      if let sent = header.sent {
        document.dates.append(
          DocumentDate(kind: .sent, when: sent, basis: .header, text: sentText, bytes: header.sentBytes))
      }
    }
    line("Subject: ", Array((header.subject ?? "").utf8), to: &text)
    line("Attachments: ", Array(header.attachments.joined(separator: "; ").utf8), to: &text)
    if !text.isEmpty {
      header.bytes = 0..<(text.count - 1)
      document.blocks.append(Block(.messageHeader, 0..<(text.count - 1)))
      text.append(0x0A)
    }
    let start = text.count
    text += body
    if !body.isEmpty { text.append(0x0A) }
    document.blocks += MailBlocks(of: text, in: start..<text.count).blocks
    document.header = header
    document.text = text
  }

  private static func line(_ label: StaticString, _ value: [UInt8], to text: inout [UInt8]) {
    guard !value.isEmpty else { return }
    text += UnsafeBufferPointer(start: label.utf8Start, count: label.utf8CodeUnitCount)
    text += value
    text.append(0x0A)
  }

  private static func list(_ mailboxes: [MessageHeader.Mailbox]) -> [UInt8] {
    var text: [UInt8] = []
    for mailbox in mailboxes {
      if !text.isEmpty { text += [UInt8(ascii: ";"), 0x20] }
      switch (mailbox.name, mailbox.address) {
      case (let name?, let address?):
        text += name.utf8
        text += [0x20, UInt8(ascii: "<")]
        text += address.utf8
        text.append(UInt8(ascii: ">"))
      case (let one?, nil), (nil, let one?): text += one.utf8
      case (nil, nil): text += "[withheld]".utf8
      }
    }
    return text
  }
}

import DaybookCore

/// An Outlook item → its document and its attachments, as `MessageReader` gives them for mail on the wire.
struct MAPIDocument {
  var tool: String
  var version: Int

  private static let deepest = 8

  /// Shape: one document; attached messages are children in the form of mail on the wire (RFC 5322), since
  /// inside a container they have no bytes of their own.
  func read(_ message: MAPIMessage, source: Source) -> (document: Document, children: [ChildSource]) {
    var findings = message.findings
    let body = message.body(findings: &findings)
    var taken: Set<String> = []
    var children: [ChildSource] = []
    var names: [String] = []
    for (index, attachment) in message.attachments.enumerated() {
      let name = unique(MAPIDocument.name(of: attachment, number: index + 1), &taken)
      names.append(name)
      switch attachment.content {
      case .bytes(let bytes):
        children.append(
          ChildSource(
            name: name, bytes: bytes, mediaType: attachment.properties.line(MAPIProperty.attachMimeTag)))
      case .message(let inner):
        children.append(
          ChildSource(name: name, bytes: MAPIDocument.wire(inner, depth: 1), mediaType: "message/rfc822"))
      case .missing(let reason):
        findings.append(Finding("attachment-lost", .loss, "attachment \(index + 1) of the message \(reason)"))
      }
    }
    var document = headerDocument(message, source: source, attachments: names, body: body)
    document.source.mediaType = source.mediaType
    document.findings += findings
    addDates(of: message, to: &document)
    if !message.isSent { document.kind = .other }
    if message.isMeeting { document.metadata.append(MetadataItem("item", "meeting")) }
    if !message.messageClass.isEmpty {
      document.metadata.append(MetadataItem("message-class", message.messageClass))
    }
    return (document, children)
  }

  private func headerDocument(
    _ message: MAPIMessage, source: Source, attachments: [String], body: [UInt8]
  ) -> Document {
    let reader = MessageReader(tool: tool, version: version)
    let header = message.header
    let result = header.withUnsafeBytes { bytes in
      MessageGuard.read(
        bytes, source: source, isInMailbox: true, isEscaped: false, by: reader, body: body,
        attachments: attachments)
    }
    if let result { return result.document }
    var document = Document(
      source: source, kind: .message, header: MessageHeader(attachments: attachments),
      provenance: Provenance(stage: "convert", tool: tool, version: version, input: source.id.text))
    MessageText.write(body, into: &document)
    document.findings.append(
      Finding("mail-no-header", .warning, "the message has no header: no sender, no date"))
    return document
  }

  private func addDates(of message: MAPIMessage, to document: inout Document) {
    let kinds: [(DocumentDate.Kind, Int, String)] = [
      (.received, MAPIProperty.deliveryTime, "delivery time"),
      (.created, MAPIProperty.creationTime, "creation time"),
      (.modified, MAPIProperty.modificationTime, "modification time"),
    ]
    for (kind, number, text) in kinds where !document.dates.contains(where: { $0.kind == kind }) {
      guard let when = message.properties.time(number) else { continue }
      document.dates.append(DocumentDate(kind: kind, when: when, basis: .property, text: text))
    }
  }

  // MARK: Names

  private static func name(of attachment: MAPIMessage.Attachment, number: Int) -> String {
    let properties = attachment.properties
    var name =
      MailAttachment.safe(properties.line(MAPIProperty.attachLongFilename) ?? "")
      ?? MailAttachment.safe(properties.line(MAPIProperty.attachFilename) ?? "")
      ?? MailAttachment.safe(properties.line(MAPIProperty.displayName) ?? "")
    if case .message(let inner) = attachment.content {
      let base =
        name ?? MailAttachment.safe(inner.properties.line(MAPIProperty.subject) ?? "") ?? "message-\(number)"
      return base.lowercased().hasSuffix(".eml") ? base : base + ".eml"
    }
    if name == nil, let suffix = properties.line(MAPIProperty.attachExtension) {
      name = MailAttachment.safe("part-\(number)\(suffix)")
    }
    return name ?? "part-\(number)"
  }

  private func unique(_ name: String, _ taken: inout Set<String>) -> String {
    var unique = name
    var number = 2
    while !taken.insert(unique).inserted {
      unique = MailAttachment.numbered(name, number)
      number += 1
    }
    return unique
  }

  // MARK: Mail on the wire

  /// A message as RFC 5322 bytes, its attachments inside: the same for the same message on every machine.
  static func wire(_ message: MAPIMessage, depth: Int) -> [UInt8] {
    var findings: [Finding] = []
    let body = message.body(findings: &findings)
    var mail = message.header
    mail += "MIME-Version: 1.0\n".utf8
    let text = "Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: 8bit\n\n".utf8
    guard !message.attachments.isEmpty, depth < deepest else {
      return mail + text + body + [0x0A]
    }
    let boundary = "=_" + SHA256Digest(of: mail + body).hex(bytes: 16)
    mail += "Content-Type: multipart/mixed; boundary=\"\(boundary)\"\n\n--\(boundary)\n".utf8
    mail += text
    mail += body
    for (index, attachment) in message.attachments.enumerated() {
      let name = name(of: attachment, number: index + 1).filter { $0 != "\"" && $0 != "\\" }
      mail += "\n--\(boundary)\n".utf8
      switch attachment.content {
      case .bytes(let bytes):
        mail +=
          "Content-Type: application/octet-stream; name=\"\(name)\"\nContent-Transfer-Encoding: base64\n".utf8
        mail += "Content-Disposition: attachment; filename=\"\(name)\"\n\n".utf8
        mail += Base64Text.lines(of: bytes)
      case .message(let inner):
        mail += "Content-Type: message/rfc822\nContent-Disposition: attachment; filename=\"\(name)\"\n\n".utf8
        mail += wire(inner, depth: depth + 1)
      case .missing: mail += "Content-Type: text/plain\n\n".utf8
      }
    }
    mail += "\n--\(boundary)--\n".utf8
    return mail
  }
}

/// Bytes as lines of base64. Source: RFC 2045 section 6.8.
enum Base64Text {
  private static let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)

  static func lines(of bytes: [UInt8]) -> [UInt8] {
    var text: [UInt8] = []
    text.reserveCapacity(bytes.count * 4 / 3 + bytes.count / 50 + 8)
    var column = 0
    var index = 0
    while index < bytes.count {
      let rest = bytes.count - index
      let word =
        UInt32(bytes[index]) << 16 | (rest > 1 ? UInt32(bytes[index + 1]) << 8 : 0)
        | (rest > 2 ? UInt32(bytes[index + 2]) : 0)
      text.append(alphabet[Int(word >> 18 & 63)])
      text.append(alphabet[Int(word >> 12 & 63)])
      text.append(rest > 1 ? alphabet[Int(word >> 6 & 63)] : 0x3D)
      text.append(rest > 2 ? alphabet[Int(word & 63)] : 0x3D)
      index += 3
      column += 4
      if column == 76 {
        text.append(0x0A)
        column = 0
      }
    }
    if column > 0 { text.append(0x0A) }
    return text
  }
}

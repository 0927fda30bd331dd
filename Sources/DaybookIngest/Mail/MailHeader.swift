import CGMime
import DaybookCore

/// The header of a native message: its fields decoded, its dates apart, and what else it says about itself.
///
/// Source: RFC 5322 section 3.6; RFC 2047.
struct MailHeader {
  private(set) var header = MessageHeader()
  /// Of the topmost `Received` field: when the last server took the message over, in that server's words.
  private(set) var received: DocumentDate?
  private(set) var metadata: [MetadataItem] = []
  private(set) var findings: [Finding] = []
  private(set) var isEmpty = true

  init(_ message: UnsafeMutablePointer<GMimeMessage>) {
    header.from = mailboxes(g_mime_message_get_from(message))
    header.to = mailboxes(g_mime_message_get_to(message))
    header.cc = mailboxes(g_mime_message_get_cc(message))
    header.subject = GMimeLibrary.line(g_mime_message_get_subject(message))
    if let id = GMimeLibrary.line(g_mime_message_get_message_id(message)) {
      header.messageID = "<\(id)>"
      metadata.append(MetadataItem("edrm-mih", MessageHash.mih(messageID: "<\(id)>")))
    }
    readFields(g_mime_object_get_header_list(daybook_object(message)))
    // GMime gives the Content- fields to the part that they speak of.
    if let root = g_mime_message_get_mime_part(message),
      g_mime_header_list_get_count(g_mime_object_get_header_list(root)) > 0
    {
      isEmpty = false
    }
    if header.sentText == nil, !isEmpty {
      findings.append(Finding("mail-no-date", .note, "the message has no Date field"))
    }
  }

  private mutating func readFields(_ list: UnsafeMutablePointer<GMimeHeaderList>?) {
    guard let list else { return }
    for index in 0..<max(0, g_mime_header_list_get_count(list)) {
      guard let field = g_mime_header_list_get_header_at(list, index),
        let name = g_mime_header_get_name(field)
      else { continue }
      isEmpty = false
      let key = MailField(UnsafeRawBufferPointer(start: name, count: strlen(name)))
      switch key {
      case .from: header.from = named(header.from, field)
      case .to: header.to = named(header.to, field)
      case .cc: header.cc = named(header.cc, field)
      case .date where header.sentText == nil: readDate(raw(field))
      case .received where received == nil: readReceived(raw(field))
      case .inReplyTo: header.inReplyTo += ids(field)
      case .references: header.references += ids(field)
      case .metadata(let name):
        if let value = GMimeLibrary.line(g_mime_header_get_value(field)) {
          metadata.append(MetadataItem(name, value))
        }
      default: break
      }
    }
  }

  /// What was read of an address field, or the names in it where the grammar finds no addresses: Exchange
  /// writes such fields into exported mail.
  private func named(
    _ mailboxes: [MessageHeader.Mailbox], _ field: UnsafeMutablePointer<GMimeHeader>
  ) -> [MessageHeader.Mailbox] {
    guard mailboxes.isEmpty || mailboxes.contains(where: { $0.address == nil }),
      let value = GMimeLibrary.line(g_mime_header_get_value(field)), !value.utf8.contains(UInt8(ascii: ":"))
    else { return mailboxes }
    return AddressList.mailboxes(in: value.utf8)
  }

  /// The field as it stands in the file, on one line.
  private func raw(_ field: UnsafeMutablePointer<GMimeHeader>) -> [UInt8] {
    guard let value = g_mime_header_get_raw_value(field) else { return [] }
    return MailLine.cleaned(UnsafeRawBufferPointer(start: value, count: strlen(value)))
  }

  private mutating func readDate(_ text: [UInt8]) {
    guard !text.isEmpty else { return }
    header.sentText = String(decoding: text, as: UTF8.self)
    let date = MailDate(text)
    header.sent = date.when
    for flaw in date.flaws {
      switch flaw {
      case .form:
        findings.append(Finding("mail-date", .warning, "the Date field is not of the standard form"))
      case .noZone:
        findings.append(
          Finding("mail-date-zone", .note, "the Date field has no zone; its time is kept without one"))
      case .zone(let words):
        findings.append(
          Finding(
            "mail-date-zone", .warning,
            "the zone \"\(words.prefix(40))\" of the Date field is not an offset; its time is kept without one"
          ))
      case .weekday:
        findings.append(
          Finding("mail-date-weekday", .warning, "the Date field names another weekday than its date has"))
      }
    }
  }

  private mutating func readReceived(_ text: [UInt8]) {
    guard let semicolon = text.lastIndex(of: UInt8(ascii: ";")) else { return }
    let words = MailLine.cleaned(text[(semicolon + 1)...])
    guard let when = MailDate(words).when else { return }
    received = DocumentDate(
      kind: .received, when: when, basis: .header, text: String(decoding: words, as: UTF8.self))
  }

  /// Message ids with their angle brackets, in order.
  ///
  /// Read here and not by the library, which stops at the commas that Outlook for Mac puts between them. A line
  /// break inside an id is none.
  private func ids(_ field: UnsafeMutablePointer<GMimeHeader>) -> [String] {
    guard let value = g_mime_header_get_raw_value(field) else { return [] }
    var ids: [String] = []
    var open: [UInt8]?
    for byte in UnsafeRawBufferPointer(start: value, count: strlen(value)) {
      switch byte {
      case UInt8(ascii: "<"): open = [byte]
      case UInt8(ascii: ">"):
        if var id = open, id.count > 1 {
          id.append(byte)
          ids.append(String(decoding: id, as: UTF8.self))
        }
        open = nil
      case 0...0x20: continue
      default: open?.append(byte)
      }
    }
    return ids
  }

  // MARK: - Addresses

  private func mailboxes(_ list: UnsafeMutablePointer<InternetAddressList>?) -> [MessageHeader.Mailbox] {
    guard let list else { return [] }
    var mailboxes: [MessageHeader.Mailbox] = []
    for index in 0..<max(0, internet_address_list_length(list)) {
      guard let address = internet_address_list_get_address(list, index) else { continue }
      if daybook_is_group(address) != 0 {
        let members = self.members(of: address)
        mailboxes += members
        // "undisclosed-recipients:;" names nobody.
      } else {
        mailboxes.append(mailbox(address))
      }
    }
    return mailboxes
  }

  /// One level: groups do not nest (RFC 5322 section 3.4), and those that do are hostile.
  private func members(of group: UnsafeMutablePointer<InternetAddress>) -> [MessageHeader.Mailbox] {
    guard let list = internet_address_group_get_members(daybook_group(group)) else { return [] }
    return (0..<max(0, internet_address_list_length(list))).compactMap { index in
      guard let address = internet_address_list_get_address(list, index), daybook_is_mailbox(address) != 0
      else { return nil }
      return mailbox(address)
    }
  }

  private func mailbox(_ address: UnsafeMutablePointer<InternetAddress>) -> MessageHeader.Mailbox {
    let name = GMimeLibrary.line(internet_address_get_name(address))
    let target = GMimeLibrary.line(internet_address_mailbox_get_addr(daybook_mailbox(address)))
    guard let target, target.utf8.contains(UInt8(ascii: "@")) else {
      // A name without an address, which the grammar takes for an address without a domain.
      return AddressList.mailbox(of: Array((name ?? target ?? "").utf8))
    }
    // Nothing to take out of either, as nearly always.
    if !Withheld.mayHoldMark(target.utf8),
      name.map({ !Withheld.mayHoldMark($0.utf8) && !isSpecial($0) }) ?? true
    {
      return MessageHeader.Mailbox(name: name, address: target)
    }
    guard let name else {
      return MessageHeader.Mailbox(address: Withheld.remainder(of: target.utf8) == nil ? nil : target)
    }
    var mailbox = AddressList.mailbox(of: Array(name.utf8))
    mailbox.name = mailbox.name ?? (mailbox.address == target ? nil : mailbox.address)
    mailbox.address = Withheld.remainder(of: target.utf8) == nil ? nil : target
    return mailbox
  }

  /// Whether a name holds quotes or an address.
  private func isSpecial(_ name: String) -> Bool {
    name.utf8.contains { $0 == UInt8(ascii: "@") || $0 == UInt8(ascii: "'") || $0 == UInt8(ascii: "\"") }
  }
}

/// Header fields that Daybook asks for, by name.
enum MailField: Equatable {
  case from, to, cc, date, received, inReplyTo, references
  /// Kept as found, under this name.
  case metadata(String)
  case other

  init(_ name: UnsafeRawBufferPointer) {
    guard name.count <= 24 else {
      self = .other
      return
    }
    // Few fields share their length: most are told apart without a hash.
    for (known, field) in MailField.table where known.count == name.count {
      if zip(known, name).allSatisfy({ $0 == $1 | 0x20 || $0 == $1 }) {
        self = field
        return
      }
    }
    self = .other
  }

  /// Sources: RFC 5322 section 3.6, RFC 2156, RFC 2919, RFC 3834, and what Outlook and Exchange add.
  private static let table: [([UInt8], MailField)] =
    structural.map { (Array($0.utf8), $1) } + kept.map { (Array($0.utf8), .metadata($0)) }

  private static let structural: [(String, MailField)] = [
    ("from", .from), ("to", .to), ("cc", .cc), ("date", .date), ("received", .received),
    ("in-reply-to", .inReplyTo), ("references", .references),
  ]
  private static let kept = [
    "sender", "reply-to", "bcc", "return-path", "x-mailer", "user-agent", "importance", "x-priority",
    "auto-submitted", "list-id",
    "thread-topic", "thread-index", "organization", "content-language", "x-original-to", "delivered-to",
    "resent-date", "resent-from",
    "resent-to", "comments", "keywords",
  ]
}

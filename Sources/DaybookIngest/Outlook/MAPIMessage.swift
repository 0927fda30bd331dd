import DaybookCore

/// One Outlook item as its container gives it: properties, recipients, attachments.
struct MAPIMessage {
  struct Attachment {
    enum Content {
      case bytes([UInt8])
      /// A message that the container keeps as objects, not as a file.
      case message(MAPIMessage)
      /// Cannot be had; the reason.
      case missing(String)
    }
    var properties: MAPIProperties
    var content: Content
  }

  var properties = MAPIProperties()
  var recipients: [MAPIProperties] = []
  var attachments: [Attachment] = []
  var findings: [Finding] = []

  /// "IPM.Note" and so on, lower case.
  var messageClass: String { properties.line(MAPIProperty.messageClass)?.lowercased() ?? "" }

  var isMeeting: Bool {
    messageClass.hasPrefix("ipm.appointment") || messageClass.hasPrefix("ipm.schedule.meeting")
  }

  /// Whether it is of a kind that is sent, not a contact, a task or an entry in somebody's own calendar.
  var isSent: Bool {
    let name = messageClass
    return name.isEmpty
      || ["ipm.note", "ipm.post", "ipm.schedule.meeting", "report."].contains { name.hasPrefix($0) }
      || !["ipm.appointment", "ipm.contact", "ipm.task", "ipm.stickynote", "ipm.activity", "ipm.distlist"]
        .contains {
          name.hasPrefix($0)
        }
  }

  /// Whether there is anything of a message in it: not so for the empty shells that damaged files give.
  var isEmpty: Bool {
    ![
      MAPIProperty.messageClass, MAPIProperty.subject, MAPIProperty.body, MAPIProperty.html,
      MAPIProperty.rtfCompressed, MAPIProperty.transportHeaders, MAPIProperty.senderName,
    ].contains { properties.has($0) } && recipients.isEmpty && attachments.isEmpty
  }

  // MARK: Body

  /// The words as plain text, UTF-8. Plain text is taken where it says anything, then HTML, then RTF.
  func body(findings: inout [Finding]) -> [UInt8] {
    var text: [UInt8] = []
    if let plain = properties.text(MAPIProperty.body) {
      text = plain
    } else if let html = html() {
      text = MailHTML.text(of: html)
    } else if let rtf = properties.binary(MAPIProperty.rtfCompressed) {
      if let plain = CompressedRTF.decompressed(rtf) {
        let reader = RTFReader(plain)
        text = reader.isHTML ? MailHTML.text(of: reader.text) : RTFText.tidied(reader.text)
        if reader.hiddenBytes > 0 {
          findings.append(
            Finding(
              "hidden-text", .warning, "\(reader.hiddenBytes) bytes of hidden or deleted words were left out")
          )
        }
      } else {
        findings.append(Finding("mail-body", .loss, "the message's RTF text cannot be unpacked"))
      }
    }
    return MailCharset(decoding: meetingLines + text, declared: "utf-8").text
  }

  private func html() -> [UInt8]? {
    if let text = properties.text(MAPIProperty.html) { return text }
    guard let bytes = properties.binary(MAPIProperty.html) else { return nil }
    let declared = bytes.withUnsafeBytes { HTMLCharset.declared(in: $0) }
    if let declared { return TextDecoding.decode(bytes, declared: declared).bytes }
    return MAPIText.decoded(bytes, codePage: properties.integer(MAPIProperty.internetCodePage) ?? 65001)
  }

  /// When and where of a meeting, in the words of `MeetingText`.
  private var meetingLines: [UInt8] {
    guard isMeeting else { return [] }
    let start = properties.time(MAPIProperty.appointmentStart) ?? properties.time(MAPIProperty.startDate)
    let end = properties.time(MAPIProperty.appointmentEnd) ?? properties.time(MAPIProperty.endDate)
    let lines = MeetingText.lines(
      title: properties.line(MAPIProperty.subject), start: start, end: end, zone: start == nil ? nil : "UTC",
      place: properties.line(MAPIProperty.appointmentPlace), organiser: nil, attendees: [])
    return lines.isEmpty ? [] : lines + [0x0A]
  }

  // MARK: Header

  /// The header as a message on the wire would have it: the one that the last server saw, with the fields that
  /// it lacks made from properties. Never a body.
  var header: [UInt8] {
    var lines = transportHeader
    let present = HeaderNames(lines)
    func add(_ name: String, _ value: [UInt8]?) {
      guard let value, !value.isEmpty, !present.has(name) else { return }
      lines += name.utf8
      lines += [0x3A, 0x20]
      lines += MailLine.cleaned(value)
      lines.append(0x0A)
    }
    add("From", sender)
    add("To", list(MAPIProperty.recipientTo, or: MAPIProperty.displayTo))
    add("Cc", list(MAPIProperty.recipientCc, or: MAPIProperty.displayCc))
    if let sent = sentTime { add("Date", Array(MailDateText.text(of: sent).utf8)) }
    add("Subject", properties.text(MAPIProperty.subject).map(withoutPrefixMark))
    add("Message-ID", properties.text(MAPIProperty.messageID))
    add("In-Reply-To", properties.text(MAPIProperty.inReplyTo))
    add("References", properties.text(MAPIProperty.references))
    add("Thread-Topic", properties.text(MAPIProperty.conversationTopic))
    return lines
  }

  /// Fields that describe the body on the wire, which is not the one at hand, are left out.
  private var transportHeader: [UInt8] {
    guard let text = properties.text(MAPIProperty.transportHeaders) else { return [] }
    var lines: [UInt8] = []
    var keeps = false
    for line in text.split(separator: 0x0A) {
      var line = line
      if line.last == 0x0D { line = line.dropLast() }
      guard let first = line.first else { break }
      if first != 0x20, first != 0x09 {
        let name = Fold.lower(line.prefix { $0 != 0x3A && $0 > 0x20 })
        // What is no field ends the header: some servers put the body's beginning behind it.
        guard name.count < line.count, line[line.startIndex + name.count] == 0x3A else {
          if lines.isEmpty { continue } else { break }
        }
        keeps = !name.starts(with: "content-".utf8) && !name.elementsEqual("mime-version".utf8)
      }
      if keeps {
        lines += line
        lines.append(0x0A)
      }
    }
    return lines
  }

  /// When it was sent; nil for drafts and for what is never sent.
  var sentTime: Timex? {
    guard isSent else { return nil }
    if let flags = properties.integer(MAPIProperty.messageFlags), flags & MAPIProperty.flagUnsent != 0,
      !properties.has(MAPIProperty.clientSubmitTime)
    {
      return nil
    }
    return properties.time(MAPIProperty.clientSubmitTime) ?? properties.time(MAPIProperty.deliveryTime)
  }

  private var sender: [UInt8]? {
    let name = properties.text(MAPIProperty.representingName) ?? properties.text(MAPIProperty.senderName)
    let address =
      address(
        MAPIProperty.representingSMTP, MAPIProperty.representingAddressType, MAPIProperty.representingAddress)
      ?? address(MAPIProperty.senderSMTP, MAPIProperty.senderAddressType, MAPIProperty.senderAddress)
    return MAPIMessage.mailbox(name: name, address: address)
  }

  private func address(_ smtp: Int, _ type: Int, _ plain: Int) -> [UInt8]? {
    MAPIMessage.address(of: properties, smtp, type, plain)
  }

  private static func address(of properties: MAPIProperties, _ smtp: Int, _ type: Int, _ plain: Int)
    -> [UInt8]?
  {
    if let address = properties.text(smtp) { return address }
    guard let address = properties.text(plain), address.contains(0x40) else { return nil }
    // An address of Exchange's own directory ("/o=…") says nothing to anyone outside.
    return address.first == 0x2F ? nil : address
  }

  private func list(_ kind: Int, or display: Int) -> [UInt8]? {
    let named = recipients.filter { ($0.integer(MAPIProperty.recipientType) ?? 1) & 0xF == kind }
    let entries = named.compactMap { recipient in
      MAPIMessage.mailbox(
        name: recipient.text(MAPIProperty.displayName),
        address: MAPIMessage.address(
          of: recipient, MAPIProperty.smtpAddress, MAPIProperty.addressType, MAPIProperty.emailAddress))
    }
    if !entries.isEmpty { return Array(entries.joined(separator: [0x2C, 0x20])) }
    // Names only, parted by semicolons.
    guard let names = properties.text(display) else { return nil }
    return Array(
      names.split(separator: 0x3B).compactMap { MAPIMessage.mailbox(name: Array($0), address: nil) }
        .joined(separator: [0x2C, 0x20]))
  }

  /// `"Name" <address>`.
  private static func mailbox(name: [UInt8]?, address: [UInt8]?) -> [UInt8]? {
    let address = address.map { MailLine.cleaned($0).filter { $0 != 0x3C && $0 != 0x3E && $0 != 0x20 } }
    var name = MailLine.cleaned(name ?? []).filter { $0 != 0x22 && $0 != 0x5C }
    if name.first == 0x27, name.last == 0x27, name.count > 2 { name = Array(name.dropFirst().dropLast()) }
    switch (name.isEmpty || name == address, address) {
    case (true, nil): return nil
    case (true, let address?): return address
    case (false, nil): return [0x22] + name + [0x22]
    case (false, let address?): return [0x22] + name + [0x22, 0x20, 0x3C] + address + [0x3E]
    }
  }

  /// A subject in a PST begins with a mark and the length of its "RE: ". Source: MS-PST 2.5.3.1.1.1.
  private func withoutPrefixMark(_ subject: [UInt8]) -> [UInt8] {
    subject.first == 1 ? Array(subject.dropFirst(2)) : subject
  }

  private struct HeaderNames {
    private var names: Set<[UInt8]> = []

    init(_ header: [UInt8]) {
      for line in header.split(separator: 0x0A) where line.first != 0x20 && line.first != 0x09 {
        names.insert(Fold.lower(line.prefix { $0 != 0x3A }))
      }
    }

    func has(_ name: String) -> Bool { names.contains(Fold.lower(Array(name.utf8))) }
  }
}

/// A moment as a header field has it: `Wed, 09 Feb 2022 09:41:12 +0000`. Source: RFC 5322 section 3.3.
enum MailDateText {
  private static let weekdays = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
  private static let months = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
  ]

  /// Of a moment in UTC.
  static func text(of timex: Timex) -> String {
    guard let moment = timex.earliest, let time = moment.time else { return "" }
    let date = moment.date
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    return
      "\(weekdays[date.weekday - 1]), \(two(date.day)) \(months[date.month - 1]) \(date.year) "
      + "\(two(time.hour)):\(two(time.minute)):\(two(time.second)) +0000"
  }
}

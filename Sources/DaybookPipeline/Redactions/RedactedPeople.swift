import DaybookCore
import DaybookExtract
import DaybookIngest

/// Gives withheld senders and recipients stable names, "Department for Education official A", as far as copies prove who
/// is who.
///
/// Proof is one of two things: copies of one message (same moment, same subject without its "RE:") have one sender, and
/// one recipient at each place of lists that are equally long; and one address is one person. Nothing else joins two
/// withheld people. Somebody who is named in another copy gets no placeholder but a finding: the release is uneven.
struct RedactedPeople {
  private struct Copy {
    var path: String
    var page: Int?
    /// Where its header stands.
    var bytes: Range<Int>
    var names: [String]
    var addresses: [String]
    var isWithheld: Bool
  }

  /// One entry of a list of recipients in one copy.
  private struct Entry {
    var path: String
    var page: Int?
    var bytes: Range<Int>
    var mailbox: MessageHeader.Mailbox
    var isWithheld: Bool
  }

  private var copies: [String: [Copy]] = [:]
  /// By message, field, number of entries and place in the list.
  private var recipients: [String: [Entry]] = [:]
  private var people: [String: String] = [:]
  private var counts: [String: Int] = [:]
  private var labels: [String: [(bytes: Range<Int>, label: String)]] = [:]
  private(set) var findings: [Finding] = []

  /// `start` is where the stretch begins in the whole text.
  mutating func look(at document: Document, from start: Int, path: String) {
    let redactions = RedactionScan.redactions(in: document.text)
    for segment in document.segments {
      guard let header = segment.header else { continue }
      add(header, document, start, path, redactions)
    }
    if let header = document.header { add(header, document, start, path, redactions) }
  }

  private mutating func add(
    _ header: MessageHeader, _ document: Document, _ start: Int, _ path: String, _ redactions: [Redaction]
  ) {
    guard let bytes = header.bytes, let sent = header.sent?.earliest, sent.time != nil else { return }
    let subject = String(decoding: SubjectLine.base(of: (header.subject ?? "").utf8), as: UTF8.self)
    // To the minute: a printed header has no seconds where the mailbox has.
    let minute = String(
      CivilMoment(sent.date, sent.time.flatMap { CivilTime(hour: $0.hour, minute: $0.minute) }).description)
    let isWithheld =
      header.from.allSatisfy { $0.name == nil }
      && redactions.contains {
        bytes.overlaps($0.bytes) && isSender($0.bytes, in: document.text, header: bytes)
      }
    let page = document.pages.first { $0.bytes.overlaps(bytes) }?.number
    copies["\(minute) \(subject)", default: []].append(
      Copy(
        path: path, page: page, bytes: (bytes.lowerBound + start)..<(bytes.upperBound + start),
        names: header.from.compactMap(\.name),
        addresses: header.from.compactMap(\.address), isWithheld: isWithheld))
    for place in header.places where place.name == "to" || place.name == "cc" {
      let list = place.name == "to" ? header.to : header.cc
      let parts = RedactedPeople.parts(of: place.bytes, in: document.text)
      guard parts.count == list.count else { continue }
      for (index, part) in parts.enumerated() {
        let isMarked = redactions.contains { $0.bytes.overlaps(part) }
        recipients["\(minute) \(subject) \(place.name) \(list.count) \(index)", default: []].append(
          Entry(
            path: path, page: page, bytes: (part.lowerBound + start)..<(part.upperBound + start),
            mailbox: list[index], isWithheld: isMarked && list[index].name == nil))
      }
    }
  }

  /// The entries of a printed list, parted by semicolons.
  private static func parts(of bytes: Range<Int>, in text: [UInt8]) -> [Range<Int>] {
    var parts: [Range<Int>] = []
    var start = bytes.lowerBound
    for index in bytes.clamped(to: 0..<text.count) where text[index] == UInt8(ascii: ";") {
      parts.append(start..<index)
      start = index + 1
    }
    parts.append(start..<max(start, bytes.upperBound))
    return parts.filter { part in text[part.clamped(to: 0..<text.count)].contains { $0 > 0x20 } }
  }

  /// Whether a mark stands on the first line of the header's sender field.
  private func isSender(_ mark: Range<Int>, in text: [UInt8], header: Range<Int>) -> Bool {
    var start = mark.lowerBound
    while start > header.lowerBound, start > 0, text[start - 1] != 0x0A { start -= 1 }
    let label = text[start..<mark.lowerBound].drop { $0 == 0x3E || $0 == 0x20 }.prefix { $0 != 0x3A }
    return ["from", "von", "de", "oddi wrth", "da", "van"].contains(
      String(decoding: label, as: UTF8.self).lowercased())
  }

  /// Once everything has been looked at.
  mutating func settle() {
    for (key, group) in copies.sorted(by: { $0.key < $1.key }) where group.contains(where: \.isWithheld) {
      if let named = group.first(where: { !$0.names.isEmpty }) {
        let withheld = group.filter(\.isWithheld)
        guard let first = withheld.first else { continue }
        let place = named.page.map { ", page \($0)" } ?? ""
        findings.append(
          Finding(
            "uneven-redaction", .warning,
            "the sender withheld here is named in another copy of the message: \(named.path)\(place)",
            path: first.path, page: first.page))
        continue
      }
      let label = name(address: group.flatMap(\.addresses).sorted().first, message: key)
      for copy in group where copy.isWithheld { labels[copy.path, default: []].append((copy.bytes, label)) }
    }
    settleRecipients()
    findings.sort { ($0.path, $0.page ?? 0) < ($1.path, $1.page ?? 0) }
  }

  private mutating func settleRecipients() {
    for (key, group) in recipients.sorted(by: { $0.key < $1.key }) {
      guard let first = group.first(where: \.isWithheld) else { continue }
      if let named = group.first(where: { $0.mailbox.name != nil }) {
        let place = named.page.map { ", page \($0)" } ?? ""
        findings.append(
          Finding(
            "uneven-redaction", .warning,
            "a recipient withheld here is named in another copy of the message: \(named.path)\(place)",
            path: first.path, page: first.page))
        continue
      }
      let label = name(address: group.compactMap(\.mailbox.address).sorted().first, message: key)
      for entry in group where entry.isWithheld {
        labels[entry.path, default: []].append((entry.bytes, label))
      }
    }
  }

  /// The name that stands for somebody: one for each address, else one for each place in a message.
  private mutating func name(address: String?, message key: String) -> String {
    let identity = address.map { "address \($0.lowercased())" } ?? "message \(key)"
    if let known = people[identity] { return known }
    let body = address.flatMap { PublicBodyDomainTable.body(ofAddress: $0) ?? domain(of: $0) }
    let stem = body.map { "\($0) official" } ?? "Official"
    counts[stem, default: 0] += 1
    let label = "\(stem) \(RedactedPeople.letters(counts[stem] ?? 1))"
    people[identity] = label
    return label
  }

  private func domain(of address: String) -> String? {
    guard let at = address.lastIndex(of: "@") else { return nil }
    let domain = address[address.index(after: at)...]
    return domain.isEmpty ? nil : String(domain)
  }

  /// A…Z, AA, AB…
  static func letters(_ number: Int) -> String {
    var (rest, text) = (number, "")
    while rest > 0 {
      rest -= 1
      text = String(UnicodeScalar(UInt8(65 + rest % 26))) + text
      rest /= 26
    }
    return text
  }

  /// The narrowest range counts: a header holds those of its recipients.
  func placeholder(at path: String, byte: Int) -> String? {
    labels[path]?.filter { $0.bytes.contains(byte) }.min { $0.bytes.count < $1.bytes.count }?.label
  }
}

import DaybookCore
import DaybookExtract
import DaybookIngest

/// Gives withheld senders stable names, "Department for Education official A", as far as copies prove who is who.
///
/// Proof is one of two things: copies of one message (same moment, same subject without its "RE:") have one sender;
/// and one address is one person. Nothing else joins two withheld senders. A sender who is named in another copy
/// gets no placeholder but a finding: the release is uneven.
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

  private var copies: [String: [Copy]] = [:]
  private var labels: [String: [(bytes: Range<Int>, label: String)]] = [:]
  private(set) var findings: [Finding] = []

  mutating func look(at document: Document, path: String) {
    let redactions = RedactionScan.redactions(in: document.text)
    for segment in document.segments {
      guard let header = segment.header else { continue }
      add(header, document, path, redactions)
    }
    if let header = document.header { add(header, document, path, redactions) }
  }

  private mutating func add(
    _ header: MessageHeader, _ document: Document, _ path: String, _ redactions: [Redaction]
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
        path: path, page: page, bytes: bytes, names: header.from.compactMap(\.name),
        addresses: header.from.compactMap(\.address), isWithheld: isWithheld))
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
    var people: [String: String] = [:]
    var counts: [String: Int] = [:]
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
      let address = group.flatMap(\.addresses).sorted().first
      let identity = address.map { "address \($0.lowercased())" } ?? "message \(key)"
      let label: String
      if let known = people[identity] {
        label = known
      } else {
        let body = address.flatMap { PublicBodyDomainTable.body(ofAddress: $0) ?? domain(of: $0) }
        let stem = body.map { "\($0) official" } ?? "Official"
        counts[stem, default: 0] += 1
        label = "\(stem) \(RedactedPeople.letters(counts[stem] ?? 1))"
        people[identity] = label
      }
      for copy in group where copy.isWithheld { labels[copy.path, default: []].append((copy.bytes, label)) }
    }
    findings.sort { ($0.path, $0.page ?? 0) < ($1.path, $1.page ?? 0) }
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

  func placeholder(at path: String, byte: Int) -> String? {
    labels[path]?.first { $0.bytes.contains(byte) }?.label
  }
}

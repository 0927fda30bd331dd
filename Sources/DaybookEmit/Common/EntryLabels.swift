package import DaybookCore

/// The words that outputs share for an entry's parts.
package enum EntryLabels {
  /// "asked to pause".
  package static func kind(_ kind: EventKind) -> String { spaced(kind.rawValue) }

  /// Nil for what simply happened.
  package static func modality(_ modality: Modality) -> String? {
    modality == .happened ? nil : modality.rawValue
  }

  package static func names(_ entry: ChronologyEntry, _ role: Party.Role) -> [String] {
    entry.parties.filter { $0.role == role }.map(\.name)
  }

  /// "A, B → C"; "→ C" where nobody says who did it; the mentioned stand in brackets; "" without parties.
  package static func parties(_ entry: ChronologyEntry) -> String {
    var words = ""
    append(entry, .agent, to: &words)
    if entry.parties.contains(where: { $0.role == .recipient }) {
      words += words.isEmpty ? "→ " : " → "
      append(entry, .recipient, to: &words)
    }
    if entry.parties.contains(where: { $0.role == .mentioned }) {
      words += words.isEmpty ? "(" : " ("
      append(entry, .mentioned, to: &words)
      words += ")"
    }
    return words
  }

  private static func append(_ entry: ChronologyEntry, _ role: Party.Role, to words: inout String) {
    var isFirst = true
    for party in entry.parties where party.role == role {
      if !isFirst { words += ", " }
      words += party.name
      isFirst = false
    }
  }

  /// "004_x.txt, p. 3".
  package static func citation(_ evidence: ChronologyEntry.Evidence) -> String {
    evidence.source + (evidence.page.map { ", p. \($0)" } ?? "")
  }

  /// "bytes 12–90": the first byte and the one behind the last, as every output counts.
  package static func place(_ bytes: Range<Int>) -> String { "bytes \(bytes.lowerBound)–\(bytes.upperBound)" }

  /// Name of a basis with what it means.
  package static func basis(_ basis: DateBasis) -> String {
    switch basis {
    case .explicit: "explicit: the words give all of it"
    case .inferred: "inferred: part of it comes from the context"
    case .relative: "relative: counted from another date"
    case .position: "position: from its neighbours in the list"
    case .header: "header: of the message"
    case .property: "property: of the file"
    }
  }

  package static func spaced(_ name: String) -> String {
    guard name.utf8.contains(UInt8(ascii: "-")) else { return name }
    return String(decoding: name.utf8.map { $0 == UInt8(ascii: "-") ? UInt8(ascii: " ") : $0 }, as: UTF8.self)
  }

  /// "1 entry", "1,204 entries".
  package static func count(_ number: Int, _ one: String, _ many: String) -> String {
    "\(grouped(number)) \(number == 1 ? one : many)"
  }

  /// With a comma between thousands.
  package static func grouped(_ number: Int) -> String {
    let digits = Array(String(number.magnitude).utf8)
    var text: [UInt8] = number < 0 ? [UInt8(ascii: "-")] : []
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index) % 3 == 0 { text.append(UInt8(ascii: ",")) }
      text.append(digit)
    }
    return String(decoding: text, as: UTF8.self)
  }
}

package import DaybookCore

/// The account of a run in plain words, for the terminal and for outputs that are read as text.
///
/// Shape: lines without line ends; what belongs to a line above it is indented by two spaces. Losses stand
/// one by one, findings are grouped by code and message, with the places below.
package struct LedgerText: Sendable {
  /// Findings of one code, severity and message, and where they are.
  package struct Group: Sendable {
    package let severity: Finding.Severity
    package let code: String
    package let message: String
    package var places: [String]
  }

  private let ledger: Ledger

  package init(_ ledger: Ledger) { self.ledger = ledger }

  /// Everything; with a limit, no more than so many losses and so many places of a finding, and how many more
  /// there are.
  package func lines(limit: Int = .max) -> [String] {
    var lines = totals
    if !ledger.losses.isEmpty {
      lines.append("Not read in full:")
      lines += capped(ledger.losses, limit) { ["  \(LedgerText.loss($0))"] }
    }
    let groups = groups
    if !groups.isEmpty { lines.append("Findings:") }
    for group in groups {
      lines.append(
        "  \(group.severity.rawValue) \(group.code) (\(EntryLabels.grouped(group.places.count))): \(group.message)"
      )
      lines += capped(group.places, limit) { $0.isEmpty ? [] : ["    \($0)"] }
    }
    return lines
  }

  /// The sums, one a line: sources, pages, entries.
  package var totals: [String] {
    var lines = [
      "Sources: \(number(ledger.found)) found = \(number(ledger.read)) read + \(number(ledger.inPart)) read in part"
        + " + \(number(ledger.failed)) failed + \(number(ledger.skipped)) skipped"
    ]
    if ledger.duplicates > 0 {
      lines.append(
        "  \(EntryLabels.count(ledger.duplicates, "source has", "sources have")) the same bytes as another")
    }
    if !ledger.isBalanced { lines.append("  These figures do not add up: please report it") }
    lines.append(
      "Pages: \(number(ledger.pages))"
        + (ledger.pagesWithoutText > 0 ? ", \(number(ledger.pagesWithoutText)) of them without text" : ""))
    lines.append(
      "Entries: \(number(ledger.entries))"
        + (ledger.entriesWithoutDate > 0
          ? ", \(number(ledger.entriesWithoutDate)) of them without a date" : ""))
    return lines
  }

  /// "failed letters.zip#a.pdf: needs a password".
  package static func loss(_ row: Ledger.Row) -> String {
    var line = "\(outcome(row.outcome)) \(row.path)"
    if !row.reason.isEmpty { line += ": \(row.reason)" }
    if row.pagesWithoutText > 0 {
      line += " (\(number(row.pagesWithoutText)) of \(pages(row.pages)) without text)"
    }
    return line
  }

  package static func outcome(_ outcome: Ledger.Outcome) -> String {
    switch outcome {
    case .read: "read"
    case .inPart: "read in part"
    case .failed: "failed"
    case .skipped: "skipped"
    }
  }

  /// Worst first, then by code and message; places in the order of the ledger.
  package var groups: [Group] {
    struct Key: Hashable {
      let code: String
      let severity: Finding.Severity
      let message: String
    }
    var at: [Key: Int] = [:]
    var groups: [Group] = []
    for finding in ledger.findings {
      let key = Key(code: finding.code, severity: finding.severity, message: finding.message)
      let place = LedgerText.place(finding)
      if let index = at[key] {
        groups[index].places.append(place)
      } else {
        at[key] = groups.count
        groups.append(
          Group(severity: finding.severity, code: finding.code, message: finding.message, places: [place]))
      }
    }
    return groups.sorted { left, right in
      if left.severity != right.severity { return left.severity > right.severity }
      return (left.code, left.message) < (right.code, right.message)
    }
  }

  /// "004_x.txt, p. 3, bytes 12–90"; "" where a finding is about the whole run.
  package static func place(_ finding: Finding) -> String {
    var place = finding.path
    if let page = finding.page { place += ", p. \(page)" }
    if let bytes = finding.bytes { place += ", " + EntryLabels.place(bytes) }
    return place
  }

  private func number(_ value: Int) -> String { EntryLabels.grouped(value) }
  private static func number(_ value: Int) -> String { EntryLabels.grouped(value) }
  private static func pages(_ value: Int) -> String { EntryLabels.count(value, "page", "pages") }

  private func capped<T>(_ values: [T], _ limit: Int, _ lines: (T) -> [String]) -> [String] {
    var all = values.prefix(limit).flatMap(lines)
    if values.count > limit { all.append("    … and \(number(values.count - limit)) more") }
    return all
  }
}

package import DaybookCore

/// Chronologies for tests of outputs, made up by us.
package enum SampleChronology {
  /// Entries numbered from 1, with a ledger, findings and a gap.
  package static func make(_ title: String, _ entries: [ChronologyEntry], scope: [String] = []) -> Chronology
  {
    var numbered = entries
    for index in numbered.indices { numbered[index].order = index + 1 }
    var ledger = Ledger()
    ledger.add(Ledger.Row(path: "papers/letters.pdf", outcome: .read, pages: 12, entries: 9))
    ledger.add(Ledger.Row(path: "papers/notes.txt", outcome: .read, entries: numbered.count))
    ledger.add(
      Ledger.Row(
        path: "papers/scan | 2.pdf", outcome: .inPart, reason: "3 pages have no text layer", pages: 10,
        pagesWithoutText: 3))
    ledger.add(
      Ledger.Row(path: "papers/locked.docx", outcome: .failed, reason: "needs a password; unpack it by hand"))
    ledger.add(
      Ledger.Row(path: "papers/movie.mp4", outcome: .skipped, reason: "not a kind of paper that is read"))
    ledger.duplicates = 1
    ledger.entries = numbered.count
    ledger.entriesWithoutDate = numbered.count { $0.when.timex == nil }
    ledger.findings = [
      Finding(
        "hidden-text", .warning, "text under an opaque box", path: "papers/letters.pdf", page: 3,
        bytes: 40..<52),
      Finding("encrypted", .loss, "needs a password; unpack it by hand", path: "papers/locked.docx"),
      Finding("hidden-text", .warning, "text under an opaque box", path: "papers/letters.pdf", page: 7),
    ]
    return Chronology(
      title: title, bundle: DocumentBundle.ID(text: "0123456789abcdef0123456789abcdef"),
      generator: "daybook 0.1.0",
      scope: scope, parties: [Party(kind: .body, name: "Department for Education", aliases: ["DfE"])],
      gaps: [Gap(after: SampleDates.day(2022, 3, 2), before: SampleDates.day(2022, 7, 20))], ledger: ledger,
      count: numbered.count, entries: numbered)
  }

  /// One entry with one piece of evidence; its id comes from its words.
  package static func entry(
    _ when: EventDate, _ kind: EventKind, _ summary: String, quote: String? = nil,
    parties: [Participation] = [],
    source: String = "papers/notes.txt", page: Int? = nil, start: Int = 0, modality: Modality = .happened
  ) -> ChronologyEntry {
    let quote = quote ?? summary
    return ChronologyEntry(
      id: Event.ID(of: [summary, quote, source, String(start), when.timex?.edtf ?? ""]), order: 0, when: when,
      kind: kind,
      modality: modality, summary: summary, parties: parties,
      evidence: [evidence(quote, source: source, page: page, start: start)], rule: "list-entry",
      isStated: true, context: nil)
  }

  package static func evidence(
    _ quote: String, source: String = "papers/notes.txt", page: Int? = nil, start: Int = 0
  ) -> ChronologyEntry.Evidence {
    ChronologyEntry.Evidence(
      source: source, sha256: SHA256Digest(of: Array(source.utf8)).hex(), page: page,
      bytes: start..<(start + quote.utf8.count), quote: quote)
  }

  package static func body(_ name: String, _ role: Party.Role) -> Participation {
    Participation(name: name, kind: .body, role: role)
  }
}

import DaybookCore

/// A message, native or printed, and a dated letter: one was sent to the other, when and about what.
///
/// The date is the header's or the letter's own; the quote is the header as far as it fits, else the line
/// that gives the date.
struct MessageEvents: EventRule {
  let name = "message-sent"
  // Papers come from headers, which text alone does not have: `MessageEventsTests` shows what it reads.
  let examples: [EventExample] = [.ignores("From February 2022 to March 2022 nothing was sent.")]

  func read(_ unit: EventUnit, in reading: Reading, into events: inout EventList) {
    guard case .paper(let index) = unit else { return }
    let paper = reading.papers[index]
    guard paper.isMessage || paper.kind == .letter || paper.kind == .coverLetter else { return }
    // A chain as a whole is not sent: each of its messages is a paper of its own.
    if paper.kind == .emailChain, paper.header?.from.isEmpty != false { return }
    guard let quote = quote(paper, reading) else { return }
    let when: EventDate
    if let written = paper.written {
      when = EventDate(
        timex: written.when, basis: written.basis, kind: paper.isMessage ? .sent : .dated,
        text: Excerpt.line(Array(written.text.utf8), 0..<written.text.utf8.count),
        why: [paper.isMessage ? "the message's own header" : "the date that the letter bears"])
    } else if paper.isMessage {
      when = EventDate.undated
    } else {
      return
    }
    var parties: [Participation] = []
    func add(_ list: [PartyReading], _ role: Party.Role) {
      for party in list where !parties.contains(where: { $0.name == party.name }) && parties.count < 40 {
        parties.append(Participation(name: party.name, kind: party.kind, role: role))
      }
    }
    add(paper.authors, .agent)
    add(paper.addressees, .recipient)
    add(paper.copied, .mentioned)
    var draft = EventDraft(
      kind: .sent, when: when, quote: quote, parties: parties, summary: summary(paper), rule: name,
      context: paper.context)
    draft.object = paper.header?.subject ?? paper.title
    draft.sendsPaper = true
    events.add(draft)
  }

  /// "ICO → DfE: subject".
  private func summary(_ paper: Paper) -> String {
    let from = paper.authors.first?.name ?? "[sender not given]"
    let to = paper.addressees.first?.name
    let more = paper.header.map { $0.to.count > 1 } ?? false
    let subject = paper.header?.subject ?? paper.title
    let line =
      from + (to.map { " → \($0)\(more ? " and others" : "")" } ?? "") + (subject.map { ": \($0)" } ?? "")
    return Summary.shortened(line)
  }

  /// The header where the text prints it; else the place of the date, else the first line of the paper.
  private func quote(_ paper: Paper, _ reading: Reading) -> Range<Int>? {
    let text = reading.document.text
    if let header = paper.header?.bytes?.clamped(to: 0..<text.count), !header.isEmpty {
      let bytes = Excerpt.trimmed(text, header)
      if bytes.count <= Quoting.longest { return bytes }
      return Excerpt.firstLines(text, bytes, within: Quoting.longest)
    }
    if let date = paper.written?.bytes?.clamped(to: 0..<text.count), !date.isEmpty {
      return Excerpt.trimmed(text, date)
    }
    let body = Excerpt.trimmed(text, paper.bytes)
    return body.isEmpty ? nil : Excerpt.firstLines(text, body, within: 200)
  }
}

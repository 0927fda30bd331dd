import DaybookCore

/// A row of a log, a version table or a sign-off table: one event with the row's date.
///
/// Columns are known by their headings. Shape: a date and a version → `version`; a date and an approval or a
/// name with a position → `signed-off`; a date with a sender, a recipient, a subject or a note → what the
/// note says, else `sent`; a date with anything else in words → a statement of the whole row.
struct LogRowEvents: EventRule {
  let name = "table-row"
  // Rows come from formats with cells, which text alone does not have: `LogRowEventsTests` shows what it
  // reads.
  let examples: [EventExample] = [.ignores("Date 3 May 2021 Version 2")]

  enum Column { case date, from, to, note, version, name, item, other }

  func read(_ unit: EventUnit, in reading: Reading, into events: inout EventList) {
    guard case .row(let cells) = unit, cells.count >= 2, let first = cells.first, let last = cells.last else {
      return
    }
    let text = reading.document.text
    let columns = cells.map { column($0.cell?.heading) }
    guard let dateAt = cells.indices.first(where: { columns[$0] == .date && !cells[$0].dates.isEmpty }),
      let date = cells[dateAt].dates.first
    else { return }
    let row = first.bytes.lowerBound..<last.bytes.upperBound
    let quote =
      row.count <= Quoting.longest
      ? row : Excerpt.firstLines(text, cells[dateAt].bytes, within: Quoting.longest)
    func words(_ column: Column) -> String? {
      guard let at = columns.firstIndex(of: column) else { return nil }
      let line = Excerpt.line(text, cells[at].bytes)
      return line.isEmpty ? nil : line
    }
    var draft = EventDraft(
      kind: .statement,
      when: EventDate(
        timex: timed(date.reading.when, cells, columns, text), basis: date.reading.basis,
        text: Excerpt.line(text, date.bytes),
        why: date.reading.why),
      quote: quote, summary: "", rule: name, context: reading.papers[first.paper].context)
    let from = words(.from)
    let to = words(.to)
    let note = words(.note)
    if let version = words(.version) {
      draft.kind = .version
      draft.summary = "version \(version)" + (note.map { ": \($0)" } ?? "")
    } else if let item = words(.item) ?? words(.name), isSignOff(cells, columns, text) {
      draft.kind = .signedOff
      draft.when.kind = .signed
      draft.summary = [item, words(.name) == item ? nil : words(.name)].compactMap { $0 }.joined(
        separator: ": ")
    } else if from != nil || to != nil || note != nil {
      draft.kind = noteKind(cells, columns, reading) ?? (from != nil || to != nil ? .sent : .statement)
      let parties = [from, to].compactMap { $0 }.joined(separator: " → ")
      draft.summary = [parties.isEmpty ? nil : parties, note].compactMap { $0 }.joined(separator: ": ")
    } else if let rest = others(cells, columns, text) {
      draft.summary = rest
    } else {
      return
    }
    draft.summary = Summary.shortened(draft.summary)
    draft.object = note
    add(from ?? words(.name), cells, columns, from == nil ? .name : .from, .agent, &draft)
    add(to, cells, columns, .to, .recipient, &draft)
    events.add(draft)
    for cell in cells { events.claim(block: cell.block) }
  }

  /// The day with the time that another cell of the row gives: columns "Date" and "Time".
  private func timed(_ day: Timex, _ cells: [Passage], _ columns: [Column], _ text: [UInt8]) -> Timex {
    guard day.grain == .day, let date = day.earliest?.date, day.latest?.date == date else { return day }
    for at in cells.indices where columns[at] == .date && cells[at].dates.isEmpty {
      let bytes = cells[at].bytes.clamped(to: 0..<text.count)
      let clock = text.withUnsafeBufferPointer { buffer -> ClockTime? in
        var cursor = TextCursor(buffer, at: bytes.lowerBound, limit: bytes.upperBound)
        let clock = ClockRule.clock(&cursor, start: bytes.lowerBound, inDate: true)
        return cursor.position >= bytes.upperBound ? clock : nil
      }
      if let clock { return Timex(date, at: clock.time, grain: clock.grain, utcOffset: clock.utcOffset) }
    }
    return day
  }

  /// The row as it stands, for columns that no heading of ours names: a log of jobs, "Date, Job, Status".
  private func others(_ cells: [Passage], _ columns: [Column], _ text: [UInt8]) -> String? {
    let lines = cells.indices.filter { columns[$0] != .date }.map { Excerpt.line(text, cells[$0].bytes) }
      .filter { !$0.isEmpty }
    guard lines.contains(where: { $0.utf8.contains { ByteClass.isLetter($0) } }) else { return nil }
    return lines.joined(separator: "; ")
  }

  private func add(
    _ words: String?, _ cells: [Passage], _ columns: [Column], _ column: Column, _ role: Party.Role,
    _ draft: inout EventDraft
  ) {
    guard let words, let at = columns.firstIndex(of: column) else { return }
    let named = cells[at].parties.first { $0.stands == .name && $0.kind != .role }
    let part = Participation(
      name: named?.name ?? words,
      kind: named?.kind ?? (cells[at].tokens.first?.isAcronym == true ? .body : .person), role: role)
    if !draft.parties.contains(where: { $0.name == part.name }) { draft.parties.append(part) }
  }

  private func isSignOff(_ cells: [Passage], _ columns: [Column], _ text: [UInt8]) -> Bool {
    guard let name = columns.firstIndex(of: .name), !cells[name].tokens.isEmpty else { return false }
    return true
  }

  private func noteKind(_ cells: [Passage], _ columns: [Column], _ reading: Reading) -> EventKind? {
    // A subject line is the title of a message, not what it does.
    let isMail = columns.contains(.from) && columns.contains(.to)
    let notes = cells.indices.filter { columns[$0] == .note }
    let told = notes.filter { index in
      !(isMail && Self.titles.contains(cells[index].cell?.heading?.lowercased() ?? ""))
    }
    guard let at = told.first ?? notes.first else { return nil }
    for sentence in cells[at].sentences {
      let statement = Statement(cells[at], sentence: sentence, dates: [])
      if let verb = statement.predicates.first { return verb.kind }
      if let noun = sentence.first(where: { cells[at].tokens[$0].info.noun >= 0 }) {
        return ActTable.nouns[Int(cells[at].tokens[noun].info.noun)].kind
      }
    }
    return nil
  }

  private func column(_ heading: String?) -> Column {
    guard let heading else { return .other }
    for word in heading.lowercased().split(whereSeparator: { !$0.isLetter }) {
      if let column = Self.columns[String(word)] { return column }
    }
    return .other
  }

  private static let titles: Set<String> = ["subject", "title"]

  /// Source: our own reading of logs, version tables and the sign-off table of the regulator's DPIA template.
  private static let columns: [String: Column] = [
    "date": .date, "when": .date, "day": .date, "sent": .date, "received": .date, "dated": .date,
    "time": .date,
    "from": .from, "sender": .from, "by": .from, "author": .from, "who": .from,
    "to": .to, "recipient": .to, "recipients": .to,
    "subject": .note, "note": .note, "notes": .note, "summary": .note, "description": .note, "event": .note,
    "action": .note, "change": .note,
    "changes": .note, "details": .note, "detail": .note, "what": .note, "title": .note, "comment": .note,
    "comments": .note, "entry": .note,
    "version": .version, "ver": .version, "issue": .version, "revision": .version,
    "name": .name, "position": .name, "signed": .name, "approved": .name, "approver": .name,
    "item": .item, "role": .item,
  ]
}

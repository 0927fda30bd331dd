package import DaybookCore

/// Writes the chronology as a lawyer would on the wall: a bullet for each act, who to whom, day by day.
///
/// Shape: "• 10 February 2022  ICO asks DfE to pause the collections [bundle.pdf, p. 4; 2 sources]". Bare dates
/// and statements are left out; a message stands for itself only where nothing that it says is an act. Bodies
/// go by their letters where the papers give them.
package struct SequenceEmitter: Emitter {
  package let name = "sequence"
  package let fileName = "sequence.txt"

  static let messageRule = "message-sent"

  package init() {}

  package func emit(_ chronology: Chronology, to sink: inout some ByteSink) throws {
    var buffer = OutputBuffer()
    let names = ShortNames(chronology.parties)
    buffer.write(PlainText.line(chronology.title) + "\n\n")
    // A message is held back until it is known whether its acts speak for it.
    var held: ChronologyEntry?
    var spoken: Set<Event.ID> = []
    try chronology.entries.forEach { entry in
      if entry.rule == SequenceEmitter.messageRule {
        if let message = held { write(message, names, &buffer) }
        held = spoken.contains(entry.id) ? nil : entry
      } else if isAct(entry) {
        if let message = held {
          if entry.assertion.message == message.id {
            held = nil
          } else if entry.when.timex?.earliest != message.when.timex?.earliest {
            write(message, names, &buffer)
            held = nil
          }
        }
        if let message = entry.assertion.message { spoken.insert(message) }
        write(entry, names, &buffer)
      }
      try buffer.spill(to: &sink)
    }
    if let message = held { write(message, names, &buffer) }
    try buffer.flush(to: &sink)
  }

  /// What is done or said to somebody, by somebody, on a day.
  private func isAct(_ entry: ChronologyEntry) -> Bool {
    guard entry.when.timex != nil, entry.modality != .denied, entry.modality != .alleged else { return false }
    switch entry.kind {
    case .statement, .changed, .version: return false
    case .signedOff, .meeting: return true
    default: return !EntryLabels.names(entry, .agent).isEmpty
    }
  }

  private func write(_ entry: ChronologyEntry, _ names: ShortNames, _ buffer: inout OutputBuffer) {
    let sources = Set(entry.evidence.map(\.source)).count
    let place = PlainText.line(entry.evidence.first.map { EntryLabels.citation($0) } ?? "")
    let more = sources > 1 ? "; \(sources) sources" : ""
    let modality = EntryLabels.modality(entry.modality).map { " (\($0))" } ?? ""
    let words = names.shortened(PlainText.line(line(entry)))
    buffer.write("• \(DateWords.words(entry.when))\(modality)  \(words) [\(place)\(more)]\n")
  }

  /// The summary; with who and what kind in front where it does not name who does it.
  private func line(_ entry: ChronologyEntry) -> String {
    guard let agent = EntryLabels.names(entry, .agent).first, entry.rule != SequenceEmitter.messageRule,
      entry.rule != "list-entry", !entry.summary.contains(agent)
    else { return entry.summary }
    let to = EntryLabels.names(entry, .recipient).first.map { " → \($0)" } ?? ""
    return "\(agent)\(to), \(EntryLabels.kind(entry.kind)): \(entry.summary)"
  }
}

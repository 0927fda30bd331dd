// How what the graph found travels into the store; the order of fields is the format.

extension Relation.Kind: WireName { package static let wireCases = allCases }
extension Promise.Outcome: WireName { package static let wireCases = allCases }
extension Conflict.Kind: WireName { package static let wireCases = allCases }
extension FollowUp.Kind: WireName { package static let wireCases = allCases }

extension WireWriter {
  /// A day that was counted from another, and may lie behind the last that a paper can name.
  fileprivate mutating func computed(_ date: CivilDate) { number(date.dayNumber) }
}

extension WireReader {
  fileprivate mutating func computed() throws(WireError) -> CivilDate {
    let start = offset
    let number = try number()
    guard (-10_000_000...10_000_000).contains(number) else { throw .malformed(offset: start) }
    return CivilDate(dayNumber: number)
  }
}

extension Relation: WireValue {
  package func write(to writer: inout WireWriter) {
    writer.name(kind)
    writer.text(from)
    writer.text(to)
    writer.list(evidence)
    writer.text(rule)
  }

  package init(from reader: inout WireReader) throws(WireError) {
    self.init(
      kind: try reader.name(), from: try reader.text(), to: try reader.text(), evidence: try reader.list(),
      rule: try reader.text())
  }
}

extension Promise: WireValue {
  package func write(to writer: inout WireWriter) {
    writer.text(entry.text)
    writer.list(by)
    writer.list(to)
    writer.optional(made)
    writer.optional(due)
    writer.text(text)
    writer.name(outcome)
    writer.optional(kept?.text)
    writer.optional(keptOn) { $0.computed($1) }
    writer.list(against.map(\.text))
    writer.list(why)
    writer.list(evidence)
  }

  package init(from reader: inout WireReader) throws(WireError) {
    self.init(
      entry: Event.ID(text: try reader.text()), by: try reader.texts(), to: try reader.texts(),
      made: try reader.optional(), due: try reader.optional(), text: try reader.text(),
      outcome: try reader.name(), kept: try reader.optionalText().map { Event.ID(text: $0) },
      keptOn: try reader.optional { reader throws(WireError) in try reader.computed() },
      against: try reader.texts().map { Event.ID(text: $0) },
      why: try reader.texts(), evidence: try reader.list())
  }
}

extension Clock: WireValue {
  package func write(to writer: inout WireWriter) {
    writer.text(name)
    writer.text(what)
    writer.text(source)
    writer.text(entry.text)
    writer.computed(starts)
    writer.computed(due)
    writer.list(why)
    writer.list(evidence)
  }

  package init(from reader: inout WireReader) throws(WireError) {
    self.init(
      name: try reader.text(), what: try reader.text(), source: try reader.text(),
      entry: Event.ID(text: try reader.text()), starts: try reader.computed(), due: try reader.computed(),
      why: try reader.texts(), evidence: try reader.list())
  }
}

extension Conflict.Side: WireValue {
  package func write(to writer: inout WireWriter) {
    writer.text(says)
    writer.list(by)
    writer.optional(on)
    writer.value(evidence)
    writer.optional(entry?.text)
    writer.optional(anchor)
  }

  package init(from reader: inout WireReader) throws(WireError) {
    self.init(
      says: try reader.text(), by: try reader.texts(), on: try reader.optional(),
      evidence: try reader.value(), entry: try reader.optionalText().map { Event.ID(text: $0) },
      anchor: try reader.optional())
  }
}

extension Conflict: WireValue {
  package func write(to writer: inout WireWriter) {
    writer.name(kind)
    writer.flag(isNote)
    writer.text(statement)
    writer.list(sides)
    writer.number(weight)
    writer.text(rule)
  }

  package init(from reader: inout WireReader) throws(WireError) {
    self.init(
      kind: try reader.name(), isNote: try reader.flag(), statement: try reader.text(),
      sides: try reader.list(), weight: try reader.number(), rule: try reader.text())
  }
}

extension Interval: WireValue {
  package func write(to writer: inout WireWriter) {
    writer.text(what)
    writer.text(from.text)
    writer.text(to.text)
    writer.computed(start)
    writer.computed(end)
  }

  package init(from reader: inout WireReader) throws(WireError) {
    self.init(
      what: try reader.text(), from: Event.ID(text: try reader.text()), to: Event.ID(text: try reader.text()),
      start: try reader.computed(), end: try reader.computed())
  }
}

extension FollowUp: WireValue {
  package func write(to writer: inout WireWriter) {
    writer.name(kind)
    writer.text(text)
    writer.optional(from) { $0.computed($1) }
    writer.optional(to) { $0.computed($1) }
    writer.optional(evidence)
  }

  package init(from reader: inout WireReader) throws(WireError) {
    self.init(
      kind: try reader.name(), text: try reader.text(),
      from: try reader.optional { reader throws(WireError) in try reader.computed() },
      to: try reader.optional { reader throws(WireError) in try reader.computed() },
      evidence: try reader.optional())
  }
}

// How claims travel; the order of fields is the format.

extension Claim: WireValue {
  package func write(to writer: inout WireWriter) {
    writer.name(kind)
    writer.text(subject)
    writer.text(value)
    writer.flag(isAffirmed)
    writer.list(parties)
    writer.optional(when)
    writer.value(assertion)
    writer.value(evidence)
    writer.text(rule)
  }

  package init(from reader: inout WireReader) throws(WireError) {
    self.init(
      kind: try reader.name(), subject: try reader.text(), value: try reader.text(),
      isAffirmed: try reader.flag(), parties: try reader.list(), when: try reader.optional(),
      assertion: try reader.value(), evidence: try reader.value(), rule: try reader.text())
  }
}

// How the history inside an office file travels; the order of fields is the format.

extension TrackedChange: WireValue {
  package func write(to writer: inout WireWriter) {
    writer.name(kind)
    writer.optional(author)
    writer.optional(date)
    writer.text(text)
    writer.optional(bytes) { $0.range($1) }
  }

  package init(from reader: inout WireReader) throws(WireError) {
    self.init(
      kind: try reader.name(), author: try reader.optionalText(), date: try reader.optionalText(),
      text: try reader.text(),
      bytes: try reader.optional { reader throws(WireError) in try reader.range() })
  }
}

extension VersionComment: WireValue {
  package func write(to writer: inout WireWriter) {
    writer.optional(author)
    writer.optional(date)
    writer.text(text)
    writer.optional(anchor)
    writer.optional(bytes) { $0.range($1) }
  }

  package init(from reader: inout WireReader) throws(WireError) {
    self.init(
      author: try reader.optionalText(), date: try reader.optionalText(), text: try reader.text(),
      anchor: try reader.optionalText(),
      bytes: try reader.optional { reader throws(WireError) in try reader.range() })
  }
}

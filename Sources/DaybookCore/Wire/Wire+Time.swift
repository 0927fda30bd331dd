// How values of time travel; the order of fields is the format.

extension CivilDate: WireValue {
  package func write(to writer: inout WireWriter) { writer.number(dayNumber) }

  package init(from reader: inout WireReader) throws(WireError) {
    let start = reader.offset
    let number = try reader.number()
    // 0001-01-01 to 9999-12-31
    guard (-719_162...2_932_896).contains(number) else { throw .malformed(offset: start) }
    self.init(dayNumber: number)
  }
}

extension CivilMoment: WireValue {
  package func write(to writer: inout WireWriter) {
    writer.value(date)
    writer.optional(time) { $0.number(($1.hour * 60 + $1.minute) * 60 + $1.second) }
  }

  package init(from reader: inout WireReader) throws(WireError) {
    let date = try CivilDate(from: &reader)
    let start = reader.offset
    guard let seconds = try reader.optionalNumber() else {
      self.init(date)
      return
    }
    guard seconds >= 0,
      let time = CivilTime(hour: seconds / 3600, minute: seconds / 60 % 60, second: seconds % 60)
    else { throw .malformed(offset: start) }
    self.init(date, time)
  }
}

extension Timex: WireValue {
  package func write(to writer: inout WireWriter) {
    writer.optional(earliest)
    writer.optional(latest)
    writer.name(grain)
    writer.optional(modifier) { $0.name($1) }
    writer.optional(utcOffset)
    writer.optional(yearless) {
      $0.number($1.month)
      $0.optional($1.day)
      $0.optional($1.lastMonth)
      $0.optional($1.lastDay)
    }
  }

  package init(from reader: inout WireReader) throws(WireError) {
    self.init(
      earliest: try reader.optional(), latest: try reader.optional(), grain: try reader.name(),
      modifier: try reader.optional { reader throws(WireError) in try reader.name() },
      utcOffset: try reader.optionalNumber(),
      yearless: try reader.optional { reader throws(WireError) in
        Yearless(
          month: try reader.number(), day: try reader.optionalNumber(),
          lastMonth: try reader.optionalNumber(),
          lastDay: try reader.optionalNumber())
      })
  }
}

extension EventDate: WireValue {
  package func write(to writer: inout WireWriter) {
    writer.optional(timex)
    writer.optional(basis) { $0.name($1) }
    writer.name(kind)
    writer.text(text)
    writer.list(why)
  }

  package init(from reader: inout WireReader) throws(WireError) {
    self.init(
      timex: try reader.optional(),
      basis: try reader.optional { reader throws(WireError) in try reader.name() },
      kind: try reader.name(), text: try reader.text(), why: try reader.texts())
  }
}

extension DocumentDate: WireValue {
  package func write(to writer: inout WireWriter) {
    writer.name(kind)
    writer.value(when)
    writer.name(basis)
    writer.text(text)
    writer.optional(bytes) { $0.range($1) }
  }

  package init(from reader: inout WireReader) throws(WireError) {
    self.init(
      kind: try reader.name(), when: try reader.value(), basis: try reader.name(), text: try reader.text(),
      bytes: try reader.optional { reader throws(WireError) in try reader.range() })
  }
}

extension LocalClock: WireValue {
  package func write(to writer: inout WireWriter) {
    writer.text(name)
    writer.list(starts) { $0.number($1) }
    writer.list(offsets) { $0.number($1) }
  }

  package init(from reader: inout WireReader) throws(WireError) {
    name = try reader.text()
    let start = reader.offset
    starts = try reader.list { reader throws(WireError) in try reader.number() }
    offsets = try reader.list { reader throws(WireError) in try reader.number() }
    guard starts.count == offsets.count, offsets.allSatisfy({ $0.magnitude < 1440 }) else {
      throw .malformed(offset: start)
    }
  }
}

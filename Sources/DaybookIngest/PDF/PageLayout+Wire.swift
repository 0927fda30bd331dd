package import DaybookCore

// How pages travel from the worker; the order of fields is the format.

extension PageBox: WireValue {
  package func write(to writer: inout WireWriter) {
    writer.number(left)
    writer.number(top)
    writer.number(width)
    writer.number(height)
  }

  package init(from reader: inout WireReader) throws(WireError) {
    let (left, top) = (try reader.coordinate(), try reader.coordinate())
    self.init(
      left: left, top: top, right: left + (try reader.coordinate()), bottom: top + (try reader.coordinate()))
  }
}

extension WireReader {
  /// A number small enough that sums of two cannot overflow.
  fileprivate mutating func coordinate() throws(WireError) -> Int {
    let start = offset
    let value = try number()
    guard value.magnitude < 1 << 40 else { throw .malformed(offset: start) }
    return value
  }
}

extension PageLayout.Line: WireValue {
  package func write(to writer: inout WireWriter) {
    writer.range(bytes)
    writer.value(box)
    writer.number(size)
    writer.unsigned((isBold ? 1 : 0) | (isVertical ? 2 : 0))
    writer.number(index)
  }

  package init(from reader: inout WireReader) throws(WireError) {
    let (bytes, box, size) = (try reader.range(), try PageBox(from: &reader), try reader.coordinate())
    let flags = try reader.unsigned()
    self.init(
      bytes: bytes, box: box, size: size, isBold: flags & 1 != 0, isVertical: flags & 2 != 0,
      index: try reader.coordinate())
  }
}

extension PageLayout.Hidden: WireValue {
  package func write(to writer: inout WireWriter) {
    writer.raw(text)
    writer.value(box)
  }

  package init(from reader: inout WireReader) throws(WireError) {
    self.init(text: try reader.raw(), box: try reader.value())
  }
}

extension PageLayout.Note: WireValue {
  package func write(to writer: inout WireWriter) {
    writer.text(text)
    writer.optional(author)
    writer.optional(date)
  }

  package init(from reader: inout WireReader) throws(WireError) {
    self.init(text: try reader.text(), author: try reader.optionalText(), date: try reader.optional())
  }
}

extension PageLayout.Word: WireValue {
  package func write(to writer: inout WireWriter) {
    writer.range(bytes)
    writer.value(box)
    writer.number(confidence)
  }

  package init(from reader: inout WireReader) throws(WireError) {
    self.init(bytes: try reader.range(), box: try reader.value(), confidence: try reader.coordinate())
  }
}

extension PageGrid: WireValue {
  package func write(to writer: inout WireWriter) {
    writer.list(columns) { $0.number($1) }
    writer.list(rows) { $0.number($1) }
  }

  package init(from reader: inout WireReader) throws(WireError) {
    let start = reader.offset
    columns = try reader.list { reader throws(WireError) in try reader.coordinate() }
    rows = try reader.list { reader throws(WireError) in try reader.coordinate() }
    guard columns.count >= 2, rows.count >= 2 else { throw .malformed(offset: start) }
  }
}

extension PageLayout: WireValue {
  package func write(to writer: inout WireWriter) {
    writer.number(number)
    writer.optional(label)
    writer.number(width)
    writer.number(height)
    writer.raw(text)
    writer.list(lines)
    writer.list(hidden)
    writer.list(notes)
    writer.flag(isOCR)
    writer.flag(hasPicture)
    writer.list(findings)
    writer.list(grids)
    writer.flag(wantsOCR)
    writer.optional(ocr)
    writer.list(words)
  }

  package init(from reader: inout WireReader) throws(WireError) {
    let start = reader.offset
    self.init(
      number: try reader.coordinate(), label: try reader.optionalText(), width: try reader.coordinate(),
      height: try reader.coordinate(), text: try reader.raw(), lines: try reader.list(),
      hidden: try reader.list(),
      notes: try reader.list(), isOCR: try reader.flag(), hasPicture: try reader.flag(),
      findings: try reader.list())
    grids = try reader.list()
    wantsOCR = try reader.flag()
    ocr = try reader.optional()
    words = try reader.list()
    for word in words where word.bytes.upperBound > text.count { throw .malformed(offset: start) }
    var end = 0
    for line in lines {
      guard line.bytes.lowerBound >= end, line.bytes.upperBound <= text.count else {
        throw .malformed(offset: start)
      }
      end = line.bytes.upperBound
    }
  }
}

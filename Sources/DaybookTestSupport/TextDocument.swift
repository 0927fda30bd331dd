package import DaybookCore

/// Documents made from plain text for tests of what reads documents.
///
/// Blocks: a line that starts with "- " or "• " is a list entry, a line that starts with "# " a heading, one
/// with cells between "|" a row of cells under the headings of the first row; lines of more than 100 bytes
/// stand alone; other lines up to an empty one are a paragraph. The text itself is kept as it is.
package enum TextDocument {
  package static func make(
    _ text: String, path: String = "text.txt", kind: DocumentKind = .other, header: MessageHeader? = nil,
    dates: [DocumentDate] = []
  ) -> Document {
    let bytes = Array(text.utf8)
    return Document(
      source: source(bytes, path: path), kind: kind, title: header?.subject, text: bytes,
      blocks: blocks(bytes, from: 0),
      header: header, dates: dates,
      provenance: Provenance(stage: "convert", tool: "test", version: 1, input: ""))
  }

  /// A message as a mail file gives it: the header printed at the top as one block, then the body.
  package static func message(
    from: MessageHeader.Mailbox, to: [MessageHeader.Mailbox], sent: CivilMoment, subject: String,
    body: String,
    path: String = "message.eml"
  ) -> Document {
    let timex = sent.time.map { Timex(sent.date, at: $0) } ?? Timex(day: sent.date)
    let head =
      "From: \(name(from))\nSent: \(sent)\nTo: \(to.map(name).joined(separator: "; "))\nSubject: \(subject)\n"
    let text = Array((head + "\n" + body).utf8)
    let headBytes = 0..<(head.utf8.count - 1)
    let header = MessageHeader(
      from: [from], to: to, subject: subject, sent: timex, sentText: sent.description, bytes: headBytes)
    return Document(
      source: source(text, path: path), kind: .message, title: subject, text: text,
      blocks: [Block(.messageHeader, headBytes)] + blocks(text, from: head.utf8.count + 1), header: header,
      provenance: Provenance(stage: "convert", tool: "test", version: 1, input: ""))
  }

  private static func name(_ mailbox: MessageHeader.Mailbox) -> String {
    (mailbox.name ?? "") + (mailbox.address.map { " <\($0)>" } ?? "")
  }

  private static func source(_ bytes: [UInt8], path: String) -> Source {
    var hasher = SHA256Hasher()
    hasher.update(bytes)
    return Source(id: Source.ID(text: hasher.finish().hex(bytes: 32)), path: path, byteCount: bytes.count)
  }

  private static func blocks(_ text: [UInt8], from start: Int) -> [Block] {
    var blocks: [Block] = []
    var open: Range<Int>?
    var table: (number: Int, row: Int, headings: [String]) = (0, 0, [])
    func close() {
      if let open { blocks.append(Block(.paragraph, open)) }
      open = nil
    }
    var at = start
    while at < text.count {
      let end = text[at...].firstIndex(of: 0x0A) ?? text.count
      let lineStart = text[at..<end].firstIndex { $0 != 0x20 && $0 != 0x09 } ?? end
      let line = Array(text[lineStart..<end])
      if line.first != UInt8(ascii: "|") { table.row = 0 }
      if line.isEmpty {
        close()
      } else if line.starts(with: Array("- ".utf8)) || line.starts(with: Array("• ".utf8)) {
        close()
        let marker = line[0] == UInt8(ascii: "-") ? 2 : 4
        blocks.append(Block(.listItem, (lineStart + marker)..<end, level: 1))
      } else if line.starts(with: Array("# ".utf8)) {
        close()
        blocks.append(Block(.heading, (lineStart + 2)..<end, level: 1))
      } else if line[0] == UInt8(ascii: "|") {
        close()
        row(text, lineStart..<end, &table, &blocks)
      } else if line.count > 100 {
        close()
        blocks.append(Block(.paragraph, lineStart..<end))
      } else {
        open = (open?.lowerBound ?? lineStart)..<end
      }
      at = end + 1
    }
    close()
    return blocks
  }

  /// "| Date | Note |": cells with what stands in the first row as their heading.
  private static func row(
    _ text: [UInt8], _ line: Range<Int>, _ table: inout (number: Int, row: Int, headings: [String]),
    _ blocks: inout [Block]
  ) {
    if table.row == 0 { table = (table.number + 1, 0, []) }
    table.row += 1
    var column = 0
    for cell in text[line].split(separator: UInt8(ascii: "|")) {
      guard let first = cell.firstIndex(where: { $0 != 0x20 }),
        let last = cell.lastIndex(where: { $0 != 0x20 })
      else { continue }
      column += 1
      let words = String(decoding: text[first...last], as: UTF8.self)
      if table.row == 1 { table.headings.append(words) }
      blocks.append(
        Block(
          .cell, first..<last + 1,
          cell: Block.Cell(
            table: table.number, row: table.row, column: column,
            heading: table.row > 1 && column <= table.headings.count ? table.headings[column - 1] : nil)))
    }
  }
}

import DaybookCore

/// A block of header lines as mail programs print them above a message.
///
/// Shape: fields in any order, values wrapped over lines, indented, behind quote marks, cut by a page break.
/// It counts as a header where it has a sender and a date, a subject or recipients; a sender and recipients
/// alone need an address or a redaction among them, since "From:" and "To:" also head journeys and periods.
struct PrintedHeader {
  /// From the first label to the end of the last value.
  private(set) var bytes: Range<Int>
  /// Line behind the last line of the block.
  private(set) var endLine: Int
  private let page: PageText
  private let quotes: Int
  private var values: [(field: PrintedField, label: PrintedLabel, lines: [Range<Int>])] = []

  /// Longest list of recipients that is believed, in lines.
  private static let mostLines = 400

  /// Reads the block whose first label stands on a line; nil where none does.
  init?(_ page: PageText, at first: Int) {
    self.page = page
    quotes = page.lines[first].text.quotes
    endLine = first
    bytes = page.lines[first].text.content
    let opening = PrintedHeader.sender(page, first)
    guard let label = PrintedLabel(page.text, page.lines[first].text.content) ?? opening,
      label.field != .other,
      !label.needsCapitals, !label.isBroken || opening != nil || PrintedHeader.isAboveLabel(page, first)
    else { return nil }
    let width = PrintedHeader.width(page, around: first)
    var index = first
    var last = first
    while index < page.lines.count, index - first < PrintedHeader.mostLines {
      let line = page.lines[index]
      if line.isSilent {
        // A page break, or a gap that is followed by more labels: some programs set each field apart.
        guard let next = page.nextWords(from: index, limit: index + 24),
          next - index <= 8 || page.lines[index..<next].contains(where: \.isFurniture),
          goesOn(at: next, from: index)
        else { break }
        index = next
        continue
      }
      guard line.text.quotes == quotes else { break }
      if let label = PrintedLabel(page.text, line.text.content)
        ?? (index == first ? opening : colonless(line)),
        belongs(label)
      {
        values.append((label.field, label, [label.value]))
      } else if !values.isEmpty,
        continues(line, after: page.lines[last], width: width) || isBeforeLabel(index)
      {
        values[values.count - 1].lines.append(line.text.content)
      } else {
        break
      }
      last = index
      index += 1
    }
    endLine = last + 1
    bytes = bytes.lowerBound..<max(bytes.upperBound, page.lines[last].text.content.upperBound)
    guard isHeader else { return nil }
  }

  /// Where the header blocks of a text stand.
  static func ranges(in text: [UInt8], _ range: Range<Int>) -> [Range<Int>] {
    // Most messages quote none: no line says who it is from.
    guard mayHold(text, range) else { return [] }
    let page = PageText(text, range)
    var ranges: [Range<Int>] = []
    var index = 0
    while index < page.lines.count {
      if !page.lines[index].isSilent, let block = PrintedHeader(page, at: index) {
        ranges.append(block.bytes)
        index = block.endLine
      } else {
        index += 1
      }
    }
    return ranges
  }

  private static func mayHold(_ text: [UInt8], _ range: Range<Int>) -> Bool {
    var position = range.lowerBound
    while let colon = text[position..<range.upperBound].firstIndex(of: UInt8(ascii: ":")) {
      var start = colon
      while start > position, text[start - 1] != 0x0A, colon - start < 40 { start -= 1 }
      let line = QuotedLine(text, at: start, limit: min(colon + 1, range.upperBound))
      if let label = PrintedLabel(text, line.content), label.field == .from { return true }
      position = colon + 1
    }
    return false
  }

  /// Begins with a capital, a quote or an address, and is no sentence.
  private static func isName(_ words: ArraySlice<UInt8>) -> Bool {
    guard let first = words.first, words.last != UInt8(ascii: "."), words.last != UInt8(ascii: "?") else {
      return false
    }
    return (0x41...0x5A).contains(first) || first == UInt8(ascii: "'") || first == UInt8(ascii: "\"")
      || words.prefix(40).contains(UInt8(ascii: "@"))
  }

  /// "From Jane Doe" right above "Sent: …" or "Date: …": OCR lost the colon.
  private static func sender(_ page: PageText, _ line: Int) -> PrintedLabel? {
    guard line + 1 < page.lines.count,
      let label = PrintedLabel(withoutColon: page.text, page.lines[line].text.content), label.field == .from,
      label.value.count <= 120, let next = page.nextWords(from: line + 1, limit: line + 3),
      page.lines[next].text.quotes == page.lines[line].text.quotes,
      let below = PrintedLabel(page.text, page.lines[next].text.content), below.field == .sent,
      !below.isBroken
    else { return nil }
    return label
  }

  /// Whether a label that is printed well stands on one of the next lines.
  private static func isAboveLabel(_ page: PageText, _ line: Int) -> Bool {
    var (index, seen) = (line + 1, 0)
    while index < page.lines.count, seen < 3 {
      if !page.lines[index].isSilent {
        seen += 1
        let label = PrintedLabel(page.text, page.lines[index].text.content)
        if let label, !label.isBroken, label.field != .other { return true }
      }
      index += 1
    }
    return false
  }

  // MARK: - Which lines belong

  /// "Sent Friday, 8 January 2010 10:14", "Subject Meeting": OCR lost the colon. Only below a sender, for a field
  /// that is still missing, and a date must look like one.
  private func colonless(_ line: PageText.Line) -> PrintedLabel? {
    guard has(.from), let label = PrintedLabel(withoutColon: page.text, line.text.content), !has(label.field)
    else { return nil }
    switch label.field {
    case .sent: return page.text[label.value].contains { (0x30...0x39).contains($0) } ? label : nil
    case .subject: return has(.sent) || has(.to) ? label : nil
    case .to, .cc: return has(.sent) && PrintedHeader.isName(page.text[label.value]) ? label : nil
    default: return nil
    }
  }

  private func has(_ field: PrintedField) -> Bool { values.contains { $0.field == field } }

  /// A field that is there already begins another header, or stands in the text; capitals must go with
  /// capitals.
  private func belongs(_ label: PrintedLabel) -> Bool {
    if label.field != .other, has(label.field) { return false }
    // "a: 1 Example Street" in a signature, and below it "From:".
    if label.field == .from, let first = values.first, first.label.language != label.language { return false }
    if label.needsCapitals, !(label.isCapitals && values.allSatisfy { $0.label.isCapitals }) { return false }
    return true
  }

  /// Whether the block goes on behind blank lines or a page break: only with a label of its own, or behind a
  /// page break with the rest of a list.
  private func goesOn(at next: Int, from gap: Int) -> Bool {
    let line = page.lines[next]
    guard line.text.quotes == quotes, !values.isEmpty else { return false }
    if let label = PrintedLabel(page.text, line.text.content) { return belongs(label) }
    let isBreak = (gap..<next).contains { page.lines[$0].isFurniture } || line.isPageTop
    guard isBreak, let open = values.last, let tail = open.lines.last else { return false }
    return isOpenList(open.field, tail) || isAddress(line, of: open.field)
      || isCutEntry(open.field, tail, line)
      || isBeforeLabel(next)
  }

  private func isOpenList(_ field: PrintedField, _ tail: Range<Int>) -> Bool {
    guard field == .to || field == .cc || field == .attachments, let end = tail.last.map({ page.text[$0] })
    else { return false }
    return end == UInt8(ascii: ";") || end == UInt8(ascii: ",") || isUnclosed(tail)
  }

  private static let mailboxFields: Set<PrintedField> = [.from, .to, .cc]

  /// "[mailto:…]" or "<…>": an address never begins a sentence.
  private func isAddress(_ line: PageText.Line, of field: PrintedField) -> Bool {
    guard PrintedHeader.mailboxFields.contains(field) else { return false }
    let words = page.text[line.text.content]
    guard let first = words.first, first == UInt8(ascii: "<") || first == UInt8(ascii: "[") else {
      return false
    }
    return words.prefix(8).elementsEqual("[mailto:".utf8) || words.contains(UInt8(ascii: "@"))
      || Withheld.remainder(of: words) == nil
  }

  /// A list whose last entry has no address while those before it have: "A <a@b>; Legal", and on the next
  /// line "Adviser X <c@d>".
  private func isCutEntry(_ field: PrintedField, _ tail: Range<Int>, _ line: PageText.Line) -> Bool {
    guard field == .to || field == .cc else { return false }
    let words = page.text[tail]
    guard let cut = words.lastIndex(of: UInt8(ascii: ";")) else { return false }
    func isMarked(_ words: ArraySlice<UInt8>) -> Bool {
      words.contains { $0 == UInt8(ascii: "@") || $0 == UInt8(ascii: ">") || $0 == UInt8(ascii: "]") }
    }
    let next = page.text[line.text.content]
    if isMarked(words[..<cut]) { return !isMarked(words[(cut + 1)...]) && isMarked(next) }
    return next.contains(UInt8(ascii: ";"))
  }

  /// Whether one of the next lines is another label of this block: what stands between two labels is the
  /// value of the first.
  private func isBeforeLabel(_ index: Int) -> Bool {
    guard let open = values.last, open.field != .other else { return false }
    for next in (index + 1)..<max(index + 1, min(page.lines.count, index + 4)) {
      let line = page.lines[next]
      guard !line.isSilent, line.text.quotes == quotes else { return false }
      guard let label = PrintedLabel(page.text, line.text.content), belongs(label) else { continue }
      // Behind a subject mostly the message itself stands.
      return open.field != .subject || next == index + 1 && label.field != .other && !label.value.isEmpty
    }
    return false
  }

  /// "RE: Access (27", and below it "January 2022)".
  private func closesBracket(_ line: PageText.Line, of tail: Range<Int>) -> Bool {
    let words = page.text[tail]
    guard let open = words.lastIndex(of: UInt8(ascii: "(")), !words[open...].contains(UInt8(ascii: ")"))
    else {
      return false
    }
    let below = page.text[line.text.content].prefix(40)
    guard let close = below.firstIndex(of: UInt8(ascii: ")")) else { return false }
    return !below[..<close].contains(UInt8(ascii: "("))
  }

  private func isUnclosed(_ tail: Range<Int>) -> Bool {
    var depth = 0
    for index in tail {
      switch page.text[index] {
      case UInt8(ascii: "<"), UInt8(ascii: "["): depth += 1
      case UInt8(ascii: ">"), UInt8(ascii: "]"): depth -= 1
      default: break
      }
    }
    return depth > 0
  }

  /// Whether a line without a label is the rest of the value above it: an open list, a hanging indent, or a
  /// line that was full.
  private func continues(_ line: PageText.Line, after above: PageText.Line, width: Int) -> Bool {
    guard let open = values.last, let tail = open.lines.last else { return false }
    if tail.isEmpty { return open.lines.count == 1 && line.columns <= 200 }
    if isOpenList(open.field, tail) || isUnclosed(tail) { return true }
    if open.field == .subject, closesBracket(line, of: tail) { return true }
    if isAddress(line, of: open.field) || isCutEntry(open.field, tail, line) { return true }
    if line.text.indent > above.text.indent + 2,
      open.lines.count == 1 || line.text.indent == above.text.indent
    {
      return true
    }
    if line.text.indent == above.text.indent, open.lines.count > 1, line.text.indent > 2 { return true }
    var word = 0
    for index in line.text.content where page.text[index] & 0xC0 != 0x80 {
      if page.text[index] == 0x20 { break }
      word += 1
    }
    // Proportional type: a full line may have a fifth fewer letters than the widest.
    return (above.columns + above.text.indent + 1 + word) * 5 > width * 4
  }

  /// The widest line nearby: what lines were wrapped to.
  private static func width(_ page: PageText, around line: Int) -> Int {
    let range = max(0, line - 40)..<min(page.lines.count, line + 80)
    // Paragraphs of a PDF stand on one line of its text: they say nothing of its width.
    return min(120, max(50, range.reduce(0) { max($0, page.lines[$1].columns + page.lines[$1].text.indent) }))
  }

  // MARK: - What it says

  private var isHeader: Bool {
    guard let from = values.first(where: { $0.field == .from }), words(from.lines).count <= 300 else {
      return false
    }
    let isDated = values.contains {
      ($0.field == .sent || $0.field == .received) && words($0.lines).contains { (0x30...0x39).contains($0) }
    }
    // A sender under a black box leaves an empty line; then the rest must be there.
    if words(from.lines).isEmpty { return isDated && (has(.subject) || has(.to)) }
    if isDated { return true }
    if has(.subject) { return true }
    guard has(.to) else { return false }
    return values.contains { value in
      guard value.field == .from || value.field == .to else { return false }
      let words = words(value.lines)
      return words.contains(UInt8(ascii: "@")) || Withheld.remainder(of: words) != words
    }
  }

  private func words(_ lines: [Range<Int>]) -> [UInt8] {
    var words: [UInt8] = []
    for line in lines where !line.isEmpty {
      if !words.isEmpty { words.append(0x20) }
      words += page.isStamped ? ReleaseStamp.withoutCode(page.text[line]) : page.text[line]
    }
    return MailLine.cleaned(words)
  }

  /// The fields read; the date is left as its words.
  func header() -> MessageHeader {
    var header = MessageHeader()
    header.bytes = bytes
    for value in values {
      let words = words(value.lines)
      if let name = PrintedHeader.names[value.field], let first = value.lines.first(where: { !$0.isEmpty }),
        let last = value.lines.last(where: { !$0.isEmpty })
      {
        let bytes = first.lowerBound..<max(first.lowerBound, last.upperBound)
        header.places.append(
          .init(name: name, bytes: bytes, words: String(decoding: page.text[bytes], as: UTF8.self)))
      }
      if words.isEmpty {
        // Somebody sent it and somebody got it: withheld, not absent.
        if value.field == .from { header.from = [MessageHeader.Mailbox()] }
        if value.field == .to { header.to = [MessageHeader.Mailbox()] }
        continue
      }
      switch value.field {
      case .from: header.from = AddressList.mailboxes(in: words)
      case .to: header.to = AddressList.mailboxes(in: words)
      case .cc: header.cc = AddressList.mailboxes(in: words)
      case .subject: header.subject = String(decoding: words, as: UTF8.self)
      case .attachments: header.attachments = names(words)
      case .sent:
        header.sentText = String(decoding: words, as: UTF8.self)
        let ranges = value.lines.filter { !$0.isEmpty }
        if let start = ranges.first, let end = ranges.last {
          header.sentBytes = start.lowerBound..<end.upperBound
        }
      case .received, .other: break
      }
    }
    if header.sentText == nil, let received = values.first(where: { $0.field == .received }) {
      let words = words(received.lines)
      if words.contains(where: { (0x30...0x39).contains($0) }) {
        header.sentText = String(decoding: words, as: UTF8.self)
        let ranges = received.lines.filter { !$0.isEmpty }
        if let start = ranges.first, let end = ranges.last {
          header.sentBytes = start.lowerBound..<end.upperBound
        }
      }
    }
    return header
  }

  private static let names: [PrintedField: String] = [
    .from: "from", .sent: "sent", .to: "to", .cc: "cc", .subject: "subject", .attachments: "attachments",
  ]

  /// Names of files, parted by semicolons, or by commas where each part has an ending.
  private func names(_ words: [UInt8]) -> [String] {
    var parts = words.split(separator: UInt8(ascii: ";"))
    if parts.count == 1 {
      let commas = words.split(separator: UInt8(ascii: ","))
      if commas.allSatisfy({ $0.suffix(6).contains(UInt8(ascii: ".")) }) { parts = commas }
    }
    return parts.map { String(decoding: MailLine.cleaned($0), as: UTF8.self) }.filter { !$0.isEmpty }
  }
}

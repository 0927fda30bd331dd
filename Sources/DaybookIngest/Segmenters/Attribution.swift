import DaybookCore

/// An attribution line above a quotation: "On 9 Feb 2022, at 09:41, Head of Data <h@r.example> wrote:".
///
/// Shape: over one to four lines of the same quote depth. It counts where it opens and closes as one of
/// `AttributionTable` and has a date between, or where it closes so and the line below is quoted deeper
/// ("Anne wrote:"). The date is what ends with the clock, or with the year where there is no clock; the name
/// is the rest.
struct Attribution {
  private(set) var header = MessageHeader()
  private(set) var endLine: Int

  private static let mostLines = 4

  init?(_ page: PageText, at first: Int) {
    let line = page.lines[first]
    guard !line.isSilent, Attribution.mayOpen(page, first) else { return nil }
    // "--- On Wed, 4/4/12, A wrote:"
    let skipped = page.text[line.text.content].prefix { $0 == UInt8(ascii: "-") || $0 == 0x20 }.count
    let content = (line.text.content.lowerBound + skipped)..<line.text.content.upperBound
    guard !content.isEmpty else { return nil }
    let opening = Attribution.opening(page.text, content)
    endLine = first
    var end: Int?
    for index in first..<min(page.lines.count, first + Attribution.mostLines) {
      let line = page.lines[index]
      guard !line.isSilent, line.text.quotes == page.lines[first].text.quotes else { break }
      if page.text[line.text.content].last == UInt8(ascii: ":") {
        end = index
        break
      }
    }
    guard let end else { return nil }
    endLine = end + 1
    let range = content.lowerBound..<page.lines[end].text.content.upperBound
    guard range.count <= 400 else { return nil }
    if let opening {
      for row in AttributionTable.rows where row.opening.utf8.elementsEqual(opening) {
        if read(row, page, range) { return }
      }
    }
    let isQuotedBelow = page.nextWords(from: endLine, limit: endLine + 4).map {
      page.lines[$0].text.quotes > line.text.quotes
    }
    // A name takes no more than a line, so that the end of the words above is not taken for one.
    if end == first, let found = NameFirst.header(page.text, range, isQuotedBelow: isQuotedBelow ?? false) {
      header = found
      return
    }
    return nil
  }

  /// One look at the line and the three below it: is there a colon at an end at all?
  private static func mayOpen(_ page: PageText, _ first: Int) -> Bool {
    for index in first..<min(page.lines.count, first + mostLines) {
      let content = page.lines[index].text.content
      if content.isEmpty { return false }
      if page.text[content.upperBound - 1] == UInt8(ascii: ":") { return true }
    }
    return false
  }

  private mutating func read(_ row: AttributionTable.Row, _ page: PageText, _ range: Range<Int>) -> Bool {
    let text = page.text
    var end = range.upperBound - 1
    while end > range.lowerBound, text[end - 1] <= 0x20 { end -= 1 }
    let closing = Array(row.closing.utf8)
    if !closing.isEmpty {
      guard end - closing.count > range.lowerBound,
        Attribution.equals(text, (end - closing.count)..<end, closing)
      else { return false }
      end -= closing.count
    }
    let start = range.lowerBound + row.opening.utf8.count
    guard start < end else { return false }
    let middle = Array(row.middle.utf8)
    var dateEnd: Int
    var nameStart: Int
    if middle.isEmpty {
      guard let found = Attribution.dateEnd(text, start..<end) else { return false }
      (dateEnd, nameStart) = (found, found)
    } else {
      guard let found = Attribution.find(middle, in: text, start..<end) else { return false }
      (dateEnd, nameStart) = (found, found + middle.count)
    }
    nameStart = min(nameStart, end)
    while nameStart < end, Attribution.isGap(text[nameStart]) { nameStart += 1 }
    while dateEnd > start, Attribution.isGap(text[dateEnd - 1]) { dateEnd -= 1 }
    var dateStart = start
    while dateStart < dateEnd, Attribution.isGap(text[dateStart]) { dateStart += 1 }
    guard dateStart < dateEnd, text[dateStart..<dateEnd].contains(where: Attribution.isDigit)
    else { return false }
    let name = MailLine.cleaned(Attribution.withoutMarks(text, nameStart..<end))
    guard name.count <= 200 else { return false }
    // The name may be under a black box.
    header.from = name.isEmpty ? [MessageHeader.Mailbox()] : Array(AddressList.mailboxes(in: name).prefix(1))
    header.sentText = String(
      decoding: MailLine.cleaned(Attribution.withoutMarks(text, dateStart..<dateEnd)), as: UTF8.self)
    header.sentBytes = dateStart..<dateEnd
    header.bytes = range
    return true
  }

  // MARK: - Words

  private static func opening(_ text: [UInt8], _ content: Range<Int>) -> [UInt8]? {
    let word = text[content].prefix(6).prefix { $0 != 0x20 }
    guard (2...4).contains(word.count), word.count < content.count else { return nil }
    let lower = Fold.lower(word)
    return openings.contains(lower) ? lower : nil
  }

  private static let openings = Set(AttributionTable.rows.map { Array($0.opening.utf8) })

  /// Behind the clock with its seconds, its half of the day and its zone; else behind the year.
  static func dateEnd(_ text: [UInt8], _ range: Range<Int>) -> Int? {
    var index = range.lowerBound
    var year: Int?
    while index < range.upperBound {
      guard isDigit(text[index]), index == 0 || !isDigit(text[index - 1]) else {
        // An address or the start of one: no date goes on behind it.
        if text[index] == UInt8(ascii: "<") || text[index] == UInt8(ascii: "@") { break }
        index += 1
        continue
      }
      var next = index
      while next < range.upperBound, isDigit(text[next]) { next += 1 }
      if next - index == 4, year == nil { year = next }
      if next - index <= 2, next + 2 < range.upperBound,
        text[next] == UInt8(ascii: ":") || text[next] == UInt8(ascii: "."),
        isDigit(text[next + 1]), isDigit(text[next + 2]),
        next + 3 == range.upperBound || !isDigit(text[next + 3]),
        text[next] == UInt8(ascii: ":") || year != nil
      {
        let end = afterClock(text, next + 3, range.upperBound)
        // "At 14:30 02/09/2022": the day stands behind the clock.
        return year == nil ? yearEnd(text, end..<min(range.upperBound, end + 18)) ?? end : end
      }
      index = next
    }
    return year
  }

  /// The end of a year that stands in a date without another word.
  private static func yearEnd(_ text: [UInt8], _ range: Range<Int>) -> Int? {
    var digits = 0
    for index in range {
      if isDigit(text[index]) {
        digits += 1
        if digits == 4, index + 1 == text.count || !isDigit(text[index + 1]) { return index + 1 }
      } else {
        guard
          text[index] == UInt8(ascii: "/") || text[index] == UInt8(ascii: "-") || text[index] == 0x20
            || text[index] == UInt8(ascii: ".")
            || (text[index] | 0x20) >= 0x61 && (text[index] | 0x20) <= 0x7A
        else { return nil }
        digits = 0
      }
    }
    return nil
  }

  private static func afterClock(_ text: [UInt8], _ start: Int, _ limit: Int) -> Int {
    var index = start
    if index + 2 < limit, text[index] == UInt8(ascii: ":"), isDigit(text[index + 1]), isDigit(text[index + 2])
    {
      index += 3
    }
    while index < limit {
      var word = index
      while word < limit,
        text[word] == 0x20 || text[word] == 0x0A || text[word] == 0xC2 || text[word] == 0xA0
          || text[word] == 0xE2
          || text[word] == 0x80 || text[word] == 0xAF
      {
        word += 1
      }
      var end = word
      while end < limit, text[end] > 0x20, text[end] != UInt8(ascii: ",") { end += 1 }
      guard end > word, isClockWord(Array(text[word..<end])) else { return index }
      index = end
    }
    return index
  }

  /// "AM", "p.m.", "+0100", "GMT", "(BST)", "Uhr".
  private static func isClockWord(_ word: [UInt8]) -> Bool {
    let lower = Fold.lower(
      word.filter { $0 != UInt8(ascii: ".") && $0 != UInt8(ascii: "(") && $0 != UInt8(ascii: ")") })
    if let sign = lower.first, sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-") {
      return lower.count > 1 && lower.dropFirst().allSatisfy { isDigit($0) || $0 == UInt8(ascii: ":") }
    }
    return clockWords.contains(lower)
  }

  private static let clockWords: Set<[UInt8]> = Set(
    ["am", "pm", "gmt", "bst", "utc", "cet", "cest", "est", "edt", "uhr", "h", "z"].map { Array($0.utf8) })

  private static func withoutMarks(_ text: [UInt8], _ range: Range<Int>) -> [UInt8] {
    var words: [UInt8] = []
    var isLineStart = false
    for byte in text[range] {
      if isLineStart, byte == UInt8(ascii: ">") || byte == 0x20 { continue }
      isLineStart = byte == 0x0A
      words.append(byte)
    }
    return words
  }

  private static func find(_ word: [UInt8], in text: [UInt8], _ range: Range<Int>) -> Int? {
    guard range.count > word.count else { return nil }
    for start in range.lowerBound...(range.upperBound - word.count)
    where equals(text, start..<(start + word.count), word) {
      return start
    }
    return nil
  }

  private static func equals(_ text: [UInt8], _ range: Range<Int>, _ word: [UInt8]) -> Bool {
    // A closing of two words may be parted by a line break.
    Fold.lower(text[range]).map { $0 == 0x0A ? 0x20 : $0 } == word
  }

  private static func isGap(_ byte: UInt8) -> Bool {
    byte <= 0x20 || byte == UInt8(ascii: ",") || byte == UInt8(ascii: ">")
  }
  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
}

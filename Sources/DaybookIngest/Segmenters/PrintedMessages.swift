import DaybookCore

/// A message that a text prints: its header block or attribution line, and the lines around it.
struct PrintedMessage {
  /// The line with which its print begins: owner's name, separator, or the header itself.
  var first: Int
  /// First line of the header, and the line behind its last.
  var line: Int
  var endLine: Int
  var header: MessageHeader
  var isYearless = false
  /// Quote marks in front of its own words.
  var quotes: Int
  /// Quote marks in front of its header.
  var lineQuotes: Int
  var isAttribution = false
  var hasSeparator = false
  /// Line of the mailbox owner's name above a memo.
  var owner: Int?
}

/// Header blocks and attribution lines of a text, in order.
struct PrintedMessages {
  private let page: PageText
  private let dates: HeaderDates
  /// Where blocks begin that are headings by their type.
  private let headings: Set<Int>
  /// A native message is no print-out: what stands above a header in it are words.
  private let isNative: Bool
  private(set) var found: [PrintedMessage] = []

  init(_ page: PageText, document: Document, dates: HeaderDates) {
    self.page = page
    self.dates = dates
    isNative = document.kind == .message
    headings = Set(document.blocks.lazy.filter { $0.kind == .heading }.map(\.bytes.lowerBound))
    let start = document.kind == .message ? document.header?.bytes?.upperBound ?? 0 : 0
    find(from: page.lines.firstIndex { $0.text.start >= start } ?? page.lines.count)
    readDates()
  }

  /// In order of place: a date without a year is near that of the message before it.
  private mutating func readDates() {
    let order = HeaderDateOrder(found.compactMap { $0.header.sentText.map { Array($0.utf8) } })
    var near: CivilDate?
    for index in found.indices {
      if found[index].header.sent == nil, let words = found[index].header.sentText {
        let line = order.dayFirst(Array(words.utf8))
        var read = dates.read(line, nil)
        if read?.yearless != nil {
          found[index].isYearless = true
          read = near.flatMap { dates.read(line, $0) }
        }
        found[index].header.sent = read
      }
      if let date = found[index].header.sent?.earliest?.date { near = date }
    }
  }

  private mutating func find(from start: Int) {
    var index = start
    var separator: Int?
    while index < page.lines.count {
      let line = page.lines[index]
      if line.isSilent {
        index += 1
        continue
      }
      if Separator.mayPart(page.text[line.text.content]) {
        separator = separator ?? index
        index += 1
        continue
      }
      if let block = PrintedHeader(page, at: index) {
        var message = PrintedMessage(
          first: separator ?? index, line: index, endLine: block.endLine, header: block.header(),
          quotes: line.text.quotes, lineQuotes: line.text.quotes, hasSeparator: separator != nil)
        if separator == nil, !isNative, let owner = ownerLine(above: index, header: message.header) {
          message.owner = owner
          message.first = owner
        }
        // "On Wed, 4/4/12, A wrote:" right above a header is of one message.
        if separator == nil, message.owner == nil, let last = found.last, last.isAttribution,
          last.lineQuotes <= message.lineQuotes,
          page.lines[last.endLine..<index].allSatisfy({ $0.isSilent || $0.text.isBlank })
        {
          message.first = last.first
          message.hasSeparator = true
          found.removeLast()
        }
        found.append(message)
        index = block.endLine
      } else if let attribution = Attribution(page, at: index) {
        let below = page.nextWords(from: attribution.endLine).map { page.lines[$0].text.quotes } ?? 0
        let quotes = below > line.text.quotes ? line.text.quotes + 1 : line.text.quotes
        found.append(
          PrintedMessage(
            first: separator ?? index, line: index, endLine: attribution.endLine, header: attribution.header,
            quotes: quotes, lineQuotes: line.text.quotes, isAttribution: true, hasSeparator: separator != nil)
        )
        index = attribution.endLine
      } else {
        index += 1
      }
      separator = nil
    }
  }

  /// The name of the mailbox's owner, which Outlook prints above the header: in large type anywhere, in plain
  /// text at the top of a page where it is not the end of the message before.
  private func ownerLine(above line: Int, header: MessageHeader) -> Int? {
    var index = line - 1
    while index >= 0, page.lines[index].isSilent, !page.pageStarts.contains(index + 1) { index -= 1 }
    guard index >= 0, !page.lines[index].isSilent, page.lines[index].columns <= 60,
      page.lines[index].text.quotes == 0, page.page(ofLine: index) == page.page(ofLine: line)
    else { return nil }
    let words = page.text[page.lines[index].text.content]
    guard let last = words.last, last != UInt8(ascii: "."), last != UInt8(ascii: ","),
      last != UInt8(ascii: ":"), last != UInt8(ascii: ";")
    else { return nil }
    let isMark = Withheld.remainder(of: words) == nil
    let name = MessageHeader.Mailbox(name: String(decoding: words, as: UTF8.self))
    let isRecipient =
      MailboxMatch.find(name, in: header.to + header.cc) == .same
      || header.to.first.map { $0.name == nil } ?? false
    if headings.contains(page.lines[index].text.content.lowerBound) {
      return isRecipient || isMark || page.lines[index].isPageTop ? index : nil
    }
    guard page.lines[index].isPageTop, headings.isEmpty || found.isEmpty else { return nil }
    // Without type to go by: the name of somebody who got it and did not sign above, or all that stands above
    // the first header.
    guard let before = found.last else { return index }
    if before.header.from.contains(where: { MailboxMatch(name, $0) == .same }) { return nil }
    return isRecipient || isMark ? index : nil
  }
}

/// Lines that part a message from the one that it answers or forwards.
enum Separator {
  /// A rule, or a few words between two rules: it parts messages where a header stands right below it.
  static func mayPart(_ line: ArraySlice<UInt8>) -> Bool {
    guard (3...90).contains(line.count), let first = line.first, let last = line.last, isRule(first),
      first != 0x20
    else { return matches(line) }
    let rule = line.prefix { isRule($0) }.count
    if rule == line.count { return true }
    return rule >= 2 && isRule(last) && line.count <= 70 || matches(line)
  }

  /// "-----Original Message-----", "Begin forwarded message:", a row of underscores.
  static func matches(_ line: ArraySlice<UInt8>) -> Bool {
    guard (10...90).contains(line.count) else { return false }
    if line.count >= 20, line.allSatisfy({ $0 == UInt8(ascii: "_") }) { return true }
    var words = line
    while let first = words.first, isRule(first) { words = words.dropFirst() }
    while let last = words.last, isRule(last) || last == UInt8(ascii: ":") { words = words.dropLast() }
    return words.count >= 10 && words.count <= 50 && AttributionTable.separators.contains(Fold.lower(words))
  }

  private static func isRule(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_") || byte == UInt8(ascii: "=")
      || byte == UInt8(ascii: "*") || byte == 0x20
  }
}

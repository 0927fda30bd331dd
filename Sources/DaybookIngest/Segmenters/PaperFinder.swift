import DaybookCore

/// Finds where the papers of a bundle begin, with the evidence for each.
///
/// Papers begin at the top of a page: index, separator sheet, letter, note and assessment by what stands
/// there, a print-out of mail by a header that the message before cannot have for its history, others by
/// "Page 1 of 3" or behind a separator sheet. What shows nothing stays part of what came before.
struct PaperFinder {
  /// A paper, and the line on which it begins.
  struct Paper {
    var line: Int
    var segment: Segment
  }

  private let page: PageText
  private let document: Document
  private let messages: [PrintedMessage]
  private let dates: HeaderDates
  private(set) var papers: [Paper] = []
  /// Next message that has not been met.
  private var next = 0
  /// Messages of the paper under way.
  private var chain: Range<Int> = 0..<0
  /// Date and subject of those messages.
  private var held: Set<String> = []
  /// Whether nothing but separator sheets has come so far.
  private var isFirst = true
  private var rows = PageRows()
  private var index = IndexLookup()
  /// Where blocks begin that are headings by their type.
  private let headings: Set<Int>
  private let hasPages: Bool
  private let signs: PageSigns

  init(_ page: PageText, document: Document, messages: [PrintedMessage], dates: HeaderDates) {
    self.page = page
    self.document = document
    self.messages = messages
    self.dates = dates
    headings = Set(
      document.blocks.lazy.filter { $0.kind == .heading && $0.level <= 2 }.map(\.bytes.lowerBound))
    hasPages = !document.pages.isEmpty
    signs = PageSigns(page, document: document)
    guard document.kind != .message, page.pageStarts.count > 1 || !document.pages.isEmpty else { return }
    rows = PageRows(page)
    var previousTop: [UInt8] = []
    for number in page.pageStarts.indices {
      let top = PageTop(page, page: number)
      guard let first = top.lines.first else { continue }
      // A title that stands on page after page is a running header that nobody marked as one.
      let isRunning = top.words(0) == previousTop
      previousTop = top.words(0)
      read(top, number: number, first: first, isRunning: isRunning)
    }
    settle()
  }

  private mutating func read(_ top: PageTop, number: Int, first: Int, isRunning: Bool) {
    while next < messages.count, messages[next].first < first { takeMessage() }
    let isAtTop =
      next < messages.count
      && top.lines.prefix(2).contains { $0 == messages[next].first || $0 == messages[next].line }
    let isBehindSheet = papers.last.map { $0.segment.kind == .separator && $0.line < first } ?? false
    if isAtTop {
      if let evidence = beginning(messages[next], page: number, isBehindSheet: isBehindSheet) {
        begin(
          .emailChain,
          at: isOwnerWithheld(above: messages[next], first: first) ? first : messages[next].first,
          title: messages[next].header.subject, evidence)
      }
    } else if let sheet = top.sheet(isFirst: isFirst), !isRunning || sheet.evidence.kind == .letterhead {
      begin(sheet.kind, at: first, title: sheet.title, [sheet.evidence])
    } else if isBehindSheet {
      begin(.other, at: first, title: title(of: top), [BoundaryEvidence(.separatorSheet)])
    } else if let evidence = signs.beginning(onPage: number) {
      begin(.other, at: first, title: title(of: top), [evidence])
    }
    let end = number + 1 < page.pageStarts.count ? page.pageStarts[number + 1] : page.lines.count
    readMiddle(first: first, end: end)
    while next < messages.count, messages[next].first < end { takeMessage() }
  }

  /// Papers that begin in the middle of a page, under a heading of their own.
  private mutating func readMiddle(first: Int, end: Int) {
    guard hasPages else { return }
    for line in (first + 1)..<max(first + 1, end)
    where headings.contains(page.lines[line].text.content.lowerBound) {
      while next < messages.count, messages[next].first < line { takeMessage() }
      if next < messages.count, messages[next].first == line { continue }
      guard let kind = papers.last?.segment.kind, kind != .dpia, kind != .other,
        let sheet = PageTop(page, lines: line..<end).sheet(isFirst: false),
        sheet.kind != kind || kind == .letter && isClosed(before: line)
      else { continue }
      // The words of a chain or a letter are no headings: what is set in large type begins another paper.
      begin(sheet.kind, at: line, title: sheet.title, [sheet.evidence])
    }
  }

  private func title(of top: PageTop) -> String? {
    guard let first = top.lines.first, page.lines[first].columns <= 100 else { return nil }
    return top.title(0)
  }

  /// A message that stands inside a paper, or begins one in the middle of a page.
  private mutating func takeMessage() {
    let message = messages[next]
    if !message.hasSeparator, !message.isAttribution, message.quotes == 0, let paper = papers.last,
      message.first > paper.line, hasPages,
      message.owner != nil && paper.segment.kind == .emailChain && !chain.isEmpty
        || chain.isEmpty && endsBefore(message, paper)
    {
      begin(
        .emailChain, at: message.first, title: message.header.subject,
        [BoundaryEvidence(.headerBlock, line(message.owner ?? message.line))])
    } else if !message.hasSeparator, !message.isAttribution, message.quotes == 0, let last = chain.last,
      papers.last?.segment.kind == .emailChain,
      case .breaks(let reason) = ChainLink(newer: named(messages[last].header), older: message.header),
      isSurelyApart(named(messages[last].header), message.header)
    {
      begin(
        .emailChain, at: message.first, title: message.header.subject,
        [BoundaryEvidence(.otherChain, reason)])
    }
    chain = chain.isEmpty ? next..<(next + 1) : chain.lowerBound..<(next + 1)
    if let key = PaperFinder.key(message.header) { held.insert(key) }
    if chain.count == 1 { index.take(message.header) }
    next += 1
  }

  /// Whether a message below a paper on the same page is no part of it: an index, a note and an assessment
  /// hold none, and a letter ends with its closing words.
  private func endsBefore(_ message: PrintedMessage, _ paper: Paper) -> Bool {
    guard message.header.sentText != nil, message.header.subject != nil || !message.header.to.isEmpty else {
      return false
    }
    switch paper.segment.kind {
    case .index, .note, .dpia: return true
    case .letter, .coverLetter:
      return isClosed(before: message.first)
    default: return false
    }
  }

  /// Whether the closing words of a letter stand in the last lines before a line.
  private func isClosed(before line: Int) -> Bool {
    var seen = 0
    var index = line - 1
    while index >= 0, seen < 8 {
      if !page.lines[index].isSilent {
        seen += 1
        let words = Fold.lower(page.text[page.lines[index].text.content].prefix(6))
        if words.elementsEqual("yours ".utf8) { return true }
      }
      index -= 1
    }
    return false
  }

  /// In the middle of a page a header without a separator is mostly that of an older message: only one that
  /// is newer, and about something else or newer than a chain that goes back in time from its top, is not.
  private func isSurelyApart(_ above: MessageHeader, _ below: MessageHeader) -> Bool {
    guard let a = above.sent?.earliest, let b = below.sent?.earliest, b > a,
      let subject = above.subject, let other = below.subject
    else { return false }
    if SubjectLine.base(of: subject.utf8) != SubjectLine.base(of: other.utf8) { return true }
    let times = messages[chain].compactMap { $0.header.sent?.earliest }
    return times.count > 1 && times.count == chain.count && b > times[0] && below.sent?.grain != .day
      && zip(times, times.dropFirst()).allSatisfy { $0 > $1 }
  }

  /// A header with the subject of the chain: an attribution line names none.
  private func named(_ header: MessageHeader) -> MessageHeader {
    guard header.subject == nil,
      let subject = messages[chain].last(where: { $0.header.subject != nil })?.header.subject
    else { return header }
    var header = header
    header.subject = subject
    return header
  }

  private func line(_ index: Int) -> String {
    String(decoding: MailLine.cleaned(page.text[page.lines[index].text.content].prefix(120)), as: UTF8.self)
  }

  // MARK: - Messages at the top of a page

  /// Why a message at the top of a page begins a paper; nil where it may be the history of the one before.
  private func beginning(_ message: PrintedMessage, page number: Int, isBehindSheet: Bool)
    -> [BoundaryEvidence]?
  {
    let header = BoundaryEvidence(.headerBlock, line(message.line))
    if isBehindSheet { return [BoundaryEvidence(.separatorSheet), header] }
    if message.isAttribution || message.hasSeparator || message.quotes > 0 { return nil }
    guard papers.last?.segment.kind == .emailChain || papers.isEmpty && !chain.isEmpty, let last = chain.last
    else { return [header] }
    if let outline = signs.outlined(onPage: number) { return [outline, header] }
    if let owner = message.owner { return [BoundaryEvidence(.headerBlock, line(owner)), header] }
    // No chain holds a message twice.
    if let key = PaperFinder.key(message.header), held.contains(key) {
      return [BoundaryEvidence(.otherChain, "the chain before holds this message already"), header]
    }
    let fill = rows.fill(before: number)
    switch ChainLink(newer: named(messages[last].header), older: message.header) {
    case .breaks(let reason): return [BoundaryEvidence(.otherChain, reason), header]
    case .continues:
      // Listed as a paper of its own, at the very top of a page: it is rather that than the rest of a chain.
      if index.holds(message.header), !messages[chain].contains(where: \.hasSeparator) || fill < 0.9 {
        return [BoundaryEvidence(.index), header]
      }
      return fill < 0.6 ? [BoundaryEvidence(.shortPage), header] : nil
    case .unknown:
      if index.holds(message.header) { return [BoundaryEvidence(.index), header] }
      return fill < 0.8 ? [BoundaryEvidence(.shortPage), header] : nil
    }
  }

  /// Whether a mark of redaction stands alone between the top of the page and the header that begins a paper:
  /// the name of the mailbox's owner, withheld, and no part of the paper before.
  private func isOwnerWithheld(above message: PrintedMessage, first: Int) -> Bool {
    message.first > first && Withheld.remainder(of: page.text[page.lines[first].text.content]) == nil
  }

  private static func key(_ header: MessageHeader) -> String? {
    header.sentText.map { $0 + "\u{1}" + (header.subject ?? "") }
  }

  // MARK: - Papers

  private mutating func begin(
    _ kind: DocumentKind, at line: Int, title: String?, _ evidence: [BoundaryEvidence]
  ) {
    closeIndex(at: line)
    var segment = Segment(
      kind: kind, bytes: page.lines[line].text.start..<page.text.count, title: title, rule: "paper")
    segment.evidence = evidence
    papers.append(Paper(line: line, segment: segment))
    chain = next..<next
    held.removeAll(keepingCapacity: true)
    if kind != .separator { isFirst = false }
  }

  /// Reads the lines of an index when the next paper begins: they tell which papers follow.
  private mutating func closeIndex(at line: Int) {
    guard let last = papers.indices.last, papers[last].segment.kind == .index else { return }
    let entries = BundleIndex(page, lines: papers[last].line..<line, dates: dates).entries
    papers[last].segment.entries = entries
    index.add(entries)
  }

  /// A paper reaches to the page before the next one: the blank pages between them are its own.
  private func pages(_ bytes: Range<Int>, next line: Int?) -> ClosedRange<Int>? {
    guard let own = PageText.pages(bytes, of: document), let last = document.pages.last?.number else {
      return nil
    }
    guard let line else { return own.lowerBound...max(own.lowerBound, last) }
    let start = page.lines[line].text.start
    guard page.lines[line].isPageTop, let next = PageText.pages(start..<(start + 1), of: document) else {
      return own
    }
    return own.lowerBound...max(own.lowerBound, next.lowerBound - 1)
  }

  private mutating func settle() {
    closeIndex(at: page.lines.count)
    var message = 0
    for index in papers.indices {
      let end = index + 1 < papers.count ? papers[index + 1].line : page.lines.count
      let bytes =
        papers[index].segment.bytes
        .lowerBound..<(end < page.lines.count
        ? page.lines[end].text.start : page.text.count)
      papers[index].segment.bytes = bytes
      papers[index].segment.body = bytes
      papers[index].segment.pages = pages(bytes, next: index + 1 < papers.count ? end : nil)
      while message < messages.count, messages[message].first < papers[index].line { message += 1 }
      PaperDetails(page, lines: papers[index].line..<end, dates: dates).write(
        into: &papers[index].segment, firstMessage: message < messages.count ? messages[message] : nil)
    }
  }
}

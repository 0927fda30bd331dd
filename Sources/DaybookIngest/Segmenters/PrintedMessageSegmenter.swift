import DaybookCore

/// Finds messages that are printed in a text: header blocks and attribution lines, in papers of any kind and
/// in the quoted history of mail.
///
/// Shape: each message's `bytes` hold all that it quotes; `body` is its own words down to the first message
/// that it quotes. So the innermost segment at a place is the message whose words stand there. `depth` counts
/// the messages around it, and in the document of a native message that message as well. Dates are left to
/// the reader of dates: `header.sentText` and `sentBytes` say where they stand.
struct PrintedMessageSegmenter: Segmenter {
  let name = "printed-message"

  func segments(in page: PageText, document: Document, after found: [Segment]) -> [Segment] {
    var run = Run(page: page, rule: name, isMessage: document.kind == .message)
    run.papers = found.map(\.bytes.lowerBound)[...]
    run.start = document.kind == .message ? document.header?.bytes?.upperBound ?? 0 : 0
    return run.segments(of: document)
  }

  /// A message whose end is not yet known.
  private struct Open {
    var segment: Segment
    /// Lines with fewer quote marks are not its words.
    var quotes: Int
    var subject: [UInt8]
  }

  private struct Run {
    let page: PageText
    let rule: String
    let isMessage: Bool
    var papers: ArraySlice<Int> = []
    var start = 0
    var open: [Open] = []
    var done: [Segment] = []
    /// Lines on the fullest of the first pages: what a page that runs on looks like.
    var fullest = 0

    init(page: PageText, rule: String, isMessage: Bool) {
      self.page = page
      self.rule = rule
      self.isMessage = isMessage
      fullest = page.pageStarts.indices.prefix(64).reduce(0) { max($0, fill(ofPage: $1)) }
    }

    mutating func segments(of document: Document) -> [Segment] {
      var index = page.lines.firstIndex { $0.text.start >= start } ?? page.lines.count
      var separator: Int?
      while index < page.lines.count {
        let line = page.lines[index]
        if let paper = papers.first, line.text.next > paper {
          papers = papers.dropFirst()
          close(downTo: 0, at: line.text.start)
          separator = nil
        }
        if line.isSilent {
          index += 1
          continue
        }
        leaveQuotation(at: index)
        if Separator.matches(page.text[line.text.content]) {
          separator = separator ?? index
          index += 1
          continue
        }
        if let block = PrintedHeader(page, at: index) {
          begin(
            block.header(), quotes: line.text.quotes, at: index, separator: separator, endLine: block.endLine)
          index = block.endLine
        } else if let attribution = Attribution(page, at: index) {
          let below = page.nextWords(from: attribution.endLine).map { page.lines[$0].text.quotes } ?? 0
          let quotes = below > line.text.quotes ? line.text.quotes + 1 : line.text.quotes
          begin(
            attribution.header, quotes: quotes, at: index, separator: separator, endLine: attribution.endLine)
          index = attribution.endLine
        } else {
          index += 1
        }
        separator = nil
      }
      close(downTo: 0, at: page.text.count)
      return done.map { segment in
        var segment = segment
        segment.pages = PageText.pages(segment.bytes, of: document)
        return segment
      }
    }

    // MARK: - Nesting

    /// Ends the quotations that a line with fewer marks stands behind.
    private mutating func leaveQuotation(at index: Int) {
      let quotes = page.lines[index].text.quotes
      guard let innermost = open.last, innermost.quotes > quotes else { return }
      // Wrapped by a program that forgot the marks: one or two lines, and the quotation goes on right below.
      if index > 0, page.lines[index - 1].text.quotes >= innermost.quotes {
        for next in (index + 1)..<max(index + 1, min(page.lines.count, index + 3)) {
          if page.lines[next].text.isBlank { break }
          if page.lines[next].text.quotes >= innermost.quotes { return }
        }
      }
      let kept = open.prefix { $0.quotes <= quotes }.count
      close(downTo: kept, at: page.lines[index].text.start)
    }

    private mutating func begin(
      _ header: MessageHeader, quotes: Int, at line: Int, separator: Int?, endLine: Int
    ) {
      let subject = header.subject.map { SubjectLine.base(of: $0.utf8) } ?? []
      var first = separator ?? line
      if separator == nil, let name = ownerLine(above: line) {
        first = name
        close(downTo: 0, at: page.lines[first].text.start)
      } else if separator == nil, quotes == 0, isNewPrint(at: line, header: header, subject: subject) {
        close(downTo: 0, at: page.lines[first].text.start)
      }
      let start = page.lines[first].text.start
      if let last = open.indices.last, open[last].segment.body.upperBound == page.text.count {
        open[last].segment.body =
          open[last].segment.body.lowerBound..<max(open[last].segment.body.lowerBound, start)
      }
      let bodyStart = endLine < page.lines.count ? page.lines[endLine].text.start : page.text.count
      var segment = Segment(
        kind: .message, bytes: start..<page.text.count, body: bodyStart..<page.text.count,
        title: header.subject,
        depth: open.count + (isMessage ? 1 : 0), rule: rule)
      segment.header = header
      open.append(
        Open(segment: segment, quotes: quotes, subject: subject.isEmpty ? open.last?.subject ?? [] : subject))
    }

    private mutating func close(downTo count: Int, at end: Int) {
      while open.count > count, var last = open.popLast()?.segment {
        last.bytes = last.bytes.lowerBound..<max(last.bytes.lowerBound, end)
        let body = min(last.body.lowerBound, last.bytes.upperBound)
        last.body = body..<max(body, min(last.body.upperBound, last.bytes.upperBound))
        done.append(last)
      }
    }

    // MARK: - Where a print begins

    /// The name of the mailbox's owner, which Outlook prints above the header at the top of a page.
    private func ownerLine(above line: Int) -> Int? {
      var index = line - 1
      while index >= 0, page.lines[index].isSilent, !page.pageStarts.contains(index + 1) { index -= 1 }
      guard index >= 0, !page.lines[index].isSilent, page.lines[index].isPageTop,
        page.lines[index].columns <= 60,
        page.lines[index].text.quotes == 0, page.page(ofLine: index) == page.page(ofLine: line)
      else { return nil }
      let words = page.text[page.lines[index].text.content]
      guard let last = words.last, last != UInt8(ascii: "."), last != UInt8(ascii: ","),
        last != UInt8(ascii: ":"),
        last != UInt8(ascii: ";")
      else { return nil }
      return index
    }

    /// Whether a header at the top of a page begins another print-out: about something else, or after a page
    /// that was not full.
    private func isNewPrint(at line: Int, header: MessageHeader, subject: [UInt8]) -> Bool {
      guard page.lines[line].isPageTop, let last = open.last else { return false }
      // No chain holds a message twice.
      if let sent = header.sentText,
        open.contains(where: { $0.segment.header?.sentText == sent && $0.subject == subject })
      {
        return true
      }
      if !subject.isEmpty, !last.subject.isEmpty, subject != last.subject { return true }
      let number = page.page(ofLine: line)
      guard number > 0 else { return true }
      return fill(ofPage: number - 1) * 4 < fullest * 3
    }

    /// Lines on a page, furniture apart.
    private func fill(ofPage number: Int) -> Int {
      let end = number + 1 < page.pageStarts.count ? page.pageStarts[number + 1] : page.lines.count
      return (page.pageStarts[number]..<end).reduce(0) { $0 + (page.lines[$1].isFurniture ? 0 : 1) }
    }
  }
}

/// Lines that part a message from the one that it answers or forwards.
enum Separator {
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

import DaybookCore

/// Nests the messages that a text prints: each holds those that it quotes.
///
/// Shape: each segment's `bytes` hold all that it quotes; `body` is its own words down to the first message
/// that it quotes, `ownWords` every stretch of them, also between quotations that it answers line by line.
/// `depth` counts the messages around it, and in the document of a native message that message as well.
struct MessageNesting {
  /// A message whose end is not yet known.
  private struct Open {
    var segment: Segment
    /// Lines with fewer quote marks are not its words.
    var quotes: Int
    /// Whether the last line with words was its own, so that the next one goes on.
    var goesOn = false
    var hasInner = false
  }

  private let page: PageText
  private let isMessage: Bool
  private var open: [Open] = []
  private var done: [Segment] = []
  private(set) var segments: [Segment] = []

  init(_ page: PageText, document: Document, messages: [PrintedMessage], papers: [PaperFinder.Paper]) {
    self.page = page
    isMessage = document.kind == .message
    guard let firstLine = messages.first?.first else { return }
    var papers = papers.map(\.line)[...]
    while let paper = papers.first, paper < firstLine { papers = papers.dropFirst() }
    var messages = messages[...]
    var index = firstLine
    while index < page.lines.count {
      if let paper = papers.first, paper <= index {
        papers = papers.dropFirst()
        // Inside a header that runs over a page break, too: the message ends where the paper begins.
        close(downTo: 0, at: page.lines[paper].text.start)
      }
      if let message = messages.first, message.first <= index {
        messages = messages.dropFirst()
        leaveQuotation(at: index, quotes: message.lineQuotes)
        begin(message)
        // A page break may lie inside the header.
        index = max(index + 1, message.endLine)
        continue
      }
      take(index)
      index += 1
    }
    close(downTo: 0, at: page.text.count)
    segments = done.map { segment in
      var segment = segment
      segment.pages = PageText.pages(segment.bytes, of: document)
      return segment
    }
  }

  private mutating func take(_ index: Int) {
    let line = page.lines[index]
    if line.isFurniture {
      // A running header between two lines is no part of either.
      if let last = open.indices.last { open[last].goesOn = false }
      return
    }
    if line.text.isBlank { return }
    leaveQuotation(at: index, quotes: line.text.quotes)
    guard let last = open.indices.last else { return }
    guard line.text.quotes <= open[last].quotes else {
      // Quoted without a header: nobody's own words here.
      open[last].goesOn = false
      return
    }
    if open[last].goesOn, let tail = open[last].segment.ownWords.indices.last {
      let start = open[last].segment.ownWords[tail].lowerBound
      open[last].segment.ownWords[tail] = start..<line.text.content.upperBound
    } else {
      open[last].segment.ownWords.append(line.text.start..<line.text.content.upperBound)
      open[last].goesOn = true
    }
  }

  /// Ends the quotations that a line with fewer marks stands behind.
  private mutating func leaveQuotation(at index: Int, quotes: Int) {
    guard let innermost = open.last, innermost.quotes > quotes else { return }
    // Wrapped by a program that forgot the marks: one or two lines, and the quotation goes on right below.
    if index > 0, page.lines[index - 1].text.quotes >= innermost.quotes {
      for next in (index + 1)..<max(index + 1, min(page.lines.count, index + 3)) {
        if page.lines[next].text.isBlank { break }
        if page.lines[next].text.quotes >= innermost.quotes { return }
      }
    }
    close(downTo: open.prefix { $0.quotes <= quotes }.count, at: page.lines[index].text.start)
  }

  private mutating func begin(_ message: PrintedMessage) {
    let start = page.lines[message.first].text.start
    if let last = open.indices.last {
      open[last].goesOn = false
      if !open[last].hasInner {
        open[last].hasInner = true
        let body = open[last].segment.body.lowerBound
        open[last].segment.body = body..<max(body, start)
      }
    }
    let bodyStart =
      message.endLine < page.lines.count ? page.lines[message.endLine].text.start : page.text.count
    var segment = Segment(
      kind: .message, bytes: start..<page.text.count, body: bodyStart..<page.text.count,
      title: message.header.subject, depth: open.count + (isMessage ? 1 : 0), rule: "printed-message")
    segment.header = message.header
    segment.isYearless = message.isYearless
    open.append(Open(segment: segment, quotes: message.quotes))
  }

  private mutating func close(downTo count: Int, at end: Int) {
    while open.count > count, var last = open.popLast()?.segment {
      last.bytes = last.bytes.lowerBound..<max(last.bytes.lowerBound, end)
      let body = min(last.body.lowerBound, last.bytes.upperBound)
      last.body = body..<max(body, min(last.body.upperBound, last.bytes.upperBound))
      done.append(last)
    }
  }
}

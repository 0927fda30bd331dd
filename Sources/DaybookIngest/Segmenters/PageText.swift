import DaybookCore

/// The lines of a document as a segmenter looks at them: with their pages, and with what stands on every page
/// marked as furniture.
///
/// Furniture is what the converter says is a running header or footer, and beside a page break also a line
/// that is nothing but a page number, a Bates number or a protective marking. A document without pages has
/// page breaks where form feeds or lines such as "Page 3 of 40" are.
struct PageText {
  struct Line {
    var text: QuotedLine
    var isFurniture: Bool
    /// Whether no line but furniture and blanks comes before it on its page.
    var isPageTop: Bool
    /// Unicode scalars in its content.
    var columns: Int

    /// Neither words of the page nor a gap between them.
    var isSilent: Bool { isFurniture || text.isBlank }
  }

  let text: [UInt8]
  private(set) var lines: [Line] = []
  /// Index of the first line of each page, furniture among them; one entry where there are no pages.
  private(set) var pageStarts: [Int] = [0]
  /// Whether stamps of a release stand on it: then exemption codes stand in its margins.
  private(set) var isStamped = false

  init(_ document: Document) {
    text = document.text
    var position = 0
    var pages = document.pages.dropFirst().map(\.bytes.lowerBound)[...]
    var masks = document.blocks.filter { $0.kind == .header || $0.kind == .footer }.map(\.bytes)[...]
    var breaksAfter = false
    var afterStamp = false
    while position < text.count {
      var line = QuotedLine(text, at: position, limit: text.count)
      // The rest of a line that a page break cut is quoted as deep as its beginning.
      if position > 0, text[position - 1] != 0x0A, let above = lines.last { line.quotes = above.text.quotes }
      if let page = pages.first, page > position, page < line.next {
        // A page may end in the middle of a line where paragraphs run on: the rest is a line of the next
        // page.
        let quotes = line.quotes
        line = QuotedLine(text, at: position, limit: page)
        line.quotes = quotes
      }
      var startsPage = breaksAfter
      breaksAfter = false
      while let page = pages.first, page <= position {
        startsPage = true
        pages = pages.dropFirst()
      }
      if document.pages.isEmpty, text[position] == 0x0C { startsPage = true }
      while let mask = masks.first, mask.upperBound <= line.content.lowerBound { masks = masks.dropFirst() }
      var isMasked = !line.isBlank && masks.first.map { $0.lowerBound < line.content.upperBound } ?? false
      if !line.isBlank {
        afterStamp = ReleaseStamp.matches(text[line.content], afterStamp: afterStamp)
        isMasked = isMasked || afterStamp
        isStamped = isStamped || afterStamp
      }
      if document.pages.isEmpty, PageFurniture.isPageOfPages(text[line.content]) { breaksAfter = true }
      if startsPage, !lines.isEmpty { pageStarts.append(lines.count) }
      lines.append(PageText.line(line, in: text, isFurniture: isMasked))
      position = line.next
    }
    splitGlued()
    markEdges()
  }

  /// "Thanks, A From: B" above "Sent: …": the line break in front of a header was lost.
  private mutating func splitGlued() {
    var index = 1
    while index < lines.count {
      if let place = glued(above: index) {
        let line = lines[index - 1]
        var (first, rest) = (line.text, line.text)
        first.content = line.text.content.lowerBound..<place
        first.next = place + 1
        rest.start = place + 1
        rest.content = (place + 1)..<line.text.content.upperBound
        lines[index - 1] = PageText.line(first, in: text, isFurniture: false)
        lines.insert(PageText.line(rest, in: text, isFurniture: false), at: index)
        for number in pageStarts.indices where pageStarts[number] >= index { pageStarts[number] += 1 }
        index += 1
      }
      index += 1
    }
  }

  /// Where the space in front of "From:" stands in the line above one that begins with "Sent:" or "Date:".
  private func glued(above index: Int) -> Int? {
    let below = text[lines[index].text.content].prefix(5)
    guard below.elementsEqual("Sent:".utf8) || below.elementsEqual("Date:".utf8),
      !lines[index - 1].isFurniture,
      lines[index - 1].text.quotes == lines[index].text.quotes
    else { return nil }
    let content = lines[index - 1].text.content
    let label = Array(" From: ".utf8)
    guard content.count > label.count + 2 else { return nil }
    var place = content.upperBound - label.count - 1
    let floor = max(content.lowerBound + 1, content.upperBound - 160)
    while place >= floor {
      if text[place] == 0x20, text[place..<(place + label.count)].elementsEqual(label) { return place }
      place -= 1
    }
    return nil
  }

  /// A stretch of text without pages.
  init(_ text: [UInt8], _ range: Range<Int>) {
    self.text = text
    var position = range.lowerBound
    while position < range.upperBound {
      let line = QuotedLine(text, at: position, limit: range.upperBound)
      lines.append(PageText.line(line, in: text, isFurniture: false))
      position = line.next
    }
  }

  private static func line(_ line: QuotedLine, in text: [UInt8], isFurniture: Bool) -> Line {
    let columns = text[line.content].reduce(0) { $0 + ($1 & 0xC0 == 0x80 ? 0 : 1) }
    return Line(text: line, isFurniture: isFurniture, isPageTop: false, columns: columns)
  }

  /// Page numbers and the like at the top and the foot of pages, and which line is the first of its page.
  private mutating func markEdges() {
    for (index, start) in pageStarts.enumerated() where start < lines.count {
      let end = index + 1 < pageStarts.count ? pageStarts[index + 1] : lines.count
      if pageStarts.count > 1 {
        markFurniture(Array((start..<end).prefix(6)))
        markFurniture((start..<end).suffix(6).reversed())
      }
      if let top = (start..<end).first(where: { !lines[$0].isSilent }) { lines[top].isPageTop = true }
    }
  }

  private mutating func markFurniture(_ edge: [Int]) {
    for index in edge {
      if lines[index].isSilent { continue }
      guard lines[index].text.quotes == 0, PageFurniture.matches(text[lines[index].text.content]) else {
        return
      }
      lines[index].isFurniture = true
    }
  }

  /// The first line from `index` on that has words, or nil.
  func nextWords(from index: Int, limit: Int? = nil) -> Int? {
    var index = index
    let end = min(lines.count, limit ?? lines.count)
    while index < end {
      if !lines[index].isSilent { return index }
      index += 1
    }
    return nil
  }

  /// The numbers of the pages that a range of the text touches; nil where the document has none.
  static func pages(_ bytes: Range<Int>, of document: Document) -> ClosedRange<Int>? {
    guard let from = pageIndex(at: bytes.lowerBound, of: document),
      let to = pageIndex(at: max(bytes.lowerBound, bytes.upperBound - 1), of: document)
    else { return nil }
    let (first, last) = (document.pages[from].number, document.pages[to].number)
    return first <= last ? first...last : first...first
  }

  /// The page, counted from 0, that a place in the text is on; nil where there are no pages.
  static func pageIndex(at offset: Int, of document: Document) -> Int? {
    let pages = document.pages
    if pages.isEmpty { return nil }
    var (low, high) = (0, pages.count)
    while low + 1 < high {
      let middle = (low + high) / 2
      if pages[middle].bytes.lowerBound <= offset { low = middle } else { high = middle }
    }
    return low
  }

  /// The page that a line is on, counted from 0.
  func page(ofLine index: Int) -> Int {
    var low = 0
    var high = pageStarts.count
    while low + 1 < high {
      let middle = (low + high) / 2
      if pageStarts[middle] <= index { low = middle } else { high = middle }
    }
    return low
  }
}

/// Lines that a page has for its own sake.
enum PageFurniture {
  /// "Page 3 of 40", "3", "- 3 -", "FOI-1234-000003", "OFFICIAL-SENSITIVE".
  static func matches(_ line: ArraySlice<UInt8>) -> Bool {
    guard (1...60).contains(line.count) else { return false }
    return isPageOfPages(line) || isNumber(line) || isBates(line) || isMarking(line)
  }

  /// Sources: Word's and LibreOffice's page number fields in English, German, French, Spanish, Italian, Dutch
  /// and Welsh.
  private static let pageWords: Set<[UInt8]> = Set(
    ["page", "seite", "página", "pagina", "tudalen", "p.", "pg", "pg."].map { Array($0.utf8) })
  private static let ofWords: Set<[UInt8]> = Set(
    ["of", "von", "sur", "de", "di", "van", "o", "/"].map { Array($0.utf8) })

  static func isPageOfPages(_ line: ArraySlice<UInt8>) -> Bool {
    guard (5...40).contains(line.count) else { return false }
    let words = Fold.lower(line).split(separator: 0x20)
    guard words.count == 4, pageWords.contains(Array(words[0])), ofWords.contains(Array(words[2])) else {
      return false
    }
    return isDigits(words[1]) && isDigits(words[3])
  }

  private static func isNumber(_ line: ArraySlice<UInt8>) -> Bool {
    let words = Fold.lower(line).split(separator: 0x20)
    if words.count == 2, pageWords.contains(Array(words[0])) { return isDigits(words[1]) }
    let bare = line.filter { $0 != 0x20 && $0 != UInt8(ascii: "-") && $0 != UInt8(ascii: "|") }
    return (1...5).contains(bare.count) && isDigits(bare[...])
  }

  /// Capitals and hyphens, then four digits and more.
  private static func isBates(_ line: ArraySlice<UInt8>) -> Bool {
    let digits = line.reversed().prefix { (0x30...0x39).contains($0) }.count
    guard digits >= 4, digits < line.count, line.count <= 30 else { return false }
    return line.dropLast(digits).allSatisfy {
      (0x41...0x5A).contains($0) || (0x30...0x39).contains($0) || $0 == UInt8(ascii: "-")
        || $0 == UInt8(ascii: "_")
    } && line.first.map { (0x41...0x5A).contains($0) } ?? false
  }

  /// Source: Cabinet Office, Government Security Classifications Policy, and the older scheme.
  private static func isMarking(_ line: ArraySlice<UInt8>) -> Bool {
    let words = line.split {
      $0 == 0x20 || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: ":") || $0 == UInt8(ascii: "[")
        || $0 == UInt8(ascii: "]")
    }
    guard !words.isEmpty, words.count <= 4 else { return false }
    return words.allSatisfy { markings.contains(Array($0)) }
  }

  private static let markings: Set<[UInt8]> = Set(
    [
      "OFFICIAL", "SENSITIVE", "SECRET", "TOP", "UNCLASSIFIED", "RESTRICTED", "PROTECT", "CONFIDENTIAL",
      "PERSONAL", "COMMERCIAL",
    ].map {
      Array($0.utf8)
    })

  private static func isDigits(_ word: ArraySlice<UInt8>) -> Bool {
    (1...6).contains(word.count) && word.allSatisfy { (0x30...0x39).contains($0) }
  }
}

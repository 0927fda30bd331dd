package import DaybookCore

/// Makes documents of the pages of a PDF: settles furniture, reading order, paragraphs over line and page
/// breaks.
///
/// Pages are added in order. A file of up to 64 pages gives one `Document`, a longer one several, one behind
/// the other: each holds the text of its own pages, and byte ranges that count in that text. The texts
/// written one behind the other are the text of the whole file. Where the cuts fall depends on the pages
/// alone. Holds a few pages beside the open chunk, however long the file is.
package struct PageAssembler {
  /// Chunks are cut before a page that begins a paper, once they have this many pages …
  private static let wantedPages = 64
  /// … and before any page with no open paragraph, once they have so many.
  private static let enoughPages = 96
  /// No paragraph keeps a chunk open longer.
  private static let maxPages = 192
  /// Pages missing between two others are filled in up to this number; the converter has reported them.
  private static let maxGap = 1_000

  private let head: Document
  private let keepsSpans: Bool
  /// Why pictures of pages are not read.
  private let ocrReason: String
  private var waiting: [PageLayout] = []
  private var edges: [PageEdges] = []
  private var builder: BodyBuilder
  private var columns: [PageColumns.Column] = []
  private var sizes: [Int: Int] = [:]
  private var textless: ClosedRange<Int>?
  private var chunks = 0
  private var lastNumber = 0
  private var hasOCR = false

  /// `ocrReason` says in findings why pages without text stay without it.
  package init(head: Document, ocrReason: String = "pictures of pages are not read (--ocr off)") {
    self.init(head: head, keepsSpans: false, ocrReason: ocrReason)
  }

  init(head: Document, keepsSpans: Bool, ocrReason: String = "") {
    self.head = head
    self.ocrReason = ocrReason
    self.keepsSpans = keepsSpans
    builder = BodyBuilder(keepsSpans: keepsSpans)
  }

  /// Takes the next page; gives what is finished by it.
  package mutating func add(_ layout: PageLayout) -> [Document] {
    guard layout.number > lastNumber else { return [] }
    var done: [Document] = []
    if lastNumber > 0, layout.number - lastNumber <= PageAssembler.maxGap {
      for missing in (lastNumber + 1)..<max(layout.number, lastNumber + 1) {
        done += take(PageLayout(number: missing, width: 0, height: 0))
      }
    }
    return done + take(layout)
  }

  private mutating func take(_ layout: PageLayout) -> [Document] {
    lastNumber = layout.number
    for line in layout.lines { sizes[line.size, default: 0] += line.bytes.count }
    edges.append(PageEdges(layout))
    waiting.append(layout)
    guard waiting.count > PageEdges.reach else { return [] }
    return settle(waiting.removeFirst())
  }

  package mutating func finish() -> [Document] {
    var done: [Document] = []
    while !waiting.isEmpty { done += settle(waiting.removeFirst()) }
    if let last = cut(isLast: true) { done.append(last) }
    return done
  }

  // MARK: One page

  private mutating func settle(_ layout: PageLayout) -> [Document] {
    let own = edges.first { $0.number == layout.number } ?? PageEdges(layout)
    let furniture = own.furniture(among: edges)
    edges.removeAll { $0.number < layout.number - PageEdges.reach + 1 }
    let body = PageBody(layout, without: Set(furniture), known: columns)
    for column in body.columns where column.isProse {
      columns.removeAll { abs($0.left - column.left) <= 30 }
      columns.append(column)
      if columns.count > 8 { columns.removeFirst() }
    }
    var done: [Document] = []
    if isCutDue(before: body), let chunk = cut(isLast: false) { done.append(chunk) }
    // A page without text and without anything else is blank: nothing is missing there.
    let hasText = !body.rows.isEmpty || !body.footnotes.isEmpty || !layout.hasPicture
    begin(layout, body: body, hasText: hasText)
    return done
  }

  private mutating func begin(_ layout: PageLayout, body: PageBody, hasText: Bool) {
    let page = Page(
      number: layout.number, label: layout.label, bytes: 0..<0, hasTextLayer: hasText && layout.width > 0,
      furniture: body.furniture, ocr: layout.ocr)
    builder.begin(page, first: body.rows.first)
    note(textless: hasText || layout.ocr != nil ? nil : layout.number)
    if !hasText, layout.ocr != nil {
      builder.add(
        Finding(
          "page-without-words", .warning,
          "page \(layout.number): no words were found in its picture; look at it", page: layout.number))
    }
    for finding in layout.findings { builder.add(finding) }
    hasOCR = hasOCR || layout.isOCR
    let size = max(bodySize, body.letterSize ?? 0)
    for row in body.rows { builder.add(row, in: layout, bodySize: size) }
    for footnote in body.footnotes {
      builder.addAside(
        Block(.footnote, 0..<0, page: layout.number), text: footnote.text, rows: footnote.rows, in: layout)
    }
    for note in layout.notes {
      let block = Block(.comment, 0..<0, page: layout.number, author: note.author, date: note.date)
      builder.addAside(block, text: Array(note.text.utf8))
    }
  }

  /// The letter size that most of the text so far has.
  private var bodySize: Int {
    sizes.max { ($0.value, -$0.key) < ($1.value, -$1.key) }?.key ?? 100
  }

  /// Pages without text are reported once for each run of them.
  private mutating func note(textless page: Int?) {
    if let page, let run = textless, run.upperBound == page - 1 {
      textless = run.lowerBound...page
      return
    }
    if let run = textless {
      let words =
        run.count == 1 ? "page \(run.lowerBound) has" : "pages \(run.lowerBound) to \(run.upperBound) have"
      builder.add(
        Finding(
          "page-without-text", .loss, "\(words) no text layer; \(ocrReason)", page: run.lowerBound
        ))
    }
    textless = page.map { $0...$0 }
  }

  // MARK: Chunks

  private func isCutDue(before body: PageBody) -> Bool {
    let count = builder.pages.count
    guard count >= PageAssembler.wantedPages else { return false }
    if count >= PageAssembler.maxPages { return true }
    guard !builder.isWaiting(for: body.rows.first) else { return false }
    return count >= PageAssembler.enoughPages || body.startsPaper(bodySize: bodySize)
  }

  private mutating func cut(isLast: Bool) -> Document? {
    note(textless: nil)
    builder.finish()
    guard !builder.pages.isEmpty || isLast && chunks == 0 else { return nil }
    var document = head
    document.text = builder.text
    document.pages = builder.pages
    document.blocks = builder.blocks
    document.findings = (chunks == 0 ? head.findings : []) + builder.findings
    if hasOCR { document.metadata.append(MetadataItem("text-layer", "ocr")) }
    if let summary = PageAssembler.summary(of: builder.pages) {
      document.metadata.append(MetadataItem("ocr", summary))
    }
    spans = builder.spans
    chunks += 1
    hasOCR = false
    builder = BodyBuilder(keepsSpans: keepsSpans)
    return document
  }

  /// "pages 3 to 9, 12: tesseract 5.3.0, confidence 71 to 93 of 100"; nil where no page was read so.
  private static func summary(of pages: [Page]) -> String? {
    var runs: [ClosedRange<Int>] = []
    var (low, high) = (101, -1)
    for page in pages {
      guard let quality = page.ocr else { continue }
      (low, high) = (min(low, quality.confidence), max(high, quality.confidence))
      if let last = runs.last, last.upperBound == page.number - 1 {
        runs[runs.count - 1] = last.lowerBound...page.number
      } else {
        runs.append(page.number...page.number)
      }
    }
    guard !runs.isEmpty else { return nil }
    let numbers = runs.map { $0.count == 1 ? "\($0.lowerBound)" : "\($0.lowerBound) to \($0.upperBound)" }
    let confidence = low == high ? "\(low)" : "\(low) to \(high)"
    return "pages \(numbers.joined(separator: ", ")) by tesseract, confidence \(confidence) of 100"
  }

  /// Where the text of the chunk that was cut last came from.
  private(set) var spans: [BodyBuilder.Span] = []
}

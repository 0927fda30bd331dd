import DaybookCore

/// What stands beside the words of a page and says that a paper begins there: its own page numbers, the numbers that
/// a production stamped on it, an entry of the file's outline.
struct PageSigns {
  private let document: Document
  private let page: PageText
  /// Titles of the outline's papers by page.
  private let outline: [Int: String]

  init(_ page: PageText, document: Document) {
    self.page = page
    self.document = document
    outline = PageSigns.outline(of: document)
  }

  /// `number` counts the pages of the text from 0. Nothing speaks for the first page of a file.
  func beginning(onPage number: Int) -> BoundaryEvidence? {
    let start = page.lines[page.pageStarts[number]].text.start
    guard number > 0, let index = PageText.pageIndex(at: start, of: document), index > 0 else { return nil }
    return numbering(index) ?? stamp(index) ?? entry(index)
  }

  /// The outline's title of a paper that begins on a page.
  func outlined(onPage number: Int) -> BoundaryEvidence? {
    let start = page.lines[page.pageStarts[number]].text.start
    return PageText.pageIndex(at: start, of: document).flatMap(entry)
  }

  private func entry(_ index: Int) -> BoundaryEvidence? {
    outline[document.pages[index].number].map { BoundaryEvidence(.outline, $0) }
  }

  // MARK: Page numbers

  /// "Page 1 of 3" in the margin.
  private func numbering(_ index: Int) -> BoundaryEvidence? {
    guard let here = pageOfPages(index), here.page == 1, here.of > 1 || pageOfPages(index - 1) != nil,
      pageOfPages(index - 1)?.page != 0
    else { return nil }
    return BoundaryEvidence(.pageNumbering, "page 1 of \(here.of)")
  }

  private func pageOfPages(_ index: Int) -> (page: Int, of: Int)? {
    for line in document.pages[index].furniture {
      let words = Array(line.utf8)
      guard PageFurniture.isPageOfPages(words[...]) else { continue }
      let numbers = words.split { !(0x30...0x39).contains($0) }.compactMap {
        Int(String(decoding: $0, as: UTF8.self))
      }
      if numbers.count == 2 { return (numbers[0], numbers[1]) }
    }
    return nil
  }

  // MARK: Bates numbers

  /// Numbers of another run than those of the page before: another prefix, or a number that does not follow. Stamps
  /// that were read from a picture prove nothing.
  private func stamp(_ index: Int) -> BoundaryEvidence? {
    guard document.pages[index].ocr == nil, document.pages[index - 1].ocr == nil, let here = bates(index),
      let before = bates(index - 1)
    else { return nil }
    if here.prefix == before.prefix, here.digits == before.digits, here.number == before.number + 1 {
      return nil
    }
    // A stamp that stays the same numbers no pages.
    guard here != before else { return nil }
    return BoundaryEvidence(.bates, here.text)
  }

  private struct Bates: Equatable {
    var prefix: String
    var number: Int
    var digits: Int
    var text: String
  }

  /// The one stamp of a page; nil where there are several, since nobody knows which of them counts pages.
  private func bates(_ index: Int) -> Bates? {
    var found: Bates?
    for line in document.pages[index].furniture {
      let bytes = Array(line.utf8)
      guard FurniturePattern(bytes[...]) == .stamp else { continue }
      let digits = bytes.reversed().prefix { (0x30...0x39).contains($0) }.count
      guard (4...12).contains(digits), let number = Int(String(decoding: bytes.suffix(digits), as: UTF8.self))
      else {
        continue
      }
      if found != nil { return nil }
      found = Bates(
        prefix: String(decoding: bytes.dropLast(digits), as: UTF8.self), number: number, digits: digits,
        text: line)
    }
    return found
  }

  // MARK: Outline

  /// Entries of the top level, where they are papers and not chapters: most are names of files, subjects of answers
  /// or "Document 3".
  private static func outline(of document: Document) -> [Int: String] {
    let entries = document.metadata.compactMap(OutlineEntry.init)
    guard let top = entries.map(\.level).min() else { return [:] }
    let titles = entries.filter { $0.level == top && $0.page > 0 }
    guard titles.count > 1, titles.count(where: { isPaper($0.title) }) * 2 > titles.count else { return [:] }
    return Dictionary(titles.map { ($0.page, $0.title) }) { first, _ in first }
  }

  private static func isPaper(_ title: String) -> Bool {
    let words = Fold.lower(Array(title.utf8))
    if SubjectLine.mark(of: words) != .none { return true }
    if let dot = words.lastIndex(of: UInt8(ascii: ".")), (4...5).contains(words.count - dot),
      endings.contains(Array(words[(dot + 1)...]))
    {
      return true
    }
    return PaperMarkTable.separator.contains { words.starts(with: Array($0.words.utf8) + [0x20]) }
  }

  private static let endings: Set<[UInt8]> = Set(
    ["pdf", "doc", "docx", "msg", "eml", "htm", "html", "txt", "rtf", "odt", "xls", "xlsx", "ppt", "pptx"]
      .map { Array($0.utf8) })
}

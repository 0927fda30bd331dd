import DaybookCore

/// Finds the boxes of words on a PDF page: worked out when somebody asks, never kept.
///
/// The page is read again with its neighbours, and assembled as it was the first time; where its text does
/// not come out the same, there are no boxes rather than wrong ones.
package struct PDFBoxes {
  /// So many pages in front are read again: furniture needs four of them, the width of columns a few more.
  package static let before = 12
  /// … and so many behind.
  package static let after = PageEdges.reach + 1

  private let file: PDFFile
  private let pictures: [Int: PageLayout]

  /// Throws where the bytes cannot be opened. `pictures` are pages that were read from their pictures.
  package init(_ bytes: SourceBytes, pictures: [PageLayout] = []) throws(ConversionError) {
    file = try PDFFile(bytes)
    self.pictures = Dictionary(pictures.map { ($0.number, $0) }) { first, _ in first }
  }

  /// One box for each line that `range` touches, in reading order. `range` counts in `pageText`, the text of
  /// the page as it was read.
  package func boxes(of range: Range<Int>, page number: Int, pageText: [UInt8]) -> [PageBox] {
    guard !range.isEmpty, range.lowerBound >= 0, range.upperBound <= pageText.count, number >= 1,
      number <= file.pageCount
    else {
      return []
    }
    guard let (document, spans) = assembled(around: number),
      let page = document.pages.first(where: { $0.number == number }),
      document.text[page.bytes].elementsEqual(pageText)
    else { return [] }
    let wanted = (page.bytes.lowerBound + range.lowerBound)..<(page.bytes.lowerBound + range.upperBound)
    if let layout = pictures[number] { return wordBoxes(wanted, spans, in: layout) }
    return file.withPage(number) { page in
      let layout = PDFConverter.layout(of: page, number: number, file: file)
      guard let text = PDFPageText(page: page) else { return [] }
      let lines = PDFLineIndex(text)
      var boxes: [PageBox] = []
      for span in spans
      where span.page == number && span.start < wanted.upperBound
        && span.start + span.count > wanted.lowerBound
      {
        let from = max(wanted.lowerBound - span.start, 0)
        let to = min(wanted.upperBound - span.start, span.count)
        let part = (span.layout.lowerBound + from)..<(span.layout.lowerBound + to)
        guard let line = layout.lines.first(where: { $0.bytes.contains(part.lowerBound) }) else { continue }
        boxes.append(lines.box(of: part, in: line, of: layout))
      }
      return boxes
    } ?? []
  }

  /// One box a line around the words that were read there.
  private func wordBoxes(_ wanted: Range<Int>, _ spans: [BodyBuilder.Span], in layout: PageLayout)
    -> [PageBox]
  {
    var boxes: [PageBox] = []
    for span in spans
    where span.page == layout.number && span.start < wanted.upperBound
      && span.start + span.count > wanted.lowerBound
    {
      let from = max(wanted.lowerBound - span.start, 0)
      let to = min(wanted.upperBound - span.start, span.count)
      let part = (span.layout.lowerBound + from)..<(span.layout.lowerBound + to)
      let words = layout.words.filter { $0.bytes.overlaps(part) }.map(\.box)
      if let first = words.first {
        boxes.append(words.dropFirst().reduce(first) { $0.union($1) })
      } else if let line = layout.lines.first(where: { $0.bytes.contains(part.lowerBound) }) {
        boxes.append(line.box)
      }
    }
    return boxes
  }

  /// Words on a page that nobody sees.
  package func hiddenWords(onPage number: Int) -> [PageLayout.Hidden] {
    file.withPage(number) { PDFConverter.layout(of: $0, number: number, file: file).hidden } ?? []
  }

  private func assembled(around number: Int) -> (Document, [BodyBuilder.Span])? {
    let head = Document(
      source: Source(id: Source.ID(text: ""), path: "", byteCount: 0),
      provenance: Provenance(stage: "convert", tool: "pdf", version: 0, input: ""))
    var assembler = PageAssembler(head: head, keepsSpans: true)
    var found: (Document, [BodyBuilder.Span])?
    func look(_ documents: [Document]) {
      if let document = documents.last, document.pages.contains(where: { $0.number == number }) {
        found = (document, assembler.spans)
      }
    }
    let first = max(1, number - PDFBoxes.before)
    for page in first...min(file.pageCount, number + PDFBoxes.after) {
      guard
        let layout = pictures[page]
          ?? file.withPage(page, { PDFConverter.layout(of: $0, number: page, file: file) })
      else { continue }
      look(assembler.add(layout))
    }
    look(assembler.finish())
    return found
  }
}

/// Where the lines of a page's text begin in its letters.
struct PDFLineIndex {
  private let text: PDFPageText
  /// Letters of each line, without the line feed.
  private var lines: [Range<Int>] = []

  init(_ text: PDFPageText) {
    self.text = text
    var (start, scalar) = (0, 0)
    for byte in text.bytes where byte & 0xC0 != 0x80 {
      if byte == 0x0A {
        lines.append(start..<scalar)
        start = scalar + 1
      }
      scalar += 1
    }
    lines.append(start..<scalar)
  }

  /// The box of a part of a line: exact where the line still has its letters one for one, in proportion where
  /// ligatures were taken apart.
  func box(of part: Range<Int>, in line: PageLayout.Line, of layout: PageLayout) -> PageBox {
    let part = part.clamped(to: line.bytes)
    let before = letters(layout.text[line.bytes.lowerBound..<part.lowerBound])
    let inside = letters(layout.text[part])
    let all = letters(layout.text[line.bytes])
    guard lines.indices.contains(line.index), all > 0 else { return line.box }
    let own = lines[line.index]
    if own.count >= all, own.count - all <= 1,
      let box = text.box((own.lowerBound + before)..<(own.lowerBound + before + inside))
    {
      return box
    }
    var box = line.box
    box.left = line.box.left + line.box.width * before / all
    box.right = line.box.left + line.box.width * (before + inside) / all
    return box
  }

  private func letters(_ bytes: ArraySlice<UInt8>) -> Int { bytes.count { $0 & 0xC0 != 0x80 } }
}

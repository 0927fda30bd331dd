import CPoppler
import DaybookCore
import Synchronization

/// Reads the text layer of a PDF, page by page.
///
/// Shape: the first call gives the head, the attachments and as many pages as one piece holds, and names the
/// other pieces; a piece gives its pages. Pages come as `PageLayout`; `PageAssembler` makes the document of
/// them.
package struct PDFConverter: Converter {
  package let name = "pdf"
  package let version = 2
  package let signature = Signature(mediaTypes: ["application/pdf"], extensions: ["pdf"])

  private let opened = OpenedPDF()

  package init() {}

  package func convert(_ input: ConversionInput, emit: (ConversionPart) -> Void) throws(ConversionError) {
    let file = try opened.file(of: input)
    defer { opened.keep(file, of: input.source) }
    guard let piece = input.piece else {
      try convertStart(of: file, input, emit: emit)
      return
    }
    if case .picture(let page) = piece {
      try readPicture(of: page, file, input, emit: emit)
      return
    }
    guard case .pages(let pages) = piece else {
      throw .unreadable(reason: "a PDF has no pieces by byte range")
    }
    read(pages.clamped(to: 1...max(1, file.plausiblePageCount)), of: file, input, emit: emit)
  }

  private func convertStart(
    of file: PDFFile, _ input: ConversionInput, emit: (ConversionPart) -> Void
  ) throws(ConversionError) {
    let count = file.plausiblePageCount
    guard count > 0 else {
      throw .unreadable(reason: "the PDF has no pages, or claims more than it can hold")
    }
    let provenance = Provenance(stage: "convert", tool: name, version: version, input: input.source.id.text)
    let head = PDFHead.document(of: file, source: input.source, provenance: provenance)
    emit(.head(head, pageCount: count))
    PDFAttachments.children(of: file, options: input.options, emit: emit)
    let length = max(1, input.options.pagesPerPiece)
    read(1...min(length, count), of: file, input, emit: emit)
    if count > length { plan(from: length + 1, to: count, length: length, of: file, emit: emit) }
  }

  /// Names the pieces behind the first. A page count that the file merely claims ends where no page can be
  /// loaded any more.
  private func plan(
    from first: Int, to count: Int, length: Int, of file: PDFFile, emit: (ConversionPart) -> Void
  ) {
    var pieces: [Piece] = []
    var empty = 0
    for start in stride(from: first, through: count, by: length) {
      let end = min(start + length - 1, count)
      let isThere = file.withPage(end, { _ in true }) ?? file.withPage(start) { _ in true } ?? false
      empty = isThere ? 0 : empty + 1
      if empty == PDFConverter.emptyPieces {
        let from = start - (empty - 1) * length
        pieces.removeLast(min(pieces.count, empty - 1))
        emit(
          .finding(
            Finding(
              "pages-missing", .loss, "pages \(from) to \(count) are claimed by the file but not in it",
              page: from)))
        break
      }
      pieces.append(.pages(start...end))
    }
    if !pieces.isEmpty { emit(.pieces(pieces)) }
  }

  /// So many pieces of which neither the first nor the last page can be loaded are no bad luck any more.
  private static let emptyPieces = 4
  /// So many pages that cannot be loaded, one behind the other, end a piece.
  private static let emptyPages = 16

  private func read(
    _ pages: ClosedRange<Int>, of file: PDFFile, _ input: ConversionInput, emit: (ConversionPart) -> Void
  ) {
    var lost: ClosedRange<Int>?
    func report() {
      guard let pages = lost else { return }
      let words =
        pages.count == 1 ? "page \(pages.lowerBound)" : "pages \(pages.lowerBound) to \(pages.upperBound)"
      emit(.finding(Finding("page-unreadable", .loss, "\(words) cannot be loaded", page: pages.lowerBound)))
      lost = nil
    }
    for number in pages {
      input.alive()
      if let layout = file.withPage(number, { PDFConverter.layout(of: $0, number: number, file: file) }) {
        report()
        emit(.layout(settled(layout, of: file, input)))
        continue
      }
      lost = (lost?.lowerBound ?? number)...number
      if lost?.count == PDFConverter.emptyPages {
        lost = (lost?.lowerBound ?? number)...pages.upperBound
        break
      }
    }
    report()
  }

  /// The page with the mark whether its picture is to be read, or already read.
  private func settled(_ layout: PageLayout, of file: PDFFile, _ input: ConversionInput) -> PageLayout {
    guard input.options.ocr.mode != .off else { return layout }
    var layout = layout
    layout.wantsOCR =
      file.withPage(layout.number) { PictureChoice.isWanted(layout, page: $0, mode: input.options.ocr.mode) }
      ?? false
    guard layout.wantsOCR, input.options.readsPicturesAtOnce else { return layout }
    return read(layout, of: file, input) ?? layout
  }

  private func readPicture(
    of number: Int, _ file: PDFFile, _ input: ConversionInput, emit: (ConversionPart) -> Void
  ) throws(ConversionError) {
    guard
      let layout = file.withPage(number, { PDFConverter.layout(of: $0, number: number, file: file) }),
      let read = read(layout, of: file, input)
    else { throw .unreadable(reason: "page \(number) cannot be read from its picture") }
    emit(.layout(read))
  }

  private func read(_ layout: PageLayout, of file: PDFFile, _ input: ConversionInput) -> PageLayout? {
    input.alive()
    return PageOCR.shared.withEngine(input.options.ocr.languages) { engine in
      guard
        let picture = ScannedPicture.misdeclared(on: layout, in: file.objects)
          ?? (file.withPage(layout.number, { PageOCR.picture(of: $0, layout) }) ?? nil),
        let reading = OCRReading(picture, by: engine, alive: input.alive)
      else { return nil }
      return PageOCR.merged(layout, reading)
    }
  }

  static func layout(of page: OpaquePointer, number: Int, file: PDFFile) -> PageLayout {
    var (width, height) = (0.0, 0.0)
    poppler_page_get_size(page, &width, &height)
    var layout = PageLayout(
      number: number, width: PDFPageText.tenths(width), height: PDFPageText.tenths(height))
    let label = PDFFile.take(poppler_page_get_label(page))
    layout.label = label == String(number) ? nil : label
    layout.notes = PDFNotes.notes(on: page)
    if let text = PDFPageText(page: page) {
      PDFPageReader.read(text, hidden: [], into: &layout)
      var check = HiddenText(page: page, text: text, layout: layout, objects: file.objects)
      let hidden = check.hiddenScalars()
      let grids = GridFinder.grids(of: check.rules)
      let boxes = RedactionBoxes.plausible(check.blackBoxes, on: layout)
      if !hidden.isEmpty || !grids.isEmpty || !boxes.isEmpty {
        PDFPageReader.read(text, hidden: hidden, grids: grids, boxes: boxes, into: &layout)
        RedactionBoxes.insert(boxes, into: &layout)
      }
      layout.grids = grids
      layout.isOCR = check.isOCR
      layout.findings += check.findings
      report(&layout)
    }
    // So little text may be furniture around a picture of the page.
    if layout.text.count < 200 { layout.hasPicture = hasPicture(page, layout) }
    return layout
  }
}

extension PDFConverter {
  /// Says where the hidden words stand, never what they are.
  private static func report(_ layout: inout PageLayout) {
    guard let first = layout.hidden.first else { return }
    let more = layout.hidden.count > 1 ? " and \(layout.hidden.count - 1) more places" : ""
    layout.findings.append(
      Finding(
        "hidden-text", .warning,
        "page \(layout.number): words that cannot be seen stand at \(first.box.label)\(more); they are left out of the text",
        page: layout.number))
  }

  private static func hasPicture(_ page: OpaquePointer, _ layout: PageLayout) -> Bool {
    let (width, height) = (Double(layout.width) / 10, Double(layout.height) / 10)
    // A tenth of the page: more than a crest in a letterhead.
    if pictureArea(page) * 10 > width * height { return true }
    guard layout.lines.isEmpty else { return false }
    return PageDrawing(page: page, width: width, height: height, scale: 0.5)?.hasInk ?? true
  }

  /// The area of all pictures on a page, in square points.
  static func pictureArea(_ page: OpaquePointer) -> Double {
    let images = poppler_page_get_image_mapping(page)
    defer { poppler_page_free_image_mapping(images) }
    var area = 0.0
    for item in PDFList(images) {
      let found = item.assumingMemoryBound(to: PopplerImageMapping.self).pointee.area
      area += abs((found.x2 - found.x1) * (found.y2 - found.y1))
    }
    return area
  }
}

/// Keeps the PDF that was used last open, so that its pieces need not open it again. One of them, in one
/// place.
private final class OpenedPDF: Sendable {
  private struct Kept: @unchecked Sendable {
    var source: Source.ID
    var file: PDFFile
  }

  private let kept = Mutex<Kept?>(nil)

  /// Takes the open file out, so that no two calls use it at the same time.
  func file(of input: ConversionInput) throws(ConversionError) -> PDFFile {
    let found = kept.withLock { kept in
      defer { kept = nil }
      return kept
    }
    if let found, input.piece != nil, found.source == input.source.id { return found.file }
    return try PDFFile(input.bytes)
  }

  func keep(_ file: PDFFile, of source: Source) {
    let new = Kept(source: source.id, file: file)
    kept.withLock { $0 = new }
  }
}

import DaybookCore

/// Reads a web page, saved or written by hand, as one document.
///
/// Shape: `page.html` → one `Document` of kind web page, no children. The page's own text is the body; what
/// stands around it (navigation, side columns, comments) is kept as header and footer blocks. Scripts, styles
/// and what the page hides are left out, the latter with a finding. Dates: what the page says of its
/// publication and change, and when it was saved, each by its kind; never one for another.
struct HTMLConverter: Converter {
  let name = "html"
  let version = 2
  let signature = Signature(
    mediaTypes: ["text/html", "application/xhtml+xml"], extensions: ["html", "htm", "xhtml"])

  func convert(_ input: ConversionInput, emit: (ConversionPart) -> Void) throws(ConversionError) {
    let decoded = input.bytes.withBytes { TextDecoding.decode($0, declared: HTMLCharset.declared(in: $0)) }
    var (page, findings) = HTMLText.page(decoded.bytes, alive: input.alive)
    if page.hiddenBytes >= 100 {
      findings.append(
        Finding(
          "hidden-text", .note, "\(page.hiddenBytes) bytes of text that the page does not show were left out")
      )
    }
    var metadata = HTMLMetadata(page)
    let topHeadings = page.runs.filter(\.isTopHeading).map { String(decoding: $0.words, as: UTF8.self) }
    metadata.settleTitle(topHeadings: topHeadings)

    let main = HTMLMainText(page)
    var blocks = HTMLBlocks(page)
    let firstMain = page.runs.firstIndex { main.isMain($0) && $0.kind != .heading } ?? 0
    var mainBytes = 0
    for (index, run) in page.runs.enumerated() {
      // The page's own heading often stands above the box that holds its text.
      let isTitle =
        run.isTopHeading && index < firstMain && String(decoding: run.words, as: UTF8.self) == metadata.title
      let kind = isTitle ? .heading : main.kind(of: run, isBefore: index < firstMain)
      guard let range = blocks.add(run, as: kind) else { continue }
      for time in run.times {
        // A paragraph that became a list has lost its bullets, and with them the places inside it.
        let isWhole = range.count == run.words.count
        let bytes =
          isWhole
          ? (range.lowerBound + time.bytes.lowerBound)..<(range.lowerBound + time.bytes.upperBound) : nil
        metadata.addTime(
          time.value, at: bytes, isByline: mainBytes < 600 && run.words.count < 200 && !main.isAside(run))
      }
      if main.isMain(run) { mainBytes += run.words.count }
    }
    let finished = blocks.finish()
    emit(
      .document(
        Document(
          source: input.source, kind: .webPage, title: metadata.title, text: finished.text,
          blocks: finished.blocks,
          dates: metadata.dates, metadata: [MetadataItem("encoding", decoded.encoding)] + metadata.items,
          provenance: provenance(for: input), findings: decoded.findings + findings)))
  }
}

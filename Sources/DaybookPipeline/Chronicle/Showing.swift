import DaybookCore
import DaybookStore
package import DaybookWorkers

/// The text of a source as it was read.
package struct Showing {
  private let session: CaseSession

  package init(session: CaseSession) { self.session = session }

  /// One line a block, behind its bytes, page and kind; or the text alone. With `boxes`, where each block
  /// stands on the one page asked for.
  package func lines(
    source: String, page: Int?, isPlain: Bool, boxes workers: WorkerConfiguration?
  ) throws(PipelineError) -> [String] {
    try PipelineError.wrap {
      let document = try find(source)
      let pages = try session.store.pages(of: document.record.row, number: page)
      if pages.isEmpty, page != nil {
        throw PipelineError.notFound(what: "\(document.path): has no page \(page ?? 0)")
      }
      if isPlain { return pages.map(\.text) }
      var lines = ["\(document.path)  sha256 \(document.record.sha256)"]
      for path in document.alsoAt { lines.append("the same bytes: \(path)") }
      if let workers {
        guard page != nil, let one = pages.first else {
          throw PipelineError.notFound(what: "--boxes: name one page with --page")
        }
        return lines + (try boxed(document, page: one, workers))
      }
      for chunk in try session.store.chunks(of: document.record.row) {
        lines += show(chunk.document, start: chunk.start, page: page)
      }
      return lines
    }
  }

  /// Words that nobody sees on a page, each behind its box: asked for by name, and kept nowhere.
  package func hidden(source: String, page: Int, workers: WorkerConfiguration) throws(PipelineError)
    -> [String]
  {
    try PipelineError.wrap {
      try PageBoxes(session: session, workers: workers).hidden(in: try find(source), page: page)
    }
  }

  private func boxed(_ document: PlacedDocument, page: PageRecord, _ workers: WorkerConfiguration) throws
    -> [String]
  {
    let place = page.start..<(page.start + page.text.utf8.count)
    var ranges: [Range<Int>] = []
    var lines: [String] = []
    for chunk in try session.store.chunks(of: document.record.row) {
      for block in chunk.document.blocks {
        let bytes = (block.bytes.lowerBound + chunk.start)..<(block.bytes.upperBound + chunk.start)
        let onPage = bytes.clamped(to: place)
        if onPage.isEmpty { continue }
        ranges.append((onPage.lowerBound - page.start)..<(onPage.upperBound - page.start))
        lines.append(line(block, chunk.document, chunk.start))
      }
    }
    let boxes = try PageBoxes(session: session, workers: workers).boxes(of: ranges, in: document, page: page)
    return zip(lines, boxes).flatMap { [$0] + $1.map { "      at " + $0 } }
  }

  private func show(_ document: Document, start: Int, page: Int?) -> [String] {
    var lines: [String] = []
    if start == 0, page == nil {
      lines += document.dates.map {
        "date  \($0.kind.rawValue)  \($0.when.edtf)  (\($0.basis.rawValue): \($0.text))"
      }
      lines += document.metadata.map { "property  \($0.key): \(Explanation.oneLine($0.value))" }
    }
    for one in document.pages where page == nil || one.number == page {
      let label = one.label.map { " (\($0))" } ?? ""
      lines.append("page \(one.number)\(label)\(one.hasTextLayer ? "" : "  no text layer")")
      lines += one.furniture.map { "  [\(Explanation.oneLine($0))]" }
      for block in document.blocks
      where one.bytes.contains(block.bytes.lowerBound) || block.bytes == one.bytes {
        lines.append(line(block, document, start))
      }
    }
    if document.pages.isEmpty { lines += document.blocks.map { line($0, document, start) } }
    return lines
  }

  private func line(_ block: Block, _ document: Document, _ start: Int) -> String {
    let bytes = block.bytes.clamped(to: 0..<document.text.count)
    let place = "\(bytes.lowerBound + start)–\(bytes.upperBound + start)"
    let mark = [block.kind.rawValue + (block.level > 0 ? " \(block.level)" : ""), block.label ?? ""].filter {
      !$0.isEmpty
    }
    // What nobody sees on the page is never printed.
    let words = block.kind == .hidden ? "…" : String(decoding: document.text[bytes], as: UTF8.self)
    return "  \(place)  \(mark.joined(separator: " ")): \(Explanation.oneLine(words))"
  }

  private func find(_ source: String) throws -> PlacedDocument {
    let walk = try BundleWalk(store: session.store)
    if let exact = walk.documents.first(where: { $0.path == source || $0.alsoAt.contains(source) }) {
      return exact
    }
    let ends = walk.documents.filter { $0.path.hasSuffix(source) }
    if ends.count == 1 { return ends[0] }
    if ends.count > 1 {
      throw PipelineError.notFound(what: "\(source): \(ends.count) sources end so; give more of the path")
    }
    let row = walk.rows.first { $0.path == source || $0.path.hasSuffix(source) }
    throw PipelineError.notFound(
      what: "\(source): "
        + (row.map { "holds no text (\($0.outcome.rawValue)\($0.reason.isEmpty ? "" : ": " + $0.reason))" }
          ?? "no such source; \"daybook list\" names them"))
  }
}

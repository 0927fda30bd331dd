import DaybookCore
import DaybookIngest
import DaybookStore
import DaybookWorkers

/// Where on the page of a PDF its blocks stand: worked out when somebody asks, in a worker, from the file
/// itself.
struct PageBoxes {
  let session: CaseSession
  let workers: WorkerConfiguration

  /// For each range, counted in the page's text, one box a line: "62,124 to 300,136" in points from the top
  /// left corner.
  func boxes(of ranges: [Range<Int>], in document: PlacedDocument, page: PageRecord) throws -> [[String]] {
    guard let number = page.number else { return [] }
    let pictures = try pictures(around: number, of: document)
    return try ask(
      .boxes(page: number, pageText: Array(page.text.utf8), ranges: ranges, pictures: pictures),
      about: document)
  }

  /// The words on a page that cannot be seen, a line each, behind their boxes.
  func hidden(in document: PlacedDocument, page: Int) throws -> [String] {
    try ask(.hidden(page: page), about: document).map { $0.joined(separator: ": ") }
  }

  /// Pages near this one that were read from their pictures, as they were kept.
  private func pictures(around number: Int, of document: PlacedDocument) throws -> [PageLayout] {
    guard let settings = OCRChoice.used(in: session.store), settings.mode != .off else { return [] }
    var found: [PageLayout] = []
    for page in max(1, number - PDFBoxes.before)...(number + PDFBoxes.after) {
      guard
        let bytes = try session.store.picturePage(
          sha256: document.record.sha256, page: page, settings: "\(Fingerprint.build) \(settings.label)"),
        let layout = try? PageLayout(wireBytes: bytes), layout.number == page
      else { continue }
      found.append(layout)
    }
    return found
  }

  private func ask(_ job: Job, about document: PlacedDocument) throws -> [[String]] {
    guard document.record.name.isEmpty, !document.path.contains("#") else {
      throw PipelineError.notFound(
        what: "\(document.path): boxes are known for pages of PDF files in the folder only")
    }
    guard let file = try FolderScan(root: session.root).files.first(where: { $0.path == document.path })
    else {
      throw PipelineError.noSuchPath(document.path)
    }
    var configuration = workers
    configuration.workers = 1
    let pool = try WorkerPool(configuration: configuration)
    defer { pool.shutDown() }
    pool.submit(WorkItem(id: 0, payload: job.wireBytes, input: .rawPath(file.rawPath)))
    switch try pool.next() {
    case .finished(_, let results, _)?:
      guard let first = results.first, case .boxes(let boxes) = try JobResult(wireBytes: first) else {
        return []
      }
      return boxes
    case .failed(_, let failure)?:
      throw PipelineError.notReadable(path: document.path, reason: failure.description)
    case nil: return []
    }
  }
}

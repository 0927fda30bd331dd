package import DaybookCore
import DaybookIngest
package import DaybookWorkers
private import Foundation

/// Reads single files as documents, in workers and without a store: what a comparison begins with.
package struct VersionReader {
  private let workers: WorkerConfiguration
  private let isCancelled: () -> Bool

  package init(workers: WorkerConfiguration, isCancelled: @escaping () -> Bool = { false }) {
    self.workers = workers
    self.isCancelled = isCancelled
  }

  /// One document for each path, in their order; several of one long file are put together.
  /// `tracked` says for each which of its texts is read; what it does not name is read as accepted.
  package func read(_ paths: [String], tracked: [TrackedReading] = []) throws(PipelineError) -> [Document] {
    try PipelineError.wrap {
      for path in paths {
        guard CaseLocation.realPath(path) != nil else { throw PipelineError.noSuchPath(path) }
        var status = stat()
        guard stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
          throw PipelineError.notReadable(path: path, reason: "it is no file; name two files")
        }
      }
      var configuration = workers
      configuration.workers = max(1, min(workers.workers, paths.count))
      let pool = try WorkerPool(configuration: configuration)
      defer { pool.shutDown() }
      var reading = VersionReading(pool: pool)
      for (index, path) in paths.enumerated() {
        try reading.add(path, tracked: index < tracked.count ? tracked[index] : .accept)
      }
      while let report = try pool.next(isCancelled: isCancelled) { try reading.settle(report) }
      return try reading.finish()
    }
  }
}

/// The files on their way through the workers.
struct VersionReading {
  private struct File {
    var source: Source
    var rawPath: [UInt8]
    var tracked: TrackedReading
    var head: Document?
    var layouts: [Int: [PageLayout]] = [:]
    /// By the number of their piece.
    var documents: [Int: [Document]] = [:]
    var skipped: String?
    /// What could not be read of it.
    var losses: [Finding] = []
  }

  private struct Task {
    var file: Int
    /// 0 for the whole file, then its pieces.
    var piece: Int
    var isPart = false
  }

  private let pool: WorkerPool
  private var files: [File] = []
  private var tasks: [Task] = []

  init(pool: WorkerPool) { self.pool = pool }

  mutating func add(_ path: String, tracked: TrackedReading) throws {
    let raw = Array((CaseLocation.realPath(path) ?? path).utf8)
    guard let hash = FileHash.of(rawPath: raw, isCancelled: { false }) else {
      throw PipelineError.notReadable(path: path, reason: "permission denied, or it is no regular file")
    }
    let size = (try? FileManager.default.attributesOfItem(atPath: path)[.size] as? Int) ?? 0
    let source = Source(id: Source.ID(text: hash.hex()), path: path, byteCount: size)
    files.append(File(source: source, rawPath: raw, tracked: tracked))
    submit(Task(file: files.count - 1, piece: 0), source, nil, .rawPath(raw))
  }

  private mutating func submit(_ task: Task, _ source: Source, _ piece: Piece?, _ input: WorkInput) {
    tasks.append(task)
    let payload = Job.read(source, piece, files[task.file].tracked).wireBytes
    pool.submit(
      WorkItem(id: tasks.count - 1, payload: payload, input: input, affinity: files[task.file].source.id.text)
    )
  }

  mutating func settle(_ report: WorkReport) throws {
    let task = tasks[report.item.id]
    let path = files[task.file].source.path
    switch report {
    case .failed(_, let failure): throw PipelineError.notReadable(path: path, reason: "\(failure)")
    case .finished(_, let results, _):
      for bytes in results {
        guard let result = try? JobResult(wireBytes: bytes) else {
          throw PipelineError.notReadable(path: path, reason: "the worker's answer is malformed")
        }
        take(result, task)
      }
    }
  }

  private mutating func take(_ result: JobResult, _ task: Task) {
    switch result {
    case .document(let name, let document, _):
      guard name.isEmpty || task.isPart else { return }
      files[task.file].documents[task.piece, default: []].append(document)
    case .head(let head, _): files[task.file].head = head
    case .layout(let layout): files[task.file].layouts[task.piece, default: []].append(layout)
    case .pieces(let pieces):
      let file = files[task.file]
      for (index, piece) in pieces.enumerated() {
        submit(Task(file: task.file, piece: index + 1), file.source, piece, .rawPath(file.rawPath))
      }
    case .child(let child):
      // A long text comes in parts; what else a file holds is no part of its text.
      guard task.piece > 0, !task.isPart else { return }
      var source = files[task.file].source
      source.byteCount = child.bytes.count
      source.mediaType = child.mediaType ?? ""
      submit(Task(file: task.file, piece: task.piece, isPart: true), source, nil, .bytes(child.bytes))
    case .mediaType(let type): if task.piece == 0 { files[task.file].source.mediaType = type }
    case .skipped(let reason): files[task.file].skipped = reason
    case .finding(let finding): if finding.severity == .loss { files[task.file].losses.append(finding) }
    case .extraction, .boxes: break
    }
  }

  func finish() throws -> [Document] {
    try files.map { file in
      var documents = file.documents.keys.sorted().flatMap { file.documents[$0] ?? [] }
      if let head = file.head {
        var assembler = PageAssembler(head: head)
        for piece in file.layouts.keys.sorted() {
          for layout in file.layouts[piece] ?? [] { documents += assembler.add(layout) }
        }
        documents += assembler.finish()
      }
      // Compared with nothing, all of the other version would seem to have been added or removed.
      guard var document = VersionReading.joined(documents), document.text.contains(where: { $0 > 0x20 })
      else {
        let lost = documents.flatMap(\.findings).first { $0.severity == .loss } ?? file.losses.first
        let reason = file.skipped ?? lost?.message ?? "it holds no text that could be compared"
        throw PipelineError.notReadable(path: file.source.path, reason: reason)
      }
      for loss in file.losses where !document.findings.contains(loss) { document.findings.append(loss) }
      document.source = file.source
      document.id = Document.ID(of: [file.source.id.text])
      return document
    }
  }

  /// One document of several that follow each other in one file.
  static func joined(_ documents: [Document]) -> Document? {
    guard var whole = documents.first else { return nil }
    for next in documents.dropFirst() {
      let start = whole.text.count
      let tables = whole.blocks.reduce(0) { max($0, $1.cell?.table ?? 0) }
      whole.text.append(contentsOf: next.text)
      for var block in next.blocks {
        block.bytes = (block.bytes.lowerBound + start)..<(block.bytes.upperBound + start)
        block.cell?.table += tables
        whole.blocks.append(block)
      }
      for var page in next.pages {
        page.bytes = (page.bytes.lowerBound + start)..<(page.bytes.upperBound + start)
        whole.pages.append(page)
      }
      whole.findings += next.findings
    }
    return whole
  }
}

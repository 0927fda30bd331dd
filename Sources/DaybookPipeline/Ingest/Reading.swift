import DaybookCore
import DaybookExtract
import DaybookIngest
import DaybookStore
import DaybookWorkers

/// The work under way: which sources wait for which jobs, and what becomes of each answer.
struct Reading {
  enum Task {
    case convert(SourceWork, piece: Int?)
    case extract(SourceWork, number: Int, start: Int, document: Document)
    /// Read a page of a piece from its picture.
    case picture(SourceWork, piece: Int, page: Int)
  }

  let store: CaseStore
  private let pool: WorkerPool
  let settings: ExtractionSettings?
  private let fingerprint: String
  let ocr: OCRPlan
  private let progress: any ProgressReporter
  /// Contents that need not be read again, in this run or from an earlier one.
  private var known: Set<ConversionRecord.Key>
  private var tasks: [Int: Task] = [:]
  private var nextTask = 0
  /// Answers that an interrupted run has left, for tasks that need no worker any more.
  private var kept: [WorkReport] = []
  private(set) var inputs: [ConversionRecord.Key: WorkInput] = [:]
  var total = 0
  private(set) var finished = 0
  /// Pieces of long sources behind their first one; they count in `total` too.
  private var finishedPieces = 0

  /// Pieces of one source that are under way at once: enough to keep every worker busy, few enough to bound
  /// what waits for its turn.
  private static let piecesAtOnce = 6
  /// Containers in containers.
  private static let maxDepth = ConversionOptions().maxDepth

  init(
    store: CaseStore, pool: WorkerPool, settings: ExtractionSettings?, ocr: OCRPlan, fingerprint: String,
    known: Set<ConversionRecord.Key>, progress: any ProgressReporter
  ) {
    self.store = store
    self.pool = pool
    self.settings = settings
    self.fingerprint = fingerprint
    self.ocr = ocr
    self.known = known
    self.progress = progress
  }

  mutating func add(file: FoundFile, key: ConversionRecord.Key) throws {
    let source = Source(id: Source.ID(text: key.sha256), path: file.path, byteCount: file.byteCount)
    try begin(source, key: key, input: .rawPath(file.rawPath), isMember: false)
  }

  private mutating func begin(
    _ source: Source, key: ConversionRecord.Key, input: WorkInput, isMember: Bool
  ) throws {
    known.insert(key)
    total += 1
    let row = try store.begin(key, fingerprint: fingerprint)
    let work = SourceWork(source: source, key: key, row: row, isMember: isMember)
    let folder = PieceLog.folder(of: store)
    if PieceLog.exists(of: key, in: folder) {
      work.log = PieceLog(of: key, in: folder, fingerprint: fingerprint)
      if let log = work.log, log.count > 0 {
        progress.notice("\(source.path): goes on where an earlier run was interrupted")
      }
    }
    inputs[key] = input
    submitConvert(work, piece: nil)
  }

  private mutating func submitConvert(_ work: SourceWork, piece: (index: Int, piece: Piece)?) {
    work.pendingJobs += 1
    let task = Task.convert(work, piece: piece?.index)
    if let results = work.log?.results(of: .pages(piece: piece?.index)) { return keep(results, for: task) }
    let payload = Job.convert(work.source, piece?.piece, settings, ocr).wireBytes
    submit(task, payload: payload, input: inputs[work.key] ?? .none, affinity: work.key.sha256)
  }

  mutating func submit(
    _ task: Task, payload: [UInt8], input: WorkInput, affinity: String?, deadline: Duration? = nil
  ) {
    tasks[nextTask] = task
    pool.submit(
      WorkItem(id: nextTask, payload: payload, input: input, deadline: deadline, affinity: affinity))
    nextTask += 1
  }

  private mutating func keep(_ results: [[UInt8]], for task: Task) {
    tasks[nextTask] = task
    let usage = WorkUsage(milliseconds: 0, cpuMilliseconds: 0, peakKiB: 0, attempts: 0)
    kept.append(.finished(WorkItem(id: nextTask, payload: []), results: results, usage: usage))
    nextTask += 1
  }

  /// The next answer that is there already; workers are given what waits for them meanwhile.
  mutating func nextKept() -> WorkReport? {
    guard !kept.isEmpty else { return nil }
    pool.tend()
    return kept.removeFirst()
  }

  /// Takes in what a worker said, in one transaction.
  mutating func settle(_ report: WorkReport) throws {
    guard let task = tasks.removeValue(forKey: report.item.id) else { return }
    let store = store
    try store.batch {
      switch task {
      case .convert(let work, let piece): try settleConvert(work, piece: piece, report)
      case .extract(let work, let number, let start, let document):
        try settleExtract(work, number: number, start: start, document, report)
      case .picture(let work, let piece, let page): try settlePicture(work, piece: piece, page: page, report)
      }
    }
    switch task {
    case .convert(_, .some), .picture: finishedPieces += 1
    default: break
    }
    progress.progress("reading", done: finished + finishedPieces, total: total)
  }

  private mutating func settleConvert(_ work: SourceWork, piece: Int?, _ report: WorkReport) throws {
    work.pendingJobs -= 1
    switch report {
    case .failed(_, let failure):
      if let piece {
        try lose(work, piece: piece, failure)
      } else {
        work.isBroken = true
        work.lossReasons = [failure.description]
      }
    case .finished(let item, let bytes, let usage):
      // A worker that its document has taken over may answer anything; it costs that document.
      guard let results = try? bytes.map({ try JobResult(wireBytes: $0) }) else {
        work.pendingJobs += 1
        let failure = WorkFailure(
          reason: .refused("the worker's answer is malformed"), attempts: usage.attempts)
        return try settleConvert(work, piece: piece, .failed(item, failure))
      }
      var layouts: [PageLayout] = []
      for result in results {
        if let layout = try take(result, for: work) { layouts.append(layout) }
      }
      if work.log == nil, work.assembly != nil, work.pieces.count >= PieceLog.worthwhile {
        work.log = PieceLog(of: work.key, in: PieceLog.folder(of: store), fingerprint: fingerprint)
      }
      work.log?.append(bytes, of: .pages(piece: piece))
      if work.assembly != nil { try readPictures(work, piece: piece.map { $0 + 1 } ?? 0, layouts) }
    }
    try goOn(work)
  }

  /// Pages or messages that a worker died over twice: the rest of the source stands.
  private mutating func lose(_ work: SourceWork, piece: Int, _ failure: WorkFailure) throws {
    let what =
      switch work.pieces[piece] {
      case .pages(let pages): "pages \(pages.lowerBound)–\(pages.upperBound)"
      case .bytes(let bytes, let first):
        "bytes \(bytes.lowerBound)–\(bytes.upperBound), from message \(first) on,"
      case .items(let items): "items \(items.lowerBound + 1)–\(items.upperBound)"
      case .picture(let page): "page \(page)"
      }
    let finding = Finding("piece-lost", .loss, "\(what) could not be read: \(failure)")
    work.note(finding)
    try store.append(children: [], findings: [("", finding)], to: work.row)
    if work.assembly != nil { try assemble(work, piece: piece + 1, []) }
  }

  /// One result; a page of a long document is given back.
  private mutating func take(_ result: JobResult, for work: SourceWork) throws -> PageLayout? {
    switch result {
    case .document(let name, let document, let extraction):
      work.count(document)
      let findings = document.findings + extraction.findings
      try store.append(children: [], findings: findings.map { (name, $0) }, to: work.row)
      let row = try store.addDocument(document, name: name, to: work.row)
      let chunk = ChunkRecord(
        start: 0, document: document, events: extraction.events, aliases: extraction.aliases,
        claims: extraction.claims)
      try store.append(chunk, number: 0, to: row)
    case .layout(let layout): return layout
    case .head(let head, let pageCount):
      for finding in head.findings { work.note(finding) }
      try store.append(children: [], findings: head.findings.map { ("", $0) }, to: work.row)
      var head = head
      head.findings = []
      let row = try store.addDocument(head, name: "", to: work.row)
      work.assembly = Assembly(head: head, documentRow: row, ocrReason: ocr.reason)
      let piece = ConversionOptions().pagesPerPiece
      total += max(0, (pageCount + piece - 1) / piece - 1)
    case .child(let child): try take(child, of: work)
    case .finding(let finding):
      work.note(finding)
      try store.append(children: [], findings: [("", finding)], to: work.row)
    case .pieces(let pieces):
      work.pieces = pieces
      work.waitingPieces = Array(pieces.enumerated()).map { ($0.offset, $0.element) }[...]
    case .mediaType(let type): work.mediaType = type
    case .skipped(let reason):
      work.skipReason = reason
      // An empty file loses nothing; a paper that nobody can read yet is missing from the result.
      let isEmpty = work.source.byteCount == 0
      let finding = Finding(isEmpty ? "empty-file" : "no-reader", isEmpty ? .note : .loss, reason)
      try store.append(children: [], findings: [("", finding)], to: work.row)
    case .extraction, .boxes: break
    }
    return nil
  }

  private mutating func take(_ child: ChildSource, of work: SourceWork) throws {
    var child = child
    child.name = work.uniqueName(child.name)
    let key = ConversionRecord.Key(sha256: SHA256Digest(of: child.bytes).hex(), suffix: Suffix.of(child.name))
    let record = ChildRecord(name: child.name, key: key, byteCount: child.bytes.count)
    try store.append(children: [record], findings: [], to: work.row)
    if known.contains(key) { return }
    let path = work.source.path + "#" + child.name
    let source = Source(
      id: Source.ID(text: key.sha256), path: path, byteCount: child.bytes.count,
      mediaType: child.mediaType ?? "",
      container: work.source.path)
    if path.utf8.count(where: { $0 == UInt8(ascii: "#") }) > Reading.maxDepth {
      known.insert(key)
      let row = try store.begin(key, fingerprint: fingerprint)
      try store.finish(
        ConversionRecord(
          row: row, key: key, outcome: .failed, reason: "containers nested deeper than \(Reading.maxDepth)"))
      return
    }
    try begin(source, key: key, input: .bytes(child.bytes), isMember: true)
  }

  /// Feeds the pages of a piece in; piece 0 came with the first answer, so piece `n` of the rest is number `n
  /// + 1`.
  mutating func assemble(_ work: SourceWork, piece: Int, _ layouts: [PageLayout]) throws {
    for stretch in work.assembly?.take(piece: piece, layouts) ?? [] { try submitExtract(work, stretch) }
  }

  private mutating func submitExtract(
    _ work: SourceWork, _ stretch: (number: Int, start: Int, document: Document)
  ) throws {
    work.count(stretch.document)
    try store.append(children: [], findings: stretch.document.findings.map { ("", $0) }, to: work.row)
    work.pendingJobs += 1
    let task = Task.extract(
      work, number: stretch.number, start: stretch.start, document: stretch.document)
    if let results = work.log?.results(of: .stretch(stretch.number)) { return keep(results, for: task) }
    submit(task, payload: Job.extract(stretch.document, settings).wireBytes, input: .none, affinity: nil)
  }

  private mutating func settleExtract(
    _ work: SourceWork, number: Int, start: Int, _ document: Document, _ report: WorkReport
  ) throws {
    work.pendingJobs -= 1
    var extraction = Extraction()
    switch report {
    case .failed(_, let failure):
      let pages =
        document.pages.first.map { "pages \($0.number)–\(document.pages.last?.number ?? $0.number)" }
        ?? "text"
      extraction.findings = [
        Finding("extraction-lost", .loss, "nothing was extracted from \(pages): \(failure)")
      ]
    case .finished(_, let results, _):
      for bytes in results {
        guard case .extraction(let found)? = try? JobResult(wireBytes: bytes) else {
          extraction.findings = [Finding("extraction-lost", .loss, "the worker's answer is malformed")]
          continue
        }
        extraction = found
      }
      if !extraction.findings.contains(where: { $0.severity == .loss }) {
        work.log?.append(results, of: .stretch(number))
      }
    }
    for finding in extraction.findings { work.note(finding) }
    let findings = extraction.findings.map { ("", $0.shifted(by: start)) }
    try store.append(children: [], findings: findings, to: work.row)
    var document = document
    document.segments = extraction.segments
    let chunk = ChunkRecord(
      start: start, document: document, events: Event.shifted(extraction.events, by: start),
      aliases: extraction.aliases.map { $0.shifted(by: start) },
      claims: extraction.claims.map { $0.shifted(by: start) })
    if let assembly = work.assembly { try store.append(chunk, number: number, to: assembly.documentRow) }
    try goOn(work)
  }

  /// Asks for what is still missing of a source, or closes its account.
  mutating func goOn(_ work: SourceWork) throws {
    while work.pendingJobs < Reading.piecesAtOnce, let next = work.waitingPieces.popFirst() {
      submitConvert(work, piece: next)
    }
    guard work.isDone else { return }
    if var assembly = work.assembly, !work.isAssembled {
      work.isAssembled = true
      let rest = assembly.finish()
      work.assembly = assembly
      for stretch in rest { try submitExtract(work, stretch) }
      if !work.isDone { return }
    }
    try store.finish(work.record)
    work.log?.remove()
    inputs[work.key] = nil
    finished += 1
  }
}

extension Event {
  /// The same event, with its anchors counted from `start` bytes earlier.
  func shifted(by start: Int) -> Event {
    if start == 0 { return self }
    var event = Event(
      kind: kind, modality: modality, when: when, summary: summary, parties: parties,
      evidence: evidence.map { $0.shifted(by: start) }, rule: rule, isStated: isStated, context: context)
    event.assertion = assertion
    event.object = object
    return event
  }

  /// All events of a stretch; what names another of them by its id names it by the new one.
  static func shifted(_ events: [Event], by start: Int) -> [Event] {
    if start == 0 { return events }
    var shifted = events.map { $0.shifted(by: start) }
    let ids = Dictionary(zip(events.map(\.id), shifted.map(\.id))) { first, _ in first }
    for index in shifted.indices {
      shifted[index].assertion.message = shifted[index].assertion.message.map { ids[$0] ?? $0 }
    }
    return shifted
  }
}

extension Claim {
  func shifted(by start: Int) -> Claim {
    var copy = self
    copy.evidence = evidence.shifted(by: start)
    return copy
  }
}

extension Finding {
  func shifted(by start: Int) -> Finding {
    var copy = self
    copy.bytes = bytes.map { $0.lowerBound + start..<$0.upperBound + start }
    return copy
  }
}

extension Anchor {
  func shifted(by start: Int) -> Anchor {
    Anchor(
      document: document, bytes: (bytes.lowerBound + start)..<(bytes.upperBound + start), page: page,
      quote: quote)
  }
}

extension Alias {
  func shifted(by start: Int) -> Alias {
    var copy = self
    copy.evidence = evidence?.shifted(by: start)
    return copy
  }
}

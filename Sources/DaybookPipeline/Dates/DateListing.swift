package import DaybookCore
package import DaybookExtract
import DaybookIngest
import DaybookStore
package import DaybookWorkers
private import Foundation

/// The dates of files, whatever they are: plain text as it stands, everything else as Daybook reads it.
///
/// Shape: one result, or one a stretch, for each document; a container or a mailbox holds many. Byte offsets count in the text
/// that `daybook show` prints, which for plain text is the file itself.
package struct DateListing {
  /// A document, or a stretch of a long one, and what it says of time. Stretches of one document follow each
  /// other and have one `id`.
  package struct Result: Sendable {
    package var id: String
    package var written: String?
    /// Where the words stand that say when it was written, if they are part of the text.
    package var writtenAt: Range<Int>?
    package var text: [UInt8]
    /// Their bytes count in `text`.
    package var spans: [DateSpan]
    /// Where the text stands in its document.
    package var byteOffset: Int
    /// What a person should know; bytes count in the document.
    package var findings: [Finding] = []
  }

  private let request: DateRequest
  private let workers: WorkerConfiguration
  private let progress: any ProgressReporter
  private let isCancelled: () -> Bool

  package init(
    _ request: DateRequest, workers: WorkerConfiguration, progress: any ProgressReporter,
    isCancelled: @escaping () -> Bool
  ) {
    self.request = request
    self.workers = workers
    self.progress = progress
    self.isCancelled = isCancelled
  }

  /// Gives the documents of a file one by one.
  package func read(file: String, _ take: (Result) throws -> Void) throws(PipelineError) {
    try PipelineError.wrap {
      var isFolder: ObjCBool = false
      guard FileManager.default.fileExists(atPath: file, isDirectory: &isFolder) else {
        throw PipelineError.noSuchPath(file)
      }
      if isFolder.boolValue {
        throw PipelineError.notReadable(path: file, reason: "is a folder; name the files in it")
      }
      if try !plainText(file, take) { try documents(file, take) }
    }
  }

  /// Reads a file that is UTF-8 text and nothing else, with the memory of one window; false for every other
  /// kind.
  private func plainText(_ file: String, _ take: (Result) throws -> Void) throws -> Bool {
    guard let handle = FileHandle(forReadingAtPath: file) else {
      throw PipelineError.notReadable(path: file, reason: "may not be opened")
    }
    defer { try? handle.close() }
    guard let source = SourceBytes(descriptor: handle.fileDescriptor) else { return false }
    guard source.count == 0 || Detector.detect(source, path: file).mediaType == "text/plain" else {
      return false
    }
    var windows = TextWindows(descriptor: handle.fileDescriptor, path: file)
    var stream = DateStream(request.reader(locale: request.locale), written: request.written)
    var offset = 0
    var told = 0
    while let text = try windows.next() {
      // What is in another encoding shows in its first window; the converter knows what to do.
      if offset == 0, text.contains(0) || String(validating: text, as: UTF8.self) == nil { return false }
      let spans = text.withUnsafeBufferPointer { stream.read($0) }
      try take(
        Result(
          id: file, written: request.writtenText ?? stream.head?.date.description,
          writtenAt: request.writtenText == nil ? stream.head?.bytes : nil, text: text, spans: spans,
          byteOffset: offset, findings: Array(stream.findings.dropFirst(told))))
      told = stream.findings.count
      offset += text.count
      if isCancelled() { throw PipelineError.interrupted }
    }
    if offset == 0 {
      try take(Result(id: file, written: request.writtenText, text: [], spans: [], byteOffset: 0))
    }
    return true
  }

  /// Reads a file as a case of its own, which is gone afterwards.
  private func documents(_ file: String, _ take: (Result) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory.path + "/daybook-dates-\(getpid())"
    try FileManager.default.createDirectory(
      atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let store = try CaseStore(path: folder + "/one.daybook")
    let run = IngestRun(
      root: file, store: store, settings: nil, workers: workers, progress: progress, isCancelled: isCancelled)
    _ = try run.run()
    let walk = try BundleWalk(store: store)
    if walk.documents.isEmpty {
      let row = walk.rows.first { !$0.reason.isEmpty }
      throw PipelineError.notReadable(path: file, reason: row?.reason ?? "holds no text")
    }
    let reader = request.reader(locale: request.locale)
    for placed in walk.documents {
      let name = placed.path.split(separator: "#", maxSplits: 1).dropFirst().first.map { "#\($0)" } ?? ""
      for chunk in try store.chunks(of: placed.record.row) {
        var document = chunk.document
        document.segments += Segmenters.segments(in: document)
        var (spans, findings) = reader.spans(in: document, written: request.written)
        for index in findings.indices {
          findings[index].bytes = findings[index].bytes.map {
            $0.lowerBound + chunk.start..<$0.upperBound + chunk.start
          }
        }
        try take(
          Result(
            id: file + name, written: request.writtenText ?? document.ownDate?.when.edtf,
            writtenAt: request.writtenText == nil ? document.ownDate?.bytes : nil, text: document.text,
            spans: spans, byteOffset: chunk.start, findings: findings))
      }
    }
  }
}

extension Document {
  /// The date that it says it has, where it says so.
  fileprivate var ownDate: DocumentDate? {
    if let header, let sent = header.sent {
      return DocumentDate(kind: .sent, when: sent, basis: .header, text: header.sentText ?? "")
    }
    return dates.first { $0.kind != .mentioned && $0.basis != .property }
  }
}

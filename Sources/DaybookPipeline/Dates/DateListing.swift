import DaybookCore
package import DaybookExtract
import DaybookIngest
import DaybookStore
package import DaybookWorkers
private import Foundation

/// The dates of files, whatever they are: plain text as it stands, everything else as Daybook reads it.
///
/// Shape: one result for each document; a container or a mailbox holds many. Byte offsets count in the text
/// that `daybook show` prints, which for plain text is the file itself.
package struct DateListing {
  /// One document and what it says of time.
  package struct Result: Sendable {
    package var id: String
    package var written: String?
    package var text: [UInt8]
    package var spans: [DateSpan]
    /// Where the text stands in its document.
    package var byteOffset: Int
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
      if let text = try plainText(file) {
        let reader = request.reader(locale: request.locale)
        let spans = reader.spans(text: text, written: request.written)
        try take(
          Result(id: file, written: request.writtenText, text: text, spans: spans, byteOffset: 0))
      } else {
        try documents(file, take)
      }
    }
  }

  /// The bytes of a file that is UTF-8 text and nothing else; nil for every other kind.
  private func plainText(_ file: String) throws -> [UInt8]? {
    guard let handle = FileHandle(forReadingAtPath: file) else {
      throw PipelineError.notReadable(path: file, reason: "may not be opened")
    }
    defer { try? handle.close() }
    guard let source = SourceBytes(descriptor: handle.fileDescriptor) else { return nil }
    guard Detector.detect(source, path: file).mediaType == "text/plain" else { return nil }
    let bytes = source.copy()
    return String(validating: bytes, as: UTF8.self) == nil ? nil : bytes
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
        let spans = reader.spans(in: document, written: request.written)
        try take(
          Result(
            id: file + name, written: request.writtenText ?? document.ownDate, text: document.text,
            spans: spans, byteOffset: chunk.start))
      }
    }
  }
}

extension Document {
  /// The date that it says it has, where it says so.
  fileprivate var ownDate: String? {
    header?.sent?.edtf ?? dates.first { $0.kind != .mentioned && $0.basis != .property }?.when.edtf
  }
}

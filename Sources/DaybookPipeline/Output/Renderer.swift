package import DaybookCore
package import DaybookEmit
import DaybookStore
private import Foundation

/// Writes outputs, and keeps what it wrote in the store, so that an unchanged case costs no more than a copy.
package struct Renderer {
  private let view: CaseView
  private let filter: EntryFilter
  private let scope: [String]
  private let progress: any ProgressReporter

  package init(
    view: CaseView, filter: EntryFilter = EntryFilter(), scope: [String] = [], progress: any ProgressReporter
  ) {
    self.view = view
    self.filter = filter
    self.scope = scope
    self.progress = progress
  }

  /// Writes all formats into a folder, which is made if need be; gives the files' paths.
  package func write(_ emitters: [any Emitter], into folder: String) throws(PipelineError) -> [String] {
    do {
      try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    } catch {
      throw .cannotWrite(
        path: folder, reason: "no such folder can be made; check the path and its permissions")
    }
    var paths: [String] = []
    for emitter in emitters {
      let path = folder + "/" + emitter.fileName
      try write(emitter, to: path)
      paths.append(path)
      progress.progress("writing", done: paths.count, total: emitters.count)
    }
    return paths
  }

  /// Writes one format as one file.
  package func write(_ emitter: any Emitter, to path: String) throws(PipelineError) {
    var file = try OutputFile(path: path)
    do { try copy(emitter, to: &file) } catch { throw Renderer.error(error, path: path) }
    try file.commit()
  }

  /// Writes one format to any sink, such as standard output.
  package func write(_ emitter: any Emitter, to sink: inout some ByteSink) throws(PipelineError) {
    do { try copy(emitter, to: &sink) } catch { throw Renderer.error(error, path: "standard output") }
  }

  private static func error(_ error: any Error, path: String) -> PipelineError {
    switch error {
    case let error as PipelineError: error
    case let error as StoreError: .store(error)
    default: .cannotWrite(path: path, reason: "\(error)")
    }
  }

  private func copy(_ emitter: any Emitter, to sink: inout some ByteSink) throws {
    let key = try key(for: emitter)
    if try view.store.readRendering(key, { try sink.write($0) }) { return }
    try render(emitter, key: key)
    _ = try view.store.readRendering(key) { try sink.write($0) }
  }

  /// Renders beside the store first: the store cannot be written while its entries are being read.
  private func render(_ emitter: any Emitter, key: String) throws {
    let spool = view.store.path + "-rendering"
    defer { unlink(spool) }
    let chronology = try view.chronology(filter, scope: scope)
    var sink = try SpoolSink(path: spool)
    try emitter.emit(chronology, to: &sink)
    try sink.close()
    try view.store.batch {
      try view.store.dropRendering(key)
      var part = 0
      try SpoolSink.read(spool) { bytes in
        try view.store.keepRendering(key, part: part, bytes)
        part += 1
      }
    }
  }

  private func key(for emitter: any Emitter) throws -> String {
    Identifier<Chronology>(of: [
      emitter.name, "\(Emitters.version)", try view.renderingState(), scope.joined(separator: "\u{1}"),
      filter.label,
    ]).text
  }
}

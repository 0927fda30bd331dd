package import DaybookCore
package import DaybookEmit
import DaybookStore
import Foundation

/// Writes outputs: every format at once, each on a thread of its own, and none that is already there as it
/// would be written. The entries are read once for all of them.
package struct Renderer: Sendable {
  private let view: CaseView
  private let filter: EntryFilter
  private let scope: [String]

  package init(view: CaseView, filter: EntryFilter = EntryFilter(), scope: [String] = []) {
    self.view = view
    self.filter = filter
    self.scope = scope
  }

  /// Writes formats into a folder, which is made if need be; gives the files' paths in the order of the
  /// formats.
  package func write(_ emitters: [any Emitter], into folder: String) throws(PipelineError) -> [String] {
    do {
      try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    } catch {
      throw .cannotWrite(
        path: folder, reason: "no such folder can be made; check the path and its permissions")
    }
    let paths = emitters.map { folder + "/" + $0.fileName }
    let chronology = try view.chronology(filter, scope: scope)
    let memories = try PipelineError.wrap {
      try zip(emitters, paths).map { try OutputMemory(view: view, path: $1, key: key(for: $0)) }
    }
    let wanted = emitters.indices.filter { !memories[$0].isUpToDate }
    let walk = SharedWalk(chronology.entries, walks: wanted.map { emitters[$0].walks })
    let failures = Failures()
    try PipelineError.wrap {
      try SideThread.all(wanted.count) { number in
        defer { walk.leave(number) }
        let index = wanted[number]
        var shared = chronology
        shared.entries = walk.entries(for: number)
        do {
          try write(emitters[index], shared, to: paths[index])
          try PipelineError.wrap { try memories[index].remember() }
        } catch {
          failures.add(Renderer.error(error, path: paths[index]), at: index)
        }
      } besides: {
        walk.run()
      }
    }
    if let first = failures.first { throw first }
    return paths
  }

  /// Writes one format to a sink, such as standard output.
  package func write(_ emitter: any Emitter, to sink: inout some ByteSink) throws(PipelineError) {
    let chronology = try view.chronology(filter, scope: scope)
    do {
      try emitter.emit(chronology, to: &sink)
    } catch {
      throw Renderer.error(error, path: "standard output")
    }
  }

  private func write(
    _ emitter: any Emitter, _ chronology: Chronology, to path: String
  ) throws(PipelineError) {
    var file = try OutputFile(path: path)
    do { try emitter.emit(chronology, to: &file) } catch { throw Renderer.error(error, path: path) }
    try file.commit()
  }

  private static func error(_ error: any Error, path: String) -> PipelineError {
    switch error {
    case let error as PipelineError: error
    case let error as StoreError: .store(error)
    default: .cannotWrite(path: path, reason: "\(error)")
    }
  }

  private func key(for emitter: any Emitter) throws -> String {
    Identifier<Chronology>(of: [
      emitter.name, "\(Emitters.version)", try view.renderingState(), scope.joined(separator: "\u{1}"),
      filter.label,
    ]).text
  }
}

/// What the store knows of an output that it wrote: what went into it, and size, time and inode of the file
/// that came out.
private struct OutputMemory {
  private let store: CaseStore
  private let path: String
  private let key: String
  private let setting: String

  init(view: CaseView, path: String, key: String) throws {
    store = view.store
    self.path = path
    self.key = key
    let absolute = path.hasPrefix("/") ? path : FileManager.default.currentDirectoryPath + "/" + path
    setting = "output " + absolute
  }

  /// The file is the one that was written, nobody has touched it, and it would be written again as it is.
  var isUpToDate: Bool {
    guard let stamp, let known = try? store.setting(setting) else { return false }
    return known == key + " " + stamp
  }

  func remember() throws {
    if let stamp { try store.set(setting, to: key + " " + stamp) }
  }

  private var stamp: String? {
    var status = stat()
    guard lstat(path, &status) == 0 else { return nil }
    return [
      Int(status.st_size), Int(status.st_mtim.tv_sec), Int(status.st_mtim.tv_nsec), Int(status.st_ino),
    ].map(String.init).joined(separator: ".")
  }
}

/// Errors of threads, of which the first in order of the formats is reported.
private final class Failures: @unchecked Sendable {
  private let lock = NSLock()
  private var errors: [Int: PipelineError] = [:]

  func add(_ error: PipelineError, at index: Int) { lock.withLock { errors[index] = error } }

  var first: PipelineError? { lock.withLock { errors.min { $0.key < $1.key }?.value } }
}

import DaybookCore
package import DaybookStore
package import DaybookWorkers

/// Why a command could not do its work at all. What is wrong with single papers is a finding or a row of the
/// ledger.
package enum PipelineError: Error, CustomStringConvertible {
  case noSuchPath(String)
  case notReadable(path: String, reason: String)
  case notAFolderOrFile(String)
  /// The store was made from another folder.
  case otherFolder(store: String, folder: String)
  case settings(path: String, line: Int?, reason: String)
  case store(StoreError)
  case workers(WorkerError)
  case cannotWrite(path: String, reason: String)
  /// What is written among the papers would be read as a paper the next time.
  case outputAmongPapers(output: String, papers: String)
  case interrupted
  case notFound(what: String)

  package var description: String {
    switch self {
    case .noSuchPath(let path): "\(path): no such file or folder; check the spelling"
    case .notReadable(let path, let reason): "\(path): cannot be read: \(reason)"
    case .notAFolderOrFile(let path):
      "\(path): neither a folder nor a file; name the folder that holds the papers"
    case .otherFolder(let store, let folder):
      "\(store): was made from \(folder); name another store with --case, or read that folder again"
    case .settings(let path, let line, let reason): "\(path)\(line.map { ":\($0)" } ?? ""): \(reason)"
    case .store(let error): error.description
    case .workers(let error): error.description
    case .cannotWrite(let path, let reason): "\(path): cannot be written: \(reason)"
    case .outputAmongPapers(let output, let papers):
      "\(output): lies in the folder of papers \(papers), and would be read as papers the next time; name a folder outside"
    case .interrupted: "interrupted; the same command goes on where this one stopped"
    case .notFound(let what): what
    }
  }
}

extension PipelineError {
  /// Runs a piece of work whose errors are those of the parts, and gives them our name.
  static func wrap<T>(_ body: () throws -> T) throws(PipelineError) -> T {
    do {
      return try body()
    } catch let error as PipelineError {
      throw error
    } catch let error as StoreError {
      throw .store(error)
    } catch let error as WorkerError {
      throw error == .interrupted ? .interrupted : .workers(error)
    } catch {
      throw .notReadable(path: "internal", reason: "\(error)")
    }
  }
}

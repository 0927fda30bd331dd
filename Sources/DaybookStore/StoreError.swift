/// Why a case store cannot be used.
package enum StoreError: Error, Equatable, CustomStringConvertible {
  /// Another process has it open.
  case busy(path: String, holder: String)
  case cannotOpen(path: String, reason: String)
  /// Not a store, or one of a newer program.
  case notAStore(path: String, reason: String)
  /// The disk is full, or the file cannot be written.
  case cannotWrite(path: String, reason: String)

  package var description: String {
    switch self {
    case .busy(let path, let holder):
      "\(path): in use by another daybook (process \(holder)); wait for it, or name another store with --case"
    case .cannotOpen(let path, let reason): "\(path): cannot be opened: \(reason)"
    case .notAStore(let path, let reason): "\(path): \(reason); name another file with --case"
    case .cannotWrite(let path, let reason): "\(path): cannot be written: \(reason)"
    }
  }
}

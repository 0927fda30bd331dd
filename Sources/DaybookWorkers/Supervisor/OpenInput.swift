import CSandbox
import Foundation

/// A document opened for one attempt.
struct OpenInput {
  /// Nil for work without a document. Owned by whoever holds the value.
  var descriptor: Int32?
  var byteCount = 0
}

extension WorkInput {
  /// Opens the document; the error is the system's word for why that failed.
  func open() throws(WorkFailure.Unreadable) -> OpenInput {
    var size: Int64 = 0
    let descriptor: Int32
    switch self {
    case .none: return OpenInput()
    case .path(let path): descriptor = try Self.open(name: Array(path.utf8), size: &size)
    case .rawPath(let name): descriptor = try Self.open(name: name, size: &size)
    case .descriptor(let source): descriptor = daybook_reopen_input(source, &size)
    case .bytes(let bytes):
      descriptor = bytes.withUnsafeBytes { daybook_memory_file($0.baseAddress, $0.count) }
      size = Int64(bytes.count)
    }
    switch -descriptor {
    case ...0: return OpenInput(descriptor: descriptor, byteCount: Int(size))
    case ELOOP: throw WorkFailure.Unreadable(reason: "a symbolic link")
    case ENODEV, ENXIO: throw WorkFailure.Unreadable(reason: "not a regular file")
    case let code: throw WorkFailure.Unreadable(reason: systemMessage(code))
    }
  }

  private static func open(name: [UInt8], size: inout Int64) throws(WorkFailure.Unreadable) -> Int32 {
    // The system would stop reading the name there, and open another file.
    if name.contains(0) { throw WorkFailure.Unreadable(reason: "its name holds a NUL byte") }
    return (name + [0]).withUnsafeBytes {
      daybook_open_input($0.baseAddress?.assumingMemoryBound(to: CChar.self), &size)
    }
  }
}

extension WorkFailure {
  struct Unreadable: Error { var reason: String }
}

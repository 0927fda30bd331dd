package import DaybookCore
package import DaybookEmit
private import Foundation

/// A file that appears whole or not at all: written under a hidden name beside its place, and renamed when it
/// is complete.
package final class OutputFile: ByteSink {
  private let path: String
  private let temporary: String
  private let descriptor: Int32
  private var buffer: [UInt8] = []
  private var isCommitted = false

  private static let bufferSize = 256 << 10

  package init(path: String) throws(PipelineError) {
    self.path = path
    let folder = path.contains("/") ? String(path[..<(path.lastIndex(of: "/") ?? path.startIndex)]) : "."
    let name = path.split(separator: "/").last.map(String.init) ?? path
    temporary = (folder.isEmpty ? "" : folder) + "/.\(name).\(getpid()).part"
    descriptor = open(temporary, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, 0o644)
    guard descriptor >= 0 else {
      throw .cannotWrite(path: path, reason: String(cString: strerror(errno)))
    }
  }

  deinit {
    if !isCommitted {
      close(descriptor)
      unlink(temporary)
    }
  }

  package func write(_ bytes: [UInt8]) throws {
    // What is long enough is not copied first.
    if buffer.isEmpty, bytes.count >= OutputFile.bufferSize / 8 {
      return try DescriptorSink.writeAll(bytes, to: descriptor, path: path)
    }
    buffer.append(contentsOf: bytes)
    if buffer.count >= OutputFile.bufferSize { try flush() }
  }

  /// Puts the file into its place; what stood there before is gone only now.
  package func commit() throws(PipelineError) {
    do { try flush() } catch { throw .cannotWrite(path: path, reason: "\(error)") }
    isCommitted = true
    guard fsync(descriptor) == 0 || errno == EINVAL, close(descriptor) == 0, rename(temporary, path) == 0
    else {
      let reason = String(cString: strerror(errno))
      unlink(temporary)
      throw .cannotWrite(path: path, reason: reason)
    }
  }

  /// Writes a comparison into a file.
  package static func write(
    _ emitter: any VersionDiffEmitter, _ diff: VersionDiff, to path: String
  ) throws(PipelineError) {
    var file = try OutputFile(path: path)
    do { try emitter.emit(diff, to: &file) } catch { throw .cannotWrite(path: path, reason: "\(error)") }
    try file.commit()
  }

  private func flush() throws {
    try DescriptorSink.writeAll(buffer, to: descriptor, path: path)
    buffer.removeAll(keepingCapacity: true)
  }
}

/// Writes to an open descriptor, such as standard output.
package struct DescriptorSink: ByteSink {
  private let descriptor: Int32
  private let path: String

  package init(descriptor: Int32, name: String) {
    self.descriptor = descriptor
    path = name
  }

  package mutating func write(_ bytes: [UInt8]) throws {
    try DescriptorSink.writeAll(bytes, to: descriptor, path: path)
  }

  static func writeAll(_ bytes: [UInt8], to descriptor: Int32, path: String) throws {
    var done = 0
    while done < bytes.count {
      let count = bytes.withUnsafeBytes {
        Foundation.write(descriptor, $0.baseAddress?.advanced(by: done), $0.count - done)
      }
      if count < 0 {
        if errno == EINTR { continue }
        throw PipelineError.cannotWrite(path: path, reason: String(cString: strerror(errno)))
      }
      done += count
    }
  }
}

import DaybookCore
private import Foundation

/// A scratch file beside the store.
struct SpoolSink: ByteSink {
  private let handle: FileHandle
  private let path: String
  private var buffer: [UInt8] = []

  private static let partSize = 1 << 20

  init(path: String) throws {
    self.path = path
    guard FileManager.default.createFile(atPath: path, contents: nil, attributes: [.posixPermissions: 0o600]),
      let handle = FileHandle(forWritingAtPath: path)
    else {
      throw PipelineError.cannotWrite(path: path, reason: "no scratch file can be made beside the store")
    }
    self.handle = handle
  }

  mutating func write(_ bytes: [UInt8]) throws {
    buffer.append(contentsOf: bytes)
    if buffer.count >= SpoolSink.partSize { try flush() }
  }

  mutating func close() throws {
    try flush()
    try handle.close()
  }

  private mutating func flush() throws {
    do {
      try handle.write(contentsOf: buffer)
    } catch {
      throw PipelineError.cannotWrite(path: path, reason: "the disk is full or failing")
    }
    buffer.removeAll(keepingCapacity: true)
  }

  /// Hands the file out in parts; one empty part for an empty file.
  static func read(_ path: String, _ body: ([UInt8]) throws -> Void) throws {
    guard let handle = FileHandle(forReadingAtPath: path) else {
      throw PipelineError.cannotWrite(path: path, reason: "the scratch file has gone")
    }
    defer { try? handle.close() }
    var isEmpty = true
    while let data = try handle.read(upToCount: partSize), !data.isEmpty {
      isEmpty = false
      try body(Array(data))
    }
    if isEmpty { try body([]) }
  }
}

/// A path as the file system has it: bytes that need not be UTF-8.
enum RawPath {
  /// Calls `body` with the path as C wants it.
  static func withCString<T>(_ path: [UInt8], _ body: (UnsafePointer<CChar>) throws -> T) rethrows -> T {
    try (path.map { CChar(bitPattern: $0) } + [0]).withUnsafeBufferPointer { buffer in
      // Never nil: there is at least the closing NUL.
      try withExtendedLifetime(buffer) { try body(buffer.baseAddress.unsafelyUnwrapped) }
    }
  }
}

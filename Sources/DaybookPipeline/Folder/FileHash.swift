import DaybookCore
private import Foundation

/// The SHA-256 of a file, read in pieces; nothing of it is interpreted.
enum FileHash {
  /// Nil where it cannot be opened or read, or is no regular file any more.
  static func of(rawPath: [UInt8], isCancelled: () -> Bool) -> SHA256Digest? {
    let descriptor = RawPath.withCString(rawPath) { open($0, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK) }
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
    var hasher = SHA256Hasher()
    let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 20, alignment: 16)
    defer { buffer.deallocate() }
    while true {
      let count = read(descriptor, buffer.baseAddress, buffer.count)
      if count < 0 {
        if errno == EINTR { continue }
        return nil
      }
      if count == 0 { return hasher.finish() }
      if isCancelled() { return nil }
      hasher.update(UnsafeRawBufferPointer(rebasing: buffer[..<count]))
    }
  }
}

private import Foundation

/// Keeps a second process away from a store for as long as this one lives.
///
/// The lock belongs to the open file, so the kernel lets it go however the process ends; a file that is left
/// over means nothing.
final class StoreLock: Sendable {
  private let descriptor: Int32

  init(path: String) throws(StoreError) {
    let lockPath = StoreLock.resolved(path) + "-lock"
    descriptor = open(lockPath, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o644)
    guard descriptor >= 0 else { throw .cannotOpen(path: path, reason: String(cString: strerror(errno))) }
    guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
      let holder = StoreLock.holder(descriptor)
      close(descriptor)
      throw .busy(path: path, holder: holder)
    }
    let mark = Array("\(getpid())\n".utf8)
    ftruncate(descriptor, 0)
    _ = pwrite(descriptor, mark, mark.count, 0)
  }

  deinit { close(descriptor) }

  /// The file behind links, so that two names of one store have one lock; a file that is not there yet has no
  /// other name.
  private static func resolved(_ path: String) -> String {
    guard let real = realpath(path, nil) else { return path }
    defer { free(real) }
    return String(cString: real)
  }

  private static func holder(_ descriptor: Int32) -> String {
    var buffer = [UInt8](repeating: 0, count: 16)
    let count = pread(descriptor, &buffer, buffer.count, 0)
    let digits = buffer.prefix(max(0, count)).prefix { (48...57).contains($0) }
    return digits.isEmpty ? "unknown" : String(decoding: digits, as: UTF8.self)
  }
}

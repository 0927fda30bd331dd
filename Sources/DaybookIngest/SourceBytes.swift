private import Foundation

/// The bytes of a source: mapped from an open file, or held in memory.
///
/// A mapping costs no memory of its own; a file that is cut short while it is mapped ends the worker, which
/// costs that file only.
package final class SourceBytes: @unchecked Sendable {
  private let pointer: UnsafeRawBufferPointer
  private let isMapped: Bool

  /// Maps all of an open file. Nil when it cannot be mapped. The descriptor may be closed afterwards.
  package init?(descriptor: Int32) {
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { return nil }
    let size = Int(status.st_size)
    guard size > 0 else {
      pointer = UnsafeRawBufferPointer(start: nil, count: 0)
      isMapped = false
      return
    }
    guard let address = mmap(nil, size, PROT_READ, MAP_PRIVATE, descriptor, 0), address != MAP_FAILED else {
      return nil
    }
    pointer = UnsafeRawBufferPointer(start: address, count: size)
    isMapped = true
  }

  package init(_ bytes: [UInt8]) {
    let copy = UnsafeMutableRawBufferPointer.allocate(byteCount: bytes.count, alignment: 1)
    copy.copyBytes(from: bytes)
    pointer = UnsafeRawBufferPointer(copy)
    isMapped = false
  }

  deinit {
    if isMapped {
      munmap(UnsafeMutableRawPointer(mutating: pointer.baseAddress), pointer.count)
    } else {
      pointer.deallocate()
    }
  }

  package var count: Int { pointer.count }

  package func withBytes<T>(_ body: (UnsafeRawBufferPointer) throws -> T) rethrows -> T { try body(pointer) }

  /// A copy of a range, cut to what is there.
  package func copy(_ range: Range<Int>) -> [UInt8] {
    let range = range.clamped(to: 0..<count)
    return Array(pointer[range])
  }

  package func copy() -> [UInt8] { Array(pointer) }
}

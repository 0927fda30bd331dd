/// Puts frames together from what arrives. The sender is not trusted: it may have been taken over by a
/// document.
struct FrameReader {
  enum Fault: Error {
    /// The header says more bytes than the limit; nothing is kept for it.
    case tooLong
    case unknownTag
  }

  let payloadLimit: Int
  private var header: [UInt8] = []
  /// The frame under way, and how many bytes it still lacks.
  private var frame: Frame?
  private var missing = 0

  init(payloadLimit: Int) { self.payloadLimit = payloadLimit }

  /// Takes `bytes` in and gives each frame that they complete to `handle`, until that says false.
  mutating func take(_ bytes: UnsafeRawBufferPointer, handle: (Frame) -> Bool) throws(Fault) {
    var rest = bytes[...]
    while !rest.isEmpty {
      guard var current = frame else {
        let count = min(Frame.headerLength - header.count, rest.count)
        header.append(contentsOf: rest.prefix(count))
        rest = rest.dropFirst(count)
        if header.count == Frame.headerLength { try begin() }
        if missing == 0, let empty = frame {
          frame = nil
          guard handle(empty) else { return }
        }
        continue
      }
      // Taken out of `self` while it grows, so that appending does not copy it.
      frame = nil
      let count = min(missing, rest.count)
      current.payload.append(contentsOf: rest.prefix(count))
      rest = rest.dropFirst(count)
      missing -= count
      if missing > 0 {
        frame = current
      } else {
        guard handle(current) else { return }
      }
    }
  }

  private mutating func begin() throws(Fault) {
    guard let (tag, length) = Frame.parse(header: header) else { throw .unknownTag }
    guard length <= payloadLimit else { throw .tooLong }
    header.removeAll(keepingCapacity: true)
    frame = Frame(tag: tag)
    // A claimed length buys little memory before its bytes arrive.
    frame?.payload.reserveCapacity(min(length, 1 << 16))
    missing = length
  }
}

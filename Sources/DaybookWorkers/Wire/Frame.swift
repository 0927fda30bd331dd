/// One message between supervisor and child: length of the payload (UInt32, little endian), tag (UInt8),
/// payload.
struct Frame: Equatable {
  enum Tag: UInt8 {
    // From the supervisor.
    /// `ChildSetup`, the first frame.
    case setup = 1
    /// An item without a document; the payload is the item's.
    case job
    /// The same with a document, whose descriptor travels with the first byte of the frame.
    case jobWithInput

    // From the child.
    /// `SandboxReport`: ready.
    case hello = 16
    case result
    /// Nothing but a sign of life.
    case alive
    /// `ChildUsage`: the item is finished.
    case done
    /// Text: the item is refused; before `hello`, the child cannot work at all.
    case refused
  }

  static let headerLength = 5

  var tag: Tag
  var payload: [UInt8] = []

  /// The bytes in front of a payload of so many bytes.
  static func header(_ tag: Tag, payloadLength: Int) -> [UInt8] {
    let length = UInt32(clamping: payloadLength)
    return [
      UInt8(truncatingIfNeeded: length), UInt8(truncatingIfNeeded: length >> 8),
      UInt8(truncatingIfNeeded: length >> 16), UInt8(truncatingIfNeeded: length >> 24), tag.rawValue,
    ]
  }

  /// Reads what `header` wrote; nil for a tag that is none.
  static func parse(header: [UInt8]) -> (tag: Tag, payloadLength: Int)? {
    guard header.count == headerLength, let tag = Tag(rawValue: header[4]) else { return nil }
    return (tag, header[..<4].reversed().reduce(0) { $0 << 8 | Int($1) })
  }
}

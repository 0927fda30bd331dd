/// The name of a value, made from its content, so that the same input has the same ids on every machine.
///
/// Shape: lower-case hexadecimal, at least 16 digits. `Of` only keeps ids of different things apart.
package struct Identifier<Of>: Hashable, Sendable, Codable, Comparable, CustomStringConvertible {
  package let text: String

  package init(text: String) { self.text = text }

  /// The first 16 bytes of the SHA-256 over the parts, each closed by a NUL, so that "ab" + "c" is not "a" +
  /// "bc".
  ///
  /// A NUL inside a part is followed by FF, which no UTF-8 holds and so no next part begins with.
  package init(of parts: [String]) {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(parts.reduce(parts.count) { $0 + $1.utf8.count })
    for part in parts {
      if part.utf8.contains(0) {
        for byte in part.utf8 { bytes.append(contentsOf: byte == 0 ? [0, 0xFF] : [byte]) }
      } else {
        bytes.append(contentsOf: part.utf8)
      }
      bytes.append(0)
    }
    text = SHA256Digest(of: bytes).hex(bytes: 16)
  }

  package var description: String { text }

  package static func < (left: Self, right: Self) -> Bool { left.text < right.text }

  /// Whether `text` is one that `init(of:)` could have made.
  var isWellFormed: Bool {
    text.utf8.count == 32 && text.utf8.allSatisfy { (0x30...0x39).contains($0) || (0x61...0x66).contains($0) }
  }
}

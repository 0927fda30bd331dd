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
    var hash = SHA256Hasher()
    for part in parts {
      var bytes: [UInt8] = []
      for byte in part.utf8 {
        bytes.append(byte)
        if byte == 0 { bytes.append(0xFF) }
      }
      bytes.append(0)
      hash.update(bytes)
    }
    text = hash.finish().hex(bytes: 16)
  }

  package var description: String { text }

  package static func < (left: Self, right: Self) -> Bool { left.text < right.text }
}

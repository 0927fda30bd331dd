/// The name of a value, made from its content, so that the same input has the same ids on every machine.
///
/// Shape: lower-case hexadecimal, at least 16 digits. `Of` only keeps ids of different things apart.
package struct Identifier<Of>: Hashable, Sendable, Codable, Comparable, CustomStringConvertible {
  package let text: String

  package init(text: String) { self.text = text }

  /// The first 16 bytes of the SHA-256 over the parts, each closed by a NUL, so that "ab" + "c" is not "a" + "bc".
  package init(of parts: [String]) {
    var hash = SHA256Hasher()
    for part in parts {
      hash.update(Array(part.utf8))
      hash.update([0])
    }
    text = hash.finish().hex(bytes: 16)
  }

  package var description: String { text }

  package static func < (left: Self, right: Self) -> Bool { left.text < right.text }
}

/// Names of members, made safe to show and to build paths of.
enum MemberName {
  enum Refusal: String, Hashable {
    case absolute = "an absolute path"
    case parent = "a path that leads out of the archive"
    case empty = "no name"
  }

  /// The parts of the name, `/` between them; control characters, `#`, and bytes that are not UTF-8 as "%"
  /// and two digits.
  ///
  /// Nil in place of a name, with the reason, where following it would lead outside. `isExact` is false where
  /// bytes had to be rewritten.
  static func safe(_ raw: [UInt8]) -> (name: String?, refusal: Refusal?, isExact: Bool) {
    // Some Windows programs part names by backslash; in a name with slashes it is a character.
    let bytes = raw.contains(0x2F) ? raw : raw.map { $0 == 0x5C ? 0x2F : $0 }
    if bytes.first == 0x2F || bytes.count >= 2 && bytes[1] == 0x3A && (0x61...0x7A).contains(bytes[0] | 0x20)
    {
      return (nil, .absolute, true)
    }
    var parts: [[UInt8]] = []
    for part in bytes.split(separator: 0x2F) where !part.elementsEqual([0x2E]) {
      if part.elementsEqual([0x2E, 0x2E]) { return (nil, .parent, true) }
      parts.append(Array(part))
    }
    guard !parts.isEmpty else { return (nil, .empty, true) }
    let escaped = parts.map(escaped)
    return (escaped.joined(separator: "/"), nil, zip(parts, escaped).allSatisfy { $0.elementsEqual($1.utf8) })
  }

  private static func escaped(_ part: [UInt8]) -> String {
    var result: [UInt8] = []
    part.withUnsafeBytes { bytes in
      var index = 0
      while index < bytes.count {
        let count = UTF8Scan.length(bytes, at: index)
        if count == 0 || count == 1 && (bytes[index] < 0x20 || bytes[index] == 0x7F || bytes[index] == 0x23) {
          let digits = Array("0123456789ABCDEF".utf8)
          result.append(contentsOf: [0x25, digits[Int(bytes[index] >> 4)], digits[Int(bytes[index] & 15)]])
        } else {
          for offset in index..<(index + count) { result.append(bytes[offset]) }
        }
        index += max(count, 1)
      }
    }
    return String(decoding: result, as: UTF8.self)
  }

  /// What programs leave beside the files that people meant to send.
  static func isLitter(_ name: String) -> Bool {
    let parts = name.split(separator: "/")
    let last = parts.last.map(String.init) ?? name
    return parts.contains("__MACOSX")
      || [".DS_Store", "Thumbs.db", "desktop.ini", "ehthumbs.db"].contains(last) || last.hasPrefix("._")
  }
}

import DaybookCore

/// Display names of mailboxes as people are called.
enum MailName {
  /// "Hughes, Traci (BEGA)" → "Traci Hughes"; nil for an empty, withheld or address-like name.
  static func shown(_ name: String?) -> String? {
    guard let name, !isWithheld(name), !name.utf8.contains(UInt8(ascii: "@")) else { return nil }
    var bytes = Array(name.utf8)
    bytes.removeAll { $0 == UInt8(ascii: "\"") }
    if let open = bytes.firstIndex(of: UInt8(ascii: "(")), open > 0 { bytes.removeSubrange(open...) }
    let parts = bytes.split(separator: UInt8(ascii: ","))
    if parts.count == 2 { bytes = Array(parts[1]) + [0x20] + Array(parts[0]) }
    let line = Excerpt.line(bytes, 0..<bytes.count)
    return line.isEmpty ? nil : line
  }

  /// Names that a release has taken out.
  static func isWithheld(_ name: String) -> Bool {
    let bytes = Array(name.utf8)
    if bytes.isEmpty || bytes[0] == UInt8(ascii: "[") { return true }
    // U+2588, the full block of a redaction.
    if zip(bytes, zip(bytes.dropFirst(), bytes.dropFirst(2))).contains(where: {
      $0 == 0xE2 && $1 == (0x96, 0x88)
    }) {
      return true
    }
    return name.lowercased().hasPrefix("redacted")
  }
}

/// Compares names by their letters alone.
enum Spelling {
  /// Lower case, letters and digits only: "Defend Digital Me" → "defenddigitalme".
  static func squeezed(_ name: String) -> String {
    let bytes = name.utf8.compactMap { byte -> UInt8? in
      if byte &- 0x41 < 26 { return byte | 0x20 }
      return byte &- 0x61 < 26 || byte &- 0x30 < 10 || byte >= 0x80 ? byte : nil
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  static func isSame(_ one: String, _ other: String) -> Bool { squeezed(one) == squeezed(other) }

  /// "DDM" for "Defend Digital Me"; nil for names of fewer than three words.
  static func initials(_ name: String) -> String? {
    let words = name.split(separator: " ").filter { $0.utf8.first.map { $0 &- 0x41 < 26 } ?? false }
    guard words.count >= 3 else { return nil }
    return words.map { String($0.prefix(1)) }.joined()
  }
}

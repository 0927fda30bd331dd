/// Bullets of the symbol fonts as the characters that they look like. Source: Unicode mapping tables of
/// Symbol and Wingdings.
enum BulletTable {
  private static let signs: [Unicode.Scalar: String] = [
    "\u{F0B7}": "•", "\u{F0A7}": "▪", "\u{F06E}": "■", "\u{F0A8}": "◻", "\u{F06F}": "□", "\u{F071}": "❑",
    "\u{F076}": "❖", "\u{F0D8}": "➢",
    "\u{F0E0}": "→", "\u{F0FC}": "✓", "\u{F0FB}": "✗", "\u{F0FE}": "☑", "\u{F078}": "☒", "o": "◦", "·": "•",
  ]

  static func sign(for text: String) -> String {
    guard let first = text.unicodeScalars.first else { return "•" }
    if let sign = signs[first] { return sign }
    return (0xE000...0xF8FF).contains(first.value) ? "•" : text
  }

  /// `w:sym`: a character of a symbol font, by its code in hexadecimal; nil where nobody knows what it looks
  /// like.
  static func symbol(_ code: String) -> String? {
    guard let value = UInt32(code, radix: 16),
      let scalar = Unicode.Scalar(value < 0x100 ? value + 0xF000 : value)
    else { return nil }
    if let sign = signs[scalar] { return sign }
    return (0xE000...0xF8FF).contains(scalar.value) ? nil : String(scalar)
  }
}

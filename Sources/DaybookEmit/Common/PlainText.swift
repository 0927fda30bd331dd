/// Text made fit for formats and screens that must not see control characters.
enum PlainText {
  /// One line: line ends and tabs become a blank; other control characters and marks that turn the direction
  /// of writing, U+FFFD.
  static func line(_ text: String) -> String { cleaned(text, keepingLines: false) }

  /// The same with line ends kept, as LF.
  static func lines(_ text: String) -> String { cleaned(text, keepingLines: true) }

  private static func cleaned(_ text: String, keepingLines: Bool) -> String {
    if isClean(text, keepingLines: keepingLines) { return text }
    var out = String.UnicodeScalarView()
    var wasReturn = false
    for scalar in text.unicodeScalars {
      defer { wasReturn = scalar == "\r" }
      switch scalar.value {
      case 0x0A where wasReturn: continue
      case 0x0A, 0x0D: out.append(keepingLines ? "\n" : " ")
      case 0x09: out.append(" ")
      case 0..<0x20, 0x7F...0x9F, 0x202A...0x202E, 0x2066...0x2069: out.append("\u{FFFD}")
      default: out.append(scalar)
      }
    }
    return String(out)
  }

  /// Nearly every text is, and is then handed back as it stands.
  private static func isClean(_ text: String, keepingLines: Bool) -> Bool {
    var text = text
    return text.withUTF8 { isClean($0, keepingLines: keepingLines) }
  }

  /// Whether nothing in a text would be changed.
  static func isClean(_ bytes: UnsafeBufferPointer<UInt8>, keepingLines: Bool) -> Bool {
    for index in 0..<bytes.count {
      switch bytes[index] {
      case 0x0A where keepingLines: continue
      case 0..<0x20, 0x7F: return false
      // C1 controls: C2 80–9F.
      case 0xC2 where index + 1 < bytes.count && bytes[index + 1] < 0xA0: return false
      // U+202A–202E and U+2066–2069: E2 80 AA–AE, E2 81 A6–A9.
      case 0xE2 where index + 2 < bytes.count && bytes[index + 1] <= 0x81 && bytes[index + 2] >= 0xA6:
        return false
      default: continue
      }
    }
    return true
  }
}

/// Text made fit for formats and screens that must not see control characters.
enum PlainText {
  /// One line: line ends and tabs become a blank; other control characters and marks that turn the direction of writing, U+FFFD.
  static func line(_ text: String) -> String { cleaned(text, keepingLines: false) }

  /// The same with line ends kept, as LF.
  static func lines(_ text: String) -> String { cleaned(text, keepingLines: true) }

  private static func cleaned(_ text: String, keepingLines: Bool) -> String {
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
}

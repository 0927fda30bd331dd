/// How many cells of a terminal a text takes, and how it is broken into lines.
///
/// East Asian wide characters and emoji take two cells, combining marks and joiners none. Source: Unicode
/// Standard Annex 11, its main ranges; a terminal may know more.
enum TextWidth {
  static func cells(_ text: String) -> Int { text.unicodeScalars.reduce(0) { $0 + cells($1) } }

  static func cells(_ scalar: Unicode.Scalar) -> Int {
    if scalar.value < 0x300 { return 1 }
    switch scalar.value {
    case 0x200B...0x200F, 0x2060...0x2064, 0xFE00...0xFE0F, 0xFEFF, 0x1F3FB...0x1F3FF: return 0
    case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F,
      0xFF00...0xFF60,
      0xFFE0...0xFFE6, 0x1F1E6...0x1F1FF, 0x1F300...0x1F64F, 0x1F680...0x1F6FF, 0x1F900...0x1FAFF,
      0x20000...0x3FFFD:
      return 2
    default: break
    }
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark: return 0
    default: return 1
    }
  }

  /// Lines of at most `width` cells, broken at blanks; a word that is longer is broken where it must be. At
  /// least one line.
  static func wrapped(_ text: String, to width: Int) -> [String] {
    let width = max(4, width)
    var lines: [String] = []
    var line = ""
    var used = 0
    for word in text.unicodeScalars.split(separator: " ") {
      let cells = word.reduce(0) { $0 + TextWidth.cells($1) }
      if used > 0, used + 1 + cells > width {
        lines.append(line)
        (line, used) = ("", 0)
      }
      if used > 0 {
        line += " "
        used += 1
      }
      for scalar in word {
        let one = TextWidth.cells(scalar)
        if used + one > width {
          lines.append(line)
          (line, used) = ("", 0)
        }
        line.unicodeScalars.append(scalar)
        used += one
      }
    }
    if !line.isEmpty || lines.isEmpty { lines.append(line) }
    return lines
  }

  /// Filled up with blanks; a text that is longer stays as it is.
  static func padded(_ text: String, to width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - cells(text)))
  }
}

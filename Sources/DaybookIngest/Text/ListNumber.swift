/// Numbers as lists print them.
package enum ListNumber {
  package enum Style: Hashable, Sendable {
    case decimal, decimalZero, lowerLetter, upperLetter, lowerRoman, upperRoman, ordinal, none

    /// `type` of an HTML list.
    init(htmlType: String) {
      switch htmlType {
      case "a": self = .lowerLetter
      case "A": self = .upperLetter
      case "i": self = .lowerRoman
      case "I": self = .upperRoman
      default: self = .decimal
      }
    }
  }

  package static func text(_ number: Int, style: Style) -> String {
    switch style {
    case .decimal: String(number)
    case .decimalZero: (0...9).contains(number) ? "0\(number)" : String(number)
    case .lowerLetter: letters(number)
    case .upperLetter: letters(number).uppercased()
    case .lowerRoman: roman(number)
    case .upperRoman: roman(number).uppercased()
    case .ordinal: String(number) + suffix(number)
    case .none: ""
    }
  }

  /// a … z, then aa, bb … as Word counts; more than 26 times 26 is no list that anybody numbers with letters.
  private static func letters(_ number: Int) -> String {
    guard (1...676).contains(number) else { return String(number) }
    let letter = Character(Unicode.Scalar(UInt8(0x61 + (number - 1) % 26)))
    return String(repeating: letter, count: (number - 1) / 26 + 1)
  }

  private static func roman(_ number: Int) -> String {
    guard (1...3999).contains(number) else { return String(number) }
    let values: [(Int, String)] = [
      (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"),
      (10, "x"), (9, "ix"), (5, "v"),
      (4, "iv"), (1, "i"),
    ]
    var rest = number
    var text = ""
    for (value, sign) in values {
      while rest >= value {
        text += sign
        rest -= value
      }
    }
    return text
  }

  private static func suffix(_ number: Int) -> String {
    if (11...13).contains(abs(number % 100)) { return "th" }
    return switch abs(number % 10) {
    case 1: "st"
    case 2: "nd"
    case 3: "rd"
    default: "th"
    }
  }
}

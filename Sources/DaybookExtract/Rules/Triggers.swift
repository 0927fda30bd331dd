/// Where a rule asks to be tried: at the first digit of a number, at certain words, or at certain bytes.
///
/// Words are lower-case ASCII letters, at most 16; case is ignored. Bytes are ASCII punctuation.
package struct Triggers: Sendable, ExpressibleByArrayLiteral {
  package enum Trigger: Sendable {
    case digit
    case word(String)
    case words([String])
    case byte(UInt8)
  }

  package var hasDigit = false
  package var words: [String] = []
  package var bytes: [UInt8] = []

  package init(arrayLiteral elements: Trigger...) {
    for element in elements {
      switch element {
      case .digit: hasDigit = true
      case .word(let word): words.append(word)
      case .words(let list): words += list
      case .byte(let byte): bytes.append(byte)
      }
    }
  }
}

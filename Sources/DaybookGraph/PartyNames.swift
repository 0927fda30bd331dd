/// Names of parties as they are compared.
enum PartyNames {
  /// Lower case, without "the" in front, "&" as "and", and only letters, digits and single spaces.
  ///
  /// An address keeps all of its signs: `a_b@x.uk` and `a-b@x.uk` are two mailboxes.
  static func key(_ name: String) -> String {
    var words: [String] = []
    for part in name.lowercased().split(whereSeparator: \.isWhitespace) {
      if part.contains("@") {
        let address = part.drop { !$0.isLetter && !$0.isNumber }
        words.append(
          String(
            address.prefix(through: address.lastIndex { $0.isLetter || $0.isNumber } ?? address.startIndex)))
      } else {
        appendWords(of: part, to: &words)
      }
    }
    if words.first == "the" { words.removeFirst() }
    return words.joined(separator: " ")
  }

  private static func appendWords(of part: Substring, to words: inout [String]) {
    var word = ""
    for character in part {
      if character.isLetter || character.isNumber {
        word.append(character)
      } else if character != "'" && character != "’" {
        // "Children's" is one word, "Smith-Jones" two.
        if !word.isEmpty { words.append(word) }
        word = ""
        if character == "&" { words.append("and") }
      }
    }
    if !word.isEmpty { words.append(word) }
  }
}

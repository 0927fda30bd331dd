/// Lines that are no part of a page's words wherever they stand in its margin: page numbers, Bates stamps,
/// protective markings.
package enum FurniturePattern {
  case pageNumber, bareNumber, stamp, marking

  package init?(_ text: ArraySlice<UInt8>) {
    guard !text.isEmpty, text.count <= 60 else { return nil }
    if Self.isMarking(text) {
      self = .marking
    } else if let number = Self.pageNumber(text) {
      self = number
    } else if Self.isStamp(text) {
      self = .stamp
    } else {
      return nil
    }
  }

  /// "Page 3 of 9", "Page 3", "3 of 9", "3/9", "- 3 -", "3", "iv".
  private static func pageNumber(_ text: ArraySlice<UInt8>) -> FurniturePattern? {
    var words: [[UInt8]] = []
    var word: [UInt8] = []
    for byte in text {
      switch byte {
      case 0x30...0x39: word.append(UInt8(ascii: "#"))
      case 0x41...0x5A: word.append(byte | 0x20)
      case 0x61...0x7A: word.append(byte)
      case UInt8(ascii: "/"), UInt8(ascii: "|"), UInt8(ascii: " "), UInt8(ascii: "-"), UInt8(ascii: "."),
        UInt8(ascii: ":"),
        UInt8(ascii: "["), UInt8(ascii: "]"), 0xE2, 0x80, 0x93, 0x94:
        if !word.isEmpty { words.append(word) }
        word = []
      default: return nil
      }
    }
    if !word.isEmpty { words.append(word) }
    var numbers = 0
    var named = false
    for word in words {
      if word.allSatisfy({ $0 == UInt8(ascii: "#") }) {
        guard word.count <= 6 else { return nil }
        numbers += 1
      } else if pageWords.contains(word) {
        named = true
      } else if !(words.count == 1 && word.count <= 6 && word.allSatisfy { romanDigits.contains($0) }) {
        return nil
      } else {
        numbers += 1
      }
    }
    guard (1...2).contains(numbers), words.count <= 4 else { return nil }
    // A number alone, or two with only a mark between them, may as well be a figure: where it stands has to
    // settle it.
    return named ? .pageNumber : .bareNumber
  }

  private static let pageWords: Set<[UInt8]> = Set(
    ["page", "pages", "p", "pg", "of", "seite", "von", "pagina", "van", "sur"].map { Array($0.utf8) })
  private static let romanDigits = Set("ivxlc".utf8)

  /// "FOI-2353-000012", "ABC000123", "DOJ_0001234": one word in capitals that ends in four digits or more.
  private static func isStamp(_ text: ArraySlice<UInt8>) -> Bool {
    var (letters, digits, separators, spaces) = (0, 0, 0, 0)
    for byte in text {
      switch byte {
      case 0x41...0x5A:
        letters += 1
        digits = 0
      case 0x30...0x39: digits += 1
      case UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "."), UInt8(ascii: " "):
        separators += 1
        if byte == 0x20 { spaces += 1 }
        digits = 0
      default: return false
      }
    }
    // A number of a room or a form has fewer digits; "MARCH 2022" has a space.
    guard letters >= 2, letters <= 20, separators <= 4 else { return false }
    return digits >= 6 || digits >= 5 && letters + digits >= 7 || digits == 4 && spaces == 0 && letters >= 3
  }

  /// "OFFICIAL-SENSITIVE", "Official – Sensitive (Commercial)", "IN CONFIDENCE", "UNCLASSIFIED".
  ///
  /// Source: Government Security Classifications (UK, 2014 and 2023), older UK markings, and those of US
  /// federal records.
  private static func isMarking(_ text: ArraySlice<UInt8>) -> Bool {
    var words: [[UInt8]] = []
    var word: [UInt8] = []
    for byte in text {
      switch byte {
      case 0x41...0x5A: word.append(byte | 0x20)
      case 0x61...0x7A: word.append(byte)
      default:
        if !word.isEmpty { words.append(word) }
        word = []
      }
    }
    if !word.isEmpty { words.append(word) }
    guard let first = words.first, (1...6).contains(words.count), text.first.map({ $0 < 0x61 }) ?? false
    else { return false }
    guard words.count > 1 || !prefixes.contains(first) else { return false }
    return firstMarkingWords.contains(first) && words.dropFirst().allSatisfy { markingWords.contains($0) }
  }

  private static let firstMarkingWords: Set<[UInt8]> = Set(
    [
      "official", "secret", "restricted", "confidential", "unclassified", "protect", "protected", "sensitive",
      "top", "not", "in",
      "strictly",
    ].map { Array($0.utf8) })
  private static let prefixes = Set(["top", "not", "in", "strictly"].map { Array($0.utf8) })
  private static let markingWords: Set<[UInt8]> = Set(
    [
      "official", "sensitive", "secret", "restricted", "confidential", "confidence", "commercial", "personal",
      "policy", "staff",
      "protectively", "marked", "private", "and", "uk", "eyes", "only", "management", "investigation",
      "legal", "privilege", "locsen",
      "market", "information", "noforn", "use",
    ].map { Array($0.utf8) })
}

/// Finds the label of a version in running text: "version 1.1", "v6".
package enum VersionLabelScan {
  /// The first label in a stretch, with its word.
  package static func first(in text: [UInt8], _ bytes: Range<Int>) -> Range<Int>? {
    let bytes = bytes.clamped(to: 0..<text.count)
    let words = Array(text[bytes])
    guard let digits = VersionNumber.range(in: words, isLabel: false) else { return nil }
    var start = digits.lowerBound
    // Back over what parts the word from its number, and over the word.
    while start > 0, !Bytes.isLetter(words[start - 1]) { start -= 1 }
    while start > 0, Bytes.isLetter(words[start - 1]) { start -= 1 }
    return (bytes.lowerBound + start)..<(bytes.lowerBound + digits.upperBound)
  }
}

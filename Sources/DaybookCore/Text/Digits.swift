/// Numbers as text, without Foundation and without a locale.
package enum Digits {
  /// A number that is not negative, filled up with zeros from the left: `padded(9, to: 2)` is "09".
  package static func padded(_ number: Int, to width: Int) -> String {
    let text = String(number)
    return text.utf8.count >= width ? text : String(repeating: "0", count: width - text.utf8.count) + text
  }
}

import DaybookCore

/// The number at the beginning of a heading: "3", "2.1", "4.2.".
enum HeadingNumber {
  /// The bytes of the number, a full stop at its end left out; nil where the first word is no number.
  static func range(in text: [UInt8], _ bytes: Range<Int>) -> Range<Int>? {
    var index = bytes.lowerBound
    var digits = 0
    var parts = 0
    while index < bytes.upperBound, index - bytes.lowerBound < 16 {
      if Bytes.isDigit(text[index]) {
        digits += 1
        if digits > 3 { return nil }
      } else if text[index] == 0x2E, digits > 0 {
        parts += 1
        digits = 0
      } else {
        break
      }
      index += 1
    }
    guard parts > 0 || digits > 0, index < bytes.upperBound, Bytes.isBlank(text[index]) else { return nil }
    let end = text[index - 1] == 0x2E ? index - 1 : index
    return bytes.lowerBound..<end
  }
}

/// Numbers as decimal digits, without a locale.
package enum Digits {
  /// A number that is not negative, filled up with zeros from the left: `padded(9, to: 2)` is "09".
  package static func padded(_ number: Int, to width: Int) -> String {
    guard width <= 8, number >= 0, number < powers[width] else {
      let text = String(number)
      return text.utf8.count >= width ? text : String(repeating: "0", count: width - text.utf8.count) + text
    }
    return String(unsafeUninitializedCapacity: width) {
      write(number, to: $0, at: 0, width: width)
      return width
    }
  }

  private static let powers = [1, 10, 100, 1000, 10_000, 100_000, 1_000_000, 10_000_000, 100_000_000]

  /// The last `width` digits of a number that is not negative, into room that is there.
  static func write(_ number: Int, to buffer: UnsafeMutableBufferPointer<UInt8>, at start: Int, width: Int) {
    var rest = number
    for index in stride(from: start + width - 1, through: start, by: -1) {
      buffer[index] = 0x30 + UInt8(truncatingIfNeeded: rest % 10)
      rest /= 10
    }
  }

  /// Writes a number behind what is there, without making a text of it.
  package static func append(_ number: Int, to bytes: inout [UInt8]) {
    if number < 0 { bytes.append(UInt8(ascii: "-")) }
    let magnitude = number.magnitude
    var (scale, rest): (UInt, UInt) = (1, magnitude)
    while rest >= 10 {
      rest /= 10
      scale *= 10
    }
    rest = magnitude
    while scale > 0 {
      bytes.append(0x30 + UInt8(truncatingIfNeeded: rest / scale))
      rest %= scale
      scale /= 10
    }
  }
}

/// Text with « and » around what a test is about: the marks out, their byte ranges kept.
struct DateMarkedText {
  let text: [UInt8]
  let ranges: [Range<Int>]

  init(_ marked: String) {
    var text: [UInt8] = []
    var ranges: [Range<Int>] = []
    var start = 0
    for scalar in marked.unicodeScalars {
      switch scalar {
      case "«": start = text.count
      case "»": ranges.append(start..<text.count)
      default: text += Array(String(scalar).utf8)
      }
    }
    self.text = text
    self.ranges = ranges
  }
}

/// Joins the lines of `format=flowed` text again.
///
/// A line that ends in a space goes on in the next, if that has as many quote marks; the signature mark "-- "
/// never does. Quote marks come back as `> ` for each level.
/// Source: RFC 3676.
enum FlowedText {
  static func unwrapped(_ text: [UInt8], deletesSpace: Bool) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(text.count)
    // The depth of the paragraph that the next line may go on with; nil when the last line was fixed.
    var open: Int?
    var position = 0
    while position < text.count {
      let end = text[position...].firstIndex(of: 0x0A) ?? text.count
      var start = position
      while start < end, text[start] == UInt8(ascii: ">") { start += 1 }
      let depth = start - position
      if start < end, text[start] == 0x20 { start += 1 }
      let line = text[start..<end]
      let isSignature = line.elementsEqual([0x2D, 0x2D, 0x20])
      if let current = open, current != depth || isSignature {
        result.append(0x0A)
        open = nil
      }
      if open == nil {
        for level in 0..<depth { result.append(contentsOf: level == 0 ? [0x3E] : [0x20, 0x3E]) }
        if depth > 0, !line.isEmpty { result.append(0x20) }
      }
      let flows = line.last == 0x20 && !isSignature
      result.append(contentsOf: flows && deletesSpace ? line.dropLast() : line)
      if flows {
        open = depth
      } else {
        if end < text.count { result.append(0x0A) }
        open = nil
      }
      position = end + 1
    }
    return result
  }
}

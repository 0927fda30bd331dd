/// The own words of a message as one text: the lines of its stretches, without the marks of quotation.
package enum MessageBody {
  /// One line for each line of the text; an empty line between two stretches that do not touch.
  package static func text(_ ranges: [Range<Int>], of text: [UInt8]) -> [UInt8] {
    var body: [UInt8] = []
    for range in ranges {
      let range = range.clamped(to: 0..<text.count)
      if !body.isEmpty { body += [0x0A, 0x0A] }
      var isLineStart = true
      for index in range {
        let byte = text[index]
        if isLineStart, byte == UInt8(ascii: ">") || byte == 0x20 || byte == 0x09 { continue }
        isLineStart = byte == 0x0A
        if byte == 0x0D || byte == 0x0C { continue }
        body.append(byte)
      }
    }
    while let last = body.last, last <= 0x20 { body.removeLast() }
    if let first = body.firstIndex(where: { $0 > 0x20 }), first > 0 { body.removeFirst(first) }
    return body
  }

  /// Own words of a native message: what stands behind its header, outside the messages that it quotes, in
  /// lines without quote marks. `inner` are the ranges of those messages, in order.
  package static func nativeWords(
    in text: [UInt8], from start: Int, inner: [Range<Int>]
  ) -> [Range<Int>] {
    var ranges: [Range<Int>] = []
    var goesOn = false
    var inner = inner[...]
    var position = min(start, text.count)
    while position < text.count {
      if let first = inner.first, first.lowerBound <= position {
        inner = inner.dropFirst()
        if first.upperBound > position {
          position = first.upperBound
          goesOn = false
          continue
        }
      }
      var end = position
      while end < text.count, text[end] != 0x0A { end += 1 }
      if let next = inner.first, next.lowerBound < end { end = next.lowerBound }
      var content = position
      while content < end, text[content] <= 0x20 { content += 1 }
      if content < end {
        if text[content] == UInt8(ascii: ">") {
          goesOn = false
        } else if goesOn, let last = ranges.indices.last {
          ranges[last] = ranges[last].lowerBound..<end
        } else {
          ranges.append(position..<end)
          goesOn = true
        }
      }
      position = max(position + 1, end < text.count && text[end] == 0x0A ? end + 1 : end)
    }
    return ranges
  }

  /// The lines of a native message behind one quote mark, without it, as far as `limit` bytes go. Lines quoted
  /// deeper are of older messages.
  package static func quotedOnce(in text: [UInt8], from start: Int, limit: Int = 4_000) -> [UInt8] {
    var quoted: [UInt8] = []
    var position = min(start, text.count)
    while position < text.count, quoted.count < limit {
      let end = text[position...].firstIndex(of: 0x0A) ?? text.count
      var content = position
      while content < end, text[content] == 0x20 { content += 1 }
      if content < end, text[content] == UInt8(ascii: ">") {
        content += 1
        while content < end, text[content] == 0x20 { content += 1 }
        if content < end, text[content] != UInt8(ascii: ">") {
          quoted += text[content..<end]
          quoted.append(0x0A)
        }
      }
      position = end + 1
    }
    return quoted
  }
}

import DaybookCore

/// Finds the two ends of a range inside its words: "14" and "18 February", "18 January" and "2 March".
///
/// The word or dash that joins them is looked for in the words alone; where more than one could be it, a word
/// goes before a dash between blanks, and that before a bare one. No parts where that is still open.
enum DateRangeParts {
  static func find(_ span: DateSpan, in bytes: UnsafeBufferPointer<UInt8>) -> [DateSpan.Part] {
    guard span.kind == .date || span.kind == .time, let slash = span.value.utf8.firstIndex(of: 0x2F),
      span.bytes.count <= 120, let joint = joint(span.bytes, bytes)
    else { return [] }
    let values = [String(span.value[..<slash]), String(span.value[span.value.index(after: slash)...])]
    let first = trimmed(span.bytes.lowerBound..<joint.lowerBound, bytes, isFirst: true)
    let last = trimmed(joint.upperBound..<span.bytes.upperBound, bytes, isFirst: false)
    guard !first.isEmpty, !last.isEmpty, !values[1].contains("/") else { return [] }
    return zip([first, last], values).map { place, value in
      DateSpan.Part(bytes: place, kind: value.contains("T") ? .time : .date, value: value)
    }
  }

  private static func joint(_ range: Range<Int>, _ bytes: UnsafeBufferPointer<UInt8>) -> Range<Int>? {
    var words: [Range<Int>] = []
    var spaced: [Range<Int>] = []
    var bare: [Range<Int>] = []
    let cursor = TextCursor(bytes, limit: range.upperBound)
    var position = range.lowerBound
    while position < range.upperBound {
      let word = cursor.word(at: position)
      if word.count > 0 {
        let end = min(position + word.count, range.upperBound)
        if position > range.lowerBound, joints[word] != nil { words.append(position..<end) }
        position = end
        continue
      }
      var end = position
      if bytes[position] == UInt8(ascii: "-") {
        end = position + 1
      } else if TextCursor.isQuote(bytes, endingAt: position + 3), bytes[position + 2] <= 0x95 {
        end = position + 3
      }
      if end > position, end <= range.upperBound, position > range.lowerBound {
        let isSpaced = ByteClass.isBlank(bytes[position - 1])
        if isSpaced { spaced.append(position..<end) } else { bare.append(position..<end) }
      }
      position = max(end, position + 1)
    }
    for list in [words, spaced, bare] {
      if list.count == 1 { return list[0] }
      if list.count > 1 { return nil }
    }
    return nil
  }

  private static let joints = WordTable<Bool>(
    ["to", "and", "until", "till", "through", "or"].map { ($0, true) })

  /// Without blanks, and without the word that opens the range.
  private static func trimmed(_ range: Range<Int>, _ bytes: UnsafeBufferPointer<UInt8>, isFirst: Bool)
    -> Range<Int>
  {
    var cursor = TextCursor(bytes, at: range.lowerBound, limit: range.upperBound)
    cursor.skipBlanks(lines: true)
    if isFirst, cursor.take(FoldedWord("between")) || cursor.take(FoldedWord("from")) {
      cursor.skipBlanks(lines: true)
    }
    var end = range.upperBound
    while end > cursor.position, ByteClass.isBlank(bytes[end - 1]) { end -= 1 }
    return cursor.position..<max(cursor.position, end)
  }
}

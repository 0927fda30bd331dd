import DaybookCore

/// The name around a changed word: words with capitals, on both sides of the change.
struct NameSpans {
  let text: [UInt8]

  /// The run of capitalised words around a range of whole words, inside `limit`; nil where the changed words
  /// are no names, or one word stands alone, which may only begin a sentence.
  func name(around bytes: Range<Int>, in limit: Range<Int>) -> FactSpan? {
    let inner = Bytes.trimmed(bytes, in: text)
    guard !inner.isEmpty, inner.count <= 60 else { return nil }
    var place = inner.lowerBound
    var count = 0
    while place < inner.upperBound {
      let end = wordEnd(place, inner.upperBound)
      guard isCapitalised(place..<end) else { return nil }
      count += 1
      place = end
      while place < inner.upperBound, Bytes.isBlank(text[place]) { place += 1 }
    }
    var range = inner
    while count < 6, let word = wordBefore(range.lowerBound, limit), isCapitalised(word), !endsSentence(word)
    {
      range = word.lowerBound..<range.upperBound
      count += 1
    }
    // "Head of Delivery K"
    if let link = wordBefore(range.lowerBound, limit), text[link].elementsEqual("of".utf8),
      let word = wordBefore(link.lowerBound, limit), isCapitalised(word), !endsSentence(word)
    {
      range = word.lowerBound..<range.upperBound
      count += 1
    }
    while count < 6, !endsSentence(range), let word = wordBehind(range.upperBound, limit), isCapitalised(word)
    {
      range = range.lowerBound..<word.upperBound
      count += 1
    }
    guard count >= 2 else { return nil }
    let core = text.withUnsafeBufferPointer { Bytes.core($0, range.lowerBound, range.upperBound) }
    // The target of a link, or a mark of the format, is no part of a name.
    let marks: [UInt8] = [0x23, 0x28, 0x2F, 0x3C, 0x3E, 0x5B, 0x5D, 0x7C]
    guard !core.isEmpty, !text[core].contains(where: marks.contains) else { return nil }
    return FactSpan(kind: kind(core), bytes: core, value: nil)
  }

  private func kind(_ bytes: Range<Int>) -> FactChange.Kind {
    let words = String(decoding: text[bytes], as: UTF8.self).lowercased().split(separator: " ").map(
      String.init)
    if words.contains(where: FactWordTable.roles.contains) { return .role }
    if words.contains(where: FactWordTable.bodies.contains) { return .body }
    return .person
  }

  private func isCapitalised(_ word: Range<Int>) -> Bool {
    guard let first = word.first(where: { Bytes.isWord(text[$0]) }) else { return false }
    return text[first] &- 0x41 < 26 || text[first] == 0xC3
  }

  private func endsSentence(_ range: Range<Int>) -> Bool {
    guard let last = range.last else { return false }
    return [0x2E, 0x2C, 0x3B, 0x3A, 0x3F, 0x21, 0x29].contains(text[last])
  }

  private func wordEnd(_ start: Int, _ limit: Int) -> Int {
    var end = start
    while end < limit, !Bytes.isBlank(text[end]) { end += 1 }
    return end
  }

  private func wordBefore(_ place: Int, _ limit: Range<Int>) -> Range<Int>? {
    var end = place
    while end > limit.lowerBound, Bytes.isBlank(text[end - 1]) { end -= 1 }
    var start = end
    while start > limit.lowerBound, !Bytes.isBlank(text[start - 1]) { start -= 1 }
    return start < end && end < place ? start..<end : nil
  }

  private func wordBehind(_ place: Int, _ limit: Range<Int>) -> Range<Int>? {
    var start = place
    while start < limit.upperBound, Bytes.isBlank(text[start]) { start += 1 }
    let end = wordEnd(start, limit.upperBound)
    return start < end && start > place ? start..<end : nil
  }
}

import DaybookCore

/// Lists whose entries start with dates.
///
/// Shape: for each block the number of its list, nil for blocks outside. List entries make a list where at
/// least two, and half of all, start with a date; paragraphs do where at least three in a row all start with
/// one.
enum EntryRuns {
  static func runs(in document: Document, dates: [Mention]) -> [Int?] {
    let blocks = document.blocks
    var runs = [Int?](repeating: nil, count: blocks.count)
    var next = 0
    var leads = [Bool](repeating: false, count: blocks.count)
    for index in blocks.indices {
      let start = firstWord(document.text, blocks[index].bytes)
      while next < dates.count, dates[next].bytes.lowerBound < start { next += 1 }
      leads[index] =
        next < dates.count && dates[next].bytes.lowerBound <= start + 4
        && dates[next].bytes.upperBound < blocks[index].bytes.upperBound
    }
    var at = 0
    var number = 0
    while at < blocks.count {
      let kind = blocks[at].kind
      guard kind == .listItem || kind == .paragraph else {
        at += 1
        continue
      }
      var end = at
      while end < blocks.count, blocks[end].kind == kind, kind == .listItem || leads[end] { end += 1 }
      let dated = (at..<end).count { leads[$0] }
      if kind == .listItem ? dated >= 2 && dated * 2 >= end - at : dated >= 3 {
        for index in at..<end { runs[index] = number }
        number += 1
      }
      at = max(end, at + 1)
    }
    return runs
  }

  /// Behind bullets, numbers of entries and space.
  private static func firstWord(_ text: [UInt8], _ bytes: Range<Int>) -> Int {
    let bytes = bytes.clamped(to: 0..<text.count)
    var at = bytes.lowerBound
    while at < bytes.upperBound, at - bytes.lowerBound < 12 {
      let byte = text[at]
      if (byte | 0x20) &- 0x61 < 26 || byte &- 0x30 < 10 { break }
      at += 1
    }
    return at
  }
}

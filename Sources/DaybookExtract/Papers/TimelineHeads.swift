import DaybookCore

/// Timelines that set each date on a line of its own, with what happened on the lines below.
enum TimelineHeads {
  /// Fewer dates make no timeline; more text below each of them is a page of posts.
  private static let fewest = 4
  private static let mostBelow = 5

  /// For each block: the index in `dates` of the date that heads it; nil for blocks outside timelines, and
  /// for the heads themselves.
  static func heads(in document: Document, dates: [Mention]) -> [Int?] {
    let blocks = document.blocks
    var heads = [Int?](repeating: nil, count: blocks.count)
    guard document.header == nil, blocks.count >= 2 * fewest else { return heads }
    var lines: [(block: Int, date: Int)] = []
    var next = 0
    for (index, block) in blocks.enumerated() where block.isBody && block.kind != .cell {
      let bytes = Excerpt.trimmed(document.text, block.bytes)
      while next < dates.count, dates[next].bytes.lowerBound < bytes.lowerBound { next += 1 }
      guard next < dates.count, bytes.count <= 40, case .date(let reading) = dates[next].value,
        reading.when.grain <= .month,
        dates[next].bytes.lowerBound <= bytes.lowerBound + 3,
        dates[next].bytes.upperBound + 2 >= bytes.upperBound
      else { continue }
      lines.append((index, next))
    }
    guard lines.count >= fewest, let first = lines.first else { return heads }
    let below = blocks[first.block...].count { $0.isBody } - lines.count
    guard below >= lines.count / 2, below <= lines.count * mostBelow else { return heads }
    for (place, line) in lines.enumerated() {
      let end = place + 1 < lines.count ? lines[place + 1].block : blocks.count
      for index in line.block + 1..<max(line.block + 1, min(end, line.block + 60))
      where blocks[index].kind == .paragraph || blocks[index].kind == .listItem {
        heads[index] = line.date
      }
    }
    return heads
  }
}

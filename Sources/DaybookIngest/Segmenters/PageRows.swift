/// How full the pages of a text are.
struct PageRows {
  /// Characters that a line of type holds, roughly: paragraphs of a PDF stand on one line of its text.
  private static let width = 85

  private var counts: [Int] = []
  private var full = 1

  init() {}

  init(_ page: PageText) {
    counts = page.pageStarts.indices.map { number in
      let end = number + 1 < page.pageStarts.count ? page.pageStarts[number + 1] : page.lines.count
      // Blank lines at the foot of a page do not fill it.
      var (sum, blanks) = (0, 0)
      for line in page.lines[page.pageStarts[number]..<end] where !line.isFurniture {
        if line.text.isBlank {
          blanks += 1
        } else {
          sum += blanks + (line.columns + PageRows.width - 1) / PageRows.width
          blanks = 0
        }
      }
      return sum
    }
    let sorted = counts.sorted()
    full = max(1, sorted.isEmpty ? 1 : sorted[sorted.count * 3 / 4])
  }

  /// The part of the page before this one that has words: 1 where it is as full as most.
  func fill(before number: Int) -> Double {
    guard number > 0, number <= counts.count else { return 1 }
    return Double(counts[number - 1]) / Double(full)
  }
}

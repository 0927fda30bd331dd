package import DaybookCore

/// Whether two files are one version in two formats: a Word file and its PDF.
///
/// What another format adds by itself does not count: numbers and bullets of lists and headings, marks of
/// footnotes, headers and footers, spacing, the order of what stands beside the text. A changed word or number
/// does.
package enum SameText {
  /// Words that one of the two has more often than the other; only one of them may have any, and only such as
  /// lists are numbered with. "14" in one and "15" in the other is a change.
  package static func isOneVersion(_ old: VersionSide, _ new: VersionSide) -> Bool {
    var counts = words(old)
    for (word, count) in words(new) { counts[word, default: 0] -= count }
    let (more, less) = (counts.filter { $0.value > 0 }, counts.filter { $0.value < 0 })
    guard more.isEmpty || less.isEmpty else { return false }
    return more.keys.allSatisfy(isLabel) && less.keys.allSatisfy(isLabel)
  }

  private static func words(_ side: VersionSide) -> [[UInt8]: Int] {
    var counts: [[UInt8]: Int] = [:]
    for unit in side.units where unit.kind != .furniture {
      for word in side.document.text[unit.bytes].split(whereSeparator: { !Bytes.isWord($0) }) {
        counts[word.map { $0 &- 0x41 < 26 ? $0 | 0x20 : $0 }, default: 0] += 1
      }
    }
    return counts
  }

  private static func isLabel(_ word: [UInt8]) -> Bool {
    word.count == 1 || word.count <= 2 && word.allSatisfy(Bytes.isDigit) || word.count == 3 && word[0] == 0xE2
  }
}

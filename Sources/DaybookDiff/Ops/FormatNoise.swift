import DaybookCore

/// Marks as technical what only another format brings along: the number of a heading or a bullet that one format
/// keeps beside the text and the other prints in it, marks of footnotes, a colon for the border of a cell.
///
/// Between two files of one format such a change was made by somebody, and stays what it is.
enum FormatNoise {
  static func mark(_ diff: inout VersionDiff) {
    guard diff.old.document.source.mediaType != diff.new.document.source.mediaType else { return }
    for index in diff.ops.indices where diff.ops[index].kind == .changed && !diff.ops[index].isTechnical {
      if isNoise(diff.ops[index], diff) { diff.ops[index].isTechnical = true }
    }
  }

  private static func isNoise(_ op: DiffOp, _ diff: VersionDiff) -> Bool {
    guard let oldUnit = op.oldUnits.first, let newUnit = op.newUnits.first, !op.words.isEmpty else {
      return false
    }
    let old = diff.old.units[oldUnit]
    let new = diff.new.units[newUnit]
    return op.words.allSatisfy { word in
      if word.kind == .equal { return true }
      let gone = core(word.old, diff.old)
      let come = core(word.new, diff.new)
      if gone.isEmpty, come.isEmpty { return true }
      guard gone.isEmpty || come.isEmpty else { return false }
      let (words, place, unit, other) =
        gone.isEmpty ? (come, word.new, new, old) : (gone, word.old, old, new)
      if isNoteMark(gone.isEmpty ? word.new : word.old, gone.isEmpty ? diff.new : diff.old) { return true }
      // In front of the paragraph, and the other format has it as its label or may have left it out.
      guard place.lowerBound <= unit.bytes.lowerBound, words.count <= 12 else { return false }
      if let label = other.label { return label.utf8.filter(Bytes.isWord).elementsEqual(words) }
      return false
    }
  }

  /// Letters and digits alone; bullets are none.
  private static func core(_ bytes: Range<Int>, _ side: VersionSide) -> [UInt8] {
    let words = side.document.text[bytes.clamped(to: 0..<side.document.text.count)]
    let kept = words.filter(Bytes.isWord)
    // "•", "–": three bytes of UTF-8 that are no letter.
    return kept.count == 3 && kept[0] == 0xE2 ? [] : kept
  }

  /// "[12]"
  private static func isNoteMark(_ bytes: Range<Int>, _ side: VersionSide) -> Bool {
    let inner = Bytes.trimmed(bytes.clamped(to: 0..<side.document.text.count), in: side.document.text)
    let words = side.document.text[inner]
    guard words.count >= 3, words.count <= 6 else { return false }
    let digits = words.filter { $0 != 0x2E }
    return digits.first == 0x5B && digits.last == 0x5D
      && digits.dropFirst().dropLast().allSatisfy(Bytes.isDigit)
  }
}

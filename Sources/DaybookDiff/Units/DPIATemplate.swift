import DaybookCore

/// Recognises the sections of the assessment's template by the words of their headings, and where those say
/// nothing by the questions that stand below.
enum DPIATemplate {
  static func name(_ side: inout VersionSide) {
    for index in side.sections.indices {
      let section = side.sections[index]
      let heading = folded(Array(section.title.utf8))
      if let found = match(heading, DPIAHeadingTable.headings) {
        side.sections[index].template = found
        continue
      }
      // The question that the template prints stands right below the heading.
      let below = section.units.dropFirst().prefix(2)
      for unit in below where side.units[unit].kind != .heading {
        let words = side.document.text[side.units[unit].bytes].prefix(400)
        if let found = match(folded(Array(words)), DPIAHeadingTable.questions) {
          side.sections[index].template = found
          break
        }
      }
    }
  }

  private static func match(_ text: [UInt8], _ rows: [(words: String, section: DPIASection)]) -> DPIASection?
  {
    rows.first { row in contains(text, Array(row.words.utf8)) }?.section
  }

  /// Lower case, one space between words, nothing but letters and digits; a space at either end.
  private static func folded(_ text: [UInt8]) -> [UInt8] {
    var result: [UInt8] = [0x20]
    for byte in text {
      if Bytes.isWord(byte) {
        result.append(byte &- 0x41 < 26 ? byte | 0x20 : byte)
      } else if result.last != 0x20 {
        result.append(0x20)
      }
    }
    if result.last != 0x20 { result.append(0x20) }
    return result
  }

  private static func contains(_ text: [UInt8], _ words: [UInt8]) -> Bool {
    let wanted = [0x20] + words + [0x20]
    guard text.count >= wanted.count else { return false }
    return (0...(text.count - wanted.count)).contains { start in
      text[start..<(start + wanted.count)].elementsEqual(wanted)
    }
  }
}

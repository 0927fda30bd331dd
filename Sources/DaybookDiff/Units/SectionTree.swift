import DaybookCore

/// Finds the sections of a side: each heading with all that stands below it.
enum SectionTree {
  static func build(_ side: inout VersionSide) {
    var open: [Int] = []
    for index in side.units.indices {
      let unit = side.units[index]
      if unit.kind == .heading {
        while let last = open.last, side.sections[last].level >= max(unit.level, 1) {
          side.sections[last].units = side.sections[last].units.lowerBound..<index
          open.removeLast()
        }
        var section = section(of: unit, at: index, in: side.document.text)
        section.parent = open.last
        open.append(side.sections.count)
        side.sections.append(section)
      }
      side.units[index].section = open.last
    }
    for last in open {
      side.sections[last].units = side.sections[last].units.lowerBound..<side.units.count
    }
    DPIATemplate.name(&side)
  }

  private static func section(of unit: DiffUnit, at index: Int, in text: [UInt8]) -> DiffSection {
    var title = unit.bytes
    var number = unit.label
    if let range = HeadingNumber.range(in: text, unit.bytes) {
      number = String(decoding: text[range], as: UTF8.self)
      var start = range.upperBound
      while start < unit.bytes.upperBound, text[start] == 0x2E || Bytes.isBlank(text[start]) { start += 1 }
      title = start..<unit.bytes.upperBound
    }
    if let label = number, label.utf8.last == 0x2E { number = String(label.dropLast()) }
    let words = text[title].map { Bytes.isBlank($0) ? 0x20 : $0 }
    return DiffSection(
      units: index..<(index + 1), level: max(unit.level, 1), number: number,
      title: String(decoding: words.prefix(200), as: UTF8.self))
  }
}

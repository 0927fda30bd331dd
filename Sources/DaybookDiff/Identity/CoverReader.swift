import DaybookCore

/// Reads the cover of a paper: what stands above its first section, as lines and as rows of two cells.
struct CoverReader {
  let side: VersionSide
  let dates: VersionComparer.DateReading

  private static let mostUnits = 40

  /// Words before the colon, or in the first cell. Source: the model papers of `specs/dpia.md`, section 1, and
  /// the covers of public bodies' assessments and policies.
  private static let keys: [String: VersionIdentity.Field] = [
    "version": .coverVersion, "version number": .coverVersion, "version no": .coverVersion,
    "document version": .coverVersion, "issue": .coverVersion, "revision": .coverVersion,
    "draft": .coverVersion, "date": .coverDate, "dated": .coverDate, "issue date": .coverDate,
    "date of issue": .coverDate, "version date": .coverDate, "document date": .coverDate,
    "effective date": .coverDate, "effective": .coverDate, "last updated": .coverDate, "updated": .coverDate,
    "last modified": .coverDate, "publication date": .coverDate, "published": .coverDate,
    "status": .coverStatus, "document status": .coverStatus, "title": .coverTitle,
  ]

  /// Units above the second heading.
  var units: Range<Int> {
    var headings = 0
    for index in side.units.indices.prefix(CoverReader.mostUnits) {
      if side.units[index].kind == .heading {
        headings += 1
        if headings == 2 { return 0..<index }
      }
    }
    return 0..<min(side.units.count, CoverReader.mostUnits)
  }

  func items() -> [VersionIdentity.Item] {
    var items: [VersionIdentity.Item] = []
    func add(_ field: VersionIdentity.Field, _ bytes: Range<Int>) {
      let inner = Bytes.trimmed(bytes, in: side.document.text)
      guard !inner.isEmpty, inner.count <= 200, !items.contains(where: { $0.field == field }) else { return }
      items.append(VersionIdentity.Item(field, value: side.quote(inner), bytes: inner))
    }
    let units = units
    for index in units where side.units[index].kind != .furniture {
      let unit = side.units[index]
      if unit.kind == .heading { add(.coverTitle, unit.bytes) }
      let cells = unit.blocks.map { side.document.blocks[$0].bytes }
      if unit.kind == .tableRow, cells.count == 2 {
        if let field = CoverReader.keys[folded(cells[0])] { add(field, cells[1]) }
        continue
      }
      for line in lines(of: unit.bytes) { read(line, add) }
    }
    return items
  }

  private func read(_ line: Range<Int>, _ add: (VersionIdentity.Field, Range<Int>) -> Void) {
    let text = side.document.text
    if let colon = text[line].prefix(40).firstIndex(of: 0x3A),
      let field = CoverReader.keys[folded(line.lowerBound..<colon)]
    {
      add(field, (colon + 1)..<line.upperBound)
      return
    }
    guard line.count <= 60 else { return }
    // "Version 2.0", "Draft 3, 14 February 2022"
    let words = Array(text[line])
    if let digits = VersionNumber.range(in: words, isLabel: false), digits.lowerBound <= 14 {
      add(.coverVersion, line.lowerBound..<(line.lowerBound + digits.upperBound))
    }
    for mention in dates(words) {
      guard case .date = mention.value, mention.bytes.count * 2 > line.count, mention.bytes.count > 4 else {
        continue
      }
      add(
        .coverDate,
        (line.lowerBound + mention.bytes.lowerBound)..<(line.lowerBound + mention.bytes.upperBound))
    }
  }

  private func lines(of bytes: Range<Int>) -> [Range<Int>] {
    side.document.text[bytes].split(separator: 0x0A).prefix(CoverReader.mostUnits).map {
      Bytes.trimmed($0.startIndex..<$0.endIndex, in: side.document.text)
    }
  }

  /// Lower case, without marks of emphasis and white space around it.
  private func folded(_ bytes: Range<Int>) -> String {
    let text = side.document.text
    let kept = text[bytes].prefix(60).filter { Bytes.isWord($0) || Bytes.isBlank($0) }
    let inner = Array(kept.map { Bytes.isBlank($0) ? 0x20 : $0 &- 0x41 < 26 ? $0 | 0x20 : $0 })
    return String(decoding: inner[Bytes.trimmed(0..<inner.count, in: inner)], as: UTF8.self)
  }
}

package import DaybookCore

/// Reads what a version says of itself: cover, version table, footer, sign-off, name and properties of its file,
/// authors of tracked changes.
package struct IdentityReader {
  private let dates: VersionComparer.DateReading

  package init(dates: @escaping VersionComparer.DateReading) { self.dates = dates }

  package func identity(of side: VersionSide) -> VersionIdentity {
    var items = CoverReader(side: side, dates: dates).items()
    if !items.contains(where: { $0.field == .coverTitle }), let title = side.document.title {
      items.insert(VersionIdentity.Item(.coverTitle, value: title), at: 0)
    }
    items += versionTable(side) + footer(side) + signOff(side)
    items.append(VersionIdentity.Item(.fileName, value: IdentityReader.fileName(side.document.source.path)))
    for item in side.document.metadata where !IdentityReader.ours.contains(item.key) {
      items.append(VersionIdentity.Item(.property, name: item.key, value: item.value))
    }
    var authors: [String] = []
    for change in side.tracked {
      if let author = change.author, !authors.contains(author), authors.count < 100 { authors.append(author) }
    }
    items += authors.map { VersionIdentity.Item(.trackedAuthor, value: $0) }
    return VersionIdentity(items: items)
  }

  /// What the reader noted about its own work.
  private static let ours: Set<String> = ["encoding", "links", "pdf-version"]

  /// The last part of a path: behind the folder, or behind the container.
  package static func fileName(_ path: String) -> String {
    path.split(whereSeparator: { $0 == "/" || $0 == "#" }).last.map(String.init) ?? path
  }

  // MARK: Version table

  /// The newest row of a table with columns for version and date: the last one, unless the dates run the other
  /// way.
  private func versionTable(_ side: VersionSide) -> [VersionIdentity.Item] {
    var rows: [(version: Range<Int>, date: Range<Int>?, day: String?)] = []
    var table: Int?
    let names = ColumnNames(side)
    for unit in side.units where unit.kind == .tableRow {
      if let table, unit.table != table, !rows.isEmpty { break }
      guard let version = cell(of: unit, side, names, ["version", "issue", "revision", "ver", "draft"]),
        version.count <= 40
      else { continue }
      table = unit.table
      let date = cell(of: unit, side, names, ["date", "issued", "dated"])
      rows.append((version, date, date.flatMap { day(side, $0) }))
    }
    guard let last = rows.last, let first = rows.first else { return [] }
    var newest = last
    if let a = first.day, let b = last.day, a > b { newest = first }
    var items = [
      VersionIdentity.Item(.tableVersion, value: side.quote(newest.version), bytes: newest.version)
    ]
    if let date = newest.date {
      items.append(VersionIdentity.Item(.tableDate, value: side.quote(date), bytes: date))
    }
    return items
  }

  /// The cell of a row under a heading that begins with one of these words; nil in the heading's own row.
  private func cell(
    of unit: DiffUnit, _ side: VersionSide, _ names: ColumnNames, _ words: [String]
  ) -> Range<Int>? {
    for index in unit.blocks {
      let block = side.document.blocks[index]
      guard let heading = names.name(of: block),
        words.contains(where: { heading == $0 || heading.hasPrefix($0 + " ") })
      else { continue }
      return block.bytes
    }
    return nil
  }

  private func day(_ side: VersionSide, _ bytes: Range<Int>) -> String? {
    for mention in dates(Array(side.document.text[bytes])) {
      if case .date(let reading) = mention.value { return reading.when.edtf }
    }
    return nil
  }

  // MARK: Footer

  private func footer(_ side: VersionSide) -> [VersionIdentity.Item] {
    var items: [VersionIdentity.Item] = []
    func read(_ words: [UInt8], at start: Int?) {
      func add(_ field: VersionIdentity.Field, _ bytes: Range<Int>) {
        if items.contains(where: { $0.field == field }) { return }
        items.append(
          VersionIdentity.Item(
            field, value: String(decoding: words[bytes], as: UTF8.self),
            bytes: start.map { ($0 + bytes.lowerBound)..<($0 + bytes.upperBound) }))
      }
      if let digits = VersionNumber.range(in: words, isLabel: false) {
        var first = digits.lowerBound
        while first > 0, !Bytes.isBlank(words[first - 1]), first > digits.lowerBound - 2 { first -= 1 }
        add(.footerVersion, first..<digits.upperBound)
      }
      for mention in dates(words) {
        if case .date = mention.value, mention.bytes.count > 4, mention.bytes.upperBound <= words.count {
          add(.footerDate, mention.bytes)
        }
      }
    }
    for unit in side.units where unit.kind == .furniture && unit.bytes.count <= 400 {
      // A table of contents is furniture too, and names no version of its own.
      guard unit.blocks.allSatisfy({ side.document.blocks[$0].kind == .footer }) else { continue }
      read(Array(side.document.text[unit.bytes]), at: unit.bytes.lowerBound)
    }
    for line in side.document.pages.prefix(3).flatMap(\.furniture) where line.utf8.count <= 400 {
      read(Array(line.utf8), at: nil)
    }
    return items
  }

  // MARK: Sign-off

  private func signOff(_ side: VersionSide) -> [VersionIdentity.Item] {
    var items: [VersionIdentity.Item] = []
    let names = ColumnNames(side)
    for unit in side.units where SignOff.isSignOff(unit, side) && unit.kind != .heading {
      if items.count > 60 { break }
      if unit.kind == .tableRow {
        let blocks = unit.blocks.map { side.document.blocks[$0] }
        guard let first = blocks.first, names.name(of: first) != nil else { continue }
        let role = side.quote(first.bytes)
        for block in blocks.dropFirst() {
          let heading = names.name(of: block) ?? ""
          if heading.hasPrefix("date") {
            items.append(
              VersionIdentity.Item(
                .signOffDate, name: role, value: side.quote(block.bytes), bytes: block.bytes))
          } else if heading.hasPrefix("name") {
            items.append(
              VersionIdentity.Item(
                .signOffName, name: role, value: side.quote(block.bytes), bytes: block.bytes))
          }
        }
      } else if unit.bytes.count <= 400 {
        // "Measures approved by Deputy Director B 14 February 2022"
        let words = Array(side.document.text[unit.bytes])
        for mention in dates(words) {
          guard case .date = mention.value, mention.bytes.count > 4, mention.bytes.upperBound <= words.count
          else { continue }
          let start = unit.bytes.lowerBound
          let bytes = (start + mention.bytes.lowerBound)..<(start + mention.bytes.upperBound)
          let before = words[..<mention.bytes.lowerBound].split(separator: 0x0A).last ?? []
          let role = Bytes.trimmed(before.startIndex..<before.endIndex, in: words)
          items.append(
            VersionIdentity.Item(
              .signOffDate,
              name: role.isEmpty ? nil : String(decoding: words[role].prefix(120), as: UTF8.self),
              value: side.quote(bytes), bytes: bytes))
        }
      }
    }
    return items
  }
}

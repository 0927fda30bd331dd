package import DaybookCore

/// One document of a production, as a row of its load file describes it.
package struct ProductionRow: Hashable, Sendable {
  /// 1-based, in the load file.
  package var row: Int
  /// Bates or control number of its first page.
  package var control: String?
  package var parent: String?
  package var group: String?
  package var custodian: String?
  /// Paths as written, with `/` between their parts.
  package var native: String?
  package var text: String?
  /// Where the number of its parent or its family stands, in the text of the load file.
  package var family: Range<Int>?
}

/// Reads what a load file's table says of natives, texts and families.
package enum Production {
  /// Empty where the table is no load file: it has neither a control number nor a path.
  package static func rows(of document: Document) -> [ProductionRow] {
    var rows: [ProductionRow] = []
    var isProduction = document.metadata.contains { $0.key == "load-file" }
    for block in document.blocks {
      guard let cell = block.cell, let heading = cell.heading else { continue }
      let field =
        heading == "path" && isProduction ? LoadFileField.native : LoadFileField(heading: Array(heading.utf8))
      let isImage = heading == "image" && isProduction
      guard let field = field ?? (isImage ? .control : nil) else { continue }
      if rows.last?.row != cell.row { rows.append(ProductionRow(row: cell.row)) }
      let words = MailLine.cleaned(document.text[block.bytes.clamped(to: 0..<document.text.count)])
      let value = String(decoding: words, as: UTF8.self)
      let last = rows.count - 1
      switch field {
      case .control: rows[last].control = rows[last].control ?? value
      case .parent:
        rows[last].parent = value
        rows[last].family = block.bytes
      case .group, .begAttach:
        rows[last].group = rows[last].group ?? value
        rows[last].family = rows[last].family ?? block.bytes
      case .custodian: rows[last].custodian = value
      case .native:
        rows[last].native = path(value)
        if value.utf8.contains(0x5C) || value.utf8.contains(0x2F) { isProduction = true }
      case .text: rows[last].text = path(value)
      default: break
      }
    }
    return isProduction ? rows : []
  }

  /// `.\VOL01\NATIVES\a.msg` → `VOL01/NATIVES/a.msg`; nil for words that are no path: some productions put the text
  /// itself where others put its path.
  static func path(_ value: String) -> String? {
    guard value.utf8.count <= 1024, !value.utf8.contains(0x0A) else { return nil }
    var path = String(value.map { $0 == "\\" ? "/" : $0 })
    while path.hasPrefix("./") { path.removeFirst(2) }
    while path.hasPrefix("/") { path.removeFirst() }
    guard path.utf8.contains(0x2F) || PathName.fileExtension(path) != nil, !path.isEmpty else { return nil }
    return path
  }
}

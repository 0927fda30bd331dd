import DaybookCore

/// Writes a redline as the parts of a Word file.
///
/// Source: ECMA-376 part 1, sections 17.3 (paragraphs), 17.4 (tables), 17.9 (numbering), 17.13.5 (revisions).
struct RedlineWriter {
  private let redline: Redline
  private let author: String
  private let xml = RedlineXML()
  private var nextID = 1
  /// Numbering definitions by label and level, in order of first use.
  private(set) var labels: [RedlineStyle] = []
  private var labelIDs: [RedlineStyle: Int] = [:]

  static let namespaces = [
    ("xmlns:w", "http://schemas.openxmlformats.org/wordprocessingml/2006/main"),
    ("xmlns:r", "http://schemas.openxmlformats.org/officeDocument/2006/relationships"),
  ]

  init(_ redline: Redline, author: String) {
    self.redline = redline
    self.author = author
  }

  // MARK: Parts

  mutating func document() -> [UInt8] {
    xml.start("w:document", RedlineWriter.namespaces)
    xml.start("w:body")
    var index = 0
    let items = redline.body
    while index < items.count {
      switch items[index] {
      case .paragraph(let paragraph):
        write(paragraph)
        index += 1
      case .row:
        let end = RedlineWriter.tableEnd(items, index)
        writeTable(items[index..<end])
        index = end
        // Two tables that touch would be one.
        if index == items.count { xml.element("w:p") } else if case .row = items[index] { xml.element("w:p") }
      }
    }
    xml.element("w:sectPr") {
      if !redline.header.isEmpty {
        xml.element("w:headerReference", [("w:type", "default"), ("r:id", "rId3")])
      }
      if !redline.footer.isEmpty {
        xml.element("w:footerReference", [("w:type", "default"), ("r:id", "rId4")])
      }
      xml.element("w:pgSz", [("w:w", "11906"), ("w:h", "16838")])
      xml.element(
        "w:pgMar",
        [
          ("w:top", "1440"), ("w:right", "1440"), ("w:bottom", "1440"), ("w:left", "1440"),
          ("w:header", "708"),
          ("w:footer", "708"), ("w:gutter", "0"),
        ])
    }
    xml.end()
    xml.end()
    return xml.finish()
  }

  /// A header or a footer.
  mutating func furniture(_ name: String, _ paragraphs: [RedlineParagraph]) -> [UInt8] {
    xml.start(name, RedlineWriter.namespaces)
    for paragraph in paragraphs { write(paragraph) }
    xml.end()
    return xml.finish()
  }

  /// One list for each label, which shows it as it is and counts nothing: a number of a legal paper must not
  /// change because another program counts otherwise.
  static func numbering(_ labels: [RedlineStyle]) -> [UInt8] {
    let xml = RedlineXML()
    xml.start("w:numbering", namespaces)
    for (index, style) in labels.enumerated() {
      xml.element("w:abstractNum", [("w:abstractNumId", "\(index)")]) {
        xml.element("w:multiLevelType", [("w:val", "singleLevel")])
        xml.element("w:lvl", [("w:ilvl", "0")]) {
          xml.element("w:start", [("w:val", "1")])
          let isNumber = (style.label ?? "").utf8.contains { ($0 | 0x20) &- 0x61 < 26 || $0 &- 0x30 < 10 }
          xml.element("w:numFmt", [("w:val", isNumber ? "decimal" : "bullet")])
          xml.element("w:lvlText", [("w:val", style.label ?? "")])
          xml.element("w:lvlJc", [("w:val", "left")])
          xml.element("w:pPr") {
            let left = 360 * min(max(style.level, 1), 9)
            xml.element("w:ind", [("w:left", "\(left)"), ("w:hanging", "360")])
          }
        }
      }
    }
    for index in labels.indices {
      xml.element("w:num", [("w:numId", "\(index + 1)")]) {
        xml.element("w:abstractNumId", [("w:val", "\(index)")])
      }
    }
    xml.end()
    return xml.finish()
  }

  // MARK: Tables

  /// Rows belong together while neither their old nor their new table is another.
  private static func tableEnd(_ items: [RedlineItem], _ start: Int) -> Int {
    var (old, new): (Int?, Int?) = (nil, nil)
    var index = start
    while index < items.count, case .row(let row) = items[index] {
      if let table = row.newTable, let known = new, table != known { break }
      if row.newTable == nil, let table = row.oldTable, let known = old, table != known { break }
      new = row.newTable ?? new
      old = row.oldTable ?? old
      index += 1
    }
    return index
  }

  private mutating func writeTable(_ rows: ArraySlice<RedlineItem>) {
    let width = rows.reduce(1) { most, item in
      if case .row(let row) = item { max(most, row.cells.count) } else { most }
    }
    xml.start("w:tbl")
    xml.element("w:tblPr") {
      xml.element("w:tblStyle", [("w:val", "TableGrid")])
      xml.element("w:tblW", [("w:w", "5000"), ("w:type", "pct")])
    }
    xml.element("w:tblGrid") {
      for _ in 0..<width { xml.element("w:gridCol", [("w:w", "\(9026 / width)")]) }
    }
    for item in rows {
      guard case .row(let row) = item else { continue }
      xml.start("w:tr")
      last = nil
      if row.mark != .kept {
        xml.start("w:trPr")
        change(row.mark == .deleted ? "w:del" : "w:ins", isEmpty: true)
        xml.end()
      }
      for cell in row.cells {
        xml.start("w:tc")
        xml.element("w:tcPr") { xml.element("w:tcW", [("w:w", "\(9026 / width)"), ("w:type", "dxa")]) }
        last = nil
        for paragraph in cell { write(paragraph) }
        if cell.isEmpty { xml.element("w:p") }
        xml.end()
      }
      xml.end()
    }
    xml.end()
    last = nil
  }

  // MARK: Paragraphs

  /// The change that the paragraph before ends with, and whether its author is the second.
  private var last: (run: RedlineMark, end: RedlineMark, isSecond: Bool)?
  private var isSecond = false

  private mutating func change(_ name: String, isEmpty: Bool = false) {
    xml.start(name, [("w:id", "\(nextID)"), ("w:author", isSecond ? author + " (2)" : author)])
    nextID += 1
    if isEmpty { xml.end() }
  }

  /// Whether the first change of a paragraph has the second author.
  ///
  /// LibreOffice joins two changes of one author that touch across the end of a paragraph, and then accepts or
  /// rejects that end with them, though it was kept.
  private func startsSecond(_ first: RedlineMark) -> Bool {
    guard let last, last.run == first, first != .kept else { return false }
    return last.end == .kept ? !last.isSecond : last.isSecond
  }

  private mutating func write(_ paragraph: RedlineParagraph) {
    xml.start("w:p")
    let starts = startsSecond(paragraph.runs.first?.mark ?? .kept)
    isSecond = starts && paragraph.runs.count < 2
    properties(paragraph)
    if let move = paragraph.move { range(move, paragraph.mark, isStart: true) }
    for (index, run) in paragraph.runs.enumerated() {
      isSecond = starts && index == 0
      switch run.mark {
      case .kept: write(run, "w:t")
      case .deleted: wrapped("w:del") { $0.write(run, "w:delText") }
      case .inserted: wrapped("w:ins") { $0.write(run, "w:t") }
      case .movedFrom: wrapped("w:moveFrom") { $0.write(run, "w:t") }
      case .movedTo: wrapped("w:moveTo") { $0.write(run, "w:t") }
      }
    }
    if let move = paragraph.move { range(move, paragraph.mark, isStart: false) }
    xml.end()
    last = (paragraph.runs.last?.mark ?? .kept, paragraph.mark, isSecond)
    isSecond = false
  }

  private mutating func wrapped(_ name: String, _ body: (inout RedlineWriter) -> Void) {
    change(name)
    body(&self)
    xml.end()
  }

  /// The two places of a move have one name.
  private mutating func range(_ move: Int, _ mark: RedlineMark, isStart: Bool) {
    let name = mark == .movedFrom ? "w:moveFromRange" : "w:moveToRange"
    if isStart {
      xml.element(
        name + "Start", [("w:id", "\(nextID)"), ("w:author", author), ("w:name", "move\(move)")])
      nextID += 1
    } else {
      // The number of the beginning: the runs between took the others.
      xml.element(name + "End", [("w:id", "\(rangeID)")])
    }
    if isStart { rangeID = nextID - 1 }
  }
  private var rangeID = 0

  private mutating func properties(_ paragraph: RedlineParagraph) {
    let style = paragraph.style
    guard paragraph.mark != .kept || style.name != nil || style.label != nil || paragraph.oldStyle != nil
    else { return }
    xml.start("w:pPr")
    setting(style)
    if paragraph.mark != .kept {
      xml.start("w:rPr")
      switch paragraph.mark {
      case .deleted: change("w:del", isEmpty: true)
      case .inserted: change("w:ins", isEmpty: true)
      case .movedFrom:
        change("w:moveFrom", isEmpty: true)
      case .movedTo: change("w:moveTo", isEmpty: true)
      case .kept: break
      }
      xml.end()
    }
    if let old = paragraph.oldStyle,
      old.name != style.name || old.label != style.label || old.level != style.level
    {
      change("w:pPrChange")
      xml.start("w:pPr")
      setting(old)
      xml.end()
      xml.end()
    }
    xml.end()
  }

  private mutating func setting(_ style: RedlineStyle) {
    if let name = style.name { xml.element("w:pStyle", [("w:val", name)]) }
    guard let id = number(style) else { return }
    xml.element("w:numPr") {
      xml.element("w:ilvl", [("w:val", "0")])
      xml.element("w:numId", [("w:val", "\(id)")])
    }
  }

  private mutating func number(_ style: RedlineStyle) -> Int? {
    // "%1" would be counted.
    guard let label = style.label, !label.isEmpty, !label.utf8.contains(0x25) else { return nil }
    let key = RedlineStyle(label: label, level: style.level)
    if let id = labelIDs[key] { return id }
    guard labels.count < 20_000 else { return nil }
    labels.append(key)
    labelIDs[key] = labels.count
    return labels.count
  }

  private func write(_ run: RedlineRun, _ name: String) {
    xml.start("w:r")
    var piece = ""
    func flush() {
      if piece.isEmpty { return }
      xml.element(name, [("xml:space", "preserve")]) { xml.text(piece) }
      piece = ""
    }
    for scalar in run.text.unicodeScalars {
      switch scalar {
      case "\t":
        flush()
        xml.element("w:tab")
      case "\n", "\u{0B}", "\u{0C}":
        flush()
        xml.element("w:br")
      case "\r": continue
      default: piece.unicodeScalars.append(scalar)
      }
    }
    flush()
    xml.end()
  }
}

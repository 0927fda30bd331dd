import DaybookCore

/// Reads a part of a Word file that holds text: the body, a header, notes, comments.
///
/// Source: ECMA-376 part 1, sections 17.2-17.4 (story, paragraphs, tables), 17.13 (changes, notes, comments),
/// 17.16 (fields).
final class WordTextReader: XMLHandler {
  /// A note or comment that the paragraph belongs to.
  struct Story {
    var id: String
    var type: String?
    var author: String?
    /// As the file gives it.
    var date: String?
  }

  private let reading: TrackedReading
  private let emit: (WordParagraph, Story?) -> Void
  private(set) var tables = OfficeTableCursor()
  /// Ids of the notes that the text refers to, in order.
  private(set) var footnotes: [String] = []
  private(set) var endnotes: [String] = []
  /// Relationship ids of files that the text takes in whole.
  private(set) var inserts: [String] = []

  private var story: Story?
  /// Open paragraphs: the last is being read, the others wait around its text box.
  private var open: [WordParagraph] = []
  /// Paragraphs of text boxes, to follow the paragraph that they are anchored in.
  private var waiting: [WordParagraph] = []
  /// A paragraph whose mark was deleted, to be joined to the next.
  private var carried: WordParagraph?
  private var isInParagraphProperties = 0
  private var isInRunProperties = 0
  private var isInRowProperties = false
  /// The change of each open row that is no part of this reading.
  private var rows: [WordParagraph.Change?] = []
  private var run = Run()
  private var isInText = false
  private var changes: [WordParagraph.Change] = []
  private var fields: [Field] = []
  /// Elements open inside one that is left out.
  private var skipped = 0
  private var choices: [Bool] = []

  private struct Run {
    var isHidden = false
    var isBold = false
  }

  private struct Field {
    var isCode = true
    var instruction: [UInt8] = []
  }

  init(reading: TrackedReading, emit: @escaping (WordParagraph, Story?) -> Void) {
    self.reading = reading
    self.emit = emit
  }

  func finish() {
    while !open.isEmpty { endParagraph() }
    if let rest = carried { emit(rest, story) }
    carried = nil
  }

  // MARK: Events

  func start(_ element: XMLElement) {
    if skipped > 0 {
      skipped += 1
      return
    }
    switch element.name.space {
    case .word: startWord(element)
    case .compatibility: startAlternative(element)
    case .math: isInText = element.local == "t"
    default: break
    }
  }

  /// Of several ways to draw the same thing the first is read.
  private func startAlternative(_ element: XMLElement) {
    switch element.local {
    case "AlternateContent": choices.append(false)
    case "Choice", "Fallback":
      guard let taken = choices.last else { return }
      if taken { skipped = 1 } else { choices[choices.count - 1] = true }
    default: break
    }
  }

  private func startWord(_ element: XMLElement) {
    let name = element.local
    if name == "pPrChange", reading == .reject, isInParagraphProperties == 1 {
      // The properties as they were, which come last in those of a paragraph.
      current { ($0.style, $0.list, $0.listLevel, $0.outline) = (nil, nil, nil, nil) }
      return
    }
    // What properties were before a change says nothing of the text as it is.
    if name.hasSuffix("Change") || WordTextReader.ignored.contains(name) {
      skipped = 1
      return
    }
    if isInParagraphProperties > 0 || isInRunProperties > 0 {
      property(element)
      return
    }
    if isInRowProperties, ["ins", "del"].contains(name) {
      let change = WordTextReader.change(element)
      if !rows.isEmpty, change.isDeletion == (reading == .accept) {
        rows[rows.count - 1] = change
        tables.dropRow()
      }
      return
    }
    switch name {
    case "p": startParagraph()
    case "pPr": isInParagraphProperties = 1
    case "r": run = Run()
    case "rPr": isInRunProperties = 1
    case "t", "delText": isInText = true
    case "instrText": isInText = true
    case "ins", "moveTo", "del", "moveFrom": startChange(element)
    case "fldChar": field(element["fldCharType"] ?? "")
    case "tbl": tables.startTable()
    case "tr":
      tables.startRow()
      rows.append(nil)
    case "trPr": isInRowProperties = true
    case "tc": tables.startCell()
    case "gridSpan": tables.span(element.number("val") ?? 1)
    case "gridBefore": tables.skipColumns(element.number("val") ?? 0)
    case "tblHeader": if WordTextReader.isOn(element) { tables.markHeaderRow() }
    case "footnoteReference": if let id = element["id"] { footnotes.append(id) }
    case "endnoteReference": if let id = element["id"] { endnotes.append(id) }
    case "footnote", "endnote", "comment":
      story = Story(
        id: element["id"] ?? "", type: element["type"], author: element["author"],
        date: element["date"])
    case "commentRangeStart", "commentRangeEnd", "commentReference":
      if let id = element["id"] { commentMark(id, name) }
    case "altChunk": if let id = element["id"] { inserts.append(id) }
    default: sign(element)
    }
  }

  /// Elements that stand for a character.
  private func sign(_ element: XMLElement) {
    switch element.local {
    case "tab", "ptab": add("\t")
    case "br", "cr": add("\n")
    case "noBreakHyphen": add("-")
    case "sym": if let code = element["char"], let sign = BulletTable.symbol(code) { add(sign) }
    default: break
    }
  }

  private static let ignored: Set<String> = [
    "sectPr", "sdtPr", "sdtEndPr", "tblPr", "tblGrid", "ffData", "customXmlPr", "smartTagPr", "fldData",
    "rubyPr", "rt", "docPartObj",
    "footnotePr", "endnotePr",
  ]

  private func property(_ element: XMLElement) {
    switch element.local {
    case "pPr": isInParagraphProperties += 1
    case "rPr": isInRunProperties += 1
    case "pStyle": current { $0.style = element["val"] }
    case "numId": current { $0.list = element["val"] }
    case "ilvl": current { $0.listLevel = element.number("val") }
    case "outlineLvl": current { $0.outline = element.number("val") }
    case "ins", "moveTo", "del", "moveFrom":
      guard isInParagraphProperties > 0 else { break }
      let change = WordTextReader.change(element)
      let runsOn = change.isDeletion == (reading == .accept)
      current {
        $0.runsOn = $0.runsOn || runsOn
        $0.markChange = change
      }
    case "vanish": if isInParagraphProperties == 0 { run.isHidden = WordTextReader.isOn(element) }
    case "b": if isInParagraphProperties == 0 { run.isBold = WordTextReader.isOn(element) }
    default: break
    }
  }

  private static func isOn(_ element: XMLElement) -> Bool {
    !["0", "false", "off"].contains(element["val"] ?? "1")
  }

  func end(_ name: XMLElement.Name) {
    if skipped > 0 {
      skipped -= 1
      return
    }
    if name.space == .compatibility {
      if name.local == "AlternateContent" { _ = choices.popLast() }
      return
    }
    if name.space == .math { isInText = false }
    guard name.space == .word else { return }
    switch name.local {
    case "pPr": isInParagraphProperties = max(0, isInParagraphProperties - 1)
    case "rPr": isInRunProperties = max(0, isInRunProperties - 1)
    case "p": endParagraph()
    case "r": run = Run()
    case "t", "delText", "instrText": isInText = false
    case "ins", "moveTo", "del", "moveFrom":
      if isInParagraphProperties == 0, isInRunProperties == 0, !isInRowProperties { _ = changes.popLast() }
    case "trPr": isInRowProperties = false
    case "tr":
      tables.endRow()
      _ = rows.popLast()
    case "tbl": tables.endTable()
    case "footnote", "endnote", "comment":
      finish()
      story = nil
    default: break
    }
  }

  func text(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard skipped == 0, isInText else { return }
    if let field = fields.last, field.isCode {
      if field.instruction.count < 256 { fields[fields.count - 1].instruction.append(contentsOf: bytes) }
      return
    }
    add(bytes)
  }

  // MARK: Paragraphs

  private func current(_ change: (inout WordParagraph) -> Void) {
    guard !open.isEmpty else { return }
    change(&open[open.count - 1])
  }

  private func startParagraph() {
    var paragraph = WordParagraph()
    paragraph.cell = tables.cell
    open.append(paragraph)
    run = Run()
  }

  /// "TOC \o …": a table of contents, which repeats headings and page numbers.
  private static func isContents(_ instruction: [UInt8]) -> Bool {
    instruction.drop { $0 == 0x20 }.starts(with: "TOC".utf8)
  }

  private func endParagraph() {
    guard var paragraph = open.popLast() else { return }
    settle(&paragraph)
    guard open.isEmpty else {
      waiting.append(paragraph)
      return
    }
    if var before = carried {
      carried = nil
      if before.cell == paragraph.cell {
        before.join(&paragraph)
      } else {
        emit(before, story)
      }
    }
    if paragraph.runsOn {
      carried = paragraph
    } else {
      emit(paragraph, story)
    }
    for box in waiting { emit(box, story) }
    waiting = []
  }

  /// A row that is no part of this reading takes its words along; a mark that was changed without any words
  /// is a change of its own.
  private func settle(_ paragraph: inout WordParagraph) {
    if let row = rows.last ?? nil {
      paragraph.isDropped = true
      if !paragraph.words.isEmpty {
        paragraph.words.withUnsafeBufferPointer { paragraph.change($0, as: row, isRead: false) }
      }
    }
    if let mark = paragraph.markChange, !paragraph.changes.contains(where: { $0.kind == mark.kind }) {
      Array("¶".utf8).withUnsafeBufferPointer { paragraph.change($0, as: mark, isRead: false) }
    }
  }

  private func commentMark(_ id: String, _ name: String) {
    current { paragraph in
      guard paragraph.commentMarks.count < 10_000 else { return }
      let offset = paragraph.words.count
      if name != "commentRangeEnd" {
        paragraph.commentMarks.append(WordParagraph.CommentMark(id: id, isStart: true, offset: offset))
      }
      if name != "commentRangeStart" {
        paragraph.commentMarks.append(WordParagraph.CommentMark(id: id, isStart: false, offset: offset))
      }
    }
  }

  private func add(_ text: String) {
    var text = text
    text.withUTF8 { add($0) }
  }

  private func add(_ bytes: UnsafeBufferPointer<UInt8>) {
    if fields.last?.isCode == true { return }
    guard !open.isEmpty else { return }
    let isAccepted = reading == .accept
    if let change = changes.last(where: { $0.isDeletion == isAccepted }) {
      current { $0.change(bytes, as: change, isRead: false) }
      return
    }
    if run.isHidden {
      current { $0.hidden.append(contentsOf: bytes) }
      return
    }
    if let change = changes.last { current { $0.change(bytes, as: change, isRead: true) } }
    let isBold = run.isBold
    let isContents = fields.contains { Self.isContents($0.instruction) }
    current {
      if isContents { $0.isContents = true }
      $0.words.append(contentsOf: bytes)
      if bytes.contains(where: { $0 > 0x20 }) { $0.isBold = ($0.isBold ?? true) && isBold }
    }
  }

  // MARK: Changes and fields

  private func startChange(_ element: XMLElement) { changes.append(WordTextReader.change(element)) }

  private static func change(_ element: XMLElement) -> WordParagraph.Change {
    let kind: TrackedChange.Kind =
      switch element.local {
      case "del": .deletion
      case "moveFrom": .moveFrom
      case "moveTo": .moveTo
      default: .insertion
      }
    return WordParagraph.Change(kind: kind, author: element["author"], date: element["date"])
  }

  private func field(_ type: String) {
    switch type {
    case "begin": if fields.count < 1000 { fields.append(Field()) }
    case "separate": if !fields.isEmpty { fields[fields.count - 1].isCode = false }
    case "end": _ = fields.popLast()
    default: break
    }
  }
}

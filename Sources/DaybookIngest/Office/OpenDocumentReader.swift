import DaybookCore

/// Reads the body of an OpenDocument text.
///
/// Source: ODF 1.3 part 3, sections 5 (paragraphs, lists, changes), 6 (inline text, notes), 7 (fields), 9
/// (tables), 10 (frames), 14.2 (comments).
final class OpenDocumentReader: XMLHandler {
  private typealias Open = OpenDocumentParagraph

  /// A change as its region describes it.
  private struct Change {
    var isDeletion = false
    var author: String?
    /// As the file gives it.
    var date: String?
    /// Of a deletion: its paragraphs.
    var words: [[UInt8]] = []
  }

  private let reading: TrackedReading

  private let styles: OpenDocumentStyles
  private(set) var text = OfficeText()
  private(set) var tables = OfficeTableCursor()
  private(set) var title: String?
  private var lists = OpenDocumentLists()
  /// Lists around a note or a text box, which count for themselves.
  private var outerLists: [OpenDocumentLists] = []
  private var open: [Open] = []
  private var waiting: [Open] = []
  private var skipped = 0
  private var contentsDepth = 0
  private var headerRowDepth = 0
  private var hiddenSpans: [Bool] = []

  // Notes, comments and changes.
  private var places: [OpenDocumentParagraph.Place] = [.body]
  private var noteLabel: [UInt8] = []
  private var comment = Change()
  private var commentID = ""
  private var commentCount = 0
  private var changes: [String: Change] = [:]
  private var region: (id: String, change: Change)?
  /// A paragraph whose end is no part of this reading, to be joined to the next.
  private var carried: Open?
  private var activeChanges: [String] = []
  /// Element whose text is a value and no text of the document.
  private var value: (name: String, bytes: [UInt8])?

  init(_ styles: OpenDocumentStyles, reading: TrackedReading) {
    self.styles = styles
    self.reading = reading
  }

  /// To be called when all has been read.
  func finish() {
    if let rest = carried { store(rest) }
    carried = nil
  }

  // MARK: Events

  func start(_ element: XMLElement) {
    if skipped > 0 {
      skipped += 1
      return
    }
    switch element.name.space {
    case .odfText: startText(element)
    case .odfTable: startTable(element)
    case .odfOffice: startOffice(element)
    case .odfDraw: if element.local == "text-box" { enterStory(.body) }
    case .dublinCore: if element.local == "creator" || element.local == "date" { value = (element.local, []) }
    default: break
    }
  }

  private static let ignored: Set<String> = [
    "sequence-decls", "variable-decls", "user-field-decls", "ruby-text", "script", "hidden-text",
    "hidden-paragraph", "tracked-changes-props",
    "index-title-template", "table-of-content-source", "illustration-index-source",
    "alphabetical-index-source", "bibliography-source",
  ]

  private static let contents: Set<String> = [
    "table-of-content", "illustration-index", "table-index", "object-index", "user-index",
    "alphabetical-index",
  ]

  private func startText(_ element: XMLElement) {
    if OpenDocumentReader.ignored.contains(element.local) {
      skipped = 1
      return
    }
    if OpenDocumentReader.contents.contains(element.local) { contentsDepth += 1 }
    switch element.local {
    case "p", "h": startParagraph(element)
    case "span": hiddenSpans.append(styles.isHiddenSpan(element["style-name"] ?? ""))
    case "s": add(Array(repeating: 0x20, count: min(max(element.number("c") ?? 1, 1), 1000)))
    case "tab": add([0x09])
    case "line-break": add([0x0A])
    case "list": lists.startList(element)
    case "list-item", "list-header": lists.startItem(element)
    case "note": noteLabel = []
    case "note-citation": value = ("note-citation", [])
    case "note-body": enterStory(.note)
    case "changed-region": region = (element["id"] ?? "", Change())
    case "deletion":
      region?.change.isDeletion = true
      enterStory(.deletion)
    case "change": if let id = element["change-id"] { takeOut(id) }
    case "format-change": skipped = 1
    case "change-start":
      if let id = element["change-id"], activeChanges.count < 1000 { activeChanges.append(id) }
    case "change-end": if let id = element["change-id"] { activeChanges.removeAll { $0 == id } }
    default: break
    }
  }

  private func startTable(_ element: XMLElement) {
    switch element.local {
    case "table": tables.startTable()
    case "table-header-rows": headerRowDepth += 1
    case "table-row":
      tables.startRow()
      if headerRowDepth > 0 { tables.markHeaderRow() }
    case "table-cell", "covered-table-cell":
      tables.startCell()
      // A cell that reaches over others is followed by covered ones, which count for themselves.
      if let times = element.number("number-columns-repeated") { tables.span(times) }
    default: break
    }
  }

  private func startOffice(_ element: XMLElement) {
    switch element.local {
    case "annotation":
      comment = Change()
      commentCount += 1
      commentID = element["name"] ?? "\(commentCount)"
      markComment(commentID, isStart: true)
      if element["name"] == nil { markComment(commentID, isStart: false) }
      enterStory(.comment)
    case "annotation-end": if let name = element["name"] { markComment(name, isStart: false) }
    case "forms", "scripts", "font-face-decls", "automatic-styles", "styles", "master-styles", "settings",
      "meta":
      skipped = 1
    default: break
    }
  }

  func end(_ name: XMLElement.Name) {
    if skipped > 0 {
      skipped -= 1
      return
    }
    switch name.space {
    case .odfText: endText(name.local)
    case .odfTable:
      switch name.local {
      case "table": tables.endTable()
      case "table-row": tables.endRow()
      case "table-header-rows": headerRowDepth -= 1
      default: break
      }
    case .odfOffice: if name.local == "annotation" { leaveStory() }
    case .odfDraw: if name.local == "text-box" { leaveStory() }
    case .dublinCore: endValue(name.local)
    default: break
    }
  }

  private func endText(_ name: String) {
    if OpenDocumentReader.contents.contains(name) { contentsDepth -= 1 }
    switch name {
    case "p", "h": endParagraph()
    case "span": _ = hiddenSpans.popLast()
    case "list": lists.endList()
    case "note-citation":
      noteLabel = value?.bytes ?? []
      value = nil
    case "note-body", "deletion": leaveStory()
    case "changed-region":
      if let region, changes.count < 100_000 { changes[region.id] = region.change }
      region = nil
    default: break
    }
  }

  func text(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard skipped == 0 else { return }
    if value != nil {
      if (value?.bytes.count ?? 0) < 1024 { value?.bytes.append(contentsOf: bytes) }
      return
    }
    // White space is one space, and none at the start. Source: section 6.1.2.
    var words: [UInt8] = []
    words.reserveCapacity(bytes.count)
    var last = open.last?.words.last ?? 0x20
    for byte in bytes {
      let isSpace = byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D
      if isSpace, last == 0x20 || last == 0x0A { continue }
      last = isSpace ? 0x20 : byte
      words.append(last)
    }
    add(words)
  }

  private func endValue(_ name: String) {
    guard let value, value.name == name else { return }
    self.value = nil
    let words = String(decoding: Blank.collapsed(value.bytes), as: UTF8.self)
    func set(_ change: inout Change) {
      if name == "creator" {
        change.author = words.isEmpty ? nil : words
      } else {
        change.date = words.isEmpty ? nil : words
      }
    }
    if var open = region {
      set(&open.change)
      region = open
    } else {
      set(&comment)
    }
  }

  // MARK: Paragraphs

  private func enterStory(_ place: OpenDocumentParagraph.Place) {
    places.append(place)
    outerLists.append(lists)
    lists = OpenDocumentLists()
  }

  private func leaveStory() {
    if places.count > 1 { places.removeLast() }
    if let outer = outerLists.popLast() { lists = outer }
  }

  private func startParagraph(_ element: XMLElement) {
    let place = places.last ?? .body
    let style = styles.paragraph(element["style-name"] ?? "")
    var block = Block(.paragraph, 0..<0, cell: place == .body ? tables.cell : nil)
    if lists.isInside {
      block.level = lists.level
      block.label = lists.takeLabel(styles)
    }
    if contentsDepth > 0 || style.isContents {
      block.kind = .header
      block.cell = nil
    } else if element.local == "h" || style.isTitle
      || style.headingLevel != nil && element["outline-level"] != nil
    {
      block.kind = .heading
      block.level = min(max(element.number("outline-level") ?? style.headingLevel ?? 1, 1), 10)
      block.cell = nil
      if element.local == "h", block.label == nil, element["is-list-header"] != "true" {
        let restart = element["restart-numbering"] == "true" ? element.number("start-value") ?? 1 : nil
        block.label = lists.headingLabel(block.level, restart: restart, styles)
      }
    } else if block.cell != nil {
      block.kind = .cell
    } else if style.isCaption {
      block.kind = .caption
    } else if block.label != nil {
      block.kind = .listItem
    }
    var paragraph = Open(block: block, place: place)
    paragraph.isHidden = style.isHidden
    if style.isTitle, place == .body, title == nil { titlePending = true }
    open.append(paragraph)
  }

  private var titlePending = false

  private func endParagraph() {
    guard let paragraph = open.popLast() else { return }
    if titlePending, paragraph.place == .body {
      titlePending = false
      let words = Blank.collapsed(paragraph.words)
      if !words.isEmpty { title = String(decoding: words, as: UTF8.self) }
    }
    // Notes, comments and text boxes stand inside the paragraph that they belong to: theirs come when it is
    // done.
    if open.isEmpty {
      store(paragraph)
      for inner in waiting { store(inner) }
      waiting = []
    } else {
      var inner = paragraph
      if inner.place == .note {
        inner.block.label = String(decoding: Blank.collapsed(noteLabel), as: UTF8.self)
      }
      if inner.place == .comment {
        text.addComment(id: commentID, author: comment.author, date: comment.date, inner.words)
        return
      }
      waiting.append(inner)
    }
  }

  private func store(_ paragraph: Open) {
    if paragraph.isHidden {
      text.addHidden(paragraph.words)
      return
    }
    var paragraph = paragraph
    if let before = carried, before.place == paragraph.place {
      carried = nil
      paragraph = before.joined(with: paragraph)
    }
    // The end of a paragraph inside what was inserted is inserted too.
    if reading == .reject, paragraph.place == .body, !activeChanges.isEmpty {
      carried = paragraph
      return
    }
    var block = paragraph.block
    var placed: OfficeText.Placed?
    switch paragraph.place {
    case .body: placed = text.addBody(block, paragraph.words)
    case .note:
      block.kind = .footnote
      block.level = 0
      text.addNote(block, paragraph.words)
    case .comment: text.addComment(id: commentID, author: comment.author, date: comment.date, paragraph.words)
    case .deletion: region?.change.words.append(paragraph.words)
    }
    for change in paragraph.changes { note(change, placed) }
    for mark in paragraph.comments {
      let place = placed?.place(of: mark.offset..<mark.offset).lowerBound ?? text.end
      text.markComment(mark.id, isStart: mark.isStart, at: place)
    }
  }

  private func note(_ noted: Open.Noted, _ placed: OfficeText.Placed?) {
    let change = changes[noted.id]
    text.addChange(
      TrackedChange(
        kind: change?.isDeletion == true ? .deletion : .insertion, author: change?.author, date: change?.date,
        text: String(decoding: noted.words, as: UTF8.self)),
      place: placed.flatMap { placed in
        noted.isRead ? placed.place(of: noted.offset..<(noted.offset + noted.words.count)) : nil
      })
  }

  // MARK: Changes

  /// Where words were taken out: they are back in the text as it was before.
  private func takeOut(_ id: String) {
    guard !open.isEmpty, let change = changes[id], change.isDeletion else { return }
    let isRead = reading == .reject
    for (number, words) in change.words.enumerated() {
      if number > 0, isRead, let paragraph = open.popLast() {
        let next = Open(block: paragraph.block, place: paragraph.place)
        if open.isEmpty { store(paragraph) } else { waiting.append(paragraph) }
        open.append(next)
      }
      // Taken out as one, its paragraphs stay apart.
      open[open.count - 1].add(
        number > 0 && !isRead ? [0x0A] + words : words, of: id, isRead: isRead)
    }
  }

  private func markComment(_ id: String, isStart: Bool) {
    if !open.isEmpty { open[open.count - 1].markComment(id, isStart: isStart) }
  }

  private func add(_ words: [UInt8]) {
    guard !open.isEmpty, !words.isEmpty else { return }
    if hiddenSpans.contains(true) {
      text.addHidden(words)
      return
    }
    if let change = activeChanges.last {
      open[open.count - 1].add(words, of: change, isRead: reading == .accept)
    } else {
      open[open.count - 1].words.append(contentsOf: words)
    }
  }
}

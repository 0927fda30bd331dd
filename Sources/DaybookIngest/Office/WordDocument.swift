import DaybookCore

/// Brings the parts of a Word file together: styles and numbering first, then the body, then what stands
/// beside it.
final class WordDocument {
  private let package: OfficePackage
  private let main: String
  private let relationships: Relationships
  private let styles = WordStyles()
  private let numbering = WordNumbering()
  private var text = OfficeText()
  private var tables = OfficeTableCursor()
  /// Words in the style of a title.
  private(set) var title: String?
  /// Files that the text takes in whole.
  private(set) var inserts: [ChildSource] = []

  private let reading: TrackedReading

  init(_ package: OfficePackage, main: String, reading: TrackedReading) {
    self.reading = reading
    self.package = package
    self.main = main
    relationships = Relationships(of: main, in: package)
  }

  var firstHeading: String? { text.firstHeading }

  var tracked: [TrackedChange] { text.tracked }

  func comments(in text: [UInt8]) -> [VersionComment] { self.text.finishedComments(in: text) }

  func finish() -> (text: [UInt8], blocks: [Block]) {
    text.finish(headerRows: tables.headerRows, widths: tables.widths)
  }

  /// False where the package has no body.
  func read() -> Bool {
    let folder = main.split(separator: "/").dropLast().joined(separator: "/")
    package.read(relationships.first("styles") ?? folder + "/styles.xml", into: styles)
    package.read(relationships.first("numbering") ?? folder + "/numbering.xml", into: numbering)
    let body = WordTextReader(reading: reading) { [self] paragraph, _ in addBody(paragraph) }
    guard package.read(main, into: body) else { return false }
    body.finish()
    tables = body.tables
    for id in body.inserts { insert(id) }
    readNotes(body, folder)
    for part in relationships.all("header") { readFurniture(.header, part) }
    for part in relationships.all("footer") { readFurniture(.footer, part) }
    let comments = WordTextReader(reading: reading) { [self] paragraph, story in
      addChanges(paragraph)
      text.addComment(id: story?.id ?? "", author: story?.author, date: story?.date, paragraph.words)
    }
    package.read(relationships.first("comments") ?? folder + "/comments.xml", into: comments)
    comments.finish()
    return true
  }

  private func insert(_ id: String) {
    guard let part = relationships.part(id), let bytes = package.bytes(of: part) else { return }
    inserts.append(ChildSource(name: OfficePackage.childName(part), bytes: bytes))
  }

  // MARK: Body

  private func addBody(_ paragraph: WordParagraph) {
    text.addHidden(paragraph.hidden)
    if paragraph.isDropped {
      addChanges(paragraph)
      return
    }
    let block = block(for: paragraph)
    let placed = text.addBody(block, paragraph.words)
    addChanges(paragraph, placed)
    for mark in paragraph.commentMarks {
      let place = placed?.place(of: mark.offset..<mark.offset).lowerBound ?? text.end
      text.markComment(mark.id, isStart: mark.isStart, at: place)
    }
  }

  private func block(for paragraph: WordParagraph) -> Block {
    let style = styles.style(paragraph.style ?? "")
    var block = Block(.paragraph, 0..<0, cell: paragraph.cell)
    let isBlank = Blank.trimmed(0..<paragraph.words.count, in: paragraph.words).isEmpty
    // An empty paragraph of a list has its number in Word too, and the next one counts on.
    if !isBlank || paragraph.list != nil { setLabel(of: &block, paragraph, style) }
    if isBlank { return block }

    let heading = paragraph.outline.flatMap { (0...8).contains($0) ? $0 + 1 : nil } ?? style.headingLevel
    if paragraph.isContents || style.isContents {
      block.kind = .header
      block.cell = nil
    } else if style.isTitle || heading != nil {
      block.kind = .heading
      block.level = heading ?? 1
      block.cell = nil
      if style.isTitle, title == nil {
        title = String(decoding: Blank.collapsed(paragraph.words), as: UTF8.self)
      }
    } else if paragraph.cell != nil {
      block.kind = .cell
    } else if style.isCaption {
      block.kind = .caption
    } else if block.label != nil {
      block.kind = .listItem
    } else if paragraph.isBold == true, looksLikeHeading(paragraph.words) {
      block.kind = .heading
      block.level = 3
    }
    return block
  }

  private func setLabel(of block: inout Block, _ paragraph: WordParagraph, _ style: WordStyles.Resolved) {
    guard let list = paragraph.list ?? style.list, list != "0" else { return }
    let level =
      paragraph.listLevel ?? style.listLevel ?? paragraph.style.flatMap {
        numbering.level(ofStyle: $0, in: list)
      } ?? 0
    block.label = numbering.next(list: list, level: level, styles: styles)
    block.level = level + 1
  }

  /// A short line all in bold: what people write who do not use styles.
  private func looksLikeHeading(_ words: [UInt8]) -> Bool {
    let inner = Blank.trimmed(0..<words.count, in: words)
    return inner.count <= 100 && !words[inner].contains(0x0A) && Prose.looksLikeTitle(words, inner)
  }

  private func addChanges(_ paragraph: WordParagraph, _ placed: OfficeText.Placed? = nil) {
    for change in paragraph.changes {
      let text = String(decoding: change.words, as: UTF8.self)
      let place = placed.flatMap { placed in
        change.isRead ? placed.place(of: change.offset..<(change.offset + change.words.count)) : nil
      }
      self.text.addChange(
        TrackedChange(kind: change.kind, author: change.author, date: change.date, text: text), place: place)
    }
  }

  // MARK: Beside the body

  /// Notes in the order in which the text refers to them, numbered so; those that nothing refers to come
  /// last, without a number.
  private func readNotes(_ body: WordTextReader, _ folder: String) {
    for (type, ids) in [("footnotes", body.footnotes), ("endnotes", body.endnotes)] {
      var notes: [(id: String, words: [UInt8])] = []
      let reader = WordTextReader(reading: reading) { [self] paragraph, story in
        addChanges(paragraph)
        // Separators between text and notes are notes of a type of their own.
        if let story, story.type == nil || story.type == "normal" {
          notes.append((story.id, paragraph.words))
        }
      }
      package.read(relationships.first(type) ?? folder + "/\(type).xml", into: reader)
      reader.finish()
      var numbers: [String: Int] = [:]
      for id in ids where numbers[id] == nil { numbers[id] = numbers.count + 1 }
      let ordered = notes.enumerated().sorted {
        (numbers[$0.element.id] ?? Int.max, $0.offset) < (numbers[$1.element.id] ?? Int.max, $1.offset)
      }
      for (_, note) in ordered {
        text.addNote(Block(.footnote, 0..<0, label: numbers[note.id].map(String.init)), note.words)
      }
    }
  }

  private func readFurniture(_ kind: Block.Kind, _ part: String) {
    let reader = WordTextReader(reading: reading) { [self] paragraph, _ in
      addChanges(paragraph)
      text.addFurniture(kind, Blank.collapsed(paragraph.words))
    }
    package.read(part, into: reader)
    reader.finish()
  }
}

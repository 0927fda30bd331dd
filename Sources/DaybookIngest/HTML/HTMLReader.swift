import DaybookCore

/// Collects the text of a page from its tags.
final class HTMLReader: HTMLHandler {
  private(set) var page = HTMLPage()
  private var inline = InlineText()
  private var open: [Element] = []
  private var lists: [HTMLList] = []
  private var tables: [HTMLTableCursor] = []
  /// Elements open inside one that is left out.
  private var droppedDepth = 0
  private var isDroppedHidden = false
  private var quoteDepth = 0
  private var preDepth = 0
  private var codeDepth = 0
  /// Some of the words gathered are program text.
  private var isCode = false
  private var linkDepth = 0
  /// Whether the innermost of list entries and tables is an entry.
  private var isInItem: [Bool] = []
  private var capture: (tag: String, bytes: [UInt8])?
  private var time: (value: String, start: Int)?

  private struct Element {
    var tag: String
    var box: Int
    /// What its words are by it or an element around it, up to the next box: a heading with its level, a
    /// caption.
    var kind: Block.Kind?
    var level = 0
  }

  private var box: Int { open.last?.box ?? 0 }

  func finish() {
    flush()
  }

  // MARK: Events

  func start(_ name: String, _ attributes: HTMLAttributes) {
    if droppedDepth > 0 {
      droppedDepth += 1
      return
    }
    if HTMLElementTable.dropped.contains(name) || isHidden(name, attributes) {
      // Elements without an end tag open nothing.
      if name == "input" || name == "embed" { return }
      isDroppedHidden = !HTMLElementTable.dropped.contains(name)
      droppedDepth = 1
      if name == "script", attributes["type"]?.lowercased().hasPrefix("application/ld+json") == true {
        capture = (name, [])
      }
      return
    }
    if open.count >= HTMLEvents.maxDepth {
      page.isTooDeep = true
      return
    }
    switch name {
    case "br": inline.lineBreak(in: preDepth > 0) ? flush() : ()
    case "meta": property(attributes)
    case "link": address(attributes)
    case "title" where page.title == nil: capture = (name, [])
    case "a":
      linkDepth += 1
      if attributes["href"] != nil { page.links += 1 }
    case "time": time = attributes["datetime"].map { ($0, inline.count) }
    case "code", "tt", "samp", "kbd": codeDepth += 1
    default: break
    }
    if HTMLElementTable.blocks.contains(name) || name.utf8.contains(0x2D) { flush() }
    var element = Element(tag: name, box: box, kind: open.last?.kind, level: open.last?.level ?? 0)
    if HTMLElementTable.containers.contains(name) {
      element.box = page.boxes.count
      element.kind = nil
      page.boxes.append(HTMLBoxes.box(name, attributes, parent: box))
    }
    enter(name, attributes, &element)
    if attributes["itemprop"] != nil { itemProperty(attributes) }
    open.append(element)
  }

  private func enter(_ name: String, _ attributes: HTMLAttributes, _ element: inout Element) {
    switch name {
    case "h1", "h2", "h3", "h4", "h5", "h6":
      element.kind = .heading
      element.level = Int(name.utf8.last ?? 0x32) - 0x30
    case "ul", "ol", "menu", "dir": lists.append(HTMLList(name, attributes))
    case "li":
      isInItem.append(true)
      if !lists.isEmpty { lists[lists.count - 1].startItem(attributes) }
    case "blockquote": quoteDepth += 1
    case "pre": preDepth += 1
    case "figcaption", "caption": element.kind = .caption
    case "table":
      isInItem.append(false)
      if let outer = tables.last { page.tables[outer.table].isNested = true }
      page.tables.append(HTMLPage.Table(isNested: !tables.isEmpty))
      tables.append(HTMLTableCursor(table: page.tables.count - 1))
    case "tr":
      if !tables.isEmpty { tables[tables.count - 1].startRow() }
    case "td", "th":
      if !tables.isEmpty {
        tables[tables.count - 1].startCell(attributes)
        tables[tables.count - 1].note(isHeader: name == "th", in: &page.tables)
      }
    case "thead": if !tables.isEmpty { tables[tables.count - 1].isInHead = true }
    default: break
    }
  }

  func end(_ name: String) {
    if droppedDepth > 0 {
      droppedDepth -= 1
      if droppedDepth == 0 { endDropped(name) }
      return
    }
    if let captured = capture, captured.tag == name {
      let words = Blank.collapsed(captured.bytes)
      if !words.isEmpty { page.title = String(decoding: words, as: UTF8.self) }
      capture = nil
    }
    // The parser closes what it opened, in order; what it left out of the stack is not looked for deep down.
    guard let index = open.suffix(64).lastIndex(where: { $0.tag == name }) else { return }
    if name == "time", let time { inline.addTime(time.value, from: time.start) }
    if HTMLElementTable.blocks.contains(name) || name.utf8.contains(0x2D) { flush() }
    while open.count > index { leave(open.removeLast().tag) }
  }

  private func leave(_ name: String) {
    switch name {
    case "ul", "ol", "menu", "dir": _ = lists.popLast()
    case "blockquote": quoteDepth -= 1
    case "pre": preDepth -= 1
    case "a": linkDepth -= 1
    case "time": time = nil
    case "code", "tt", "samp", "kbd": codeDepth -= 1
    case "li": _ = isInItem.popLast()
    case "table":
      _ = isInItem.popLast()
      if let cursor = tables.popLast() { cursor.finish(in: &page.tables) }
    case "thead": if !tables.isEmpty { tables[tables.count - 1].isInHead = false }
    case "td", "th": if !tables.isEmpty { tables[tables.count - 1].endCell() }
    default: break
    }
  }

  private func endDropped(_ name: String) {
    if let captured = capture, captured.tag == name {
      page.linkedData.append(captured.bytes)
      capture = nil
    }
  }

  func text(_ bytes: UnsafeBufferPointer<UInt8>) {
    if capture != nil {
      if (capture?.bytes.count ?? 0) < 1 << 20 { capture?.bytes.append(contentsOf: bytes) }
      return
    }
    if droppedDepth > 0 {
      if isDroppedHidden { page.hiddenBytes += bytes.count }
      return
    }
    if preDepth > 0, codeDepth > 0 { isCode = true }
    inline.add(bytes, isPreserved: preDepth > 0, isLink: linkDepth > 0)
  }

  func comment(_ text: String) {
    if page.comments.count < 64, text.utf8.count < 16 << 10 { page.comments.append(text) }
  }

  // MARK: Blocks

  private func flush() {
    defer { isCode = false }
    let (words, linkBytes, times) = inline.take()
    guard !words.isEmpty else { return }
    var run = HTMLPage.Run(kind: .paragraph, words: words, box: box, linkBytes: linkBytes)
    run.times = times
    if let element = open.last, let kind = element.kind { run.kind = kind }
    if run.kind == .heading {
      run.level = open.last?.level ?? 2
      run.isTopHeading = run.level == 1
    } else if run.kind == .paragraph {
      place(&run)
    }
    if let cursor = tables.last, cursor.isInCell {
      run.cell = cursor.cell
      page.tables[cursor.table].longestCell = max(page.tables[cursor.table].longestCell, words.count)
      if run.kind == .heading || run.kind == .listItem { page.tables[cursor.table].holdsBlocks = true }
    }
    page.runs.append(run)
  }

  private func place(_ run: inout HTMLPage.Run) {
    if isCode {
      run.kind = .code
    } else if quoteDepth > 0 {
      run.kind = .quoted
      run.level = quoteDepth
    } else if !lists.isEmpty, isInItem.last == true {
      run.level = lists.count
      if let label = lists[lists.count - 1].takeLabel() {
        run.kind = .listItem
        run.label = label
      }
    }
  }

  // MARK: Attributes

  /// Hidden from every reader of the page; `aria-hidden` hides only from screen readers.
  private func isHidden(_ name: String, _ attributes: HTMLAttributes) -> Bool {
    if name == "html" || name == "body" { return false }
    if attributes["hidden"] != nil { return true }
    guard let style = attributes["style"]?.lowercased().filter({ $0 != " " }) else { return false }
    return style.contains("display:none") || style.contains("visibility:hidden")
  }

  private func property(_ attributes: HTMLAttributes) {
    guard page.properties.count < 256, let value = attributes["content"] else { return }
    guard let key = attributes["property"] ?? attributes["name"] ?? attributes["itemprop"] else { return }
    let words = String(decoding: Blank.collapsed(Array(value.utf8.prefix(4096))), as: UTF8.self)
    if !words.isEmpty, !key.isEmpty { page.properties.append(MetadataItem(key, words)) }
  }

  /// Where the page says it lives, whatever it was saved from.
  private func address(_ attributes: HTMLAttributes) {
    guard page.properties.count < 256, attributes["rel"]?.lowercased() == "canonical",
      let value = attributes["href"], !value.isEmpty
    else { return }
    page.properties.append(
      MetadataItem("canonical", String(decoding: value.utf8.prefix(2048), as: UTF8.self)))
  }

  /// Microdata on visible elements: `<time itemprop="datePublished" datetime="…">`.
  private func itemProperty(_ attributes: HTMLAttributes) {
    guard page.properties.count < 256, let key = attributes["itemprop"], key.lowercased().hasPrefix("date"),
      let value = attributes["datetime"] ?? attributes["content"]
    else { return }
    page.properties.append(MetadataItem(key, value))
  }
}

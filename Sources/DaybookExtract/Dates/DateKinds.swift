import DaybookCore

/// What a date in a text is the date of: when something was sent, received, signed, published …, or merely
/// mentioned.
///
/// Chosen by where the date stands (a header's line, a letterhead, behind a label) and by the words right before
/// it; a limit that is set is a deadline. Looks at the line's label, and at most 60 bytes and five words back.
struct DateKinds {
  private let bytes: UnsafeBufferPointer<UInt8>
  private let dateLines: Set<Int>

  init(_ bytes: UnsafeBufferPointer<UInt8>, dateLines: Set<Int>) {
    self.bytes = bytes
    self.dateLines = dateLines
  }

  func kind(of token: DateToken, in unit: TextUnit) -> DocumentDate.Kind {
    let start = token.bytes.lowerBound
    if let label = label(before: start, in: unit.bytes) {
      if let kind = kind(inLabel: label) { return kind }
      if isPlainDate(label) { return unit.kind == .messageHeader || isMail(unit) ? .sent : .dated }
    } else if dateLines.contains(start) {
      return .dated
    }
    if token.rule == HeaderLineRule().name { return .sent }
    if isAttribution(token, unit) { return .sent }
    if let kind = kind(before: start, in: unit.bytes) {
      return isLimit(token) && kind == .sent ? .deadline : kind
    }
    return isLimit(token) ? .deadline : .mentioned
  }

  /// "by Friday", "within 20 working days": not "before", which bounds what happened as well.
  private func isLimit(_ token: DateToken) -> Bool {
    if token.expression.relation == .by { return true }
    if case .counted(_, .within) = token.expression.form { return true }
    return false
  }

  /// What stands between the start of the line and a colon right before the date, at most 40 bytes.
  private func label(before start: Int, in unit: Range<Int>) -> Range<Int>? {
    var end = TextCursor(bytes).blanksStart(before: start)
    while end > unit.lowerBound, bytes[end - 1] == UInt8(ascii: "*") || bytes[end - 1] == UInt8(ascii: "_") {
      end -= 1
    }
    guard end > unit.lowerBound, bytes[end - 1] == UInt8(ascii: ":") else { return nil }
    var begin = end - 1
    while begin > unit.lowerBound, bytes[begin - 1] != 0x0A, bytes[begin - 1] != UInt8(ascii: "."),
      end - begin <= 40
    {
      begin -= 1
    }
    return end - begin > 40 ? nil : begin..<(end - 1)
  }

  private func kind(inLabel label: Range<Int>) -> DocumentDate.Kind? {
    var found: DocumentDate.Kind?
    each(label) { if found == nil { found = DateKindTable.words[$0] } }
    return found
  }

  /// "Date", and nothing else that says of what.
  private func isPlainDate(_ label: Range<Int>) -> Bool {
    var found = false
    each(label) { word in
      if word == FoldedWord("date") || ForeignDateTable.labels[word] != nil { found = true }
    }
    return found
  }

  private func each(_ range: Range<Int>, _ body: (FoldedWord) -> Void) {
    let cursor = TextCursor(bytes, limit: range.upperBound)
    var position = range.lowerBound
    while position < range.upperBound {
      let word = cursor.word(at: position)
      if word.count > 0 { body(word) }
      position += max(word.count, 1)
    }
  }

  /// A paragraph that begins with the lines of a printed header.
  private func isMail(_ unit: TextUnit) -> Bool {
    var cursor = TextCursor(
      bytes, at: unit.bytes.lowerBound, limit: min(unit.bytes.upperBound, unit.bytes.lowerBound + 400))
    while !cursor.isAtEnd {
      cursor.skipBlanks()
      while cursor.take(UInt8(ascii: "*")) || cursor.take(UInt8(ascii: ">")) {}
      let word = cursor.word
      cursor.position += word.count
      let isLabel = word == FoldedWord("from") || word == FoldedWord("to") || word == FoldedWord("subject")
      if isLabel, cursor.take(UInt8(ascii: ":")) { return true }
      while !cursor.isAtEnd, cursor.current != 0x0A { cursor.position += 1 }
      cursor.position += 1
    }
    return false
  }

  /// "On 21 Feb 2022, at 11:03, A wrote:".
  private func isAttribution(_ token: DateToken, _ unit: TextUnit) -> Bool {
    let before = TextCursor(bytes).previousWord(before: token.bytes.lowerBound)
    guard before.word == FoldedWord("on"),
      TextCursor(bytes, origin: unit.bytes.lowerBound).isAtLineStart(before.start)
        || before.start == unit.bytes.lowerBound
    else { return false }
    let limit = min(unit.bytes.upperBound, token.bytes.upperBound + 160)
    let cursor = TextCursor(bytes, limit: limit)
    var position = token.bytes.upperBound
    while position < limit {
      let word = cursor.word(at: position)
      if word == FoldedWord("wrote") {
        return cursor.byte(position + 5) == UInt8(ascii: ":")
      }
      position += max(word.count, 1)
    }
    return false
  }

  private func kind(before start: Int, in unit: Range<Int>) -> DocumentDate.Kind? {
    let cursor = TextCursor(bytes)
    // "last updated: 8 June" in the middle of a line.
    var end = cursor.blanksStart(before: start)
    if end > unit.lowerBound, bytes[end - 1] == UInt8(ascii: ":") { end -= 1 } else { end = start }
    for _ in 0..<5 {
      let (word, begin) = cursor.previousWord(before: end)
      guard word.count > 0, begin >= unit.lowerBound, start - begin <= 60 else { return nil }
      if let kind = DateKindTable.words[word] { return kind }
      guard DateKindTable.fillers[word] != nil else { return nil }
      end = begin
    }
    return nil
  }
}

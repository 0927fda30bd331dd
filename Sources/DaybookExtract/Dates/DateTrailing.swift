import DaybookCore

/// Takes in what follows a day and belongs to it: a part of the day ("Friday morning", "10/02 (pm)").
struct DateTrailing {
  private let bytes: UnsafeBufferPointer<UInt8>

  init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

  func extend(_ token: inout DateToken, limit: Int) {
    takeDirection(&token, limit)
    guard token.expression.canTakeTime, token.expression.dayPart == nil else { return }
    var cursor = TextCursor(bytes, at: token.bytes.upperBound, limit: limit)
    guard cursor.skipBlanks() else { return }
    if cursor.take(UInt8(ascii: "(")) {
      let word = cursor.word
      guard word == FoldedWord("am") || word == FoldedWord("pm") else { return }
      cursor.position += 2
      guard cursor.take(UInt8(ascii: ")")) else { return }
      token.expression.dayPart = word == FoldedWord("am") ? .morning : .afternoon
      token.bytes = token.bytes.lowerBound..<cursor.position
      return
    }
    guard let known = DateWord.of(cursor.word), known.kind == .dayPart,
      let part = DayPart(rawValue: known.value)
    else { return }
    cursor.position += cursor.word.count
    guard !ByteClass.isLetter(cursor.current) else { return }
    token.expression.dayPart = part
    token.bytes = token.bytes.lowerBound..<cursor.position
  }

  /// "1st January next", as deeds have it.
  private func takeDirection(_ token: inout DateToken, _ limit: Int) {
    guard let fields = token.expression.fields, fields.year == nil, fields.month != nil,
      token.expression.direction == nil
    else { return }
    var cursor = TextCursor(bytes, at: token.bytes.upperBound, limit: limit)
    guard cursor.skipBlanks() else { return }
    if cursor.take(FoldedWord("of")) { cursor.skipBlanks() }
    let isThis = cursor.word == FoldedWord("this")
    let isNext = cursor.word == FoldedWord("next")
    guard isNext || isThis || cursor.word == FoldedWord("last") else { return }
    cursor.position += 4
    let end = cursor.position
    if cursor.skipBlanks(), ByteClass.isWordLike(cursor.current) {
      guard cursor.take(FoldedWord("year")), !ByteClass.isLetter(cursor.current) else { return }
      token.bytes = token.bytes.lowerBound..<cursor.position
      token.expression.yearOffset = isNext ? 1 : isThis ? 0 : -1
      return
    } else if isThis {
      return
    } else {
      token.bytes = token.bytes.lowerBound..<end
    }
    token.expression.direction = isNext ? .next : .last
  }

  /// Takes in "close of play", "COB" before a day.
  func precede(_ token: inout DateToken) {
    guard token.expression.canTakeTime, token.expression.dayPart == nil else { return }
    let cursor = TextCursor(bytes)
    var previous = cursor.previousWord(before: token.bytes.lowerBound)
    if previous.word == FoldedWord("on") { previous = cursor.previousWord(before: previous.start) }
    if previous.word == FoldedWord("cob") || previous.word == FoldedWord("cop") {
      token.expression.dayPart = .closeOfPlay
      token.bytes = previous.start..<token.bytes.upperBound
    } else if previous.word == FoldedWord("play") || previous.word == FoldedWord("business") {
      let of = cursor.previousWord(before: previous.start)
      let close = cursor.previousWord(before: of.start)
      guard of.word == FoldedWord("of"), close.word == FoldedWord("close") else { return }
      token.expression.dayPart = .closeOfPlay
      token.bytes = close.start..<token.bytes.upperBound
    }
  }
}

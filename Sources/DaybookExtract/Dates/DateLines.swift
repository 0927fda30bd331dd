import DaybookCore

/// Finds dates that stand alone on their line and so date what follows: posts of a blog, letters, messages in
/// plain text.
enum DateLines {
  /// Where such dates start. Dates that stand close under one another are a table, not datelines.
  static func find(_ groups: [[DateToken]], units: [TextUnit], bytes: UnsafeBufferPointer<UInt8>) -> Set<Int>
  {
    var bare: [Range<Int>] = []
    var result: Set<Int> = []
    for (index, tokens) in groups.enumerated() where units[index].kind != .cell && units[index].kind != .entry
    {
      for token in tokens where isFull(token.expression) {
        guard let isLabelled = isLabelled(token, in: units[index].bytes, bytes) else { continue }
        if isLabelled { result.insert(token.bytes.lowerBound) } else { bare.append(token.bytes) }
      }
    }
    var isApartBefore = true
    for (index, range) in bare.enumerated() {
      let isApartAfter =
        index + 1 == bare.count || isApart(range.upperBound..<bare[index + 1].lowerBound, bytes)
      if isApartBefore, isApartAfter { result.insert(range.lowerBound) }
      isApartBefore = isApartAfter
    }
    return result
  }

  /// Whether what stands between two dates is a text of its own: long, or a sentence. A column has neither.
  private static func isApart(_ range: Range<Int>, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    if range.count > 150 { return true }
    guard range.count > 24 else { return false }
    for offset in range.lowerBound + 12..<range.upperBound - 1 where ByteClass.isBlank(bytes[offset + 1]) {
      switch bytes[offset] {
      case UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?"):
        // "No." and "J." end no sentence.
        let before = TextCursor(bytes).word(endingAt: offset)
        if before.word.count > 4 || before.word.count > 2 && !TextCursor(bytes).isUppercase(at: before.start)
        {
          return true
        }
      default: break
      }
    }
    return false
  }

  private static func isFull(_ expression: DateExpression) -> Bool {
    guard expression.relation == nil, !expression.isApproximate else { return false }
    switch expression.form {
    case .calendar(let fields): return fields.year != nil && fields.month != nil && fields.day != nil
    case .numeric(let numbers): return numbers.year != nil
    default: return false
    }
  }

  /// False for a date alone on its line, true where "Date:" or the like stands before it, nil for anything
  /// else.
  private static func isLabelled(
    _ token: DateToken, in unit: Range<Int>, _ bytes: UnsafeBufferPointer<UInt8>
  ) -> Bool? {
    var end = token.bytes.upperBound
    while end < unit.upperBound, bytes[end] != 0x0A {
      guard
        ByteClass.isBlank(bytes[end]) || bytes[end] == UInt8(ascii: ".") || bytes[end] == UInt8(ascii: ",")
      else { return nil }
      end += 1
    }
    var start = token.bytes.lowerBound
    while start > unit.lowerBound, bytes[start - 1] != 0x0A, token.bytes.lowerBound - start < 24 {
      start -= 1
    }
    guard start == unit.lowerBound || bytes[start - 1] == 0x0A else { return nil }
    var cursor = TextCursor(bytes, at: start, limit: token.bytes.lowerBound)
    cursor.skipBlanks()
    while cursor.take(UInt8(ascii: "*")) || cursor.take(UInt8(ascii: "_")) {}
    if cursor.isAtEnd { return false }
    let word = cursor.word
    guard labels[word] != nil || ForeignDateTable.labels[word] != nil else { return nil }
    _ = ForeignDate.folded(&cursor)
    cursor.skipBlanks()
    var after = cursor
    if ForeignDateTable.labelTails[ForeignDate.folded(&after)] != nil { cursor = after }
    while cursor.take(UInt8(ascii: "*")) || cursor.take(UInt8(ascii: ":")) || cursor.skipBlanks() {}
    return cursor.isAtEnd ? true : nil
  }

  private static let labels = WordTable<Bool>(
    ["date", "dated", "sent", "posted", "published"].map { ($0, true) })
}

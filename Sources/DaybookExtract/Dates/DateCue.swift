import DaybookCore

/// Whether the words around a date look back or ahead.
enum DateCue: Sendable {
  case past, future, none

  /// From the nearest verb before the date in its sentence, else the nearest behind it. Looks at most 120
  /// bytes back and 60 ahead.
  static func around(_ range: Range<Int>, in bytes: UnsafeBufferPointer<UInt8>, unit: Range<Int>) -> DateCue {
    let cursor = TextCursor(bytes)
    // "as early as Tuesday"
    if isAsSoonAs(cursor, before: range.lowerBound) { return .future }
    // "Friday's ruling" is one that was given.
    if isPossessive(bytes, range.upperBound) { return .past }
    // "a service planned for Saturday was cancelled"
    let after = next(cursor, range.upperBound)
    if after == FoldedWord("was") || after == FoldedWord("were") { return .past }
    if Arrangement.isMade(around: range, in: bytes) { return .future }
    var end = range.lowerBound
    // What opens a line says nothing of the line before it.
    let floor = cursor.isAtLineStart(end) ? end : max(unit.lowerBound, end - 120)
    while end > floor {
      let byte = bytes[end - 1]
      if byte == UInt8(ascii: ".") || byte == UInt8(ascii: "?") || byte == UInt8(ascii: "!")
        || byte == UInt8(ascii: ";")
      {
        if end < bytes.count, ByteClass.isBlank(bytes[end]) { break }
      }
      if ByteClass.isLetter(byte) {
        let (word, start) = cursor.word(endingAt: end)
        if let cue = cue(of: word, cursor, start..<end) { return cue }
        end = min(start, end - 1)
      } else {
        end -= 1
      }
    }
    var position = range.upperBound
    let ceiling = min(unit.upperBound, position + 80)
    while position < ceiling {
      let byte = bytes[position]
      if byte == UInt8(ascii: "."), position + 1 < bytes.count, ByteClass.isBlank(bytes[position + 1]) {
        break
      }
      if ByteClass.isLetter(byte) {
        let word = cursor.word(at: position)
        if let cue = cue(of: word, cursor, position..<(position + word.count)) { return cue }
        position += word.count
      } else {
        position += 1
      }
    }
    return .none
  }

  /// Whether a limit is one that was kept: "By 12 May fifteen had been shot", "until Thursday they had not
  /// called", "members had filed reports by Wednesday". "had asked for it by Friday" and "had to reply by Friday"
  /// set one.
  static func isPerfect(_ range: Range<Int>, in bytes: UnsafeBufferPointer<UInt8>, unit: Range<Int>) -> Bool {
    let cursor = TextCursor(bytes)
    var position = range.upperBound
    let ceiling = min(unit.upperBound, position + 60)
    while position < ceiling {
      let byte = bytes[position]
      if byte == UInt8(ascii: ".") || byte == UInt8(ascii: ";") { break }
      let word = cursor.word(at: position)
      if word == had {
        return isOpenEnd(cursor, before: range.lowerBound) && next(cursor, position + 3) != wordTo
      }
      if let listed = words[word], listed == .future || listed == .to || listed == .would { break }
      position += max(word.count, 1)
    }
    var end = range.lowerBound
    let floor = max(unit.lowerBound, end - 80)
    while end > floor {
      let byte = bytes[end - 1]
      if byte == UInt8(ascii: ".") || byte == UInt8(ascii: ";") { return false }
      guard ByteClass.isLetter(byte) else {
        end -= 1
        continue
      }
      let (word, start) = cursor.word(endingAt: end)
      if word == had { return next(cursor, end) != wordTo }
      if word == wordTo || asking[word] != nil { return false }
      if let listed = words[word], listed == .future || listed == .would { return false }
      end = min(start, end - 1)
    }
    return false
  }

  /// "we", "you", "your" and the like between the start of the sentence and the date, at most 120 bytes back.
  static func isSpoken(before start: Int, in bytes: UnsafeBufferPointer<UInt8>, unit: Range<Int>) -> Bool {
    let cursor = TextCursor(bytes)
    var end = start
    let floor = max(unit.lowerBound, end - 120)
    while end > floor {
      let byte = bytes[end - 1]
      if byte == UInt8(ascii: ".") || byte == UInt8(ascii: "?") || byte == UInt8(ascii: "!"),
        end < bytes.count, ByteClass.isBlank(bytes[end])
      {
        return false
      }
      guard ByteClass.isLetter(byte) else {
        end -= 1
        continue
      }
      let (word, begin) = cursor.word(endingAt: end)
      if StoryVote.persons[word] != nil { return true }
      end = min(begin, end - 1)
    }
    return false
  }

  /// "By", "Until" or "Before" opens its sentence or clause.
  private static func isOpenEnd(_ cursor: TextCursor, before start: Int) -> Bool {
    let previous = cursor.previousWord(before: start)
    guard previous.word.count > 0 else { return false }
    let end = cursor.blanksStart(before: previous.start, lines: true)
    return end == cursor.origin || !ByteClass.isWordLike(cursor.bytes[end - 1])
      || cursor.isUppercase(at: previous.start) || cursor.word(endingAt: end).word == FoldedWord("and")
  }

  private static let had = FoldedWord("had")
  private static let asking = WordTable<Bool>(
    ["asked", "told", "ordered", "requested", "required", "wanted", "invited", "promised", "agreed", "urged"]
      .map {
        ($0, true)
      })

  /// "as early as", "as soon as" right before it.
  private static func isAsSoonAs(_ cursor: TextCursor, before start: Int) -> Bool {
    let last = cursor.previousWord(before: start)
    guard last.word == wordAs else { return false }
    let middle = cursor.previousWord(before: last.start)
    return middle.word == FoldedWord("soon") || middle.word == FoldedWord("early")
  }

  private static func isPossessive(_ bytes: UnsafeBufferPointer<UInt8>, _ end: Int) -> Bool {
    guard end + 3 < bytes.count else { return false }
    if bytes[end] == UInt8(ascii: "'") { return bytes[end + 1] == UInt8(ascii: "s") }
    return bytes[end] == 0xE2 && bytes[end + 1] == 0x80 && bytes[end + 2] == 0x99
      && bytes[end + 3] == UInt8(ascii: "s")
  }

  private static func cue(of word: FoldedWord, _ cursor: TextCursor, _ range: Range<Int>) -> DateCue? {
    let bytes = cursor.bytes
    if let listed = words[word] {
      switch listed {
      case .past, .future:
        if listed == .future { return .future }
        // "will have a meeting", "to have left"
        if let modal = words[cursor.previousWord(before: range.lowerBound).word],
          modal == .future || modal == .to
        {
          return modal == .future ? .future : nil
        }
        return past(cursor, range)
      case .intent:
        // "plans to", "hopes to": the noun says nothing.
        return next(cursor, range.upperBound) == wordTo ? .future : nil
      case .willing:
        // "happy to"; "was happy to" looks back.
        guard next(cursor, range.upperBound) == wordTo else { return nil }
        return words[cursor.previousWord(before: range.lowerBound).word] == .past ? .past : .future
      case .participle:
        // "is scheduled" looks ahead, "had been scheduled" does not say.
        let previous = cursor.previousWord(before: range.lowerBound).word
        return previous == FoldedWord("been") || previous == FoldedWord("had") ? DateCue.none : .future
      case .modal:
        // "May" is a month unless it asks.
        let next = next(cursor, range.upperBound)
        if next == FoldedWord("have") { return .past }
        guard cursor.isUppercase(at: range.lowerBound) else { return .future }
        let isMonth = Prepositions.leadsToDate(cursor.previousWord(before: range.lowerBound).word)
        return Arrangement.persons[next] != nil && !isMonth ? .future : nil
      case .would: return next(cursor, range.upperBound) == FoldedWord("have") ? .past : .future
      case .silent: return nil
      case .set:
        // "set to resume", "a summit set for April", "may we set up"
        let subject = cursor.previousWord(before: range.lowerBound)
        if Arrangement.persons[subject.word] != nil,
          words[cursor.previousWord(before: subject.start).word] == .modal
        {
          return .future
        }
        let next = next(cursor, range.upperBound)
        return next == wordTo || next == FoldedWord("for") ? .future : .past
      case .to:
        // "is to resume"
        let previous = cursor.previousWord(before: range.lowerBound).word
        return previous == FoldedWord("is") || previous == FoldedWord("are") ? .future : nil
      }
    }
    // A regular past: "asked", "published"; "Ofsted" is a name.
    guard word.count > 4, !cursor.isUppercase(at: range.lowerBound), range.upperBound <= bytes.count,
      range.upperBound >= 3
    else { return nil }
    let isPast =
      bytes[range.upperBound - 1] | 0x20 == UInt8(ascii: "d")
      && bytes[range.upperBound - 2] | 0x20 == UInt8(ascii: "e")
    guard isPast, !ByteClass.isDigit(bytes[range.lowerBound]),
      bytes[range.upperBound - 3] | 0x20 != UInt8(ascii: "e")
    else { return nil }
    return past(cursor, range)
  }

  /// "will be sent", "to be published": a participle behind "be" looks ahead, whatever it looks like by
  /// itself; behind "could be" it does not.
  private static func past(_ cursor: TextCursor, _ range: Range<Int>) -> DateCue {
    let be = cursor.previousWord(before: range.lowerBound)
    guard be.word == FoldedWord("be") else { return .past }
    return cursor.previousWord(before: be.start).word == FoldedWord("could") ? .past : .future
  }

  private static func next(_ cursor: TextCursor, _ end: Int) -> FoldedWord {
    var trial = cursor
    trial.position = end
    trial.skipBlanks(lines: true)
    return trial.word
  }

  private static let (wordAs, wordTo) = (FoldedWord("as"), FoldedWord("to"))

  private enum Word: Sendable {
    case past, future, intent, participle, set, to, would, modal, willing
    /// Looks like a past tense and is none.
    case silent
  }

  /// Source: Cambridge Grammar of the English Language, chapter 3: modal futures and irregular past tenses.
  private static let words = WordTable<Word>(
    [
      "will", "shall", "deadline", "upcoming", "forthcoming", "must", "ll", "should", "payable",
      "effective", "please", "going", "expect", "expects", "begins", "starts", "opens", "closes", "resumes",
      "expires", "anticipate", "anticipates", "intend", "intends", "prefer",
    ].map { ($0, .future) }
      + [
        "plan", "plans", "hope", "hopes", "aim", "aims", "planning", "hoping", "preparing",
      ].map { ($0, .intent) }
      + ["united", "unspecified", "limited", "hundred", "related", "based", "mixed", "interested", "sacred"]
      .map { ($0, .silent) }
      + ["due", "expected", "planned", "scheduled", "proposed"].map { ($0, .participle) }
      + [
        "agreed", "disagreed", "guaranteed",
        "was", "were", "had", "did", "wrote", "sent", "met", "told", "said", "made", "has", "have", "been",
        "came", "went", "got", "took",
        "gave", "began", "brought", "left", "found", "held", "saw", "told", "became", "put", "ran", "ago",
        "since", "spoke", "paid",
        "fell", "rose", "sold", "bought", "won", "lost", "knew", "thought", "led", "died", "fled", "struck",
        "broke", "sought", "shot", "drew", "grew", "kept", "felt", "stood", "understood", "chose", "flew",
      ].map { ($0, .past) } + [
        ("set", .set), ("to", .to), ("would", .would), ("can", .modal), ("may", .modal),
        ("happy", .willing), ("keen", .willing),
      ])
}

import DaybookCore

/// Walks over the expressions of a document in order and settles each, keeping track of where it stands: in
/// which message or post, in which entry of which list, and which date the text last named.
struct DateWalk {
  let bytes: UnsafeBufferPointer<UInt8>
  let units: [TextUnit]
  private let order: NumericOrder
  private let orderIsKnown: Bool
  /// The document's own date, and the dates of its parts in order of their place.
  let document: DateAnchor?
  private var parts: [DatedPart]
  /// Dates with a year in running text, in order: what a page without a date of its own can be guessed from.
  let landmarks: [DateAnchor]
  /// Where dates start that stand alone on their line and date what follows.
  private let dateLines: Set<Int>
  /// The same, in order.
  let datedLines: [Int]
  /// Where these bytes begin in the whole text.
  let offset: Int

  var context = DateContext()
  private var unitIndex = -1
  private var partIndex = -1
  private var partStack: [DatedPart] = []
  private var dateLine: DateAnchor?
  private var entryRow: (table: Int, row: Int)?

  /// A segment with the date of its own.
  struct DatedPart {
    var bytes: Range<Int>
    var anchor: DateAnchor?
  }

  init(
    _ bytes: UnsafeBufferPointer<UInt8>, units: [TextUnit], parts: [DatedPart], document: DateAnchor?,
    order: NumericOrder,
    orderIsKnown: Bool, landmarks: [DateAnchor], dateLines: Set<Int>, countdown: Countdown?,
    options: DateOptions, carry: DateCarry
  ) {
    self.bytes = bytes
    self.units = units
    self.parts = parts
    self.document = document
    self.order = order
    self.orderIsKnown = orderIsKnown
    self.landmarks = landmarks
    self.dateLines = dateLines
    datedLines = dateLines.sorted()
    offset = carry.offset
    dateLine = carry.dateLine
    context.narrative = carry.narrative
    context.leader = carry.leader
    context.period = carry.period
    context.options = options
    context.order = order
    context.orderIsKnown = orderIsKnown
    context.writing = document
    context.countdown = countdown
  }

  /// A settled token.
  struct Settled {
    var token: DateToken
    var reading: DateReading?
    /// What it is the date of.
    var kind = DocumentDate.Kind.mentioned

    /// Words too loose to date an event by: a part of a day that nobody names, "a year later" with no date
    /// before it.
    var isLoose: Bool {
      if token.expression.isLoose { return true }
      guard let reading, reading.base?.origin == .document else { return false }
      switch token.expression.form {
      case .counted(_, let counting): return counting == .later || counting == .earlier
      case .unit(_, _, let ofNarrative): return ofNarrative
      default: return false
      }
    }
  }

  /// `groups[i]` holds the tokens of `units[i]`.
  mutating func settle(_ groups: [[DateToken]]) -> [Settled] {
    var result: [Settled] = []
    context.isStory = parts.isEmpty && StoryVote.isStory(groups, written: document, bytes: bytes)
    for (index, tokens) in groups.enumerated() where units.indices.contains(index) {
      enter(unit: index, opensWith: tokens.first)
      let isHeading = units[index].isHeadingLike(bytes)
      for (place, token) in tokens.enumerated() {
        if dateLines.contains(token.bytes.lowerBound), units[index].kind != .messageHeader {
          result.append(settleDateLine(token, index))
          continue
        }
        let next = place + 1 < tokens.count ? tokens[place + 1] : nil
        var settled = settle(token, in: units[index], isFirst: place == 0, next: next)
        remember(token, settled, index, isHeading: isHeading, isFirst: place == 0)
        if units[index].kind == .messageHeader, settled.reading?.basis == .explicit {
          settled.reading?.basis = .header
        }
        result.append(settled)
      }
    }
    return result
  }

  /// What the next window of a long text has to know.
  func handOn(to carry: inout DateCarry) {
    carry.narrative = context.narrative
    carry.narrative?.unit -= units.count
    carry.leader = context.leader
    carry.leader?.unit -= units.count
    carry.period = context.period
    carry.period?.unit -= units.count
    carry.dateLine = dateLine
    carry.dateLine?.unit -= units.count
  }

  /// The place in the whole text.
  func place(_ range: Range<Int>) -> Range<Int> {
    range.lowerBound + offset..<range.upperBound + offset
  }

  // MARK: Where we are

  private mutating func enter(unit index: Int, opensWith token: DateToken?) {
    let unit = units[index]
    // Messages and posts: the innermost part that holds the unit.
    var changed = false
    while partIndex + 1 < parts.count, parts[partIndex + 1].bytes.lowerBound <= unit.bytes.lowerBound {
      partIndex += 1
      partStack.append(parts[partIndex])
      changed = true
    }
    while let last = partStack.last, last.bytes.upperBound <= unit.bytes.lowerBound {
      partStack.removeLast()
      changed = true
    }
    if changed {
      dateLine = nil
      context.narrative = nil
      context.leader = nil
      context.period = nil
    }
    setWriting(at: unit.bytes.lowerBound)
    context.unit = index
    context.isInList = unit.kind == .entry || unit.kind == .cell
    if unit.kind != .cell || entryRow.map({ $0 != (unit.table ?? 0, unit.row ?? 0) }) ?? true {
      context.entry = nil
      entryRow = unit.kind == .cell ? (unit.table ?? 0, unit.row ?? 0) : nil
    }
  }

  private mutating func setWriting(at place: Int) {
    let part = partStack.last { $0.anchor != nil && $0.bytes.contains(place) }?.anchor
    // A message keeps its own date; a post or a letter is dated by its line.
    context.writing = part?.origin == .header ? part : dateLine ?? part ?? document
  }

  // MARK: Settling

  private mutating func settleDateLine(_ token: DateToken, _ index: Int) -> Settled {
    let reading = DateResolver(context: context).reading(of: token.expression)
    if let reading,
      let anchor = DateAnchor(
        reading.when, origin: .dateLine, words: words(token.bytes), bytes: place(token.bytes), unit: index)
    {
      dateLine = anchor
      context.narrative = nil
      context.leader = nil
      context.entry = nil
      setWriting(at: token.bytes.lowerBound)
    }
    return Settled(token: token, reading: reading)
  }

  private mutating func settle(
    _ written: DateToken, in unit: TextUnit, isFirst: Bool, next: DateToken?
  ) -> Settled {
    var local = context
    let token = chosen(written)
    local.cue = needsCue(token.expression) ? DateCue.around(token.bytes, in: bytes, unit: unit.bytes) : .none
    if let leader = context.leader, leader.origin == .text, needsCue(token.expression) {
      local.isSpoken = DateCue.isSpoken(before: token.bytes.lowerBound, in: bytes, unit: unit.bytes)
    }
    switch token.expression.relation {
    case .by, .until, .before:
      if needsCue(token.expression), DateCue.isPerfect(token.bytes, in: bytes, unit: unit.bytes) {
        (local.cue, local.isPerfect) = (.past, true)
      }
    default: break
    }
    if isFirst, isAtStart(token, of: unit) { local.entry = nil }
    if continuesLog(token) { local.isInList = true }
    if case .counted(_, .ago) = token.expression.form { local.comparesMoney = comparesMoney(token) }
    if local.speech == nil { local.implied = implied(near: token.bytes) }
    if case .counted(_, .within) = token.expression.form, let start = start(of: token, next) {
      local.entry = start
    } else if case .counted(_, .within) = token.expression.form,
      !DeadlineCue.isNear(token.bytes, in: bytes, unit: unit.bytes)
    {
      return Settled(token: token, reading: nil)
    }
    return Settled(token: token, reading: DateResolver(context: local).reading(of: token.expression))
  }

  /// The day that a time allowed counts from, where it stands right behind: "within 10 working days of 3 March".
  private func start(of token: DateToken, _ next: DateToken?) -> DateAnchor? {
    guard let next, next.bytes.lowerBound > token.bytes.upperBound,
      next.bytes.lowerBound - token.bytes.upperBound <= 16, next.expression.isDayLike
    else { return nil }
    var cursor = TextCursor(bytes, at: token.bytes.upperBound, limit: next.bytes.lowerBound)
    guard cursor.skipBlanks(lines: true), DateWalk.starts[cursor.word] != nil else { return nil }
    cursor.position += cursor.word.count
    cursor.skipBlanks(lines: true)
    guard cursor.isAtEnd else { return nil }
    var plain = next.expression
    plain.relation = nil
    guard let reading = DateResolver(context: context).reading(of: plain),
      var anchor = DateAnchor(
        reading.when, origin: .text, words: words(next.bytes), bytes: place(next.bytes)), anchor.isDay
    else { return nil }
    anchor.isBehind = true
    return anchor
  }

  private static let starts = WordTable<Bool>(
    ["of", "from", "after", "following", "since"].map { ($0, true) })

  /// What the user's preference settles in the words themselves: which half of the day, and whether a time
  /// allowed is a day.
  private func chosen(_ token: DateToken) -> DateToken {
    var token = token
    if context.options.prefer != .standard, case .counted(let amount, .within) = token.expression.form {
      token.expression.form = .counted(amount, .ahead)
    }
    if token.expression.isLoose, case .unit(.weekend, 0, false) = token.expression.form,
      context.options.prefer == .standard, let now = context.speech, now.isDay, now.first.weekday <= 3
    {
      // "over the weekend", on a Monday: the one just gone.
      token.expression.form = .unit(.weekend, -1, ofNarrative: false)
    }
    guard context.options.prefer == .future, case .clock = token.expression.form,
      var time = token.expression.time,
      time.isHalfOpen, let now = context.speech?.time, time.time < now || time.time.hour < 6,
      time.time.hour < 12
    else { return token }
    time.time = time.time.adding(hours: 12)
    if let end = time.end, end < time.time { time.end = end.adding(hours: 12) }
    token.expression.time = time
    return token
  }

  /// "up from $10 million a year ago", "67 cents a share, a year ago": two reports are held side by side.
  private func comparesMoney(_ token: DateToken) -> Bool {
    let cursor = TextCursor(bytes)
    var start = cursor.blanksStart(before: token.bytes.lowerBound, lines: true)
    if start > 0, bytes[start - 1] == UInt8(ascii: ",") { start -= 1 }
    guard start > 0 else { return false }
    if ByteClass.isDigit(bytes[start - 1]) || bytes[start - 1] == UInt8(ascii: "%") { return true }
    return DateWalk.measures[cursor.word(endingAt: start).word] != nil
  }

  private static let measures = WordTable<Bool>(
    ["million", "billion", "share", "cents", "from", "than", "pence", "percent", "with", "pounds", "dollars"]
      .map {
        ($0, true)
      })

  /// Lines of one paragraph that open with dates are the entries of a log.
  private func continuesLog(_ token: DateToken) -> Bool {
    guard let narrative = context.narrative, narrative.unit == context.unit, let before = narrative.bytes
    else { return false }
    let cursor = TextCursor(bytes)
    let start = before.lowerBound - offset
    return start >= 0 && cursor.isAtLineStart(token.bytes.lowerBound) && cursor.isAtLineStart(start)
  }

  private func needsCue(_ expression: DateExpression) -> Bool {
    switch expression.form {
    case .calendar(let fields): fields.year == nil
    case .numeric(let numbers): numbers.year == nil
    case .range, .yearPart, .week, .weekend, .nth, .named: true
    case .counted(_, let counting): counting == .ahead
    case .shifted(_, _, let day): needsCue(day)
    default: false
    }
  }

  func isAtStart(_ token: DateToken, of unit: TextUnit) -> Bool {
    var cursor = TextCursor(bytes, at: unit.bytes.lowerBound, limit: unit.bytes.upperBound)
    cursor.skipBlanks(lines: true)
    if let end = TextUnit.bulletEnd(bytes, at: cursor.position, end: unit.bytes.upperBound) {
      cursor.position = end
    }
    if cursor.word == FoldedWord("on") || cursor.word == FoldedWord("in") {
      cursor.position += 2
      cursor.skipBlanks()
    }
    return token.bytes.lowerBound <= cursor.position + 1
  }

  /// A paragraph that starts with a day and goes on without a comma is a log line: "09/02  Asked for the
  /// file".
  func isShortLineStart(_ token: DateToken, _ unit: TextUnit) -> Bool {
    guard unit.kind == .text, token.bytes.lowerBound == unit.bytes.lowerBound else { return false }
    let after = token.bytes.upperBound
    guard after + 1 < bytes.count else { return false }
    return bytes[after] == 0x09 || bytes[after] == UInt8(ascii: ":")
      || bytes[after] == 0x20
        && (bytes[after + 1] == 0x20 || bytes[after + 1] == UInt8(ascii: "-") || bytes[after + 1] == 0xE2)
  }

  /// "Latest: July 6, 2024": a label and its date, no part of a story.
  func isLabelLine(_ token: DateToken, _ unit: TextUnit) -> Bool {
    let before = TextCursor(bytes).blanksStart(before: token.bytes.lowerBound)
    guard before > unit.bytes.lowerBound, bytes[before - 1] == UInt8(ascii: ":"),
      before - unit.bytes.lowerBound <= 40
    else { return false }
    return unit.bytes.upperBound - token.bytes.upperBound <= 2
  }
}

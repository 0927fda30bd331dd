import DaybookCore

/// Walks over the expressions of a document in order and settles each, keeping track of where it stands: in which message or post, in
/// which entry of which list, and which date the text last named.
struct DateWalk {
  private let bytes: UnsafeBufferPointer<UInt8>
  private let units: [TextUnit]
  private let order: NumericOrder
  private let orderIsKnown: Bool
  /// The document's own date, and the dates of its parts in order of their place.
  private let document: DateAnchor?
  private var parts: [DatedPart]
  /// Dates with a year in running text, in order: what a page without a date of its own can be guessed from.
  private let landmarks: [DateAnchor]

  private var context = DateContext()
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
    orderIsKnown: Bool, landmarks: [DateAnchor], countdown: Countdown?
  ) {
    self.bytes = bytes
    self.units = units
    self.parts = parts
    self.document = document
    self.order = order
    self.orderIsKnown = orderIsKnown
    self.landmarks = landmarks
    context.order = order
    context.orderIsKnown = orderIsKnown
    context.writing = document
    context.countdown = countdown
  }

  /// A settled token.
  struct Settled {
    var token: DateToken
    var reading: DateReading?
  }

  /// `groups[i]` holds the tokens of `units[i]`.
  mutating func settle(_ groups: [[DateToken]]) -> [Settled] {
    var result: [Settled] = []
    for (index, tokens) in groups.enumerated() where units.indices.contains(index) {
      enter(unit: index, opensWith: tokens.first)
      if let only = tokens.first, tokens.count == 1, units[index].kind != .cell,
        isAlone(only, in: units[index])
      {
        result.append(settleDateLine(only, index))
        continue
      }
      let isHeading = units[index].isHeadingLike(bytes)
      for (place, token) in tokens.enumerated() {
        var settled = settle(token, in: units[index], isFirst: place == 0)
        remember(token, settled, index, isHeading: isHeading, isFirst: place == 0)
        if units[index].kind == .messageHeader, settled.reading?.basis == .explicit {
          settled.reading?.basis = .header
        }
        result.append(settled)
      }
    }
    return result
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
    }
    context.writing = dateLine ?? partStack.last { $0.anchor != nil }?.anchor ?? document
    context.unit = index
    context.isInList = unit.kind == .entry || unit.kind == .cell
    if unit.kind != .cell || entryRow.map({ $0 != (unit.table ?? 0, unit.row ?? 0) }) ?? true {
      context.entry = nil
      entryRow = unit.kind == .cell ? (unit.table ?? 0, unit.row ?? 0) : nil
    }
  }

  /// Whether a line, or a unit, holds the date and nothing else.
  private func isAlone(_ token: DateToken, in unit: TextUnit) -> Bool {
    guard case .calendar(let fields) = token.expression.form, fields.year != nil, fields.month != nil,
      token.expression.relation == nil
    else { return false }
    return isBare(unit.bytes.lowerBound..<token.bytes.lowerBound)
      && isBare(token.bytes.upperBound..<unit.bytes.upperBound)
  }

  private func isBare(_ range: Range<Int>) -> Bool {
    var position = range.lowerBound
    while position < range.upperBound {
      let byte = bytes[position]
      guard
        ByteClass.isBlank(byte) || byte == UInt8(ascii: ".") || byte == UInt8(ascii: ",") || byte == 0xC2
          || byte == 0xA0
      else {
        return labelEnd(range) == range.upperBound
      }
      position += 1
    }
    return true
  }

  /// "Date: ", "Dated ": a label that makes what follows the date of the paper.
  private func labelEnd(_ range: Range<Int>) -> Int {
    var cursor = TextCursor(bytes, at: range.lowerBound, limit: range.upperBound)
    cursor.skipBlanks(lines: true)
    let word = cursor.word
    guard DateWalk.labels[word] != nil else { return range.lowerBound }
    cursor.position += word.count
    _ = cursor.take(UInt8(ascii: ":"))
    cursor.skipBlanks(lines: true)
    return cursor.position
  }

  private static let labels = WordTable<Bool>(
    ["date", "dated", "sent", "posted", "published"].map { ($0, true) })

  // MARK: Settling

  private mutating func settleDateLine(_ token: DateToken, _ index: Int) -> Settled {
    let reading = DateResolver(context: context).reading(of: token.expression)
    if let reading,
      let anchor = DateAnchor(
        reading.when, origin: .dateLine, words: words(token.bytes), bytes: token.bytes, unit: index),
      anchor.isDay
    {
      dateLine = anchor
      context.writing = anchor
      context.narrative = nil
    } else if let reading {
      context.narrative = DateAnchor(
        reading.when, origin: .heading, words: words(token.bytes), bytes: token.bytes, unit: index)
    }
    return Settled(token: token, reading: reading)
  }

  private mutating func settle(_ token: DateToken, in unit: TextUnit, isFirst: Bool) -> Settled {
    var local = context
    local.cue = needsCue(token.expression) ? DateCue.around(token.bytes, in: bytes, unit: unit.bytes) : .none
    if isFirst, isAtStart(token, of: unit) { local.entry = nil }
    if local.speech == nil { local.implied = implied(near: token.bytes) }
    return Settled(token: token, reading: DateResolver(context: local).reading(of: token.expression))
  }

  private func needsCue(_ expression: DateExpression) -> Bool {
    switch expression.form {
    case .calendar(let fields): fields.year == nil
    case .numeric(let numbers): numbers.year == nil
    case .range, .yearPart, .week, .weekend: true
    default: false
    }
  }

  /// Keeps what was settled for what follows.
  private mutating func remember(
    _ token: DateToken, _ settled: Settled, _ index: Int, isHeading: Bool, isFirst: Bool
  ) {
    guard let reading = settled.reading, reading.when.yearless == nil, DateWalk.carries(token, reading) else {
      return
    }
    let unit = units[index]
    let isLabel = unit.kind == .text && isLabelLine(token, unit)
    if isFirst, unit.kind == .entry || unit.kind == .cell || isShortLineStart(token, unit),
      isAtStart(token, of: unit),
      var anchor = DateAnchor(
        reading.when, origin: .entry, words: words(token.bytes), bytes: token.bytes, unit: index)
    {
      context.entry = anchor
      anchor.origin = context.narrative?.origin == .heading && reading.basis == .inferred ? .heading : .text
      if anchor.origin == .heading, let heading = context.narrative {
        anchor.words = heading.words
        anchor.bytes = heading.bytes
        // A list goes on from entry to entry, though its year comes from the heading.
        anchor.origin = .text
      }
    }
    if isLabel, !isHeading { return }
    var origin = DateAnchor.Origin.text
    var place = token.bytes
    if isHeading {
      origin = .heading
      place = unit.bytes
    }
    guard
      var anchor = DateAnchor(reading.when, origin: origin, words: words(place), bytes: place, unit: index)
    else { return }
    if !isHeading, reading.basis == .inferred, let root = context.narrative, root.bytes != nil,
      root.last.year == anchor.last.year
    {
      // The year was taken from somewhere: explanations name that place, not the last date that took it too.
      anchor.words = root.words
      anchor.bytes = root.bytes
      anchor.origin =
        root.origin == .heading && context.isInList ? .text : root.origin == .heading ? .text : root.origin
    }
    context.narrative = anchor
  }

  /// Whether later dates may lean on it: "in 2020" does, "since 2012", "its 2020 audit" and "last week" do not.
  static func carries(_ token: DateToken, _ reading: DateReading) -> Bool {
    switch token.expression.relation {
    case .since, .until, .before, .after: return false
    default: break
    }
    guard reading.when.earliest != nil || reading.when.latest != nil, reading.when.modifier != .uncertain
    else { return false }
    switch token.expression.form {
    case .calendar(let fields):
      return fields.month != nil || fields.day != nil || fields.weekday != nil
        || token.expression.relation == nil
    case .counted(_, let counting): return counting != .within && counting != .toGo
    case .unit(let unit, _, _): return unit == .day
    case .numeric, .range, .named, .week, .weekend, .anniversary: return true
    default: return false
    }
  }

  private func isAtStart(_ token: DateToken, of unit: TextUnit) -> Bool {
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

  /// A paragraph that starts with a day and goes on without a comma is a log line: "09/02  Asked for the file".
  private func isShortLineStart(_ token: DateToken, _ unit: TextUnit) -> Bool {
    guard unit.kind == .text, token.bytes.lowerBound == unit.bytes.lowerBound else { return false }
    let after = token.bytes.upperBound
    guard after + 1 < bytes.count else { return false }
    return bytes[after] == 0x09 || bytes[after] == UInt8(ascii: ":")
      || bytes[after] == 0x20
        && (bytes[after + 1] == 0x20 || bytes[after + 1] == UInt8(ascii: "-") || bytes[after + 1] == 0xE2)
  }

  /// "Latest: July 6, 2024": a label and its date, no part of a story.
  private func isLabelLine(_ token: DateToken, _ unit: TextUnit) -> Bool {
    let before = TextCursor(bytes).blanksStart(before: token.bytes.lowerBound)
    guard before > unit.bytes.lowerBound, bytes[before - 1] == UInt8(ascii: ":"),
      before - unit.bytes.lowerBound <= 40
    else { return false }
    return unit.bytes.upperBound - token.bytes.upperBound <= 2
  }

  /// The dated words nearest to a place on a page that does not say when it was written, within 800 bytes.
  private func implied(near range: Range<Int>) -> DateAnchor? {
    let section = sectionBounds(around: range)
    var best: (anchor: DateAnchor, distance: Int)?
    var low = 0
    var high = landmarks.count
    while low < high {
      let middle = (low + high) / 2
      if (landmarks[middle].bytes?.lowerBound ?? 0) < range.lowerBound - 800 {
        low = middle + 1
      } else {
        high = middle
      }
    }
    while low < landmarks.count, let place = landmarks[low].bytes, place.lowerBound < range.upperBound + 800 {
      let distance =
        place.lowerBound > range.lowerBound
        ? place.lowerBound - range.upperBound : range.lowerBound - place.upperBound
      if place != range, section.contains(place.lowerBound), best.map({ distance < $0.distance }) ?? true {
        best = (landmarks[low], distance)
      }
      low += 1
    }
    return best?.anchor
  }

  /// Landmarks of another post do not count: the stretch up to the next date line.
  private func sectionBounds(around range: Range<Int>) -> Range<Int> {
    let next = landmarks.first { $0.origin == .dateLine && ($0.bytes?.lowerBound ?? 0) > range.lowerBound }
    return 0..<(next?.bytes?.lowerBound ?? bytes.count)
  }

  private func words(_ range: Range<Int>) -> String { DateWalk.words(bytes, range) }

  /// The words at a place on one line, cut at 90 bytes.
  static func words(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> String {
    var end = min(range.upperBound, range.lowerBound + 90, bytes.count)
    while end > range.lowerBound, end < bytes.count, bytes[end] & 0xC0 == 0x80 { end -= 1 }
    var start = range.lowerBound
    while start < end, ByteClass.isBlank(bytes[start]) { start += 1 }
    while end > start, ByteClass.isBlank(bytes[end - 1]) { end -= 1 }
    let text = bytes[start..<end].map { ByteClass.isBlank($0) ? 0x20 : $0 }
    return String(decoding: text, as: UTF8.self) + (end < range.upperBound && range.count > 90 ? "…" : "")
  }
}

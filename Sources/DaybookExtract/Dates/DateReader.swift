package import DaybookCore

/// Finds the dates of a document and settles each from its words and its context.
///
/// One scan over the bytes finds the expressions (`DateRules`), a walk over them in order settles them
/// (`DateWalk`). Linear in the text.
package struct DateReader: Sendable {
  package let settings: ExtractionSettings
  package private(set) var options: DateOptions
  private let scan: Scan
  private let own: UserExpressions

  package init(settings: ExtractionSettings = ExtractionSettings(), options: DateOptions = DateOptions()) {
    self.settings = settings
    self.options = options
    self.options.nation = settings.nation
    own = UserExpressions(settings.expressions)
    let off = Set(settings.rulesOff)
    scan = off.isEmpty ? DateReader.allRules : Scan(rules: DateRules.all.filter { !off.contains($0.name) })
  }

  private static let allRules = Scan(rules: DateRules.all)

  /// All date mentions in order of their place, each with value, basis and reasoning. Byte ranges count in
  /// `document.text`.
  package func mentions(in document: Document) -> [Mention] { read(document).mentions }

  /// The same, and what a person should know about them.
  package func read(_ document: Document) -> (mentions: [Mention], findings: [Finding]) {
    let own = anchor(of: document)
    return mentions(
      in: document.text, units: TextUnit.units(of: document), parts: parts(of: document, near: own),
      anchor: own)
  }

  /// The dates of a text that is no document: list entries and paragraphs are told by its lines. `anchor` is
  /// the day it was written on.
  package func read(text: [UInt8], anchor: CivilDate? = nil) -> [Mention] {
    let own = anchor.map {
      DateAnchor(first: $0, last: $0, grain: .day, origin: .document(.dated), words: "")
    }
    return mentions(in: text, units: TextUnit.units(of: text, in: 0..<text.count), parts: [], anchor: own)
      .mentions
  }

  private func mentions(in text: [UInt8], units: [TextUnit], parts: [DateWalk.DatedPart], anchor: DateAnchor?)
    -> (mentions: [Mention], findings: [Finding])
  {
    var carry = DateCarry()
    let settled = text.withUnsafeBufferPointer {
      self.settled(in: $0, units: units, parts: parts, anchor: anchor, takesHead: false, carry: &carry)
    }
    let mentions: [Mention] = settled.compactMap { settled in
      if settled.isLoose { return nil }
      return settled.reading.map {
        Mention(bytes: settled.token.bytes, value: .date($0), rule: settled.token.rule)
      }
    }
    return (mentions, carry.findings)
  }

  /// Everything that was found, durations and what no context settles included. With `takesHead` a text
  /// without an anchor counts from the date at its top.
  func settled(
    in bytes: UnsafeBufferPointer<UInt8>, units: [TextUnit], parts: [DateWalk.DatedPart], anchor: DateAnchor?,
    takesHead: Bool, carry: inout DateCarry
  ) -> [DateWalk.Settled] {
    let stopped = carry.stopped.count
    let mine = own.isEmpty ? [] : own.find(in: bytes, stopped: &carry.stopped)
    let groups = units.map { tokens(bytes, $0.bytes, own: mine.inside($0.bytes)) }
    let vote = NumericVote(groups, bytes: bytes, locale: settings.locale, carry: &carry)
    let dateLines = DateLines.find(groups, units: units, bytes: bytes)
    if takesHead, !carry.isStarted {
      carry.head = DateHead.find(groups, dateLines: dateLines, order: vote.order, bytes: bytes)
    }
    carry.isStarted = true
    let countdown = Countdown.find(groups)
    var walk = DateWalk(
      bytes, units: units, parts: parts, document: anchor ?? carry.head ?? countdown?.anchor,
      order: vote.order, orderIsKnown: vote.isKnown,
      landmarks: Landmarks.find(groups, units: units, bytes: bytes), dateLines: dateLines,
      countdown: countdown, options: options, carry: carry)
    var settled = walk.settle(groups)
    setKinds(of: &settled, units: units, kinds: DateKinds(bytes, dateLines: dateLines))
    walk.handOn(to: &carry)
    DateFindings.collect(settled, stopped: stopped, carry: &carry)
    return settled
  }

  /// Both are in order of their place.
  private func setKinds(of settled: inout [DateWalk.Settled], units: [TextUnit], kinds: DateKinds) {
    var unit = 0
    for index in settled.indices {
      let start = settled[index].token.bytes.lowerBound
      while unit + 1 < units.count, units[unit].bytes.upperBound <= start { unit += 1 }
      guard units.indices.contains(unit) else { return }
      let kind = kinds.kind(of: settled[index].token, in: units[unit])
      settled[index].kind = kind
      settled[index].reading?.kind = kind
    }
  }

  /// The expressions of a stretch, joined and with what stands around them.
  private func tokens(
    _ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, own: ArraySlice<DateToken> = []
  ) -> [DateToken] {
    var found: [Scan.Found] = []
    scan.scan(
      bytes, range: range, context: RuleContext(locale: settings.locale, readsVague: options.readsVague),
      into: &found)
    var tokens: [DateToken] = []
    tokens.reserveCapacity(found.count)
    for item in found {
      guard case .date(let expression) = item.value else { continue }
      tokens.append(DateToken(bytes: item.bytes, expression: expression, rule: item.rule))
    }
    tokens = DateJoins(bytes).joined(UserExpressions.merged(tokens, own))
    let surroundings = DateSurroundings(bytes)
    let trailing = DateTrailing(bytes)
    // What an expression takes in behind or before it is no expression of its own any more.
    var result: [DateToken] = []
    result.reserveCapacity(tokens.count)
    for var token in tokens {
      let floor = result.last?.bytes.upperBound ?? range.lowerBound
      if token.bytes.lowerBound < floor { continue }
      trailing.extend(&token, limit: range.upperBound)
      trailing.precede(&token)
      surroundings.apply(to: &token)
      token.bytes = max(token.bytes.lowerBound, floor)..<token.bytes.upperBound
      result.append(token)
    }
    return result
  }

  // MARK: Headers

  /// The value of a header's date line: "Tuesday, February 15, 2022 9:41 AM", "15/02/2022 09:41:00", "Tue 15
  /// Feb 09:41".
  ///
  /// Nil where it holds no day. `near` gives the year where none is written.
  package func headerDate(_ text: [UInt8], near: CivilDate? = nil) -> DateReading? {
    text.withUnsafeBufferPointer { bytes in
      var cursor = TextCursor(bytes)
      cursor.skipBlanks()
      let start = cursor.position
      let foreign = ForeignDate.read(&cursor).map {
        DateToken(bytes: start..<cursor.position, expression: $0, rule: HeaderLineRule().name)
      }
      let found = foreign.map { [$0] } ?? tokens(bytes, 0..<bytes.count)
      guard var token = found.first(where: { $0.expression.isDay }) else { return nil }
      token.expression.relation = nil
      token.expression.isApproximate = false
      token.expression.dropMisreadYear()
      var context = DateContext()
      context.options = options
      context.writing = near.map {
        DateAnchor(first: $0, last: $0, grain: .day, origin: .document(.dated), words: "")
      }
      var carry = DateCarry()
      let vote = NumericVote([found], bytes: bytes, locale: settings.locale, carry: &carry)
      context.order = vote.order
      context.orderIsKnown = vote.isKnown
      guard var reading = DateResolver(context: context).reading(of: token.expression) else { return nil }
      reading.basis = .header
      return reading
    }
  }

  func parts(of document: Document, near: DateAnchor?) -> [DateWalk.DatedPart] {
    let segments = document.segments.sorted {
      ($0.bytes.lowerBound, -$0.bytes.upperBound) < ($1.bytes.lowerBound, -$1.bytes.upperBound)
    }
    return segments.map { segment in
      var anchor: DateAnchor?
      if let sent = segment.header?.sent {
        anchor = sentAnchor(sent, words: segment.header?.sentText ?? sent.edtf)
      } else if let text = segment.header?.sentText,
        let reading = headerDate(Array(text.utf8), near: near?.first)
      {
        anchor = sentAnchor(reading.when, words: text)
      } else if let own = DateReader.best(of: segment.dates) {
        anchor = DateAnchor(own.when, origin: .document(own.kind), words: own.text, bytes: own.bytes)
      }
      return DateWalk.DatedPart(bytes: segment.bytes, anchor: anchor)
    }
  }

  /// The day that "yesterday" counts from in a document as a whole; nil where the document does not say.
  func anchor(of document: Document) -> DateAnchor? {
    if let sent = document.header?.sent,
      let anchor = sentAnchor(sent, words: document.header?.sentText ?? "")
    {
      return anchor
    }
    return DateReader.best(of: document.dates).flatMap {
      DateAnchor($0.when, origin: .document($0.kind), words: $0.text, bytes: $0.bytes)
    }
  }

  /// The day of writing from a message's header: of a time in UTC the day that the clocks of the case showed.
  private func sentAnchor(_ sent: Timex, words: String) -> DateAnchor? {
    guard var anchor = DateAnchor(sent, origin: .header, words: words) else { return nil }
    guard sent.utcOffset == 0, let moment = sent.earliest, let day = settings.clock.day(atUTC: moment),
      anchor.first == anchor.last, day != anchor.first
    else { return anchor }
    (anchor.first, anchor.last) = (day, day)
    anchor.zone = settings.clock.name
    return anchor
  }

  /// What a paper says of itself before what others did with it; properties of the file are no date of its
  /// words, but for the day on which a page was published: its words were written by then, and not on the day
  /// on which somebody saved it.
  private static func best(of dates: [DocumentDate]) -> DocumentDate? {
    let kinds: [DocumentDate.Kind] = [.dated, .sent, .published, .received, .signed, .captured]
    for kind in kinds {
      if let date = dates.first(where: {
        $0.kind == kind && $0.when.yearless == nil
          && ($0.basis != .property || kind == .published || kind == .captured)
      }) {
        return date
      }
    }
    return nil
  }
}

extension DateExpression {
  var isDay: Bool {
    switch form {
    case .calendar(let fields): fields.isDayAndMonth
    case .numeric: true
    default: false
    }
  }
}

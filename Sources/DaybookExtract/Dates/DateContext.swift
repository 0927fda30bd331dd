import DaybookCore

/// What is known of the place where an expression stands: the anchors that may settle it, from the nearest to
/// the farthest.
struct DateContext {
  /// The date that starts the list entry or row.
  var entry: DateAnchor?
  /// The last date that the running text named.
  var narrative: DateAnchor?
  /// The last of them that gives its year to what follows.
  var leader: DateAnchor?
  /// The quarter that the text last named.
  var period: DateAnchor?
  /// Whether the words hold two sums side by side: "from $10 million a year ago".
  var comparesMoney = false
  /// Whether the text tells of times long before it was written, date after date: then its own dates lead, not
  /// the time of writing.
  var isStory = false
  /// When the words were written: the message's date, the date line, the document's own date.
  var writing: DateAnchor?
  /// What the page implies of its own time; never stronger than a guess.
  var implied: DateAnchor?
  /// What the page counts down to.
  var countdown: Countdown?
  /// Index of the unit.
  var unit = 0
  var isInList = false
  var cue = DateCue.none
  /// Whether somebody speaks of himself or to somebody in the words before it: "we wrote to you on".
  var isSpoken = false
  /// Whether a limit is told as one that was kept: "by 12 May fifteen had been shot".
  var isPerfect = false
  var order: NumericOrder = .dayFirst
  /// Whether the document itself settles the order of figures.
  var orderIsKnown = false
  /// What the user chose where the words leave it open.
  var options = DateOptions()

  /// The narrative counts where it is near, or where nothing else is known.
  var usableNarrative: DateAnchor? {
    guard let narrative else { return nil }
    if writing == nil || isStory || narrative.unit == unit || isInList { return narrative }
    return unit - narrative.unit <= 3 ? narrative : nil
  }

  /// The date that gives its year to a month or a day without one.
  var leadingNarrative: DateAnchor? {
    if writing == nil || isStory || isInList { return usableNarrative }
    guard let leader else { return nil }
    // "The lease is of 1996. We wrote to you on 12 January": who speaks counts from the day of writing.
    if isSpoken, let writing, abs(writing.last.year - leader.last.year) > 2 { return nil }
    switch leader.lead {
    case .none: return nil
    case .unit: return leader.unit == unit && cue != .future ? leader : nil
    case .onward: return unit - leader.unit <= 3 ? leader : nil
    }
  }

  /// What "the next day" and "a year later" count from: the last date of this stretch, in a story also of the
  /// stretch before it.
  var told: DateAnchor? {
    guard let narrative else { return nil }
    return narrative.unit == unit || isStory && unit - narrative.unit <= 3 ? narrative : nil
  }

  /// What "yesterday" and "last week" count from.
  var speech: DateAnchor? {
    if let entry, entry.isDay { return entry }
    return writing
  }
}

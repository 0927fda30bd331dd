/// What the words of an act say of promises: looked for once an act.
struct ActCues: OptionSet, Sendable {
  let rawValue: UInt8

  /// It is said of what would be or will be.
  static let wouldBe = ActCues(rawValue: 1)
  /// "not yet", "is proving challenging".
  static let against = ActCues(rawValue: 2)
  /// "cannot", "need more time": it will not be by then.
  static let refusing = ActCues(rawValue: 4)
  /// "A note will go to schools."
  static let goesOut = ActCues(rawValue: 8)

  /// Source: texts of correspondence.
  private static let phrases: [(cue: ActCues, any: [String])] = [
    (.wouldBe, [" would be ", " will be "]),
    (
      .against,
      [
        "not yet", "challenging", "delay", "still not", "has not been", "have not been", "difficult",
        "not available",
      ]
    ),
    (
      .refusing,
      [
        "cannot", "can not", "unable", "not possible", "not be able", "more time", "no longer",
        "not in a position",
      ]
    ),
    (.goesOut, [" go to ", " go out", " have the ", " let you have "]),
  ]

  static func of(_ quote: String) -> ActCues {
    let text = FoldedQuote(quote)
    return phrases.reduce(into: []) { cues, row in if text.containsAny(of: row.any) { cues.insert(row.cue) } }
  }
}

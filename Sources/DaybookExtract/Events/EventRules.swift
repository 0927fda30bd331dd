/// All event rules. Order matters within a passage: a rule does not read again what one above it has read.
enum EventRules {
  static let all: [any EventRule] = [
    MessageEvents(),
    LogRowEvents(),
    ListEntryEvents(),
    TimelineEvents(),
    CountdownEvents(),
    DateLineEvents(),
    DatedClauseEvents(),
    UndatedActEvents(),
  ]
}

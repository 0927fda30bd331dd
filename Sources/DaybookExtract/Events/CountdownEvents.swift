import DaybookCore

/// "7 days to go" on a page that gives its deadline: when the page was seen, as the date engine counted back.
///
/// The count is of whole days, so the day is approximate. Source: specs/seed-traps.md, trap 16.
struct CountdownEvents: EventRule {
  let name = "countdown"
  let examples: [EventExample] = [
    .reads(
      "«7 days to go»\n\nYour card will be charged if the case meets its target by 9 October 2022.",
      as: "published 2022-10-01~/2022-10-02~"),
    .ignores("We still had 7 days to go before the break."),
  ]

  func read(_ unit: EventUnit, in reading: Reading, into events: inout EventList) {
    guard case .passage(let passage, _) = unit else { return }
    for date in passage.dates where date.reading.basis != .explicit && endsCountdown(passage, date) {
      events.takeDate(date.bytes)
      let quote = Excerpt.trimmed(reading.document.text, date.bytes)
      let words = Excerpt.line(reading.document.text, quote)
      events.add(
        EventDraft(
          kind: .published,
          when: EventDate(
            timex: date.reading.when, basis: date.reading.basis, kind: .captured, text: words,
            why: date.reading.why),
          quote: quote, summary: "Page seen with \(words)", rule: name, isStated: false))
    }
  }

  /// "days to go", "days left".
  private func endsCountdown(_ passage: Passage, _ date: PassageDate) -> Bool {
    let tokens = passage.tokens
    if tokens[date.last].hash == Words.left {
      return date.last > 0 && tokens[date.last - 1].is(.calendar) == false
    }
    return date.last > 0 && tokens[date.last].hash == Words.go && tokens[date.last - 1].hash == Words.to
  }
}

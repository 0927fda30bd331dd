import DaybookCore

/// "7 days to go" on a page that gives its deadline: when the page was seen.
///
/// The count is of whole days, so the day is taken as approximate. Without one deadline on the page the words date nothing.
/// Source: specs/seed-traps.md, trap 16.
struct CountdownEvents: EventRule {
  let name = "countdown"
  let examples: [EventExample] = [
    .reads("Pledge by 9 October 2022. «7 days to go»", as: "published 2022-10-02~"),
    .ignores("We still had 7 days to go before the break."),
  ]

  func read(_ unit: EventUnit, in reading: Reading, into events: inout EventList) {
    guard case .passage(let passage, _) = unit, let deadline = reading.deadline else { return }
    let tokens = passage.tokens
    for at in tokens.indices where tokens[at].kind == .number && at + 3 < tokens.count {
      let startsLine = at == 0 || tokens[at].lineBreakBefore || tokens[at - 1].kind == .stop || tokens[at - 1].kind == .mark
      guard startsLine, tokens[at + 1].hash == Words.days || tokens[at + 1].hash == Words.day,
        tokens[at + 2].hash == Words.to && tokens[at + 3].hash == Words.go || tokens[at + 2].hash == Words.left,
        let days = number(reading.document.text, tokens[at].bytes)
      else { continue }
      let last = tokens[at + 2].hash == Words.left ? at + 2 : at + 3
      guard last + 1 == tokens.count || tokens[last + 1].lineBreakBefore || tokens[last + 1].kind != .word else { continue }
      let day = deadline.day.adding(days: -days)
      let quote = tokens[at].start..<tokens[last].end
      events.add(
        EventDraft(
          kind: .published,
          when: EventDate(
            timex: Timex(day: day, modifier: .approximate), basis: .relative, kind: .captured, text: Excerpt.line(reading.document.text, quote),
            why: ["\(deadline.day) (\"\(deadline.text)\") minus \(days) days: about when the page was seen"]),
          quote: quote, summary: "Page seen with \(Excerpt.line(reading.document.text, quote))", rule: name, isStated: false))
    }
  }

  private func number(_ text: [UInt8], _ bytes: Range<Int>) -> Int? {
    guard bytes.count <= 3 else { return nil }
    var number = 0
    for at in bytes {
      let digit = text[at] &- 0x30
      guard digit < 10 else { return nil }
      number = number * 10 + Int(digit)
    }
    return number
  }
}

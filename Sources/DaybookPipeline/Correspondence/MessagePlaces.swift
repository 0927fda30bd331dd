import DaybookCore

/// Which message each event that sends one belongs to, by the header that it quotes.
struct MessagePlaces {
  private struct Place {
    var start: Int
    var end: Int
    var message: Int
    var isYearless: Bool
  }

  private var places: [Document.ID: [Place]] = [:]
  private let messages: [Message]

  init(_ correspondence: Correspondence) {
    messages = correspondence.messages
    for (index, message) in messages.enumerated() {
      for number in message.copies {
        let copy = correspondence.copies[number]
        guard let header = copy.header.bytes else { continue }
        places[copy.source, default: []].append(
          Place(start: header.lowerBound, end: header.upperBound, message: index, isYearless: copy.isYearless)
        )
      }
    }
    for key in places.keys { places[key]?.sort { $0.start < $1.start } }
  }

  /// The message that an event sends; nil for every other event.
  func message(of event: Event) -> Message? { place(of: event).map { messages[$0.message] } }

  /// A copy that is printed without a year takes the date of its message.
  func dated(_ event: Event) -> Event {
    guard let place = place(of: event), place.isYearless, let sent = messages[place.message].sent,
      event.when.timex != sent
    else { return event }
    var event = event
    event.when.timex = sent
    event.when.why.append(
      messages[place.message].isYearInferred
        ? "no copy prints the year; it is that of the messages beside it"
        : "another copy of the message prints the year")
    return event
  }

  private func place(of event: Event) -> Place? {
    guard event.rule == "message-sent", let anchor = event.evidence.first, let list = places[anchor.document],
      !list.isEmpty
    else { return nil }
    let offset = anchor.bytes.lowerBound
    var (low, high) = (0, list.count)
    while low + 1 < high {
      let middle = (low + high) / 2
      if list[middle].start <= offset { low = middle } else { high = middle }
    }
    return list[low].start <= offset && offset < list[low].end ? list[low] : nil
  }
}

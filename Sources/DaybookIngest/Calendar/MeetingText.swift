import DaybookCore

/// How a meeting reads as lines of text: what its invitation says, in words that date rules know.
enum MeetingText {
  private static let months = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
    "November",
    "December",
  ]

  /// Lines "Meeting: …", "When: …", "Where: …", "Organiser: …", "Attendees: …", those that are known; each ends
  /// in LF.
  static func lines(
    title: String?, start: Timex?, end: Timex?, zone: String?, place: String?, organiser: String?,
    attendees: [String], isCancelled: Bool = false
  ) -> [UInt8] {
    var text = ""
    let name = isCancelled ? "Cancelled meeting" : "Meeting"
    if let title { text += "\(name): \(title)\n" }
    if let start, let first = start.earliest {
      text += "When: " + words(first)
      if let last = end?.latest, last != first {
        if last.date == first.date, let time = last.time {
          text += " to \(clock(time))"
        } else if last.date != first.date {
          text += " to " + words(last)
        }
      }
      if let zone, first.time != nil { text += " (\(zone))" }
      text += "\n"
    }
    if let place { text += "Where: \(place)\n" }
    if let organiser { text += "Organiser: \(organiser)\n" }
    if !attendees.isEmpty { text += "Attendees: \(attendees.joined(separator: "; "))\n" }
    return Array(text.utf8)
  }

  private static func words(_ moment: CivilMoment) -> String {
    let date = "\(moment.date.day) \(months[moment.date.month - 1]) \(moment.date.year)"
    return moment.time.map { "\(date), \(clock($0))" } ?? date
  }

  private static func clock(_ time: CivilTime) -> String {
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    return "\(two(time.hour)):\(two(time.minute))"
  }
}

/// Timex as EDTF text and back. Source: ISO 8601-2:2019, levels 0 and 1.
extension Timex {
  /// "2022-02-09", "2022-02", "2022", "2022-02-09T10:14", "2022-02-09/2022-02-14", "../2022-02-28",
  /// "2022-02~", "XXXX-01-18".
  package var edtf: String {
    if let yearless {
      func text(_ month: Int, _ day: Int?) -> String {
        "XXXX-" + Digits.padded(month, to: 2) + (day.map { "-" + Digits.padded($0, to: 2) } ?? "")
      }
      let first = text(yearless.month, yearless.day)
      return yearless.lastMonth.map { "\(first)/\(text($0, yearless.lastDay))" } ?? first
    }
    let mark =
      switch modifier {
      case .approximate: "~"
      // "early", "mid" and "late" have no sharp edges.
      case .start, .middle, .end: earliest == latest ? "" : "~"
      case .uncertain: "?"
      default: ""
      }
    switch (earliest, latest) {
    case (nil, nil): return ""
    case (let first?, nil): return "\(label(first))\(mark)/.."
    case (nil, let last?): return "../\(label(last))\(mark)"
    case (let first?, let last?):
      let start = label(first)
      if isWhole || first == last && grain <= .day { return mark.isEmpty ? start : start + mark }
      let end = label(last)
      if start == end && grain <= .day { return start + mark }
      return "\(start)\(mark)/\(end)\(mark)"
    }
  }

  /// Whether the interval is exactly one unit of its grain.
  package var isWhole: Bool {
    guard let first = earliest?.date, let last = latest?.date else { return false }
    return switch grain {
    case .second, .minute, .hour: earliest == latest
    case .day: first == last
    case .month: first.day == 1 && last == first.endOfMonth
    case .year:
      first.month == 1 && first.day == 1 && last.year == first.year && last.month == 12 && last.day == 31
    default: false
    }
  }

  /// The start or end of the interval, cut to the grain: "2022-02" for a month.
  ///
  /// An end that does not lie on the grain's edge ("by the end of the month": the 28th) is printed to the
  /// day.
  package func label(_ moment: CivilMoment) -> String {
    switch grain {
    case .second, .minute, .hour:
      // Both ends to the second if one of them is: "01:00:00" to "08:07:33".
      let isBare = moment.time?.second == 0
      return moment.description + (isBare && hasSeconds ? ":00" : "") + zoneText
    default: return moment.date.text(length: dateLength(moment))
    }
  }

  /// How many letters the label of one end has: 4 for a year, 7 for a month, 10 for a day, more for a moment.
  package func labelLength(_ moment: CivilMoment) -> Int {
    grain <= .hour ? label(moment).utf8.count : dateLength(moment)
  }

  private func dateLength(_ moment: CivilMoment) -> Int {
    switch grain {
    case .month where isEdge(moment, months: 1), .season where isEdge(moment, months: 3),
      .quarter where isEdge(moment, months: 3),
      .half where isEdge(moment, months: 6):
      return 7
    case .year where isEdge(moment, months: 12), .decade where isEdge(moment, months: 12),
      .century where isEdge(moment, months: 12):
      return 4
    default: return CivilDate.textLength
    }
  }

  private func isEdge(_ moment: CivilMoment, months: Int) -> Bool {
    let date = moment.date
    if moment == latest { return date == date.endOfMonth && (months < 12 || date.month == 12) }
    return date.day == 1 && (months < 12 || date.month == 1)
  }

  private var hasSeconds: Bool {
    grain == .second || (earliest?.time?.second ?? 0) + (latest?.time?.second ?? 0) > 0
  }

  private var zoneText: String {
    guard let utcOffset, earliest?.time != nil else { return "" }
    if utcOffset == 0 { return "Z" }
    let minutes = abs(utcOffset)
    return
      "\(utcOffset < 0 ? "-" : "+")\(Digits.padded(minutes / 60, to: 2)):\(Digits.padded(minutes % 60, to: 2))"
  }
}

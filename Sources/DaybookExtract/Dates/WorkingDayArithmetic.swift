import DaybookCore

/// What a count of working days leaves out besides weekends, for explanations.
enum WorkingDayArithmetic {
  /// At most one line; none where the amount has no working days.
  static func passedOver(_ amount: TimeAmount, from start: CivilDate, to end: CivilDate, in nation: Nation)
    -> [String]
  {
    guard amount.workingDays > 0, start.isInRange, end.isInRange else { return [] }
    let range = min(start, end)...max(start, end)
    var names: [String] = []
    for year in range.lowerBound.year...range.upperBound.year {
      for holiday in BankHolidays.days(in: year, nation: nation)
      where range.contains(holiday.date) && holiday.date != start && holiday.date.weekday <= 5 {
        names.append("\(holiday.name) \(holiday.date)")
        if names.count == 12 {
          return ["weekends and holidays not counted: \(names.joined(separator: ", ")), …"]
        }
      }
    }
    return ["weekends not counted" + (names.isEmpty ? "" : ", nor \(names.joined(separator: ", "))")]
  }
}

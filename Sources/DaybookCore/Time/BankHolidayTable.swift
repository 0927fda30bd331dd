/// What the rules of the bank holidays do not give: days that were moved or proclaimed once.
///
/// Each row with its source. The regular days are worked out by `BankHolidays`.
enum BankHolidayTable {
  /// Years for which the proclamations are known to us.
  static let years = 2015...2030

  struct Extra: Sendable {
    var year: Int
    var month: Int
    var day: Int
    var name: String
    var nations: [Nation]
  }

  /// A regular day that was held on another date in one year.
  struct Move: Sendable {
    var name: String
    var year: Int
    var month: Int
    var day: Int
  }

  static let extras: [Extra] = [
    // Royal Proclamation of 2021-11-22 (The London Gazette 63541): Platinum Jubilee.
    Extra(year: 2022, month: 6, day: 3, name: "Platinum Jubilee bank holiday", nations: Nation.allCases),
    // Royal Proclamation of 2022-09-10: State Funeral of Queen Elizabeth II.
    Extra(
      year: 2022, month: 9, day: 19, name: "State Funeral of Queen Elizabeth II", nations: Nation.allCases),
    // Royal Proclamation of 2022-12: Coronation of King Charles III.
    Extra(year: 2023, month: 5, day: 8, name: "Coronation of King Charles III", nations: Nation.allCases),
  ]

  static let moves: [Move] = [
    // Department for Business, 2019-06-07: early May bank holiday moved to Friday for the 75th anniversary of
    // VE Day.
    Move(name: "Early May bank holiday", year: 2020, month: 5, day: 8),
    // Royal Proclamation of 2021-11-22: spring bank holiday moved to Thursday for the Platinum Jubilee.
    Move(name: "Spring bank holiday", year: 2022, month: 6, day: 2),
  ]
}

/// Easter Sunday of the western churches. Source: J.-M. Oudin's algorithm, Explanatory Supplement to the
/// Astronomical Almanac, 1961.
package enum Easter {
  /// Nil for years outside 1583…9999, when the Gregorian calendar does not give it.
  package static func sunday(of year: Int) -> CivilDate? {
    guard (1583...9999).contains(year) else { return nil }
    let golden = year % 19
    let century = year / 100
    let epact = (century - century / 4 - (8 * century + 13) / 25 + 19 * golden + 15) % 30
    let fullMoon = epact - (epact / 28) * (1 - (epact / 28) * (29 / (epact + 1)) * ((21 - golden) / 11))
    let weekday = (year + year / 4 + fullMoon + 2 - century + century / 4) % 7
    let offset = fullMoon - weekday
    let month = 3 + (offset + 40) / 44
    return CivilDate(year: year, month: month, day: offset + 28 - 31 * (month / 4))
  }
}

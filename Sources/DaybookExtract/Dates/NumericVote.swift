import DaybookCore

/// Whether figures are day, then month, or the other way round, by all the figures of a document together.
///
/// Figures over 12, weekdays beside figures and the client's own way of writing the time vote; the locale
/// decides where none does.
struct NumericVote {
  let order: NumericOrder
  /// Whether the document itself decides.
  let isKnown: Bool

  /// Votes of earlier windows count, and these are added to them.
  init(
    _ groups: [[DateToken]], bytes: UnsafeBufferPointer<UInt8>, locale: String, carry: inout DateCarry
  ) {
    var dayFirst = carry.dayFirst
    var monthFirst = carry.monthFirst
    func count(_ expression: DateExpression, _ place: Range<Int>) {
      switch expression.order {
      case .dayFirst: dayFirst += 2
      case .monthFirst: monthFirst += 2
      case nil: break
      }
      guard case .numeric(let numbers) = expression.form else {
        if case .range(let first, let last) = expression.form {
          count(first, place)
          count(last, place)
        }
        return
      }
      if let weekday = numbers.weekday, let year = numbers.year {
        if CivilDate(year: year, month: numbers.second, day: numbers.first)?.weekday == weekday {
          dayFirst += 2
        }
        if CivilDate(year: year, month: numbers.first, day: numbers.second)?.weekday == weekday {
          monthFirst += 2
        }
      }
      // "2/9/2022 2:35 PM" is how American settings print; British ones print "09/02/2022 14:35".
      if expression.time != nil, NumericVote.isUnpadded(bytes, place),
        NumericVote.endsWithCapitalHalf(bytes, place)
      {
        monthFirst += 1
      }
    }
    for group in groups { for token in group { count(token.expression, token.bytes) } }
    carry.dayFirst = dayFirst
    carry.monthFirst = monthFirst
    if dayFirst != monthFirst {
      order = dayFirst > monthFirst ? .dayFirst : .monthFirst
      isKnown = true
    } else {
      order = locale == "en-US" ? .monthFirst : .dayFirst
      isKnown = false
    }
  }

  private static func isUnpadded(_ bytes: UnsafeBufferPointer<UInt8>, _ place: Range<Int>) -> Bool {
    place.count > 3 && place.upperBound <= bytes.count && bytes[place.lowerBound] != 0x30
      && !ByteClass.isDigit(bytes[place.lowerBound + 1])
  }

  private static func endsWithCapitalHalf(_ bytes: UnsafeBufferPointer<UInt8>, _ place: Range<Int>) -> Bool {
    place.count > 3 && place.upperBound <= bytes.count && bytes[place.upperBound - 1] == UInt8(ascii: "M")
      && bytes[place.upperBound - 3] == 0x20
  }
}

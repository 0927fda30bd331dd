import DaybookCore

/// Date lines of printed headers in the words that the reader of dates knows.
///
/// Clients print them in the language of their user, and the line is nothing but a date: words of other
/// languages are put into English month names or left out, "14.55" and "14h55" become "14:55". A line that
/// is English already stays as it is.
enum HeaderDateWords {
  static func plain(_ line: [UInt8]) -> [UInt8] {
    let words = Fold.lower(line).split { $0 == 0x20 || $0 == 0x09 || $0 == 0x0A || $0 == UInt8(ascii: ",") }
      .map(Array.init)
    var isForeign = false
    var plain: [[UInt8]] = []
    let hasYear = words.contains { HeaderDateWords.holdsYear($0) }
    for (index, word) in words.enumerated() {
      let bare = word.last == UInt8(ascii: ".") ? Array(word.dropLast()) : word
      if let clock = clock(word), hasYear, !holdsYear(word) {
        isForeign = isForeign || clock != word
        plain.append(clock)
      } else if word.elementsEqual("am".utf8), index + 1 < words.count, clock(words[index + 1]) != nil,
        index == 0 || clock(words[index - 1]) == nil
      {
        // Welsh and German: the clock stands behind it.
        isForeign = true
      } else if index == 0, weekdays.contains(bare), isDateStart(words, after: index) {
        isForeign = true
      } else if index > 0, let month = months[bare], isDay(words, before: index) {
        isForeign = isForeign || month != word
        plain.append(month)
      } else if bare.allSatisfy({ $0 >= 0x61 && $0 <= 0x7A || $0 >= 0x80 }), !english.contains(bare) {
        isForeign = true
      } else if word.count > 1, word.last == UInt8(ascii: "."),
        bare.allSatisfy({ (0x30...0x39).contains($0) })
      {
        isForeign = true
        plain.append(bare)
      } else {
        plain.append(word)
      }
    }
    return isForeign ? Array(plain.joined(separator: [0x20])) : line
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

  private static func holdsYear(_ word: [UInt8]) -> Bool {
    word.split { !isDigit($0) }.contains { $0.count == 4 && ($0.first == 0x31 || $0.first == 0x32) }
  }

  /// "14.55", "14h55", "14.55.02" with colons.
  private static func clock(_ word: [UInt8]) -> [UInt8]? {
    let parts = word.split { $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: "h") || $0 == UInt8(ascii: ":") }
    guard (2...3).contains(parts.count), parts[0].count <= 2, parts.dropFirst().allSatisfy({ $0.count == 2 }),
      parts.allSatisfy({ $0.allSatisfy(isDigit) }), let first = word.first, isDigit(first)
    else { return nil }
    return Array(parts.joined(separator: [UInt8(ascii: ":")]))
  }

  private static func isDay(_ words: [[UInt8]], before index: Int) -> Bool {
    var place = index - 1
    if words[place].elementsEqual("de".utf8), place > 0 { place -= 1 }
    let digits = words[place].prefix(while: isDigit)
    return (1...2).contains(digits.count) && words[place].count <= digits.count + 2
  }

  /// A day, or a whole date in figures, stands behind a weekday. "Mar 15, 2022" begins with a month.
  private static func isDateStart(_ words: [[UInt8]], after index: Int) -> Bool {
    guard index + 1 < words.count, let first = words[index + 1].first, isDigit(first) else { return false }
    if words[index + 1].contains(where: { $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: "-") })
      || words[index + 1].count > 3
    {
      return true
    }
    guard index + 2 < words.count else { return false }
    let next = words[index + 2].filter { $0 != UInt8(ascii: ".") }
    return months[next] != nil || next.elementsEqual("de".utf8)
      || english.contains(next) && !next.elementsEqual("at".utf8)
  }

  /// What the reader knows.
  private static let english: Set<[UInt8]> = Set(
    """
    january february march april may june july august september october november december jan feb mar apr jun jul
    aug sep sept oct nov dec monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur
    thurs fri sat sun am pm at on gmt bst utc z est edt cst cdt mst mdt pst pdt cet cest noon midnight
    """.split { $0 == " " || $0 == "\n" }.map { Array($0.utf8) })

  /// Month names that are not English, as English ones. Source: Unicode CLDR 45, months, wide and abbreviated
  /// without full stop: German, French, Spanish, Italian, Dutch, Welsh.
  private static let months: [[UInt8]: [UInt8]] = {
    let names = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
    let rows = [
      "januar februar märz april mai juni juli august september oktober november dezember",
      "jän feb mrz apr mai jun jul aug sept okt nov dez", "jänner feber mär - - - - - - - - -",
      "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
      "janv févr mars avr mai juin juil août sept oct nov déc", "jan fév - - - - - aou - - - -",
      "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
      "ene feb mar abr may jun jul ago sept oct nov dic", "- - - - - - - - setiembre - - -",
      "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre",
      "gen feb mar apr mag giu lug ago set ott nov dic",
      "januari februari maart april mei juni juli augustus september oktober november december",
      "jan feb mrt apr mei jun jul aug sep okt nov dec",
      "ionawr chwefror mawrth ebrill mai mehefin gorffennaf awst medi hydref tachwedd rhagfyr",
      "ion chw maw ebr mai meh gor awst med hyd tach rhag", "- chwef - ebrill - - gorff - - - - -",
    ]
    var months: [[UInt8]: [UInt8]] = [:]
    for row in rows {
      for (index, word) in row.split(separator: " ").enumerated() where word != "-" && index < names.count {
        months[Array(word.utf8)] = Array(names[index].utf8)
      }
    }
    return months
  }()

  /// Days of the week that are not English. Source: as above.
  private static let weekdays: Set<[UInt8]> = Set(
    """
    montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag mo di mi do fr sa so lundi mardi
    mercredi jeudi vendredi samedi dimanche lun mar mer jeu ven sam dim lunes martes miércoles jueves viernes
    sábado domingo mié jue vie sáb dom lunedì martedì mercoledì giovedì venerdì sabato domenica gio sab maandag
    dinsdag woensdag donderdag vrijdag zaterdag zondag ma wo vr za zo llun maw mer iau gwe sad sul
    """.split { $0 == " " || $0 == "\n" }.map { Array($0.utf8) })
}

/// Whether the figures of the date lines of one text are month, then day.
///
/// Figures over 12 vote, lines with and lines without AM or PM each for themselves, since a client prints
/// all its lines alike; without a vote the reader's own order stands.
struct HeaderDateOrder {
  private var isMonthFirst = [false, false]

  init(_ lines: [[UInt8]]) {
    var votes = [(day: 0, month: 0), (day: 0, month: 0)]
    for line in lines {
      guard let figures = HeaderDateOrder.figures(line) else { continue }
      let style = HeaderDateOrder.style(line)
      if figures.first.value > 12 { votes[style].day += 1 }
      if figures.second.value > 12 { votes[style].month += 1 }
    }
    for style in 0...1 { isMonthFirst[style] = votes[style].month > 0 && votes[style].day == 0 }
  }

  /// The line with the day first, where its own client prints the month first.
  func dayFirst(_ line: [UInt8]) -> [UInt8] {
    guard isMonthFirst[HeaderDateOrder.style(line)], let figures = HeaderDateOrder.figures(line),
      figures.first.value <= 12
    else { return line }
    return Array(line[..<figures.first.range.lowerBound]) + Array(line[figures.second.range])
      + Array(line[figures.first.range.upperBound..<figures.second.range.lowerBound])
      + Array(line[figures.first.range]) + Array(line[figures.second.range.upperBound...])
  }

  private static func style(_ line: [UInt8]) -> Int {
    let end = line.suffix(8).filter { ($0 | 0x20) >= 0x61 && ($0 | 0x20) <= 0x7A }.map { $0 | 0x20 }
    return end.starts(with: "am".utf8) || end.starts(with: "pm".utf8) ? 1 : 0
  }

  /// "02/09/2022": its first two numbers.
  private static func figures(_ line: [UInt8]) -> (
    first: (value: Int, range: Range<Int>), second: (value: Int, range: Range<Int>)
  )? {
    var numbers: [(value: Int, range: Range<Int>)] = []
    var index = 0
    while index < line.count, numbers.count < 3 {
      guard (0x30...0x39).contains(line[index]) else {
        index += 1
        continue
      }
      let start = index
      var value = 0
      while index < line.count, (0x30...0x39).contains(line[index]), index - start < 4 {
        value = value * 10 + Int(line[index] - 0x30)
        index += 1
      }
      if let last = numbers.last {
        guard last.range.upperBound + 1 == start, line[last.range.upperBound] == UInt8(ascii: "/") else {
          return nil
        }
      }
      numbers.append((value, start..<index))
    }
    guard numbers.count == 3, numbers[0].range.count <= 2, numbers[1].range.count <= 2,
      numbers[2].range.count == 4
    else { return nil }
    return (numbers[0], numbers[1])
  }
}

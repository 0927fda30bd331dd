import DaybookCore

/// Attribution lines that begin with the writer, or with the date alone: "Anne Smith wrote on 3 May 2022:",
/// "Anne wrote:" above a quotation, "2022-05-03 10:12 GMT+01:00 Anne <a@b>:".
enum NameFirst {
  /// Words between name and date. Sources: Thunderbird, Notes and webmail in English, German, French, Spanish,
  /// Italian, Dutch, Welsh.
  private static let verbsBeforeDate = [
    " wrote on ", " writes on ", " wrote at ", " said on ", " schrieb am ", " a écrit le ", " escribió el ",
    " ha scritto il ", " schreef op ", " ysgrifennodd ar ",
  ].map { Array($0.utf8) }
  /// Words at the end, without colon. Sources: as above; Pine and Gnus.
  private static let verbsAtEnd = [
    " wrote", " writes", " said", " schrieb", " a écrit", " escribió", " ha scritto", " schreef",
    " ysgrifennodd", " skrev", " napisał", " escreveu", " wrote the following",
  ].map { Array($0.utf8) }

  /// Words between date and name. Sources: as above; Mail.ru.
  private static let verbsAfterDate = [
    " skrev ", " schrieb ", " schreef ", " пользователь ", " от ", " wrote ",
  ].map { Array($0.utf8) }

  private static let longestName = 120

  /// `range` ends with a colon. Without a date it counts only where a quotation stands below it.
  static func header(_ text: [UInt8], _ range: Range<Int>, isQuotedBelow: Bool) -> MessageHeader? {
    var end = range.upperBound - 1
    while end > range.lowerBound, text[end - 1] <= 0x20 || text[end - 1] == 0xA0 && text[end - 2] == 0xC2 {
      end -= text[end - 1] == 0xA0 ? 2 : 1
    }
    guard end > range.lowerBound else { return nil }
    let words = Fold.lower(text[range.lowerBound..<end]).map { $0 == 0x0A ? 0x20 : $0 }
    for verb in verbsBeforeDate {
      guard let place = find(verb, in: words), place > 0, place <= longestName else { continue }
      let date = (range.lowerBound + place + verb.count)..<end
      guard date.count <= 60, text[date].filter({ (0x30...0x39).contains($0) }).count >= 4 else { continue }
      return header(text, name: range.lowerBound..<(range.lowerBound + place), date: date, range)
    }
    for verb in verbsAfterDate {
      guard let place = find(verb, in: words), place >= 6, place <= 60 else { continue }
      let name = (range.lowerBound + place + verb.count)..<end
      guard words[..<place].filter({ (0x30...0x39).contains($0) }).count >= 5, name.count <= longestName,
        text[name].contains(UInt8(ascii: "@")) || isQuotedBelow
      else { continue }
      return header(text, name: name, date: range.lowerBound..<(range.lowerBound + place), range)
    }
    // A date with a clock, a name and an address, and a quotation below: "2022年1月1日(金) 9:00 田中太郎 <a@b>:".
    if isQuotedBelow, words.last == UInt8(ascii: ">"), words.contains(UInt8(ascii: "@")),
      let first = words.first, (0x30...0x39).contains(first) || words.prefix(5).contains(UInt8(ascii: ",")),
      let date = Attribution.dateEnd(text, range.lowerBound..<end),
      text[range.lowerBound..<date].contains(UInt8(ascii: ":"))
    {
      return header(text, name: date..<end, date: range.lowerBound..<date, range)
    }
    if let date = leadingDate(words) {
      let name = (range.lowerBound + date)..<end
      if text[name].contains(UInt8(ascii: "@")), name.count <= longestName {
        return header(text, name: name, date: range.lowerBound..<(range.lowerBound + date), range)
      }
    }
    guard isQuotedBelow else { return nil }
    for verb in verbsAtEnd where words.count > verb.count && words.suffix(verb.count).elementsEqual(verb) {
      let name = range.lowerBound..<(end - verb.count)
      guard name.count <= longestName else { continue }
      return header(text, name: name, date: nil, range)
    }
    return nil
  }

  private static func header(
    _ text: [UInt8], name: Range<Int>, date: Range<Int>?, _ range: Range<Int>
  ) -> MessageHeader? {
    let words = MailLine.cleaned(text[name])
    var header = MessageHeader()
    header.from =
      words.isEmpty ? [MessageHeader.Mailbox()] : Array(AddressList.mailboxes(in: words).prefix(1))
    header.bytes = range
    if let date {
      var date = date
      while date.upperBound > date.lowerBound, text[date.upperBound - 1] <= 0x20 {
        date = date.lowerBound..<(date.upperBound - 1)
      }
      header.sentText = String(decoding: MailLine.cleaned(text[date]), as: UTF8.self)
      header.sentBytes = date
    }
    return header
  }

  private static func find(_ word: [UInt8], in words: [UInt8]) -> Int? {
    guard words.count > word.count, let first = word.first else { return nil }
    for start in 0...(words.count - word.count) where words[start] == first {
      if words[start..<(start + word.count)].elementsEqual(word) { return start }
    }
    return nil
  }

  /// The end of a date in figures at the start: year, month and day, and a clock with its zone.
  private static func leadingDate(_ words: [UInt8]) -> Int? {
    let digits = words.prefix { (0x30...0x39).contains($0) }.count
    guard digits == 4 || digits == 1 || digits == 2 else { return nil }
    var end = words.prefix { $0 > 0x20 }.count
    let figures = words[..<end].last == UInt8(ascii: ",") ? words[..<(end - 1)] : words[..<end]
    let parts = figures.split {
      $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: ".")
    }
    guard parts.count == 3,
      parts.allSatisfy({ $0.count <= 4 && $0.allSatisfy { (0x30...0x39).contains($0) } })
    else {
      return nil
    }
    // Clock and zone: words of figures, signs and capitals.
    while end < words.count {
      let next = words[(end + 1)...].prefix { $0 > 0x20 }
      guard let first = next.first else { break }
      let isClock = (0x30...0x39).contains(first) && next.contains(UInt8(ascii: ":"))
      let isZone =
        next.starts(with: "gmt".utf8) || next.starts(with: "utc".utf8) || first == UInt8(ascii: "+")
        || next.elementsEqual("am".utf8) || next.elementsEqual("pm".utf8)
      guard isClock || isZone else { break }
      end += 1 + next.count
    }
    return end
  }
}

/// Month names in lower case: enough to tell "17. Februar" from list entry 17, and a line that is only a date
/// from a heading.
///
/// Source: Unicode CLDR 45, months, format wide and abbreviated (without full stop), one language a row.
enum MonthNameTable {
  static let names: Set<String> = Set(
    [
      "january february march april may june july august september october november december",  // en
      // de, de-AT
      "januar februar märz april mai juni juli august september oktober november dezember jänner",
      "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",  // fr
      "januari februari maart april mei juni juli augustus september oktober november december",  // nl
      "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",  // es
      "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre",  // it
      "janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro",  // pt
      "januar februar marts april maj juni juli august september oktober november december",  // da
      "januari februari mars april maj juni juli augusti september oktober november december",  // sv
      "januar februar mars april mai juni juli august september oktober november desember",  // nb
      // pl
      "stycznia lutego marca kwietnia maja czerwca lipca sierpnia września października listopada grudnia",
    ].flatMap { $0.split(separator: " ").map(String.init) })

  /// Short forms; they count only beside a number or with a full stop, for many are words as well ("set",
  /// "mar", "out").
  static let abbreviations: Set<String> = Set(
    [
      "jan feb mar apr may jun jul aug sep sept oct nov dec",  // en
      "jan feb mär apr mai jun jul aug sep okt nov dez",  // de
      "janv févr mars avr mai juin juil août sept oct nov déc",  // fr
      "jan feb mrt apr mei jun jul aug sep okt nov dec",  // nl
      "ene feb mar abr may jun jul ago sept oct nov dic",  // es
      "gen feb mar apr mag giu lug ago set ott nov dic",  // it
      "jan fev mar abr mai jun jul ago set out nov dez",  // pt
    ].flatMap { $0.split(separator: " ").map(String.init) })

  /// Days of the week in English, whole and short. Source: as above.
  static let weekdays: Set<String> = Set(
    "monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun"
      .split(separator: " ").map(String.init))
}

/// Names of the styles that make a paragraph a heading, lower case, without the number behind them.
///
/// Word writes them in English into every file; other programs, and files converted by them, in the language
/// of the writer.
/// Source: style names of Word and LibreOffice in the language of the row.
enum HeadingStyleTable {
  static let names: Set<String> = [
    "heading",  // en
    "überschrift",  // de
    "titre",  // fr
    "título", "encabezado",  // es, pt
    "titolo", "intestazione",  // it
    "kop",  // nl
    "rubrik",  // sv
    "overskrift",  // da, nb
    "otsikko",  // fi
    "nagłówek",  // pl
    "nadpis",  // cs, sk
    "заголовок",  // ru
    "επικεφαλίδα",  // el
    "başlık",  // tr
    "見出し",  // ja
    "标题", "標題",  // zh
  ]

  static let titles: Set<String> = [
    "title", "titel", "titre", "título", "titolo", "tytuł", "název", "заголовок документа", "表題", "标题",
  ]

  /// 1…9 for the name of a heading style: "heading 2", "Überschrift 2", "Heading2"; nil for others.
  static func level(of name: String) -> Int? {
    let lower = name.lowercased()
    guard let digit = lower.unicodeScalars.last, ("1"..."9").contains(digit) else { return nil }
    var stem = String(lower.unicodeScalars.dropLast())
    while let last = stem.unicodeScalars.last, last == " " || last == "\u{A0}" || last == "_" {
      stem.unicodeScalars.removeLast()
    }
    return names.contains(stem) ? Int(digit.value) - 0x30 : nil
  }
}

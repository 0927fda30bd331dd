import DaybookCore

/// Months and weekdays as mail programs print them in German, French, Welsh, Spanish, Italian and Dutch, without
/// their accents.
///
/// Source: Unicode CLDR 44, calendar names, wide and abbreviated, of de, fr, cy, es, it, nl; "janner" and "feber"
/// of de-AT. Names that are the same in English are listed too: the words around them decide.
enum ForeignDateTable {
  private static let monthRows: [(String, [String])] = [
    (
      "de",
      [
        "januar jan janner", "februar feb feber", "marz mrz", "april apr", "mai", "juni jun", "juli jul",
        "august aug", "september sep sept", "oktober okt", "november nov", "dezember dez",
      ]
    ),
    (
      "fr",
      [
        "janvier janv", "fevrier fevr", "mars", "avril avr", "mai", "juin", "juillet juil", "aout",
        "septembre sept", "octobre oct", "novembre nov", "decembre dec",
      ]
    ),
    (
      "cy",
      [
        "ionawr ion", "chwefror chwef chw", "mawrth maw", "ebrill ebr", "mai", "mehefin meh",
        "gorffennaf gorff gor", "awst", "medi", "hydref hyd", "tachwedd tach", "rhagfyr rhag",
      ]
    ),
    (
      "es",
      [
        "enero ene", "febrero feb", "marzo mar", "abril abr", "mayo may", "junio jun", "julio jul",
        "agosto ago", "septiembre setiembre sept sep", "octubre oct", "noviembre nov", "diciembre dic",
      ]
    ),
    (
      "it",
      [
        "gennaio gen", "febbraio feb", "marzo mar", "aprile apr", "maggio mag", "giugno giu", "luglio lug",
        "agosto ago", "settembre set", "ottobre ott", "novembre nov", "dicembre dic",
      ]
    ),
    (
      "nl",
      [
        "januari jan", "februari feb", "maart mrt", "april apr", "mei", "juni jun", "juli jul",
        "augustus aug", "september sep sept", "oktober okt", "november nov", "december dec",
      ]
    ),
  ]

  private static let weekdayRows: [(String, [String])] = [
    (
      "de",
      [
        "montag mo", "dienstag di", "mittwoch mi", "donnerstag do", "freitag fr", "samstag sonnabend sa",
        "sonntag so",
      ]
    ),
    (
      "fr",
      ["lundi lun", "mardi mar", "mercredi mer", "jeudi jeu", "vendredi ven", "samedi sam", "dimanche dim"]
    ),
    ("cy", ["llun", "mawrth maw", "mercher mer", "iau", "gwener gwe", "sadwrn sad", "sul"]),
    (
      "es",
      ["lunes lun", "martes mar", "miercoles mie", "jueves jue", "viernes vie", "sabado sab", "domingo dom"]
    ),
    (
      "it",
      [
        "lunedi lun", "martedi mar", "mercoledi mer", "giovedi gio", "venerdi ven", "sabato sab",
        "domenica dom",
      ]
    ),
    (
      "nl",
      ["maandag ma", "dinsdag di", "woensdag wo", "donderdag do", "vrijdag vr", "zaterdag za", "zondag zo"]
    ),
  ]

  static let months = table(monthRows)
  static let weekdays = table(weekdayRows)

  /// Words between a date and its time: "um 9:41 Uhr", "à 9:41", "a las 9:41", "alle ore 9:41", "om 9:41".
  static let timeWords = WordTable<Bool>(
    ["um", "a", "las", "la", "alle", "ore", "om", "am", "uhr"].map { ($0, true) })

  /// Labels of the line that says when a message was sent, in ASCII as far as they go, and the words that may
  /// stand behind them. Source: as `PrintedLabelTable` of the segmenters.
  static let labels = WordTable<Bool>(
    [
      "gesendet", "datum", "envoy", "date", "anfonwyd", "dyddiad", "enviado", "fecha", "inviato", "data",
      "verzonden",
    ].map { ($0, true) })
  static let labelTails = WordTable<Bool>(
    ["am", "le", "el", "op", "il", "on", "invio", "d"].map { ($0, true) })

  /// How a line begins that names the writer of what it quotes: "Am … schrieb", "Le … a écrit", "El …
  /// escribió", "Il giorno … ha scritto", "Op … schreef", "Ar … ysgrifennodd".
  static let attributions = WordTable<Bool>(["am", "le", "el", "il", "op", "ar"].map { ($0, true) })

  static let triggers = [
    "gesendet", "datum", "envoy", "date", "anfonwyd", "dyddiad", "enviado", "fecha", "inviato", "data",
    "verzonden", "am", "le", "el", "il", "op", "ar",
  ]

  private static func table(_ rows: [(String, [String])]) -> WordTable<Int> {
    WordTable(
      rows.flatMap { _, names in
        names.enumerated().flatMap { index, names in
          names.split(separator: " ").map { (String($0), index + 1) }
        }
      })
  }
}

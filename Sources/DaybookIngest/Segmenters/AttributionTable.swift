/// Lines that programs put above a quotation: "On 9 Feb 2022, at 09:41, A wrote:".
enum AttributionTable {
  struct Row {
    /// First word of the line, in lower case; empty where the name comes first.
    var opening: String
    /// What stands behind the name, in lower case, without the colon; empty where nothing does.
    var closing: String
    /// A word between date and name, for languages that put the verb there.
    var middle: String = ""
    var language: String
    var source: String
  }

  static let rows: [Row] = [
    Row(opening: "on", closing: "wrote", language: "en", source: "Apple Mail, Gmail, Thunderbird"),
    Row(opening: "on", closing: "writes", language: "en", source: "Gnus"),
    Row(opening: "at", closing: "wrote", language: "en", source: "Eudora"),
    Row(
      opening: "am", closing: "", middle: "schrieb", language: "de", source: "Apple Mail, Gmail, Thunderbird"),
    Row(opening: "le", closing: "a écrit", language: "fr", source: "Apple Mail, Gmail, Thunderbird"),
    Row(opening: "ar", closing: "", middle: "ysgrifennodd", language: "cy", source: "Gmail in Welsh"),
    Row(opening: "el", closing: "escribió", language: "es", source: "Apple Mail, Gmail, Thunderbird"),
    Row(opening: "il", closing: "ha scritto", language: "it", source: "Apple Mail, Gmail, Thunderbird"),
    Row(opening: "op", closing: "", middle: "schreef", language: "nl", source: "Apple Mail, Thunderbird"),
    Row(
      opening: "op", closing: "het volgende geschreven", middle: "heeft", language: "nl", source: "Apple Mail"
    ),
    Row(
      opening: "den", closing: "", middle: "skrev", language: "da", source: "Apple Mail; the same in Swedish"),
    Row(opening: "den", closing: "skrev", language: "sv", source: "Gmail"),
    Row(opening: "dnia", closing: "napisał(a)", language: "pl", source: "Gmail, Onet"),
    Row(opening: "em", closing: "escreveu", language: "pt", source: "Gmail"),
  ]

  /// Lines that stand above a printed header of an older message, in lower case, without dashes, spaces and
  /// colon at their ends.
  ///
  /// Sources: Outlook ("original message"), Apple Mail ("begin forwarded message"), Gmail ("forwarded
  /// message"), Thunderbird, Notes, in English, German, French, Spanish, Italian, Dutch and Welsh.
  static let separators: Set<[UInt8]> = Set(
    [
      "original message", "original appointment", "begin forwarded message", "forwarded message",
      "forwarded by", "original email",
      "start of forwarded message", "ursprüngliche nachricht", "originalnachricht", "ursprünglicher termin",
      "anfang der weitergeleiteten nachricht",
      "weitergeleitete nachricht", "weitergeleitete e-mail", "message d'origine", "message original",
      "message transféré", "début du message réexpédié",
      "début du message transféré", "mensaje original", "mensaje reenviado", "inicio del mensaje reenviado",
      "messaggio originale",
      "messaggio inoltrato", "inizio messaggio inoltrato", "oorspronkelijk bericht", "doorgestuurd bericht",
      "begin doorgestuurd bericht",
      "oprindelig meddelelse", "oprindelig besked", "ursprungligt meddelande", "opprinnelig melding",
      "wiadomość oryginalna", "mensagem original", "mensagem encaminhada", "neges wreiddiol",
      "neges a anfonwyd ymlaen",
    ].map { Array($0.utf8) })
}

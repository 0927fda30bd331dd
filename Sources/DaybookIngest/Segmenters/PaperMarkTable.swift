/// Words by which the first page of a paper shows what it is, in lower case.
enum PaperMarkTable {
  struct Row {
    var words: String
    var language: String
    var source: String

    init(_ words: String, _ language: String, _ source: String) {
      self.words = words
      self.language = language
      self.source = source
    }
  }

  /// Titles of lists of what a bundle holds.
  static let index: [Row] = [
    Row("index of documents", "en", "FOI releases"), Row("document index", "en", "FOI releases"),
    Row("schedule of documents", "en", "FOI releases; Federal Court practice"),
    Row("list of documents", "en", "CPR form N265"),
    Row("index of papers", "en", "FOI releases"), Row("list of papers", "en", "FOI releases"),
    Row("schedule of papers", "en", "FOI releases"), Row("index of information", "en", "FOI releases"),
    Row("bundle index", "en", "CPR PD 32 paragraph 27"),
    Row("index to bundle", "en", "CPR PD 32 paragraph 27"),
    Row("dokumentenverzeichnis", "de", "Akteneinsicht"), Row("inventarislijst", "nl", "Woo-besluiten"),
    Row("mynegai dogfennau", "cy", "FOI releases in Welsh"),
  ]

  /// Words that a sheet between papers has in front of a number or a letter.
  static let separator: [Row] = [
    Row("document", "en", "FOI releases"), Row("annex", "en", "FOI releases"),
    Row("appendix", "en", "reports"), Row("tab", "en", "court bundles"),
    Row("exhibit", "en", "court bundles"), Row("item", "en", "FOI releases"),
    Row("enclosure", "en", "letters"), Row("attachment", "en", "letters"),
    Row("anlage", "de", "Akteneinsicht"), Row("pièce", "fr", "dossiers"),
    Row("bijlage", "nl", "Woo-besluiten"), Row("dogfen", "cy", "FOI releases in Welsh"),
  ]

  /// Titles of data protection impact assessments.
  static let dpia: [Row] = [
    Row("data protection impact assessment", "en", "UK GDPR article 35; ICO template"),
    Row("dpia", "en", "ICO template"),
    Row("privacy impact assessment", "en", "ICO code of practice of 2014"),
    Row("datenschutz-folgenabschätzung", "de", "DSGVO Artikel 35"),
    Row("analyse d'impact relative à la protection des données", "fr", "RGPD article 35"),
    Row("evaluación de impacto relativa a la protección de datos", "es", "RGPD artículo 35"),
    Row("valutazione d'impatto sulla protezione dei dati", "it", "GDPR articolo 35"),
    Row("gegevensbeschermingseffectbeoordeling", "nl", "AVG artikel 35"),
    Row("asesiad effaith diogelu data", "cy", "ICO in Welsh"),
  ]

  /// Beginnings of the title of a note.
  static let note: [Row] = [
    Row("note of meeting", "en", "civil service practice"),
    Row("note of the meeting", "en", "civil service practice"),
    Row("meeting note", "en", "civil service practice"), Row("note of call", "en", "civil service practice"),
    Row("note of a call", "en", "civil service practice"),
    Row("note of the call", "en", "civil service practice"), Row("call note", "en", "civil service practice"),
    Row("note of a telephone", "en", "civil service practice"),
    Row("note of telephone", "en", "civil service practice"),
    Row("note of a conversation", "en", "civil service practice"),
    Row("note of conversation", "en", "civil service practice"),
    Row("notes of", "en", "committee practice"), Row("record of", "en", "committee practice"),
    Row("attendance note", "en", "legal practice"), Row("telephone attendance note", "en", "legal practice"),
    Row("note for the record", "en", "civil service practice"), Row("file note", "en", "legal practice"),
    Row("minutes of", "en", "committee practice"), Row("note of a meeting", "en", "civil service practice"),
    Row("telephone note", "en", "legal practice"), Row("gesprächsvermerk", "de", "Verwaltung"),
    Row("compte rendu", "fr", "administration"),
    Row("cofnodion", "cy", "committee practice"),
  ]

  /// First words of a salutation.
  static let salutation: [Row] = [
    Row("dear ", "en", "letters"), Row("sehr geehrte", "de", "DIN 5008"),
    Row("madame, monsieur", "fr", "letters"), Row("monsieur,", "fr", "letters"),
    Row("madame,", "fr", "letters"), Row("annwyl ", "cy", "letters"), Row("estimad", "es", "letters"),
    Row("gentile ", "it", "letters"),
    Row("egregi", "it", "letters"), Row("geachte ", "nl", "letters"),
  ]

  /// Words of a letter that answers a request for information.
  static let answer: [Row] = [
    Row("request for information", "en", "ICO guidance on section 10"),
    Row("freedom of information", "en", "FOIA 2000"),
    Row("thank you for your request", "en", "FOI letters"), Row("your request of", "en", "FOI letters"),
    Row("environmental information regulations", "en", "EIR 2004"),
  ]
}

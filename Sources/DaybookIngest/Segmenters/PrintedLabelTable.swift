/// What a line of a printed message header holds.
enum PrintedField: Hashable {
  case from, sent, to, cc, subject, attachments
  /// When it came in: the date of a header that has no other.
  case received
  /// A line that belongs to the header, and of which nothing is taken.
  case other
}

/// Labels of printed message headers, in lower case and without their colon.
///
/// `needsCapitals` marks labels that are ordinary beginnings of a subject or a sentence unless all labels of
/// the block are in capitals.
enum PrintedLabelTable {
  struct Row {
    var label: String
    var field: PrintedField
    /// ISO 639-1.
    var language: String
    var source: String
    var needsCapitals = false
  }

  static let rows: [Row] = [
    Row(
      label: "from", field: .from, language: "en", source: "Outlook, Apple Mail, Gmail, Thunderbird, Notes"),
    Row(label: "sent", field: .sent, language: "en", source: "Outlook, Exchange"),
    Row(label: "date", field: .sent, language: "en", source: "Apple Mail, Gmail, Thunderbird, Notes"),
    Row(label: "sent on", field: .sent, language: "en", source: "Outlook 2003 memo style"),
    Row(label: "date sent", field: .sent, language: "en", source: "GroupWise"),
    Row(label: "date/time", field: .sent, language: "en", source: "fax and archive cover sheets"),
    Row(label: "sent at", field: .sent, language: "en", source: "archive exports"),
    Row(label: "sent date", field: .sent, language: "en", source: "archive exports"),
    Row(label: "posted at", field: .sent, language: "en", source: "Outlook, public folders"),
    Row(label: "posted to", field: .other, language: "en", source: "Outlook, public folders"),
    Row(label: "received", field: .received, language: "en", source: "Outlook, archive exports"),
    Row(label: "to", field: .to, language: "en", source: "Outlook, Apple Mail, Gmail, Thunderbird, Notes"),
    Row(
      label: "cc", field: .cc, language: "en",
      source:
        "Outlook, Apple Mail, Gmail, Thunderbird, Notes; the same in German, French, Welsh, Spanish, Italian, Dutch"
    ),
    Row(label: "copy", field: .cc, language: "en", source: "Exchange print-outs"),
    Row(label: "copy to", field: .cc, language: "en", source: "Exchange print-outs"),
    Row(label: "copied to", field: .cc, language: "en", source: "Exchange print-outs"),
    Row(
      label: "subject", field: .subject, language: "en",
      source: "Outlook, Apple Mail, Gmail, Thunderbird, Notes"),
    Row(label: "re", field: .subject, language: "en", source: "memo style in capitals", needsCapitals: true),
    Row(label: "attachments", field: .attachments, language: "en", source: "Outlook"),
    Row(label: "attachment", field: .attachments, language: "en", source: "Outlook"),
    Row(label: "attached", field: .attachments, language: "en", source: "Exchange print-outs"),
    Row(label: "attach", field: .attachments, language: "en", source: "GroupWise"),
    Row(
      label: "att", field: .attachments, language: "en", source: "memo style in capitals", needsCapitals: true
    ),
    Row(label: "attachment(s)", field: .attachments, language: "en", source: "Exchange print-outs"),
    Row(label: "sender", field: .from, language: "en", source: "GroupWise, archive exports"),
    Row(label: "author", field: .from, language: "en", source: "archive exports"),
    Row(label: "sent to", field: .to, language: "en", source: "archive exports"),
    Row(label: "recipient", field: .to, language: "en", source: "GroupWise, archive exports"),
    Row(label: "recipients", field: .to, language: "en", source: "archive exports"),
    Row(label: "copies", field: .cc, language: "en", source: "archive exports"),
    Row(label: "title", field: .subject, language: "en", source: "archive exports"),
    Row(label: "enclosures", field: .attachments, language: "en", source: "memo style"),
    Row(label: "bcc", field: .other, language: "en", source: "Outlook, Apple Mail, Thunderbird"),
    Row(label: "reply-to", field: .other, language: "en", source: "Apple Mail, Thunderbird"),
    Row(label: "reply to", field: .other, language: "en", source: "Apple Mail"),
    Row(label: "importance", field: .other, language: "en", source: "Outlook"),
    Row(label: "priority", field: .other, language: "en", source: "Thunderbird"),
    Row(label: "sensitivity", field: .other, language: "en", source: "Outlook"),
    Row(label: "categories", field: .other, language: "en", source: "Outlook"),
    Row(label: "follow up flag", field: .other, language: "en", source: "Outlook"),
    Row(label: "flag status", field: .other, language: "en", source: "Outlook"),
    Row(label: "conversation", field: .other, language: "en", source: "Outlook for Mac"),
    Row(label: "sent by", field: .other, language: "en", source: "Notes"),
    Row(label: "organization", field: .other, language: "en", source: "Thunderbird"),
    Row(label: "message-id", field: .other, language: "en", source: "Apple Mail with long headers"),
    Row(label: "signed by", field: .other, language: "en", source: "Outlook, Gmail"),
    Row(label: "mailed-by", field: .other, language: "en", source: "Gmail"),

    Row(label: "von", field: .from, language: "de", source: "Outlook, Apple Mail, Thunderbird"),
    Row(label: "gesendet", field: .sent, language: "de", source: "Outlook"),
    Row(label: "gesendet am", field: .sent, language: "de", source: "Outlook 2003"),
    Row(label: "datum", field: .sent, language: "de", source: "Apple Mail, Thunderbird; the same in Dutch"),
    Row(label: "an", field: .to, language: "de", source: "Outlook, Apple Mail, Thunderbird"),
    Row(label: "kopie", field: .cc, language: "de", source: "Apple Mail; the same in Dutch"),
    Row(label: "betreff", field: .subject, language: "de", source: "Outlook, Apple Mail, Thunderbird"),
    Row(label: "anlagen", field: .attachments, language: "de", source: "Outlook"),
    Row(label: "anlage", field: .attachments, language: "de", source: "Outlook"),
    Row(label: "anhänge", field: .attachments, language: "de", source: "Apple Mail"),
    Row(label: "anhang", field: .attachments, language: "de", source: "Apple Mail"),
    Row(label: "wichtigkeit", field: .other, language: "de", source: "Outlook"),
    Row(label: "priorität", field: .other, language: "de", source: "Thunderbird"),
    Row(label: "antwort an", field: .other, language: "de", source: "Apple Mail"),

    Row(
      label: "de", field: .from, language: "fr",
      source: "Outlook, Apple Mail, Gmail; the same in Spanish and Portuguese"),
    Row(label: "envoyé", field: .sent, language: "fr", source: "Outlook"),
    Row(label: "envoyé le", field: .sent, language: "fr", source: "Outlook"),
    Row(label: "à", field: .to, language: "fr", source: "Outlook, Apple Mail"),
    Row(label: "pour", field: .to, language: "fr", source: "Thunderbird"),
    Row(label: "copie à", field: .cc, language: "fr", source: "Thunderbird"),
    Row(label: "objet", field: .subject, language: "fr", source: "Outlook, Apple Mail"),
    Row(label: "sujet", field: .subject, language: "fr", source: "Thunderbird"),
    Row(label: "pièces jointes", field: .attachments, language: "fr", source: "Outlook"),
    Row(label: "pièce jointe", field: .attachments, language: "fr", source: "Outlook"),
    Row(label: "p.j.", field: .attachments, language: "fr", source: "letters and memos"),
    Row(label: "répondre à", field: .other, language: "fr", source: "Apple Mail"),

    Row(label: "oddi wrth", field: .from, language: "cy", source: "Outlook in Welsh"),
    Row(label: "o", field: .from, language: "cy", source: "Gmail in Welsh", needsCapitals: true),
    Row(label: "anfonwyd", field: .sent, language: "cy", source: "Outlook in Welsh"),
    Row(label: "dyddiad", field: .sent, language: "cy", source: "Gmail in Welsh"),
    Row(label: "at", field: .to, language: "cy", source: "Outlook in Welsh"),
    Row(label: "copi", field: .cc, language: "cy", source: "Outlook in Welsh"),
    Row(label: "pwnc", field: .subject, language: "cy", source: "Outlook in Welsh"),
    Row(label: "testun", field: .subject, language: "cy", source: "Gmail in Welsh"),
    Row(label: "atodiadau", field: .attachments, language: "cy", source: "Outlook in Welsh"),
    Row(label: "atodiad", field: .attachments, language: "cy", source: "Outlook in Welsh"),

    Row(label: "enviado", field: .sent, language: "es", source: "Outlook"),
    Row(label: "enviado el", field: .sent, language: "es", source: "Outlook"),
    Row(label: "fecha", field: .sent, language: "es", source: "Apple Mail, Gmail, Thunderbird"),
    Row(label: "para", field: .to, language: "es", source: "Outlook, Apple Mail, Gmail"),
    Row(label: "asunto", field: .subject, language: "es", source: "Outlook, Apple Mail, Gmail"),
    Row(label: "datos adjuntos", field: .attachments, language: "es", source: "Outlook"),
    Row(label: "adjuntos", field: .attachments, language: "es", source: "Outlook, Gmail"),
    Row(label: "archivos adjuntos", field: .attachments, language: "es", source: "Gmail"),
    Row(label: "importancia", field: .other, language: "es", source: "Outlook"),
    Row(label: "responder a", field: .other, language: "es", source: "Apple Mail"),

    Row(label: "da", field: .from, language: "it", source: "Outlook, Apple Mail, Gmail"),
    Row(label: "inviato", field: .sent, language: "it", source: "Outlook"),
    Row(label: "data invio", field: .sent, language: "it", source: "Outlook"),
    Row(label: "data", field: .sent, language: "it", source: "Apple Mail, Gmail, Thunderbird"),
    Row(label: "a", field: .to, language: "it", source: "Outlook, Apple Mail, Gmail"),
    Row(label: "oggetto", field: .subject, language: "it", source: "Outlook, Apple Mail, Gmail"),
    Row(label: "allegati", field: .attachments, language: "it", source: "Outlook"),
    Row(label: "allegato", field: .attachments, language: "it", source: "Outlook"),
    Row(label: "priorità", field: .other, language: "it", source: "Outlook"),

    Row(label: "van", field: .from, language: "nl", source: "Outlook, Apple Mail, Gmail"),
    Row(label: "verzonden", field: .sent, language: "nl", source: "Outlook"),
    Row(label: "aan", field: .to, language: "nl", source: "Outlook, Apple Mail, Gmail"),
    Row(label: "onderwerp", field: .subject, language: "nl", source: "Outlook, Apple Mail, Gmail"),
    Row(label: "bijlagen", field: .attachments, language: "nl", source: "Outlook"),
    Row(label: "bijlage", field: .attachments, language: "nl", source: "Outlook"),
    Row(label: "urgentie", field: .other, language: "nl", source: "Outlook"),

    // Beyond the seven languages that releases are read in: replies from these are met in mailboxes. Cyrillic
    // labels stand as they are printed, since only Latin letters are folded.
    Row(label: "fra", field: .from, language: "da", source: "Outlook, Apple Mail; the same in Norwegian"),
    Row(label: "sendt", field: .sent, language: "da", source: "Outlook; the same in Norwegian"),
    Row(label: "dato", field: .sent, language: "da", source: "Apple Mail"),
    Row(label: "til", field: .to, language: "da", source: "Outlook, Apple Mail; the same in Norwegian"),
    Row(label: "emne", field: .subject, language: "da", source: "Outlook, Apple Mail; the same in Norwegian"),
    Row(label: "från", field: .from, language: "sv", source: "Outlook, Apple Mail"),
    Row(label: "skickat", field: .sent, language: "sv", source: "Outlook"),
    Row(label: "till", field: .to, language: "sv", source: "Outlook, Apple Mail"),
    Row(label: "ämne", field: .subject, language: "sv", source: "Outlook, Apple Mail"),
    Row(label: "od", field: .from, language: "pl", source: "Outlook, Thunderbird"),
    Row(label: "wysłano", field: .sent, language: "pl", source: "Outlook"),
    Row(label: "do", field: .to, language: "pl", source: "Outlook, Thunderbird"),
    Row(label: "temat", field: .subject, language: "pl", source: "Outlook, Thunderbird"),
    Row(label: "enviada", field: .sent, language: "pt", source: "Outlook"),
    Row(label: "assunto", field: .subject, language: "pt", source: "Outlook, Gmail"),
    Row(label: "От", field: .from, language: "ru", source: "Outlook, Windows Mail"),
    Row(label: "От кого", field: .from, language: "ru", source: "Mail.ru"),
    Row(label: "Отправлено", field: .sent, language: "ru", source: "Outlook, Windows Mail"),
    Row(label: "Дата", field: .sent, language: "ru", source: "Mail.ru"),
    Row(label: "Кому", field: .to, language: "ru", source: "Outlook, Windows Mail, Mail.ru"),
    Row(label: "Тема", field: .subject, language: "ru", source: "Outlook, Windows Mail, Mail.ru"),
  ]
}

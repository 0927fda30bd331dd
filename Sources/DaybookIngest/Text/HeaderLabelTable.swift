/// Labels of printed message headers, lower case, without the colon.
///
/// Source: what Outlook, Apple Mail, Thunderbird, Gmail and Lotus Notes print in the language of the row.
enum HeaderLabelTable {
  static let labels: Set<String> = [
    "from", "to", "cc", "bcc", "sent", "date", "subject", "attachments", "attachment", "importance",
    "reply-to", "received",
    "sent by", "on behalf of",  // en
    "von", "an", "gesendet", "datum", "betreff", "anlagen", "anhänge",  // de
    "de", "à", "envoyé", "objet", "pièces jointes",  // fr
    "van", "aan", "verzonden", "onderwerp", "bijlagen",  // nl
    "para", "enviado", "fecha", "asunto", "data", "assunto",  // es, pt
    "da", "a", "inviato", "oggetto",  // it
    "från", "till", "skickat", "ämne", "fra", "til", "sendt", "emne",  // sv, da, nb
  ]
}

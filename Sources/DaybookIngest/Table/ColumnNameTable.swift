/// Words that name columns, lower case, by what the column holds.
///
/// Source: the exports of mail programs, case management and document review systems, and ICIJ/DocumentCloud style indexes; one language a row.
package enum ColumnNameTable {
  package enum Role: String, Hashable, Sendable, CaseIterable {
    case date, from, to, subject, text, reference, version, author
  }

  package static let roles: [String: Role] = {
    var roles: [String: Role] = [:]
    for (role, names) in rows { for name in names.split(separator: "|") { roles[String(name)] = role } }
    return roles
  }()

  private static let rows: [(Role, String)] = [
    (.date, "date|when|date sent|sent|sent on|date and time|datetime|timestamp|time|day|start|start date|date received|received|created"),
    (.date, "event date|date of event|document date|doc date|master date|datesent|date_sent|date published|published|issued|date issued"),
    (.date, "datum|wann|gesendet|zeitpunkt|jour|date d'envoi|quand|fecha|enviado|data|inviato|verzonden|dato|sendt|skickat"),
    (.from, "from|sender|author from|email from|absender|von|expéditeur|de|remitente|mittente|afzender|van|avsändare|afsender"),
    (.to, "to|recipient|recipients|addressee|email to|empfänger|an|destinataire|à|destinatario|ontvanger|aan|mottagare|modtager"),
    (.subject, "subject|title|headline|topic|re|heading|betreff|titel|objet|titre|sujet|asunto|título|oggetto|titolo|onderwerp|ämne|emne"),
    (.text, "event|description|action|summary|details|detail|text|what|what happened|note|notes|comment|comments|entry|activity|body|content"),
    (.text, "ereignis|beschreibung|événement|description|descripción|evento|hecho|gebeurtenis|omschrijving|händelse|hændelse"),
    (.reference, "ref|reference|id|no|number|document id|doc id|bates|begbates|control number|aktenzeichen|référence|referencia"),
    (.version, "version|issue|revision|rev|draft|versie|version no|version number"),
    (.author, "author|who|by|prepared by|written by|owner|created by|changed by|autor|verfasser|auteur|autore"),
  ]

  /// What a column with this name holds; nil for names that say nothing known.
  package static func role(of name: String) -> Role? {
    let bytes = Blank.collapsed(Array(name.lowercased().utf8))
    let words = String(decoding: bytes, as: UTF8.self).replacingUnderscores
    return roles[words.last == ":" ? String(words.dropLast()) : words]
  }
}

extension String {
  fileprivate var replacingUnderscores: String { String(map { $0 == "_" ? " " : $0 }) }
}

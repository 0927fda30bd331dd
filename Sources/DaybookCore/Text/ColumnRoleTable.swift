/// What a column of a table holds, by the words at its head.
package enum ColumnRole: String, Hashable, Sendable, Codable, CaseIterable {
  case date, from, to, subject, text, reference, version, author

  /// Nil for a heading that says nothing known. Case, spaces at the ends, a colon behind and "_" for a space
  /// make no difference.
  package init?(heading: String) {
    let spaced = String(heading.lowercased().map { $0 == "_" ? " " : $0 })
    let words = spaced.split { $0.isWhitespace }.joined(separator: " ")
    let name = words.last == ":" ? String(words.dropLast()) : words
    guard let role = ColumnRoleTable.roles[name] else { return nil }
    self = role
  }
}

/// Words that name columns, lower case.
///
/// Source: the exports of mail programs, case management and document review systems; one language a row.
enum ColumnRoleTable {
  static let roles: [String: ColumnRole] = {
    var roles: [String: ColumnRole] = [:]
    for (role, names) in rows { for name in names.split(separator: "|") { roles[String(name)] = role } }
    return roles
  }()

  private static let rows: [(ColumnRole, String)] = [
    (
      .date,
      "date|when|date sent|sent|sent on|date and time|date/time|datetime|timestamp|time|day|start|start date|date received|received"
    ),
    (
      .date,
      "event date|date of event|document date|doc date|master date|datesent|date published|published|issued|date issued|created"
    ),
    (.date, "datum|wann|gesendet|zeitpunkt"),  // de
    (.date, "jour|date d'envoi|quand|date de réception"),  // fr
    (.date, "fecha|enviado|data|inviato"),  // es, it, pt
    (.date, "verzonden|dato|sendt|skickat"),  // nl, da, sv
    (.from, "from|sender|author from|email from|from name|from address"),
    (.from, "absender|von|expéditeur|de|remitente|mittente|afzender|van|avsändare|afsender"),
    (.to, "to|recipient|recipients|addressee|email to|to name|to address"),
    (.to, "empfänger|an|destinataire|à|destinatario|ontvanger|aan|mottagare|modtager"),
    (.subject, "subject|title|headline|topic|re|heading"),
    (.subject, "betreff|titel|objet|titre|sujet|asunto|título|oggetto|titolo|onderwerp|ämne|emne"),
    (
      .text,
      "event|description|action|summary|details|detail|text|what|what happened|note|notes|comment|comments|entry|activity|body|content"
    ),
    (.text, "change|changes|summary of changes|decision|outcome"),
    (
      .text,
      "ereignis|beschreibung|événement|descripción|evento|hecho|gebeurtenis|omschrijving|händelse|hændelse"
    ),
    (
      .reference,
      "ref|reference|id|no|number|document id|doc id|bates|begbates|control number|aktenzeichen|référence|referencia"
    ),
    (.version, "version|issue|revision|rev|draft|version no|version number|versie"),
    (
      .author,
      "author|who|by|prepared by|written by|owner|created by|changed by|autor|verfasser|auteur|autore"
    ),
  ]
}

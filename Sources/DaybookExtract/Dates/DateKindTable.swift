import DaybookCore

/// Words that say what a date is the date of.
///
/// Source: labels of printed mail, records of correspondence, assessments and web pages; Office and Dublin Core
/// property names for created and modified; "in force", "with effect from": Office of the Parliamentary Counsel,
/// drafting guidance, commencement.
enum DateKindTable {
  /// As the label before a colon, in a table's heading, or right before the date.
  static let words = WordTable<DocumentDate.Kind>(
    rows([
      (.sent, "sent emailed wrote dispatched despatched gesendet envoy anfonwyd enviado inviato verzonden"),
      (.received, "received receipt arrived delivered stamped"),
      (.dated, "dated"),
      (.signed, "signed signature signatures countersigned executed approved ratified"),
      (.effective, "effective effect force commencement commences commencing operative implementation"),
      (.published, "published publication publishes released issued posted"),
      (.captured, "captured capture accessed retrieved archived snapshot crawled printed scanned screenshot"),
      (.created, "created creation"),
      (.modified, "updated modified revised amended saved edited"),
      (.deadline, "deadline due closing closes expires expiry overdue submitted submit respond reply"),
    ]))

  /// Between such a word and its date: "signed off by hand on", "due for return by the".
  static let fillers = WordTable<Bool>(
    [
      "on", "of", "the", "a", "at", "from", "as", "date", "day", "last", "first", "for", "off", "by", "to",
      "is", "was", "be", "it", "until", "into", "in", "no", "later", "than", "before", "and", "return",
      "completion", "please", "this", "with", "report", "hand", "online",
    ].map { ($0, true) })

  private static func rows(_ rows: [(DocumentDate.Kind, String)]) -> [(String, DocumentDate.Kind)] {
    rows.flatMap { kind, words in words.split(separator: " ").map { (String($0), kind) } }
  }
}

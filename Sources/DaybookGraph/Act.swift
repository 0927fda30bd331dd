import DaybookCore

/// An entry as the graph looks at it: small enough to hold a million.
struct Act {
  var id: Event.ID
  /// Place in the chronology.
  var order: Int
  var kind: EventKind
  var modality: Modality
  /// Day numbers; nil for an entry without a date.
  var first: Int?
  var last: Int?
  /// Names of bodies and people by number; see `GraphBuilder.names`.
  var agents: [Int32]
  var recipients: [Int32]
  /// Index among the acts of the message that says so.
  var message: Int32?
  /// Whether it is the sending of a message or letter.
  var isMessage: Bool
  var isTableRow: Bool
  /// Whether its date is that of the words, not of the paper.
  var hasOwnDate: Bool
  /// Whether the words give the date in full.
  var isExplicit: Bool
  /// Day on which it was said.
  var said: Int?
  var words: [UInt64]
  var quote: String
  var object: String?
  var source: String
  var evidence: ChronologyEntry.Evidence
  var timex: Timex?
  var saidTimex: Timex?
  var saidBy: [Int32]
  /// Papers that tell it.
  var sourceCount: Int
  var cues: ActCues

  var day: Int? { first ?? last }
  var isDay: Bool { first != nil && first == last }
}

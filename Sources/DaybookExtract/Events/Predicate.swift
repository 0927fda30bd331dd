import DaybookCore

/// A verb of an act where it stands, with what its helping words say.
struct Predicate: Hashable, Sendable {
  /// The first helping word, the verb, and the last token that belongs to it ("off", the noun of "made a
  /// request").
  var first: Int
  var verb: Int
  var last: Int
  /// Index in `ActTable.rows`.
  var act: Int
  var kind: EventKind
  var modality: Modality = .happened
  var isPassive = false
  /// "withdrawn by DfE" without a helping verb.
  var isReduced = false
  /// "please send": said to the addressee.
  var isImperative = false
  /// "to send", which stands for an act only behind "intend", "went on", "is".
  var isInfinitive = false
  /// "can ask", "may publish".
  var isPossible = false
  var isPerfect = false
  var isProgressive = false
  /// A present form with "we" or "I": doing it by saying it.
  var isPresent = false

  var row: ActTable.Row { ActTable.rows[act] }
}

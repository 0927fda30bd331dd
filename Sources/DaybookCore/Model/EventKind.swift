/// Kinds of event. Source: `specs/vocabulary.md`, one vocabulary for every output.
package enum EventKind: String, Hashable, Sendable, Codable, CaseIterable {
  case sent, received, asked
  case askedToPause = "asked-to-pause"
  case told, promised, refused, apologised, acknowledged, complained, deadline, announced, published, version
  case signedOff = "signed-off"
  case withdrawn, meeting, decided, started, stopped, changed, statement

  /// The kind that a user means by a word, which may be one of the vocabulary's other names for it
  /// ("request").
  package init?(word: String) {
    if let kind = EventKind(rawValue: word) {
      self = kind
    } else if let kind = EventKind.otherNames[word] {
      self = kind
    } else {
      return nil
    }
  }

  /// Source: `specs/vocabulary.md`, column "also known as".
  private static let otherNames: [String: EventKind] = [
    "letter": .sent, "forwarded": .sent, "request": .asked, "chased": .asked, "replied": .told,
    "confirmed": .told,
    "informed": .told, "undertaking": .promised, "declined": .refused, "approved": .signedOff,
    "court": .decided,
    "audit": .decided,
  ]
}

/// How real an event is said to be. Source: `specs/vocabulary.md`.
package enum Modality: String, Hashable, Sendable, Codable, CaseIterable {
  case happened, planned, alleged, denied, required
}

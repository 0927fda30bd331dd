import DaybookCore

/// Finds messages that the bundle's own words show to exist and that are not in it.
struct GapFinder {
  private(set) var missing: [MissingItem] = []

  init(messages: [Message], copies: [MessageCopy], parents: [Int?], hasUnknownReference: [Bool]) {
    for (index, message) in messages.enumerated() where parents[index] == nil {
      let isAnswer = SubjectLine.mark(of: (message.subject ?? "").utf8) != .none
      guard isAnswer || hasUnknownReference[index] else { continue }
      let when = message.sent?.earliest.map { " of \($0)" } ?? ""
      missing.append(
        MissingItem(
          kind: .message, what: "what the message\(when) answers or forwards", message: message.id,
          evidence: GapFinder.subject(of: copies[message.best])))
    }
  }

  static func missing(_ entry: IndexEntry, in source: Document.ID) -> MissingItem {
    MissingItem(
      kind: .document, what: entry.title, message: nil,
      evidence: Anchor(document: source, bytes: entry.bytes, page: nil, quote: ""))
  }

  /// The subject line, else the header.
  private static func subject(of copy: MessageCopy) -> Anchor {
    guard let field = copy.header.places.first(where: { $0.name == "subject" }) else {
      return anchor(of: copy)
    }
    return Anchor(document: copy.source, bytes: field.bytes, page: copy.pages?.lowerBound, quote: field.words)
  }

  /// The header of a copy, or its first bytes.
  static func anchor(of copy: MessageCopy) -> Anchor {
    let bytes = copy.header.bytes ?? copy.bytes.lowerBound..<copy.bytes.lowerBound
    return Anchor(document: copy.source, bytes: bytes, page: copy.pages?.lowerBound, quote: "")
  }
}

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
      evidence: Anchor(document: source, bytes: entry.bytes, page: nil, quote: entry.words))
  }

  /// The subject line, else another field, else the header.
  private static func subject(of copy: MessageCopy) -> Anchor {
    guard let field = copy.header.places.first(where: { $0.name == "subject" }) else {
      return anchor(of: copy)
    }
    return Anchor(document: copy.source, bytes: field.bytes, page: copy.pages?.lowerBound, quote: field.words)
  }

  /// A field of a copy's header that says which message it is: its subject, its date, its sender; where none of
  /// them stands anywhere, its header without words.
  static func anchor(of copy: MessageCopy) -> Anchor {
    for name in ["subject", "sent", "from"] {
      guard let field = copy.header.places.first(where: { $0.name == name }), !field.words.isEmpty else {
        continue
      }
      return Anchor(
        document: copy.source, bytes: field.bytes, page: copy.pages?.lowerBound, quote: field.words)
    }
    if let words = copy.header.sentText, let bytes = copy.header.sentBytes, words.utf8.count == bytes.count {
      return Anchor(document: copy.source, bytes: bytes, page: copy.pages?.lowerBound, quote: words)
    }
    let bytes = copy.header.bytes ?? copy.bytes.lowerBound..<copy.bytes.lowerBound
    return Anchor(document: copy.source, bytes: bytes, page: copy.pages?.lowerBound, quote: "")
  }
}

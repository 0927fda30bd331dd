/// One conversation: messages that answer or forward one another.
package struct MailThread: Hashable, Sendable, Codable {
  package typealias ID = Identifier<MailThread>

  package var id: ID
  /// Subject of its first message, without marks of replying and forwarding.
  package var subject: String
  /// In order of time, then of place.
  package var messages: [Message.ID]

  package init(id: ID, subject: String, messages: [Message.ID]) {
    self.id = id
    self.subject = subject
    self.messages = messages
  }
}

/// Something that the bundle's own words show to exist and that is not in it: a line in a list of follow-up
/// requests.
package struct MissingItem: Hashable, Sendable, Codable {
  package enum Kind: String, Hashable, Sendable, Codable, CaseIterable {
    case message, attachment, version, document
  }

  package var kind: Kind
  /// "the message that … of 9 February 2022 answers", "DPIA v1.1.docx".
  package var what: String
  /// The message that answers, quotes or names it.
  package var message: Message.ID?
  /// Words that prove it.
  package var evidence: Anchor

  package init(kind: Kind, what: String, message: Message.ID?, evidence: Anchor) {
    self.kind = kind
    self.what = what
    self.message = message
    self.evidence = evidence
  }
}

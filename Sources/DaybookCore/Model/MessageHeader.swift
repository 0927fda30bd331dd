/// From, to, when and about what: of a native message, or of one printed in a document.
package struct MessageHeader: Hashable, Sendable, Codable {
  /// A name with its address, either of which may be missing or withheld.
  package struct Mailbox: Hashable, Sendable, Codable {
    package var name: String?
    package var address: String?

    package init(name: String? = nil, address: String? = nil) {
      self.name = name
      self.address = address
    }
  }

  /// Where the value of a field is printed. `name` is one of from, sent, to, cc, subject and attachments;
  /// `words` repeats the text at `bytes`, line breaks included.
  package struct FieldPlace: Hashable, Sendable, Codable {
    package var name: String
    package var bytes: Range<Int>
    package var words: String

    package init(name: String, bytes: Range<Int>, words: String) {
      self.name = name
      self.bytes = bytes
      self.words = words
    }
  }

  package var from: [Mailbox]
  package var to: [Mailbox]
  package var cc: [Mailbox]
  package var subject: String?
  package var sent: Timex?
  /// The date as printed, before anybody read it.
  package var sentText: String?
  /// Where those words stand in the document's text.
  package var sentBytes: Range<Int>?
  package var messageID: String?
  package var inReplyTo: [String]
  package var references: [String]
  package var attachments: [String]
  /// Where the header stands in the document's text.
  package var bytes: Range<Int>?
  /// Where its fields stand, in order of place; of a printed header.
  package var places: [FieldPlace] = []

  package init(
    from: [Mailbox] = [], to: [Mailbox] = [], cc: [Mailbox] = [], subject: String? = nil, sent: Timex? = nil,
    sentText: String? = nil, sentBytes: Range<Int>? = nil,
    messageID: String? = nil, inReplyTo: [String] = [], references: [String] = [], attachments: [String] = [],
    bytes: Range<Int>? = nil
  ) {
    self.from = from
    self.to = to
    self.cc = cc
    self.subject = subject
    self.sent = sent
    self.sentText = sentText
    self.sentBytes = sentBytes
    self.messageID = messageID
    self.inReplyTo = inReplyTo
    self.references = references
    self.attachments = attachments
    self.bytes = bytes
  }
}

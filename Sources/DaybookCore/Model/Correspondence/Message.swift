/// A message, once, with all the places where it stands.
///
/// Shape: `from`, `to`, `cc`, `subject`, date and attachments are put together from all copies, each taken
/// from the copy that withholds least. `copies` are indices in the list of copies, the best one first, then
/// in order of place; `best` is the copy that `body` is of.
package struct Message: Hashable, Sendable, Codable {
  package typealias ID = Identifier<Message>

  package var id: ID
  package var messageID: String?
  package var from: MessageHeader.Mailbox?
  package var to: [MessageHeader.Mailbox]
  package var cc: [MessageHeader.Mailbox]
  package var sent: Timex?
  package var sentText: String?
  /// Whether no copy prints the year.
  package var isYearInferred: Bool
  package var subject: String?
  package var attachments: [String]
  package var best: Int
  package var copies: [Int]
  package var parent: ID?
  /// How the parent is known.
  package var parentBasis: ParentBasis?
  package var thread: MailThread.ID?
  /// Whether another message of the case quotes all of its words: then it is not inclusive.
  package var isQuotedWhole: Bool

  package enum ParentBasis: String, Hashable, Sendable, Codable, CaseIterable {
    /// The header names it: In-Reply-To or References.
    case reference
    /// It quotes it.
    case quotation
    /// Subject, participants and time fit it, and nothing else fits as well.
    case inferred
  }

  package init(
    id: ID, from: MessageHeader.Mailbox? = nil, to: [MessageHeader.Mailbox] = [],
    cc: [MessageHeader.Mailbox] = [],
    sent: Timex? = nil, sentText: String? = nil, isYearInferred: Bool = false, subject: String? = nil,
    attachments: [String] = [], messageID: String? = nil, best: Int, copies: [Int]
  ) {
    self.id = id
    self.messageID = messageID
    self.from = from
    self.to = to
    self.cc = cc
    self.sent = sent
    self.sentText = sentText
    self.isYearInferred = isYearInferred
    self.subject = subject
    self.attachments = attachments
    self.best = best
    self.copies = copies
    parent = nil
    parentBasis = nil
    thread = nil
    isQuotedWhole = false
  }
}

/// The papers and messages of a case, and how they belong together.
///
/// Shape: `copies` holds every occurrence, `messages` each message once, in order of their first place;
/// `threads` in order of their first message. `links` are relations whose ends are ids of messages and of
/// components (`attaches`, `replies-to`, `forwards`, `supersedes`, `near-duplicates`).
package struct Correspondence: Hashable, Sendable, Codable {
  package var papers: [ComponentDocument] = []
  package var copies: [MessageCopy] = []
  package var messages: [Message] = []
  package var threads: [MailThread] = []
  package var links: [Relation] = []
  package var missing: [MissingItem] = []
  package var findings: [Finding] = []

  package init() {}
}

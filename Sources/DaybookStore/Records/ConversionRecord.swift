package import DaybookCore

/// What was read from one content, or why nothing was.
package struct ConversionRecord: Hashable, Sendable {
  /// The content, and the extension that stood behind its name, in lower case.
  package struct Key: Hashable, Sendable {
    package var sha256: String
    package var suffix: String

    package init(sha256: String, suffix: String) {
      self.sha256 = sha256
      self.suffix = suffix
    }
  }

  package var row: Int64
  package var key: Key
  package var mediaType: String
  package var outcome: Ledger.Outcome
  package var reason: String
  package var pages: Int
  package var pagesWithoutText: Int

  package init(
    row: Int64 = 0, key: Key, mediaType: String = "", outcome: Ledger.Outcome = .read, reason: String = "",
    pages: Int = 0, pagesWithoutText: Int = 0
  ) {
    self.row = row
    self.key = key
    self.mediaType = mediaType
    self.outcome = outcome
    self.reason = reason
    self.pages = pages
    self.pagesWithoutText = pagesWithoutText
  }
}

/// A member of a container.
package struct ChildRecord: Hashable, Sendable {
  package var name: String
  package var key: ConversionRecord.Key
  package var byteCount: Int

  package init(name: String, key: ConversionRecord.Key, byteCount: Int) {
    self.name = name
    self.key = key
    self.byteCount = byteCount
  }
}

/// A document without its text.
package struct DocumentRecord: Hashable, Sendable {
  package var row: Int64
  package var conversion: Int64
  /// Behind the source's path and `#`; empty for the document that is the source itself.
  package var name: String
  package var sha256: String
  package var id: Document.ID
  package var kind: DocumentKind
  package var title: String?
  package var textByteCount: Int
  package var sourceByteCount: Int
}

/// A stretch of a document with what was extracted from it, on its way into the store.
package struct ChunkRecord: Sendable {
  /// Where its text begins in the document's text.
  package var start: Int
  /// Ranges count in its own text.
  package var document: Document
  /// Anchors count in the whole document's text.
  package var events: [Event]
  package var aliases: [Alias]
  package var claims: [Claim]

  package init(
    start: Int, document: Document, events: [Event], aliases: [Alias], claims: [Claim] = []
  ) {
    self.start = start
    self.document = document
    self.events = events
    self.aliases = aliases
    self.claims = claims
  }
}

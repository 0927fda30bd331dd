/// What a version says of itself, and what others say of it: one line for each place that names it.
package struct VersionIdentity: Hashable, Sendable, Codable {
  package enum Field: String, Hashable, Sendable, Codable, CaseIterable {
    case coverTitle = "cover-title"
    case coverVersion = "cover-version"
    case coverDate = "cover-date"
    case coverStatus = "cover-status"
    /// The last row of the version table.
    case tableVersion = "table-version"
    case tableDate = "table-date"
    case footerVersion = "footer-version"
    case footerDate = "footer-date"
    case signOffName = "sign-off-name"
    case signOffDate = "sign-off-date"
    case fileName = "file-name"
    case property
    case trackedAuthor = "tracked-author"
    /// How a message that carried it calls it.
    case mailName = "mail-name"
  }

  package struct Item: Hashable, Sendable, Codable {
    package var field: Field
    /// Which one, where there are several: the property's key, the role that signs.
    package var name: String?
    /// As written.
    package var value: String
    /// Place in the text of the side; nil for what is not in it.
    package var bytes: Range<Int>?

    package init(_ field: Field, name: String? = nil, value: String, bytes: Range<Int>? = nil) {
      self.field = field
      self.name = name
      self.value = value
      self.bytes = bytes
    }
  }

  package var items: [Item]

  package init(items: [Item] = []) { self.items = items }

  package func first(_ field: Field) -> Item? { items.first { $0.field == field } }
}

/// A change that an office file itself records.
package struct TrackedChange: Hashable, Sendable, Codable {
  package enum Kind: String, Hashable, Sendable, Codable, CaseIterable {
    case insertion, deletion
    case moveFrom = "move-from"
    case moveTo = "move-to"
  }

  package var kind: Kind
  package var author: String?
  /// As the file gives it: "2022-02-14T09:12:00Z".
  package var date: String?
  package var text: String
  /// Place in the text of the side, of what reads as accepted; nil for what is gone.
  package var bytes: Range<Int>?

  package init(kind: Kind, author: String?, date: String?, text: String, bytes: Range<Int>? = nil) {
    self.kind = kind
    self.author = author
    self.date = date
    self.text = text
    self.bytes = bytes
  }
}

/// A comment that stands beside the text.
package struct VersionComment: Hashable, Sendable, Codable {
  package var author: String?
  /// As the file gives it.
  package var date: String?
  package var text: String
  /// The words that it is about, and their place.
  package var anchor: String?
  package var bytes: Range<Int>?

  package init(author: String?, date: String?, text: String, anchor: String? = nil, bytes: Range<Int>? = nil)
  {
    self.author = author
    self.date = date
    self.text = text
    self.anchor = anchor
    self.bytes = bytes
  }
}

import DaybookCore

/// Keys and values that stand above a Markdown text.
struct FrontMatter {
  private(set) var title: String?
  private(set) var dates: [DocumentDate] = []
  private(set) var items: [MetadataItem] = []

  /// What static site generators call the dates of a page.
  private static let dateKeys: [String: DocumentDate.Kind] = [
    "date": .published, "published": .published, "pubdate": .published, "publishdate": .published,
    "created": .created,
    "updated": .modified, "modified": .modified, "lastmod": .modified, "last_modified_at": .modified,
    "effective": .effective,
    "effectivedate": .effective, "effective_date": .effective,
  ]

  mutating func add(_ key: String, _ value: String) {
    var value = value
    if value.count >= 2, let quote = value.first, quote == "\"" || quote == "'", value.last == quote {
      value = String(value.dropFirst().dropLast())
    }
    guard !value.isEmpty, !key.isEmpty else { return }
    items.append(MetadataItem(key, value))
    let name = key.lowercased()
    if name == "title" { title = value }
    if let kind = FrontMatter.dateKeys[name], let when = PropertyDate.timex(value) {
      dates.append(DocumentDate(kind: kind, when: when, basis: .property, text: "\(key): \(value)"))
    }
  }
}

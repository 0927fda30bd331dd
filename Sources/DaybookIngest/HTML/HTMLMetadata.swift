import DaybookCore

/// What a page says of itself: title, author, when it was published, changed and saved.
struct HTMLMetadata {
  private(set) var title: String?
  private(set) var items: [MetadataItem] = []
  private(set) var dates: [DocumentDate] = []

  /// Names of properties that carry a date, lower case. Source: Open Graph protocol (article), schema.org,
  /// Dublin Core (ISO 15836), Highwire citation tags, Parse.ly and Sailthru tags as their documentation gives
  /// them.
  private static let dateKeys: [String: DocumentDate.Kind] = [
    "article:published_time": .published, "og:article:published_time": .published,
    "og:published_time": .published,
    "datepublished": .published, "article.published": .published, "dc.date": .published,
    "dc.date.issued": .published,
    "dcterms.issued": .published, "dcterms.date": .published, "pubdate": .published,
    "publishdate": .published,
    "publish-date": .published, "publication_date": .published, "citation_publication_date": .published,
    "citation_date": .published,
    "parsely-pub-date": .published, "sailthru.date": .published, "date": .published,
    "article.created": .created,
    "dcterms.created": .created, "datecreated": .created, "dc.date.created": .created,
    "article:modified_time": .modified,
    "og:updated_time": .modified, "datemodified": .modified, "dcterms.modified": .modified,
    "dc.date.modified": .modified,
    "last-modified": .modified, "revised": .modified, "savepage-date": .captured,
  ]

  private static let authorKeys: Set<String> = [
    "author", "article:author", "dc.creator", "dcterms.creator", "byl", "parsely-author", "sailthru.author",
  ]

  init(_ page: HTMLPage) {
    title = page.title
    if let title = page.title { items.append(MetadataItem("title", title)) }
    for property in page.properties { add(property) }
    for (key, value) in page.linkedData.flatMap({ LinkedDataScan.values(in: $0) }) {
      if key == "author" || key == "headline" {
        items.append(MetadataItem("ld:" + key, value))
      } else if let kind = HTMLMetadata.dateKeys[key.lowercased()] {
        add(kind, value, name: "JSON-LD \(key)")
      }
    }
    for note in CaptureNote.read(page.comments) { add(note) }
    items.append(MetadataItem("links", String(page.links)))
  }

  private mutating func add(_ property: MetadataItem) {
    let key = property.key.lowercased()
    if let kind = HTMLMetadata.dateKeys[key] {
      add(kind, property.value, name: property.key)
    } else if HTMLMetadata.authorKeys.contains(key) {
      if !property.value.contains("://") { items.append(MetadataItem("author", property.value)) }
    } else if key == "og:title" || key == "dc.title" {
      items.append(MetadataItem(key, property.value))
    } else if ["description", "og:site_name", "og:url", "canonical", "generator", "language"].contains(key) {
      items.append(MetadataItem(key, property.value))
    }
  }

  private mutating func add(_ note: CaptureNote) {
    if let url = note.address { items.append(MetadataItem("captured-from", url)) }
    if let value = note.date { add(.captured, value, name: note.program) }
  }

  /// One date of a kind and value once, however many tags repeat it.
  private mutating func add(_ kind: DocumentDate.Kind, _ value: String, name: String) {
    guard let when = PropertyDate.timex(value), !dates.contains(where: { $0.kind == kind && $0.when == when })
    else { return }
    dates.append(DocumentDate(kind: kind, when: when, basis: .property, text: "\(name): \(value)"))
  }

  /// The page's heading, or what it calls itself elsewhere, where the title is that and the name of the site;
  /// else the title.
  mutating func settleTitle(topHeadings: [String]) {
    guard let whole = title else {
      title = topHeadings.first
      return
    }
    let named = items.filter { $0.key == "og:title" || $0.key == "ld:headline" }.map(\.value)
    let shared = (topHeadings + named).filter { $0.utf8.count >= 8 && whole.hasPrefix($0) }
    if let heading = shared.max(by: { $0.utf8.count < $1.utf8.count }) { title = heading }
  }

  /// A `<time>` of the text: the page's own date where nothing else gives one and it stands first, else one
  /// that is spoken of.
  mutating func addTime(_ value: String, at bytes: Range<Int>?, isByline: Bool) {
    guard dates.count < 256, let when = PropertyDate.timex(value) else { return }
    let isPublished = isByline && !dates.contains { $0.kind == .published }
    if dates.contains(where: { $0.kind == .published && $0.when.earliest?.date == when.earliest?.date }) {
      return
    }
    dates.append(
      DocumentDate(
        kind: isPublished ? .published : .mentioned, when: when, basis: .property, text: "time: \(value)",
        bytes: bytes))
  }
}

import DaybookCore

/// What an office file says of itself: who made and changed it, when, and with what.
///
/// Source: ECMA-376 part 2, section 8 (core properties), part 1, section 22.2-22.3 (extended, custom); ODF
/// 1.3 part 3, section 4.3.
final class OfficeProperties: XMLHandler {
  private(set) var items: [MetadataItem] = []
  private(set) var dates: [DocumentDate] = []
  private(set) var title: String?
  private let isOpenDocument: Bool
  private var customName: String?
  private var words: [UInt8] = []

  /// Elements that hold a date of the whole file.
  private static let dateKinds: [String: DocumentDate.Kind] = [
    "created": .created, "modified": .modified, "creation-date": .created,
  ]

  /// What the elements are called here; others are left out.
  private static let keys: [String: String] = [
    "creator": "author", "initial-creator": "author", "lastModifiedBy": "last-modified-by",
    "revision": "revision", "title": "title",
    "subject": "subject", "description": "description", "keywords": "keywords", "keyword": "keywords",
    "category": "category",
    "contentStatus": "status", "version": "version", "created": "created", "modified": "modified",
    "creation-date": "created",
    "date": "modified", "lastPrinted": "last-printed", "print-date": "last-printed",
    "printed-by": "printed-by", "Company": "company",
    "Manager": "manager", "Application": "application", "AppVersion": "application-version",
    "generator": "application",
    "Template": "template", "TotalTime": "editing-minutes", "editing-cycles": "revision",
    "language": "language",
  ]

  init(isOpenDocument: Bool = false) { self.isOpenDocument = isOpenDocument }

  func start(_ element: XMLElement) {
    words = []
    if element.local == "property" || element.local == "user-defined" { customName = element["name"] }
  }

  func text(_ bytes: UnsafeBufferPointer<UInt8>) {
    if words.count < 4096 { words.append(contentsOf: bytes) }
  }

  func end(_ name: XMLElement.Name) {
    let value = String(decoding: Blank.collapsed(words), as: UTF8.self)
    words = []
    if name.local == "property" || name.local == "user-defined" {
      if let customName, !value.isEmpty { add("custom:" + customName, value) }
      customName = nil
      return
    }
    guard !value.isEmpty else { return }
    if let customName {
      add("custom:" + customName, value)
      self.customName = nil
      return
    }
    guard let key = OfficeProperties.keys[name.local] else { return }
    // ODF's dc:creator and dc:date are those of the last change; meta:initial-creator made it.
    if key == "title" { title = title ?? value }
    add(isOpenDocument && name.local == "creator" ? "last-modified-by" : key, value)
    let kind =
      OfficeProperties.dateKinds[name.local] ?? (isOpenDocument && name.local == "date" ? .modified : nil)
    if let kind, let when = PropertyDate.timex(value) {
      dates.append(DocumentDate(kind: kind, when: when, basis: .property, text: "\(key): \(value)"))
    }
  }

  private func add(_ key: String, _ value: String) {
    if items.count < 256 { items.append(MetadataItem(key, value)) }
  }
}

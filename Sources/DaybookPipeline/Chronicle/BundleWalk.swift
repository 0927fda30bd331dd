package import DaybookCore
package import DaybookStore

/// A document of the bundle, and all the paths at which its bytes stand.
package struct PlacedDocument: Sendable {
  package var record: DocumentRecord
  /// The path that citations give: the first in order of path.
  package var path: String
  package var alsoAt: [String]
}

/// The whole bundle as the store knows it: every file and member in order of path, what became of it, its
/// documents.
package struct BundleWalk {
  /// One of each content, in order of path.
  package private(set) var documents: [PlacedDocument] = []
  package private(set) var sources: [Source] = []
  package private(set) var rows: [Ledger.Row] = []
  package private(set) var duplicates = 0
  package private(set) var findings: [Finding] = []

  private let trees: [ConversionRecord.Key: ConversionTree]
  private var indexByID: [Document.ID: Int] = [:]
  private var seen: [ConversionRecord.Key: String] = [:]

  package init(store: CaseStore) throws(StoreError) {
    trees = try store.trees()
    let files = try store.files().values.sorted { $0.path < $1.path }
    for file in files {
      visit(
        path: file.path, key: ConversionRecord.Key(sha256: file.sha256, suffix: Suffix.of(file.path)),
        byteCount: file.byteCount, container: nil, depth: 0)
    }
    for name in try store.unread() {
      rows.append(Ledger.Row(path: name.path, outcome: name.outcome, reason: name.reason))
    }
    rows.sort { NaturalOrder.isLess($0.path, $1.path) }
    findings.sort {
      ($0.path, $0.page ?? 0, $0.bytes?.lowerBound ?? 0, $0.code, $0.message)
        < ($1.path, $1.page ?? 0, $1.bytes?.lowerBound ?? 0, $1.code, $1.message)
    }
  }

  private mutating func visit(
    path: String, key: ConversionRecord.Key, byteCount: Int, container: String?, depth: Int
  ) {
    var source = Source(
      id: Source.ID(text: key.sha256), path: path, byteCount: byteCount, container: container)
    guard let tree = trees[key] else {
      sources.append(source)
      rows.append(Ledger.Row(path: path, outcome: .failed, reason: "not read: the run ended before its turn"))
      return
    }
    source.mediaType = tree.record.mediaType
    sources.append(source)
    rows.append(
      Ledger.Row(
        path: path, outcome: tree.record.outcome, reason: tree.record.reason, pages: tree.record.pages,
        pagesWithoutText: tree.record.pagesWithoutText))
    let isCopy = seen[key] != nil
    if isCopy { duplicates += 1 } else { seen[key] = path }
    for document in tree.documents.sorted(by: { NaturalOrder.isLess($0.name, $1.name) }) {
      place(document, path: document.name.isEmpty ? path : path + "#" + document.name, container: path)
    }
    if !isCopy {
      for (name, finding) in tree.findings {
        var finding = finding
        finding.path = name.isEmpty ? path : path + "#" + name
        findings.append(finding)
      }
    }
    // The members of a copy are the same members. They are named again for a file that was handed over twice,
    // not for a copy inside a container: an archive of ten copies of itself has a million names and six
    // contents.
    if isCopy, depth > 0 { return }
    for child in tree.children.sorted(by: { NaturalOrder.isLess($0.name, $1.name) }) {
      visit(
        path: path + "#" + child.name, key: child.key, byteCount: child.byteCount, container: path,
        depth: depth + 1)
    }
  }

  private mutating func place(_ document: DocumentRecord, path: String, container: String) {
    if !document.name.isEmpty {
      // A message of a mailbox is a source of its own in the account.
      sources.append(
        Source(
          id: Source.ID(text: document.sha256), path: path, byteCount: document.sourceByteCount,
          mediaType: "message/rfc822", container: container))
      rows.append(Ledger.Row(path: path, outcome: .read))
    }
    if let index = indexByID[document.id] {
      documents[index].alsoAt.append(path)
      if !document.name.isEmpty { duplicates += 1 }
    } else {
      indexByID[document.id] = documents.count
      documents.append(PlacedDocument(record: document, path: path, alsoAt: []))
    }
  }

  package func document(_ id: Document.ID) -> PlacedDocument? { indexByID[id].map { documents[$0] } }
}

/// "mail.mbox#9" before "mail.mbox#10": runs of digits compare as numbers, everything else byte by byte.
enum NaturalOrder {
  static func isLess(_ left: String, _ right: String) -> Bool {
    var (a, b) = (Array(left.utf8)[...], Array(right.utf8)[...])
    while let x = a.first, let y = b.first {
      if isDigit(x), isDigit(y) {
        let (m, n) = (a.prefix(while: isDigit), b.prefix(while: isDigit))
        let (p, q) = (m.drop { $0 == 0x30 }, n.drop { $0 == 0x30 })
        if p.count != q.count { return p.count < q.count }
        if !p.elementsEqual(q) { return p.lexicographicallyPrecedes(q) }
        a = a.dropFirst(m.count)
        b = b.dropFirst(n.count)
      } else if x != y {
        return x < y
      } else {
        a = a.dropFirst()
        b = b.dropFirst()
      }
    }
    return a.isEmpty && !b.isEmpty || (a.isEmpty == b.isEmpty && left < right)
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
}

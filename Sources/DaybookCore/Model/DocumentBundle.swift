/// What was handed over at once.
package struct DocumentBundle: Hashable, Sendable, Codable {
  package typealias ID = Identifier<DocumentBundle>

  /// Made from the path and the hash of every source, in order of path.
  package var id: ID
  package var title: String
  package var sources: [Source]

  package init(title: String, sources: [Source]) {
    self.title = title
    self.sources = sources.sorted { $0.path < $1.path }
    id = ID(of: self.sources.flatMap { [$0.path, $0.id.text] })
  }
}

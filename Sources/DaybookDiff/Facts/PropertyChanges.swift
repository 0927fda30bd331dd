import DaybookCore

/// Compares what the two files say of themselves.
enum PropertyChanges {
  /// What the reader noted about its own work, no property of the paper.
  private static let ours: Set<String> = ["encoding", "links", "pdf-version"]

  static func changes(_ old: Document, _ new: Document) -> [PropertyChange] {
    guard !old.metadata.isEmpty, !new.metadata.isEmpty else { return [] }
    var changes: [PropertyChange] = []
    var seen: Set<String> = []
    for item in old.metadata + new.metadata where seen.insert(item.key).inserted && !ours.contains(item.key) {
      let before = values(old, item.key)
      let after = values(new, item.key)
      if before != after { changes.append(PropertyChange(key: item.key, old: before, new: after)) }
    }
    return changes
  }

  /// A key may come more than once, as keywords do.
  private static func values(_ document: Document, _ key: String) -> String? {
    let values = document.metadata.filter { $0.key == key }.map(\.value)
    return values.isEmpty ? nil : values.joined(separator: "; ")
  }
}

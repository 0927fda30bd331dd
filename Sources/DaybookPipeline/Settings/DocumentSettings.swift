import DaybookCore
import Yams

/// Reads the key `documents` of the case settings: where papers of a bundle begin, corrected by hand.
enum DocumentSettings {
  private static let keys = ["source", "page", "kind", "title", "version"]
  private static let kinds = DocumentKind.allCases.map(\.rawValue) + ["none"]

  static func read(_ list: Node.Sequence, path: String) throws(PipelineError) -> [CaseSettings
    .DocumentSetting]
  {
    var settings: [CaseSettings.DocumentSetting] = []
    for node in list {
      func wrong(_ reason: String) -> PipelineError {
        .settings(path: path, line: node.mark?.line, reason: "documents: \(reason)")
      }
      guard let mapping = node.mapping else { throw wrong("expected source, page and kind") }
      for (key, _) in mapping where !keys.contains(key.string ?? "") {
        throw wrong("unknown key \"\(key.string ?? "?")\"; known are \(keys.joined(separator: ", "))")
      }
      guard let source = mapping["source"]?.scalar?.string, !source.isEmpty else {
        throw wrong("expected \"source:\" with the path of a file in the folder")
      }
      guard let page = mapping["page"]?.int, page >= 1 else {
        throw wrong("expected \"page:\" with a number from 1")
      }
      guard let kind = mapping["kind"]?.string, kinds.contains(kind) else {
        throw wrong("expected \"kind:\" with one of \(kinds.joined(separator: ", "))")
      }
      settings.append(
        .init(
          source: source, page: page, kind: DocumentKind(rawValue: kind),
          title: mapping["title"]?.scalar?.string,
          version: mapping["version"]?.scalar?.string))
    }
    return settings
  }
}

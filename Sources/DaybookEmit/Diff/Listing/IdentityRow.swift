import DaybookCore

/// The identity panel of two versions: one row for each sign, with what either version says.
struct IdentityRow: Hashable {
  var label: String
  /// Nil where the version does not have it.
  var old: String?
  var new: String?

  var isChanged: Bool { old != new }

  static func rows(_ diff: VersionDiff) -> [IdentityRow] {
    let old = values(diff.old)
    let new = values(diff.new)
    var labels: [String] = []
    for label in old.map(\.label) + new.map(\.label) where !labels.contains(label) { labels.append(label) }
    // In the order of the fields, whichever version has them.
    let order = Dictionary(
      (old + new).map { ($0.label, $0.rank) }, uniquingKeysWith: { first, _ in first })
    let sorted = labels.enumerated().sorted {
      (order[$0.element] ?? 0, $0.offset) < (order[$1.element] ?? 0, $1.offset)
    }
    return sorted.map { _, label in
      IdentityRow(
        label: label, old: old.first { $0.label == label }?.value,
        new: new.first { $0.label == label }?.value)
    }
  }

  private static func values(_ side: VersionSide) -> [(label: String, value: String, rank: Int)] {
    var values: [(label: String, value: String, rank: Int)] = []
    for item in side.identity.items {
      let name = label(item)
      let rank = VersionIdentity.Field.allCases.firstIndex(of: item.field) ?? 0
      if let index = values.firstIndex(where: { $0.label == name }) {
        if values[index].value.utf8.count < 400 { values[index].value += "; " + PlainText.line(item.value) }
      } else {
        values.append((name, PlainText.line(item.value), rank))
      }
    }
    return values
  }

  private static func label(_ item: VersionIdentity.Item) -> String {
    let name = item.name.map(PlainText.line)
    switch item.field {
    case .coverTitle: return "title"
    case .coverVersion: return "version on the cover"
    case .coverDate: return "date on the cover"
    case .coverStatus: return "status on the cover"
    case .tableVersion: return "version table, newest row"
    case .tableDate: return "version table, its date"
    case .footerVersion: return "version in the footer"
    case .footerDate: return "date in the footer"
    case .signOffName: return "sign-off, name" + (name.map { ": \($0)" } ?? "")
    case .signOffDate: return "sign-off, date" + (name.map { ": \($0)" } ?? "")
    case .fileName: return "file name"
    case .property: return "property " + (name ?? "")
    case .trackedAuthor: return "tracked changes by"
    case .mailName: return "called in the mail"
    }
  }
}

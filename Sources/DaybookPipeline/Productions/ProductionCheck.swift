import DaybookCore
import DaybookIngest
import DaybookStore

/// Holds the load files of a case against its files: what they name must be there, once, and in one family.
enum ProductionCheck {
  /// Findings by load file, rows named by number.
  static func findings(_ walk: BundleWalk, store: CaseStore) throws -> [Finding] {
    var findings: [Finding] = []
    let paths = Set(walk.sources.map { $0.path.lowercased() })
    for document in walk.documents where document.record.kind == .log {
      for chunk in try store.chunks(of: document.record.row) {
        let rows = Production.rows(of: chunk.document)
        if rows.isEmpty { continue }
        findings += check(rows, in: document.path, paths: paths)
      }
    }
    return findings
  }

  private static func check(_ rows: [ProductionRow], in path: String, paths: Set<String>) -> [Finding] {
    let folder = path.split(separator: "/").dropLast().joined(separator: "/")
    func isThere(_ name: String) -> Bool {
      let whole = folder.isEmpty ? name : folder + "/" + name
      return paths.contains(whole.lowercased()) || paths.contains(name.lowercased())
    }
    var (natives, texts, twice, orphans): ([Int], [Int], [Int], [Int]) = ([], [], [], [])
    var seen: Set<String> = []
    let controls = Set(rows.compactMap(\.control))
    for row in rows {
      if let native = row.native, !isThere(native) { natives.append(row.row) }
      if let text = row.text, !isThere(text) { texts.append(row.row) }
      if let control = row.control, !seen.insert(control).inserted { twice.append(row.row) }
      if let parent = row.parent, !parent.isEmpty, !controls.contains(parent) { orphans.append(row.row) }
    }
    var findings: [Finding] = []
    func report(_ numbers: [Int], _ code: String, _ severity: Finding.Severity, _ what: String) {
      guard !numbers.isEmpty else { return }
      let shown = numbers.prefix(20).map(String.init).joined(separator: ", ")
      let more = numbers.count > 20 ? " and \(numbers.count - 20) more" : ""
      findings.append(
        Finding(code, severity, "\(numbers.count == 1 ? "row" : "rows") \(shown)\(more) \(what)", path: path))
    }
    report(natives, "production-native-missing", .loss, "name a file that is not in the folder")
    report(texts, "production-text-missing", .warning, "name a text that is not in the folder")
    report(twice, "production-number-twice", .warning, "repeat a control number of an earlier row")
    report(orphans, "production-parent-missing", .warning, "name a parent that no row describes")
    let families = Set(rows.compactMap { $0.group ?? $0.parent })
    let custodians = Set(rows.compactMap(\.custodian)).sorted()
    findings.append(
      Finding(
        "production", .note,
        "\(rows.count) documents or pages, \(families.count) families"
          + (custodians.isEmpty ? "" : ", custodians: \(custodians.prefix(10).joined(separator: "; "))"),
        path: path))
    return findings
  }
}

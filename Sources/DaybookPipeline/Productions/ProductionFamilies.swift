import DaybookCore
import DaybookIngest
import DaybookStore

/// Families that load files name, as relations: an attachment is a member of the message that it came with.
///
/// The parent is the row with the control number that the row names as its parent, else the first row of its
/// family. Evidence is the cell of the load file that says so. Rows whose file is not in the case give none.
struct ProductionFamilies {
  /// Path in the bundle, in lower case → id of the paper or the message of that file.
  private var ends: [String: String] = [:]
  private var seen: Set<String> = []
  private(set) var relations: [Relation] = []

  init(_ correspondence: Correspondence, paths: (Document.ID) -> String?) {
    for paper in correspondence.papers where ends[paper.path.lowercased()] == nil {
      ends[paper.path.lowercased()] = paper.id.text
    }
    for message in correspondence.messages {
      for copy in message.copies where correspondence.copies[copy].isNative {
        guard let path = paths(correspondence.copies[copy].source)?.lowercased(), ends[path] == nil else {
          continue
        }
        ends[path] = message.id.text
      }
    }
  }

  /// `start` is where the stretch begins in the text of the load file.
  mutating func take(_ chunk: Document, at start: Int, of id: Document.ID, path: String) {
    let rows = Production.rows(of: chunk)
    if rows.isEmpty { return }
    let folder = path.split(separator: "/").dropLast().joined(separator: "/")
    func end(_ row: ProductionRow) -> String? {
      for name in [row.native, row.text] {
        guard let name = name?.lowercased() else { continue }
        let whole = folder.isEmpty ? name : folder.lowercased() + "/" + name
        if let end = ends[whole] ?? ends[name] { return end }
      }
      return nil
    }
    var byControl: [String: Int] = [:]
    var firstOf: [String: Int] = [:]
    for (index, row) in rows.enumerated() {
      if let control = row.control, byControl[control] == nil { byControl[control] = index }
      if let group = row.group, !group.isEmpty, firstOf[group] == nil { firstOf[group] = index }
    }
    for (index, row) in rows.enumerated() {
      guard let cell = row.family?.clamped(to: 0..<chunk.text.count), let child = end(row) else { continue }
      let parent =
        row.parent.flatMap { $0.isEmpty ? nil : byControl[$0] }
        ?? row.group.flatMap { byControl[$0] ?? firstOf[$0] }
      guard let parent, parent != index, let whole = end(rows[parent]), whole != child,
        seen.insert(child + whole).inserted
      else { continue }
      relations.append(
        Relation(
          kind: .memberOf, from: child, to: whole,
          evidence: [
            Anchor(
              document: id, bytes: (cell.lowerBound + start)..<(cell.upperBound + start), page: nil,
              quote: String(decoding: chunk.text[cell], as: UTF8.self))
          ], rule: "load file, row \(row.row)"))
    }
  }
}

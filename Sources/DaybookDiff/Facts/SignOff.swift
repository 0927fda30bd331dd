import DaybookCore

/// Where people sign: the section of that name, and tables with their names and a date.
enum SignOff {
  static func isSignOff(_ unit: DiffUnit, _ side: VersionSide) -> Bool {
    if let section = unit.section, side.sections[section].template == .signOff { return true }
    guard unit.kind == .tableRow else { return false }
    let headings = unit.blocks.compactMap { side.document.blocks[$0].cell?.heading?.lowercased() }
    return headings.contains { $0.hasPrefix("date") }
      && headings.contains { FactWordTable.signOffColumns.contains($0) }
      && !headings.contains { $0.hasPrefix("version") }
  }
}

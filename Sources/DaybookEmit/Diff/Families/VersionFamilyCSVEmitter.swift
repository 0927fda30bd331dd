package import DaybookCore

/// Writes one row for each version of each family, then one for each section and version.
///
/// Shape: `family,version,label,when,basis,files,why,section,state,changes`. Rows of versions have no section;
/// rows of sections have `state` there, same, new, gone or "n changes". Source: RFC 4180.
package struct VersionFamilyCSVEmitter: VersionFamilyEmitter {
  package let name = "csv"

  package init() {}

  package func emit(_ families: [VersionFamily], to sink: inout some ByteSink) throws {
    var buffer = OutputBuffer()
    func row(_ cells: [String]) { buffer.write(CSVText.row(cells.map(PlainText.lines))) }
    row(["family", "version", "label", "when", "basis", "files", "why", "section", "state", "changes"])
    for family in families {
      for (index, version) in family.versions.enumerated() {
        let summary =
          index > 0 && family.steps.indices.contains(index - 1)
          ? DiffListing(family.steps[index - 1]).summary : ""
        row([
          family.title, "\(index + 1)", version.label ?? "", version.when.timex?.edtf ?? "",
          version.when.basis?.rawValue ?? "", FamilyNames.files(version).joined(separator: "; "),
          (version.why + version.carriers.map { "carried by " + FamilyNames.carrier($0) }).joined(
            separator: "; "), "",
          "", summary,
        ])
      }
      for section in FamilyTable(family).rows {
        for (index, state) in section.cells.enumerated() {
          row([
            family.title, "\(index + 1)", family.versions[index].label ?? "", "", "", "", "", section.section,
            state, "",
          ])
        }
      }
      try buffer.spill(to: &sink)
    }
    try buffer.flush(to: &sink)
  }
}

/// Which entries of the chronology are wanted. An empty filter wants all.
package struct EntryFilter: Hashable, Sendable {
  /// Entries whose interval touches these days. Undated entries are left out as soon as one of them is set.
  package var from: CivilDate?
  package var to: CivilDate?
  package var kinds: [EventKind] = []
  /// Entries in which any of these takes part.
  package var parties: [Party.ID]?

  package init() {}

  /// One text for one filter.
  package var label: String {
    [
      from?.description ?? "", to?.description ?? "", kinds.map(\.rawValue).joined(separator: ","),
      parties.map { $0.map(\.text).joined(separator: ",") } ?? "*",
    ].joined(separator: "|")
  }
}

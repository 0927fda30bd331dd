/// Which text of an office file with tracked changes is read: as if all were accepted, or as if none had been
/// made.
package enum TrackedReading: String, Hashable, Sendable, Codable, CaseIterable {
  case accept, reject
}

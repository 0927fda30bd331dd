/// What the events of a case have to do with each other.
///
/// Shape: `relations` join ids of entries, parties and documents; everything is in a fixed order. Entries and
/// parties themselves stand in the chronology.
package struct EventGraph: Hashable, Sendable, Codable {
  package var relations: [Relation] = []
  package var promises: [Promise] = []
  package var clocks: [Clock] = []
  /// Highest weight first.
  package var conflicts: [Conflict] = []
  package var followUps: [FollowUp] = []
  package var intervals: [Interval] = []

  package init() {}
}

/// Days between two entries that belong together: computed, not a finding.
package struct Interval: Hashable, Sendable, Codable {
  package var what: String
  package var from: Event.ID
  package var to: Event.ID
  package var start: CivilDate
  package var end: CivilDate
  package var days: Int

  package init(what: String, from: Event.ID, to: Event.ID, start: CivilDate, end: CivilDate) {
    self.what = what
    self.from = from
    self.to = to
    self.start = start
    self.end = end
    days = end.dayNumber - start.dayNumber
  }
}

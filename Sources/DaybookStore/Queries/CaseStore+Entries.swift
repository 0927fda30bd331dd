package import DaybookCore
import Foundation
import GRDB

extension EntryFilter {
  var sql: (conditions: String, arguments: StatementArguments) {
    var conditions: [String] = []
    var arguments = StatementArguments()
    if let from {
      conditions.append("last_day >= ?")
      arguments += [from.dayNumber]
    }
    if let to {
      conditions.append("first_day <= ?")
      arguments += [to.dayNumber]
    }
    if !kinds.isEmpty {
      conditions.append("kind IN (\(kinds.map { _ in "?" }.joined(separator: ",")))")
      arguments += StatementArguments(kinds.map(\.rawValue))
    }
    if let parties {
      let marks = parties.map { _ in "?" }.joined(separator: ",")
      conditions.append("number IN (SELECT entry FROM entry_party WHERE party IN (\(marks)))")
      arguments += StatementArguments(parties.map(\.text))
    }
    return (conditions.isEmpty ? "1" : conditions.joined(separator: " AND "), arguments)
  }
}

/// Entries that the store hands out one by one, as often as asked, and to several threads at once: each walk
/// has a connection of its own, which sees what has been committed.
package struct StoredEntries: EntrySequence {
  let store: CaseStore
  let filter: EntryFilter

  package func forEach(_ body: (ChronologyEntry) throws -> Void) throws {
    let (conditions, arguments) = filter.sql
    var configuration = Configuration()
    configuration.readonly = true
    configuration.busyMode = CaseStore.patience
    let connection = try DatabaseQueue(path: store.path, configuration: configuration)
    // Not `store.read`: an error of `body` must come out as it is, and not as one of the store.
    try connection.read { db in
      let cursor = try Data.fetchCursor(
        db, sql: "SELECT payload FROM entry WHERE \(conditions) ORDER BY number", arguments: arguments)
      while let payload = try cursor.next() { try body(try ChronologyEntry(wireBytes: Array(payload))) }
    }
  }
}

extension CaseStore {
  package func entries(_ filter: EntryFilter = EntryFilter()) -> StoredEntries {
    StoredEntries(store: self, filter: filter)
  }

  package func countEntries(_ filter: EntryFilter = EntryFilter()) throws(StoreError) -> Int {
    let (conditions, arguments) = filter.sql
    return try read {
      try Int.fetchOne($0, sql: "SELECT count(*) FROM entry WHERE \(conditions)", arguments: arguments) ?? 0
    }
  }

  /// The entry with this place in the chronology, or whose id begins with this text; nil where none or
  /// several do.
  package func entry(_ name: String) throws(StoreError) -> ChronologyEntry? {
    try read { db in
      var payloads: [Data] = []
      if let number = Int(name) {
        payloads = try Data.fetchAll(
          db, sql: "SELECT payload FROM entry WHERE number = ?", arguments: [number])
      }
      // An id may begin with digits only; a place in the chronology goes first.
      if payloads.isEmpty {
        guard name.utf8.count >= 4,
          name.utf8.allSatisfy({ (48...57).contains($0) || (97...102).contains($0) })
        else { return nil }
        payloads = try Data.fetchAll(
          db, sql: "SELECT payload FROM entry WHERE id >= ?1 AND id < ?1 || 'g' LIMIT 2", arguments: [name])
      }
      guard payloads.count == 1 else { return nil }
      return try ChronologyEntry(wireBytes: Array(payloads[0]))
    }
  }

  /// Replaces the whole chronology in one transaction. `fill` is given the means to add entries, in order, and
  /// gives the facts of the case that go with them.
  package func replaceEntries(
    parties: [Party], fill: (_ add: (StoredEntry) throws -> Void) throws -> [String: String]
  ) throws(StoreError) {
    try write { db in
      try db.execute(
        sql: "DELETE FROM entry; DELETE FROM entry_party; DELETE FROM party")
      let party = try db.cachedStatement(
        sql: "INSERT INTO party(id, kind, name, aliases) VALUES (?, ?, ?, ?)")
      for value in parties {
        try party.execute(arguments: [
          value.id.text, value.kind.rawValue, value.name, CaseStore.names(value.aliases),
        ])
      }
      let entry = try db.cachedStatement(
        sql: "INSERT INTO entry(number, id, first_day, last_day, kind, payload) VALUES (?, ?, ?, ?, ?, ?)")
      let link = try db.cachedStatement(sql: "INSERT OR IGNORE INTO entry_party(party, entry) VALUES (?, ?)")
      let settings = try fill { value in
        try entry.execute(arguments: [
          value.order, value.id, value.days?.lowerBound, value.days?.upperBound, value.kind, value.payload,
        ])
        for member in value.parties { try link.execute(arguments: [member.text, value.order]) }
      }
      for (key, value) in settings.sorted(by: { $0.key < $1.key }) {
        try db.execute(
          sql:
            "INSERT INTO setting(key, value) VALUES (?, ?) ON CONFLICT(key) DO UPDATE SET value = excluded.value",
          arguments: [key, value])
      }
    }
  }

  /// Day numbers of an interval; an open end reaches as far as its other end.
  static func days(of timex: Timex?) -> ClosedRange<Int>? {
    guard let timex, let first = timex.earliest ?? timex.latest, let last = timex.latest ?? timex.earliest,
      first.date <= last.date
    else { return nil }
    return first.date.dayNumber...last.date.dayNumber
  }

  /// All parties, in order of name.
  package func parties() throws(StoreError) -> [Party] {
    try read { db in
      try Row.fetchAll(db, sql: "SELECT kind, name, aliases FROM party ORDER BY name, id").map { row in
        var aliases = WireReader(Array(row[2] as Data))
        return Party(kind: Party.Kind(rawValue: row[0]) ?? .body, name: row[1], aliases: try aliases.texts())
      }
    }
  }

  private static func names(_ names: [String]) -> Data {
    var writer = WireWriter()
    writer.list(names)
    return Data(writer.bytes)
  }
}

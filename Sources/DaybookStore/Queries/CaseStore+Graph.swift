package import DaybookCore
import Foundation
import GRDB

/// Kinds of what a graph holds beside its relations, as the store names them.
package enum GraphItem: String, Sendable {
  case promise, clock, conflict, interval
  case followUp = "follow-up"
}

extension CaseStore {
  /// Calls `body` for each claim of a document in order.
  package func claims(of document: Int64) throws(StoreError) -> [Claim] {
    try read { db in
      try Data.fetchAll(
        db, sql: "SELECT payload FROM claim WHERE document = ? ORDER BY rowid", arguments: [document]
      )
      .map { try Claim(wireBytes: Array($0)) }
    }
  }

  /// Puts a graph in the place of the one before. Decisions stay.
  package func replaceGraph(_ graph: EventGraph) throws(StoreError) {
    try write { db in
      try db.execute(sql: "DELETE FROM relation; DELETE FROM graph_item")
      let relation = try db.cachedStatement(
        sql: "INSERT INTO relation(kind, source, target, payload) VALUES (?, ?, ?, ?)")
      for value in graph.relations {
        try relation.execute(arguments: [
          value.kind.rawValue, value.from, value.to, CaseStore.data(value),
        ])
      }
      try CaseStore.add(graph.promises, .promise, to: db) { $0.id.text }
      try CaseStore.add(graph.clocks, .clock, to: db) { $0.entry.text }
      try CaseStore.add(graph.conflicts, .conflict, to: db) { $0.id.text }
      try CaseStore.add(graph.followUps, .followUp, to: db) { $0.text }
      try CaseStore.add(graph.intervals, .interval, to: db) { $0.from.text }
    }
  }

  private static func add<T: WireValue>(
    _ values: [T], _ kind: GraphItem, to db: Database, id: (T) -> String
  ) throws {
    let item = try db.cachedStatement(
      sql: "INSERT INTO graph_item(kind, number, id, payload) VALUES (?, ?, ?, ?)")
    for (number, value) in values.enumerated() {
      try item.execute(arguments: [kind.rawValue, number, id(value), data(value)])
    }
  }

  /// All values of one kind, in order.
  package func graphItems<T: WireValue>(_ kind: GraphItem, as _: T.Type = T.self) throws(StoreError) -> [T] {
    try read { db in
      try Data.fetchAll(
        db, sql: "SELECT payload FROM graph_item WHERE kind = ? ORDER BY number", arguments: [kind.rawValue]
      ).map { try T(wireBytes: Array($0)) }
    }
  }

  /// Relations that start or end at an entry, a party or a document; all of them for nil.
  package func relations(of id: String? = nil) throws(StoreError) -> [Relation] {
    try read { db in
      try Data.fetchAll(
        db,
        sql: "SELECT payload FROM relation WHERE ?1 IS NULL OR source = ?1 OR target = ?1 ORDER BY number",
        arguments: [id]
      ).map { try Relation(wireBytes: Array($0)) }
    }
  }

  package func decisions() throws(StoreError) -> [String: Decision] {
    try read { db in
      let rows = try Row.fetchAll(db, sql: "SELECT subject, verdict, note FROM decision")
      return Dictionary(
        rows.map { row in
          let subject: String = row[0]
          return (
            subject,
            Decision(subject: subject, verdict: Decision.Verdict(rawValue: row[1]) ?? .accepted, note: row[2])
          )
        }
      ) { first, _ in first }
    }
  }

  /// Keeps a decision; one about the same subject is replaced.
  package func keep(_ decision: Decision) throws(StoreError) {
    try write { db in
      try db.execute(
        sql: """
          INSERT INTO decision(subject, verdict, note) VALUES (?, ?, ?)
          ON CONFLICT(subject) DO UPDATE SET verdict = excluded.verdict, note = excluded.note
          """, arguments: [decision.subject, decision.verdict.rawValue, decision.note])
    }
  }

  /// At most `limit` entries of a filter, in order, behind the place `after`.
  ///
  /// Of one party its own list is walked, which is in order: the page of a frequent party costs no more than that of
  /// a rare one.
  package func page(_ filter: EntryFilter, after: Int = 0, limit: Int) throws(StoreError) -> [ChronologyEntry]
  {
    var filter = filter
    var (source, order) = ("entry WHERE number > ?", "number")
    var start: StatementArguments = [after]
    if let party = filter.parties?.first, filter.parties?.count == 1 {
      filter.parties = nil
      source =
        "entry_party CROSS JOIN entry ON number = entry_party.entry WHERE party = ? AND entry_party.entry > ?"
      order = "entry_party.entry"
      start = [party.text, after]
    }
    let (conditions, arguments) = filter.sql
    let query = "SELECT payload FROM \(source) AND \(conditions) ORDER BY \(order) LIMIT ?"
    let values = start + arguments + [limit]
    return try read { db in
      try Data.fetchAll(db, sql: query, arguments: values).map { try ChronologyEntry(wireBytes: Array($0)) }
    }
  }
}

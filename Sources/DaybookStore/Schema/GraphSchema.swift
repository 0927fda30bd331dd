import GRDB

/// The tables of the event graph.
///
/// Claims hang below their document, as events do. `relation` and `graph_item` are made anew with the chronology;
/// `decision` is the reviewer's and outlives both.
enum GraphSchema {
  static func create(_ db: Database) throws {
    try db.execute(sql: sql)
  }

  private static let sql = """
    CREATE TABLE claim(
      document INTEGER NOT NULL REFERENCES document(id) ON DELETE CASCADE, payload BLOB NOT NULL);
    CREATE INDEX claim_document ON claim(document);

    -- `payload` is the relation with its evidence, as wire bytes (JSON up to format 6).
    CREATE TABLE relation(
      number INTEGER PRIMARY KEY, kind TEXT NOT NULL, source TEXT NOT NULL, target TEXT NOT NULL, payload TEXT NOT NULL);
    CREATE INDEX relation_source ON relation(source);
    CREATE INDEX relation_target ON relation(target);

    -- Promises, clocks, conflicts, intervals and follow-ups, in order; `payload` as above.
    CREATE TABLE graph_item(
      kind TEXT NOT NULL, number INTEGER NOT NULL, id TEXT NOT NULL, payload TEXT NOT NULL,
      PRIMARY KEY(kind, number)) WITHOUT ROWID;

    -- What a reviewer said of a candidate, by the candidate's id.
    CREATE TABLE decision(subject TEXT PRIMARY KEY, verdict TEXT NOT NULL, note TEXT NOT NULL) WITHOUT ROWID;

    -- A page of entries of one kind, or of one party, is read in order without sorting.
    CREATE INDEX entry_kind ON entry(kind, number);
    """
}

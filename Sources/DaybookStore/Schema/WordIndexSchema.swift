import GRDB

/// The index of words takes in all pages of a chunk at once.
///
/// A trigger for each page made the index write a piece of itself to disk for each page, and join the pieces
/// again later: three quarters of the time that the store took. See `WordsOnDemandSchema`.
/// Source: SQLite FTS5, sections 6.1 (`automerge`) and 4.4.3 (external content tables).
enum WordIndexSchema {
  static func create(_ db: Database) throws {
    try db.execute(
      sql: """
        DROP TRIGGER page_insert;
        INSERT INTO page_words(page_words, rank) VALUES ('automerge', 16);
        """)
  }
}

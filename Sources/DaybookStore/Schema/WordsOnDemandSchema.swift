import GRDB

/// Words are indexed when somebody first searches: most runs never do, and the index was a twentieth of their time
/// and a third of the file.
///
/// Shape: setting `words` is the last row of `page` that the index holds; rows behind it are taken in by
/// `CaseStore.search`. What it does not hold must not be taken out of it.
enum WordsOnDemandSchema {
  static func create(_ db: Database) throws {
    try db.execute(
      sql: """
        INSERT OR REPLACE INTO setting(key, value) SELECT 'words', CAST(coalesce(max(id), 0) AS TEXT) FROM page;
        DROP TRIGGER page_delete;
        CREATE TRIGGER page_delete AFTER DELETE ON page
        WHEN old.id <= (SELECT CAST(value AS INTEGER) FROM setting WHERE key = 'words') BEGIN
          INSERT INTO page_words(page_words, rowid, text, furniture)
            VALUES ('delete', old.id, CAST(old.text AS TEXT), old.furniture);
        END;
        """)
  }
}

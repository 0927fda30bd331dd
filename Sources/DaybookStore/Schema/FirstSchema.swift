import GRDB

/// The tables of the first version.
///
/// What a stage made hangs below `conversion`, whose key is the content: the hash, the extension where
/// content alone does not say what a file is, and the fingerprint of the code that made it. Payloads are
/// `WireValue` bytes.
enum FirstSchema {
  static func create(_ db: Database) throws {
    try db.execute(sql: sql)
  }

  private static let sql = """
    -- Facts about the case: root, format, fingerprints.
    CREATE TABLE setting(key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;

    -- The files of the folder as last seen; `stamp` (size, times, inode) says whether one must be hashed again.
    CREATE TABLE file(path TEXT PRIMARY KEY, stamp TEXT NOT NULL, sha256 TEXT NOT NULL, bytes INTEGER NOT NULL) WITHOUT ROWID;
    CREATE TABLE unread(path TEXT PRIMARY KEY, outcome TEXT NOT NULL, reason TEXT NOT NULL) WITHOUT ROWID;

    -- One row for each content that was read, or that could not be.
    CREATE TABLE conversion(
      id INTEGER PRIMARY KEY, sha256 TEXT NOT NULL, suffix TEXT NOT NULL, fingerprint TEXT NOT NULL,
      media_type TEXT NOT NULL, outcome TEXT NOT NULL, reason TEXT NOT NULL, pages INTEGER NOT NULL,
      pages_without_text INTEGER NOT NULL, UNIQUE(sha256, suffix));

    -- What came out of a container, by its name in it.
    CREATE TABLE child(
      conversion INTEGER NOT NULL REFERENCES conversion(id) ON DELETE CASCADE, name TEXT NOT NULL,
      sha256 TEXT NOT NULL, suffix TEXT NOT NULL, bytes INTEGER NOT NULL, PRIMARY KEY(conversion, name)) WITHOUT ROWID;

    CREATE TABLE document(
      id INTEGER PRIMARY KEY, conversion INTEGER NOT NULL REFERENCES conversion(id) ON DELETE CASCADE,
      name TEXT NOT NULL, sha256 TEXT NOT NULL, document_id TEXT NOT NULL, kind TEXT NOT NULL, title TEXT,
      text_bytes INTEGER NOT NULL, source_bytes INTEGER NOT NULL);
    CREATE INDEX document_conversion ON document(conversion);
    CREATE INDEX document_document_id ON document(document_id);

    -- A document in the pieces in which it was analysed; `head` is the Document without its text.
    CREATE TABLE chunk(
      document INTEGER NOT NULL REFERENCES document(id) ON DELETE CASCADE, number INTEGER NOT NULL,
      start INTEGER NOT NULL, bytes INTEGER NOT NULL, head BLOB NOT NULL, PRIMARY KEY(document, number)) WITHOUT ROWID;

    -- The text, by page; `number` is null where the format has no pages. `start` counts in the document's text.
    -- Bytes and not TEXT: a text may hold a NUL, at which TEXT would end.
    CREATE TABLE page(
      id INTEGER PRIMARY KEY, document INTEGER NOT NULL REFERENCES document(id) ON DELETE CASCADE,
      number INTEGER, label TEXT, start INTEGER NOT NULL, text BLOB NOT NULL, furniture TEXT NOT NULL);
    CREATE INDEX page_document ON page(document, start);
    CREATE VIRTUAL TABLE page_words USING fts5(
      text, furniture, content='page', content_rowid='id', tokenize='unicode61 remove_diacritics 2');
    CREATE TRIGGER page_insert AFTER INSERT ON page BEGIN
      INSERT INTO page_words(rowid, text, furniture) VALUES (new.id, CAST(new.text AS TEXT), new.furniture);
    END;
    CREATE TRIGGER page_delete AFTER DELETE ON page BEGIN
      INSERT INTO page_words(page_words, rowid, text, furniture)
        VALUES ('delete', old.id, CAST(old.text AS TEXT), old.furniture);
    END;

    CREATE TABLE event(
      id INTEGER PRIMARY KEY, document INTEGER NOT NULL REFERENCES document(id) ON DELETE CASCADE,
      position INTEGER NOT NULL, payload BLOB NOT NULL);
    CREATE INDEX event_document ON event(document, position);

    CREATE TABLE alias(
      document INTEGER NOT NULL REFERENCES document(id) ON DELETE CASCADE, payload BLOB NOT NULL);
    CREATE INDEX alias_document ON alias(document);

    CREATE TABLE finding(
      id INTEGER PRIMARY KEY, conversion INTEGER NOT NULL REFERENCES conversion(id) ON DELETE CASCADE,
      name TEXT NOT NULL, payload BLOB NOT NULL);
    CREATE INDEX finding_conversion ON finding(conversion);

    -- The chronology of the whole case, made anew when the case has changed.
    CREATE TABLE entry(
      number INTEGER PRIMARY KEY, id TEXT NOT NULL, first_day INTEGER, last_day INTEGER, kind TEXT NOT NULL,
      payload BLOB NOT NULL);
    CREATE INDEX entry_days ON entry(first_day, last_day);
    CREATE INDEX entry_id ON entry(id);
    CREATE TABLE entry_party(party TEXT NOT NULL, entry INTEGER NOT NULL, PRIMARY KEY(party, entry)) WITHOUT ROWID;
    CREATE TABLE party(id TEXT PRIMARY KEY, kind TEXT NOT NULL, name TEXT NOT NULL, aliases BLOB NOT NULL) WITHOUT ROWID;

    """
}

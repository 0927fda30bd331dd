import GRDB

/// Pages that were read from their pictures: minutes of work that must not be done twice, so each is kept as soon
/// as it is there, apart from the document that it belongs to.
enum PictureSchema {
  static func create(_ db: Database) throws {
    try db.execute(
      sql: """
        CREATE TABLE picture_page(
          sha256 TEXT NOT NULL, page INTEGER NOT NULL, settings TEXT NOT NULL, layout BLOB NOT NULL,
          PRIMARY KEY(sha256, page, settings)) WITHOUT ROWID;
        """)
  }
}

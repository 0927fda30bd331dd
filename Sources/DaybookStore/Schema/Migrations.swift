import GRDB

/// All versions of the store, oldest first. A migration that has been released is never edited.
enum Migrations {
  static var all: DatabaseMigrator {
    var migrator = DatabaseMigrator()
    migrator.registerMigration("1 sources, documents, entries", migrate: FirstSchema.create)
    migrator.registerMigration("2 claims, relations, decisions", migrate: GraphSchema.create)
    migrator.registerMigration("3 words are indexed by the chunk", migrate: WordIndexSchema.create)
    migrator.registerMigration("4 pages read from pictures", migrate: PictureSchema.create)
    migrator.registerMigration("5 words are indexed on demand", migrate: WordsOnDemandSchema.create)
    return migrator
  }
}

import Foundation
import GRDB

/// Whether a file may be used as a store: looked at before anything is written to it or beside it.
enum StoreFile {
  /// Source: SQLite file format, section 1.3, "The Database Header".
  private static let magic = Array("SQLite format 3\0".utf8)

  /// Refuses what cannot be a store by its first bytes; no file, and an empty one, may become one.
  static func check(_ path: String) throws(StoreError) {
    var status = stat()
    guard stat(path, &status) == 0 else { return }
    switch status.st_mode & S_IFMT {
    case S_IFREG: break
    case S_IFDIR: throw .notAStore(path: path, reason: "is a folder")
    default: throw .notAStore(path: path, reason: "is no regular file")
    }
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { throw .cannotOpen(path: path, reason: String(cString: strerror(errno))) }
    defer { close(descriptor) }
    var head = [UInt8](repeating: 0, count: magic.count)
    let count = pread(descriptor, &head, head.count, 0)
    if count > 0, head != magic { throw .notAStore(path: path, reason: "is not a Daybook store") }
  }

  /// Why a database is not one that this program may write to: another program made it, or a newer Daybook
  /// did.
  static func reasonToLeaveAlone(_ db: Database) throws -> String? {
    // The list of migrations is there before the first of them is: a kill between the two leaves it alone.
    let others = "SELECT count(*) FROM sqlite_master WHERE tbl_name <> 'grdb_migrations'"
    if try Int.fetchOne(db, sql: others) == 0 { return nil }
    let known = Set(Migrations.all.migrations)
    let applied = try Migrations.all.appliedIdentifiers(db)
    if applied.isDisjoint(with: known) { return "is not a Daybook store" }
    if !applied.isSubset(of: known) { return "was made by a newer Daybook" }
    let format = try String.fetchOne(db, sql: "SELECT value FROM setting WHERE key = 'format'").flatMap {
      Int($0)
    }
    return (format ?? 0) > CaseStore.format ? "was made by a newer Daybook" : nil
  }
}

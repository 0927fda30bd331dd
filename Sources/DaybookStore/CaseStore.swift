import DaybookCore
import GRDB

/// One case: a SQLite file with everything that was read, extracted and written, and nothing that cannot be
/// made again from the papers.
///
/// Write-ahead log, one transaction for each finished source, so that a kill at any moment loses only the
/// work under way. One process at a time. Calls are synchronous and may come from any thread.
package final class CaseStore: Sendable {
  package let path: String
  let queue: DatabaseQueue
  /// Nil for a second look at a store that this process has open already.
  private let lock: StoreLock?

  /// Raised when old payloads can no longer be read; an older store is then emptied and made again.
  static let format = 7

  /// How long one connection of this process waits for another: no other process has the store open.
  static let patience = Database.BusyMode.timeout(10)

  /// Opens the store at `path`, or makes it.
  package init(path: String) throws(StoreError) {
    self.path = path
    try StoreFile.check(path)
    lock = try StoreLock(path: path)
    var configuration = Configuration()
    configuration.foreignKeysEnabled = true
    configuration.busyMode = CaseStore.patience
    configuration.prepareDatabase { db in
      // NORMAL loses no consistency in WAL mode, and a power cut costs at most the last transactions, which
      // are made again. A checkpoint waits for the disk: every 16 MB instead of every 4.
      try db.execute(
        sql: """
          PRAGMA synchronous = NORMAL; PRAGMA temp_store = MEMORY; PRAGMA cache_size = -32000;
          PRAGMA wal_autocheckpoint = 4000;
          """)
    }
    do {
      queue = try DatabaseQueue(path: path, configuration: configuration)
      // Before anything is written, the journal mode included: the file may be another program's.
      let reason = try queue.read { try StoreFile.reasonToLeaveAlone($0) }
      if let reason { throw StoreError.notAStore(path: path, reason: reason) }
      _ = try queue.writeWithoutTransaction { try String.fetchOne($0, sql: "PRAGMA journal_mode = WAL") }
      try Migrations.all.migrate(queue)
    } catch let error as StoreError {
      throw error
    } catch {
      throw CaseStore.opening(error, path: path)
    }
    try discardOtherFormat()
  }

  /// A second look at the same store, for another thread: each of its reads sees what had been committed when it
  /// began. Nothing can be written through it.
  package func reader() throws(StoreError) -> CaseStore { try CaseStore(besides: self) }

  private init(besides store: CaseStore) throws(StoreError) {
    path = store.path
    lock = nil
    var configuration = Configuration()
    configuration.readonly = true
    configuration.busyMode = CaseStore.patience
    do {
      queue = try DatabaseQueue(path: store.path, configuration: configuration)
    } catch {
      throw CaseStore.opening(error, path: store.path)
    }
  }

  func read<T>(_ body: (Database) throws -> T) throws(StoreError) -> T {
    do {
      return try queue.unsafeReentrantRead(body)
    } catch let error as StoreError {
      throw error
    } catch {
      throw CaseStore.using(error, path: path)
    }
  }

  /// In a transaction of its own, or as part of the `batch` around it.
  func write<T>(_ body: (Database) throws -> T) throws(StoreError) -> T {
    do {
      return try queue.unsafeReentrantWrite { db in
        if db.isInsideTransaction { return try body(db) }
        var result: T?
        try db.inTransaction {
          result = try body(db)
          return .commit
        }
        guard let result else { throw DatabaseError(resultCode: .SQLITE_ABORT) }
        return result
      }
    } catch let error as StoreError {
      throw error
    } catch {
      throw CaseStore.using(error, path: path)
    }
  }

  /// Everything that is written inside is written together, or not at all.
  package func batch(_ body: () throws -> Void) throws(StoreError) { try write { _ in try body() } }

  /// Everything that this program did not write in the form that it reads is made again.
  private func discardOtherFormat() throws(StoreError) {
    if try setting("format") == String(CaseStore.format) { return }
    try write { db in
      for table in [
        "conversion", "file", "unread", "entry", "entry_party", "party", "setting", "relation",
        "graph_item",
      ] {
        try db.execute(sql: "DELETE FROM \(table)")
      }
      try db.execute(
        sql: "INSERT INTO setting(key, value) VALUES ('format', ?)", arguments: [String(CaseStore.format)])
    }
  }

  private static func opening(_ error: any Error, path: String) -> StoreError {
    guard let error = error as? DatabaseError else { return .cannotOpen(path: path, reason: "\(error)") }
    switch error.resultCode {
    case .SQLITE_NOTADB: return .notAStore(path: path, reason: "is not a Daybook store")
    case .SQLITE_CORRUPT: return .notAStore(path: path, reason: "is damaged")
    case .SQLITE_CANTOPEN, .SQLITE_READONLY, .SQLITE_PERM:
      return .cannotOpen(path: path, reason: "no permission, or no such folder")
    default: return using(error, path: path)
    }
  }

  private static func using(_ error: any Error, path: String) -> StoreError {
    if let error = error as? WireError {
      return .notAStore(path: path, reason: "holds a value that cannot be read (\(error))")
    }
    guard let error = error as? DatabaseError else { return .cannotWrite(path: path, reason: "\(error)") }
    return switch error.resultCode {
    case .SQLITE_FULL, .SQLITE_IOERR: .cannotWrite(path: path, reason: "the disk is full or failing")
    case .SQLITE_CORRUPT, .SQLITE_NOTADB: .notAStore(path: path, reason: "is damaged")
    default: .cannotWrite(path: path, reason: error.message ?? "SQLite error \(error.resultCode.rawValue)")
    }
  }
}

// Facts about the case.
extension CaseStore {
  package func setting(_ key: String) throws(StoreError) -> String? {
    try read { try String.fetchOne($0, sql: "SELECT value FROM setting WHERE key = ?", arguments: [key]) }
  }

  package func set(_ key: String, to value: String) throws(StoreError) {
    try write {
      try $0.execute(
        sql:
          "INSERT INTO setting(key, value) VALUES (?, ?) ON CONFLICT(key) DO UPDATE SET value = excluded.value",
        arguments: [key, value])
    }
  }
}

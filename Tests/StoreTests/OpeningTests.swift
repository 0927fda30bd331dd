import DaybookTestSupport
import Foundation
import GRDB
import Testing

@testable import DaybookStore

/// What may be a store, and what is left alone.
@Suite struct OpeningTests {
  private let folder: ScratchFolder
  private var path: String { folder.path + "/case.daybook" }

  init() throws { folder = try ScratchFolder() }

  /// The error that opening ends with.
  private func refusal(_ path: String) -> StoreError? {
    do {
      _ = try CaseStore(path: path)
      return nil
    } catch {
      return error
    }
  }

  private var names: [String] {
    get throws { try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted() }
  }

  @Test func aSecondOneIsToldWhoHoldsIt() throws {
    let first = try CaseStore(path: path)
    try withExtendedLifetime(first) {
      let error = try #require(refusal(path))
      #expect(error == .busy(path: path, holder: "\(getpid())"))
      #expect(
        error.description
          == "\(path): in use by another daybook (process \(getpid())); wait for it, or name another store with --case"
      )
    }
  }

  @Test func aSecondNameOfTheSameStoreIsBusyToo() throws {
    try FileManager.default.createSymbolicLink(
      atPath: folder.path + "/link.daybook", withDestinationPath: path)
    do { _ = try CaseStore(path: path) }
    let first = try CaseStore(path: path)
    try withExtendedLifetime(first) {
      guard case .busy = try #require(refusal(folder.path + "/link.daybook")) else {
        Issue.record("two names of one store were open at once")
        return
      }
    }
  }

  @Test func aStoreThatWasClosedOpensAgain() throws {
    do { try CaseStore(path: path).set("a", to: "1") }
    #expect(try CaseStore(path: path).setting("a") == "1")
    #expect(FileManager.default.fileExists(atPath: path + "-lock"), "the file stays, the lock does not")
  }

  @Test(arguments: ["%PDF-1.7\n", "x", "SQLite format 2", String(repeating: "words ", count: 2000)])
  func aFileOfAnotherKindIsRefusedAndKept(content: String) throws {
    try folder.write(content, to: "case.daybook")
    let error = try #require(refusal(path))
    #expect(error == .notAStore(path: path, reason: "is not a Daybook store"))
    #expect(error.description == "\(path): is not a Daybook store; name another file with --case")
    #expect(try folder.read("case.daybook") == Array(content.utf8))
    #expect(try names == ["case.daybook"])
  }

  @Test func aDatabaseOfAnotherProgramIsRefusedAndKept() throws {
    do {
      let queue = try DatabaseQueue(path: path)
      try queue.write {
        try $0.execute(sql: "CREATE TABLE setting(name TEXT); INSERT INTO setting VALUES ('theirs')")
      }
      try queue.close()
    }
    let before = try folder.read("case.daybook")
    #expect(refusal(path) == .notAStore(path: path, reason: "is not a Daybook store"))
    #expect(try folder.read("case.daybook") == before)
  }

  @Test func anEmptyFileBecomesAStore() throws {
    try folder.write("", to: "case.daybook")
    #expect(try CaseStore(path: path).conversions(fingerprint: "f").isEmpty)
  }

  @Test func aFolderIsRefused() throws {
    let error = try #require(refusal(folder.path))
    #expect(error.description == "\(folder.path): is a folder; name another file with --case")
    #expect(!FileManager.default.fileExists(atPath: folder.path + "-lock"))
  }

  @Test func aPipeIsRefusedAtOnce() throws {
    try #require(mkfifo(path, 0o600) == 0)
    #expect(refusal(path) == .notAStore(path: path, reason: "is no regular file"))
  }

  @Test func aFolderThatIsMissingIsNamed() throws {
    let missing = folder.path + "/none/case.daybook"
    #expect(refusal(missing)?.description == "\(missing): cannot be opened: No such file or directory")
  }

  @Test(.enabled(if: getuid() != 0, "root may write everywhere"))
  func aReadOnlyFolderIsNamed() throws {
    chmod(folder.path, 0o555)
    defer { chmod(folder.path, 0o755) }
    #expect(refusal(path)?.description == "\(path): cannot be opened: Permission denied")
  }

  @Test(
    .enabled(
      if: FileManager.default.fileExists(atPath: "/proc/self"), "needs a folder where not even root writes"))
  func aFolderWhereNobodyWritesIsNamed() throws {
    guard case .cannotOpen(path: "/proc/case.daybook", _) = try #require(refusal("/proc/case.daybook")) else {
      Issue.record("\(String(describing: refusal("/proc/case.daybook")))")
      return
    }
  }

  @Test(arguments: [16, 100, 4096, 10_000, 40_000])
  func aTruncatedStoreIsDamaged(length: Int) throws {
    do {
      let store = try CaseStore(path: path)
      for number in 0..<20 {
        try SampleCase.ingest(String(repeating: "words ", count: 2000), named: "\(number)", into: store)
      }
    }
    let bytes = try folder.read("case.daybook")
    try #require(bytes.count > 50_000)
    try folder.write(Array(bytes.prefix(length)), to: "case.daybook")
    var found: StoreError?
    do throws(StoreError) {
      let store = try CaseStore(path: path)
      _ = try store.trees()
      _ = try store.search("words", limit: 3)
      _ = try store.conversions(fingerprint: "another")
    } catch {
      found = error
    }
    guard case .notAStore(path, let reason)? = found else {
      Issue.record("cut at \(length): \(String(describing: found))")
      return
    }
    #expect(["is damaged", "is not a Daybook store"].contains(reason))
  }

  @Test func aStoreOfANewerProgramIsRefusedAndKept() throws {
    do { try CaseStore(path: path).set("format", to: "\(CaseStore.format + 1)") }
    #expect(refusal(path) == .notAStore(path: path, reason: "was made by a newer Daybook"))
    do { try CaseStoreFixture.execute("UPDATE setting SET value = '\(CaseStore.format)'", at: path) }
    #expect(refusal(path) == nil)
    do { try CaseStoreFixture.execute("INSERT INTO grdb_migrations VALUES ('9 from the future')", at: path) }
    #expect(refusal(path) == .notAStore(path: path, reason: "was made by a newer Daybook"))
  }

  @Test func aStoreOfAnOlderFormIsEmptied() throws {
    do {
      let store = try CaseStore(path: path)
      try SampleCase.ingest("words", into: store)
      try SampleCase.replace([(SampleCase.entry(1), [])], settings: ["state": "s"], in: store)
      try store.set("format", to: "0")
    }
    let store = try CaseStore(path: path)
    #expect(try store.trees().isEmpty)
    #expect(try store.countEntries() == 0)
    #expect(try store.setting("state") == nil)
    #expect(try store.search("words", limit: 3).isEmpty)
  }

  @Test func errorsSayWhatToDo() {
    #expect(
      StoreError.cannotWrite(path: "a", reason: "the disk is full or failing").description
        == "a: cannot be written: the disk is full or failing")
    #expect(StoreError.busy(path: "a", holder: "unknown").description.contains("(process unknown)"))
  }
}

/// Changes a store behind its back.
enum CaseStoreFixture {
  static func execute(_ sql: String, at path: String) throws {
    let queue = try DatabaseQueue(path: path)
    try queue.write { try $0.execute(sql: sql) }
    try queue.close()
  }

  static func integrity(of path: String) throws -> [String] {
    let queue = try DatabaseQueue(path: path)
    defer { try? queue.close() }
    return try queue.read { try String.fetchAll($0, sql: "PRAGMA integrity_check") }
  }
}

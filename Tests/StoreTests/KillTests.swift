import DaybookCore
import DaybookStore
import DaybookTestSupport
import Foundation
import Testing

/// A process can end at any moment; what the next one finds is a copy of the files as they were then.
@Suite struct KillTests {
  private func copy(_ store: CaseStore, to folder: ScratchFolder, _ name: String) throws -> String {
    let path = folder.path + "/\(name).daybook"
    for suffix in ["", "-wal"] where FileManager.default.fileExists(atPath: store.path + suffix) {
      try FileManager.default.copyItem(atPath: store.path + suffix, toPath: path + suffix)
    }
    return path
  }

  private func found(_ path: String) throws -> (files: Set<String>, setting: String?, pages: Int) {
    let store = try CaseStore(path: path)
    let keys = try Set(store.conversions(fingerprint: "f").keys.map(\.sha256))
    return (keys, try store.setting("at"), try store.search("words", limit: 1000).count)
  }

  @Test func onlyWhatWasCommittedIsSeen() throws {
    let scratch = try ScratchStore()
    let (store, folder) = (scratch.store, try ScratchFolder())
    var copies: [(path: String, done: Int)] = []
    for number in 0..<6 {
      try store.batch {
        let text = String(repeating: "words of paper \(number). ", count: 4000)
        try SampleCase.ingest(text, named: "\(number)", into: store)
        try store.set("at", to: "\(number)")
        // Written, and not yet committed.
        copies.append((try copy(store, to: folder, "in-\(number)"), number))
      }
      copies.append((try copy(store, to: folder, "after-\(number)"), number + 1))
    }
    for (path, done) in copies {
      let (files, setting, pages) = try found(path)
      #expect(files == Set((0..<done).map { SampleCase.key("\($0)").sha256 }), "\(path)")
      #expect(setting == (done == 0 ? nil : "\(done - 1)"), "\(path)")
      #expect(pages == done, "\(path)")
      #expect(try CaseStoreFixture.integrity(of: path) == ["ok"], "\(path)")
    }
  }

  /// The file in which SQLite writes ahead may end anywhere, also inside a transaction.
  @Test func aLogThatWasCutAnywhereIsNoHarm() throws {
    let scratch = try ScratchStore()
    let (store, folder) = (scratch.store, try ScratchFolder())
    for number in 0..<4 {
      try store.batch {
        try SampleCase.ingest(String(repeating: "words ", count: 3000), named: "\(number)", into: store)
        try store.set("at", to: "\(number)")
      }
    }
    let path = try copy(store, to: folder, "whole")
    let log = try Data(contentsOf: URL(filePath: path + "-wal"))
    try #require(log.count > 50_000)
    var random = SeededGenerator(seed: 7)
    var seen: Set<Int> = []
    for round in 0..<25 {
      let length = round == 0 ? log.count : Int.random(in: 0...log.count, using: &random)
      let cut = folder.path + "/cut-\(round).daybook"
      try FileManager.default.copyItem(atPath: path, toPath: cut)
      try log.prefix(length).write(to: URL(filePath: cut + "-wal"))
      let (files, setting, pages) = try found(cut)
      let done = (setting.flatMap { Int($0) } ?? -1) + 1
      #expect(files == Set((0..<done).map { SampleCase.key("\($0)").sha256 }), "cut at \(length)")
      #expect(pages == done, "cut at \(length)")
      #expect(try CaseStoreFixture.integrity(of: cut) == ["ok"], "cut at \(length)")
      seen.insert(done)
    }
    #expect(seen.contains(4) && seen.count > 1, "the cuts fell on more than one state: \(seen)")
  }
}

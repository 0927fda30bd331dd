import DaybookCore
import DaybookStore
import DaybookTestSupport
import Foundation
import Testing

@testable import DaybookPipeline

/// What is kept of a long source comes back as it was, or not at all.
@Suite struct PieceLogTests {
  private let folder: ScratchFolder
  private let key = ConversionRecord.Key(sha256: String(repeating: "ab", count: 32), suffix: "pdf")
  private static let first: [[UInt8]] = [[1, 2, 3], [], [UInt8](repeating: 7, count: 100_000)]
  private static let second: [[UInt8]] = [[9]]

  init() throws { folder = try ScratchFolder() }

  private var place: String { folder.path + "/pieces" }
  private var file: String { "\(place)/\(key.sha256)-pdf" }

  private func log(_ fingerprint: String = "f") throws -> PieceLog {
    try #require(PieceLog(of: key, in: place, fingerprint: fingerprint))
  }

  private func fill() throws {
    let log = try log()
    log.append(Self.first, of: .pages(piece: nil))
    log.append(Self.second, of: .pages(piece: 4))
    log.append(Self.first, of: .stretch(4))
  }

  @Test func partsComeBackInTheNextRun() throws {
    #expect(!PieceLog.exists(of: key, in: place))
    try fill()
    #expect(PieceLog.exists(of: key, in: place))
    let log = try log()
    #expect(log.count == 3)
    #expect(log.results(of: .pages(piece: nil)) == Self.first)
    #expect(log.results(of: .pages(piece: 4)) == Self.second)
    #expect(log.results(of: .stretch(4)) == Self.first)
    #expect(log.results(of: .stretch(5)) == nil)
    log.append(Self.first, of: .pages(piece: 4))
    #expect(log.results(of: .pages(piece: 4)) == Self.second, "what is kept stays")
    log.remove()
    #expect(!PieceLog.exists(of: key, in: place))
  }

  @Test func whatAnotherBuildMadeIsForgotten() throws {
    try fill()
    let log = try log("g")
    #expect(log.count == 0 && log.results(of: .pages(piece: nil)) == nil)
    #expect(try self.log("f").count == 0)
  }

  @Test func aFileThatEndsAnywhereGivesWhatIsWhole() throws {
    try fill()
    let whole = try Data(contentsOf: URL(filePath: file))
    var random = SeededGenerator(seed: 5)
    var counts: Set<Int> = []
    for round in 0..<40 {
      let length = round == 0 ? whole.count : Int.random(in: 0..<whole.count, using: &random)
      try whole.prefix(length).write(to: URL(filePath: file))
      let log = try log()
      if log.count > 0 { #expect(log.results(of: .pages(piece: nil)) == Self.first) }
      counts.insert(log.count)
      // What is written behind a cut can be read.
      log.append([[5]], of: .stretch(9))
      #expect(try self.log().results(of: .stretch(9)) == [[5]], "cut at \(length)")
    }
    #expect(counts.contains(3) && counts.contains(0), "\(counts)")
  }

  @Test func damageIsNoticed() throws {
    try fill()
    var bytes = try Data(contentsOf: URL(filePath: file))
    let place = bytes.count - 50_000
    bytes[place] ^= 1
    try bytes.write(to: URL(filePath: file))
    let log = try log()
    #expect(log.results(of: .stretch(4)) == nil)
    #expect(log.results(of: .pages(piece: nil)) == Self.first)
  }
}

import DaybookCore
import DaybookTestSupport
import Testing

@testable import DaybookEmit

/// Every output gives back exactly the evidence that went into it.
@Suite struct ReadBackTests {
  static let names = OutputReaders.all.map(\.name)

  static func claims(_ chronology: Chronology) throws -> [EvidenceClaim] {
    var claims: [EvidenceClaim] = []
    try chronology.entries.forEach { entry in
      for piece in entry.evidence {
        claims.append(
          EvidenceClaim(
            entry: entry.id.text, order: entry.order, source: Array(piece.source.utf8), sha256: piece.sha256,
            page: piece.page, bytes: piece.bytes, quote: Array(piece.quote.utf8)))
      }
    }
    return claims
  }

  static func read(_ bytes: [UInt8], with reader: any OutputReader) throws -> (
    count: Int, claims: [EvidenceClaim]
  ) {
    var claims: [EvidenceClaim] = []
    let count = try reader.read(bytes) { claims.append($0) }
    return (count, claims)
  }

  private func check(_ chronology: Chronology, _ name: String, _ sample: String) throws {
    let emitter = try #require(Emitters.named(name))
    let bytes = try EmitterTests.output(emitter, chronology)
    let reader = try OutputReaders.reader(of: bytes)
    #expect(reader.name == name)
    let (count, found) = try Self.read(bytes, with: reader)
    #expect(count == chronology.count, "\(name), \(sample)")
    var expected = try Self.claims(chronology)
    if name == "md" { for index in expected.indices { expected[index].entry = nil } }
    #expect(found.count == expected.count, "\(name), \(sample)")
    for (one, other) in zip(found, expected) where one != other {
      let (left, right) = (
        String(decoding: one.quote, as: UTF8.self), String(decoding: other.quote, as: UTF8.self)
      )
      Issue.record(
        "\(name), \(sample): \(one) \(left.debugDescription) is not \(other) \(right.debugDescription)")
      return
    }
  }

  @Test(arguments: names)
  func samplesComeBack(name: String) throws {
    for (sample, chronology) in EmitterTests.chronologies { try check(chronology, name, sample) }
  }

  @Test(arguments: names, 1...12 as ClosedRange<UInt64>)
  func randomTextsComeBack(name: String, seed: UInt64) throws {
    try check(SampleChronology.random(seed: seed, count: 80), name, "seed \(seed)")
  }

  @Test(arguments: names)
  func aShortenedFileIsNoticed(name: String) throws {
    let emitter = try #require(Emitters.named(name))
    let bytes = try EmitterTests.output(emitter, SampleChronology.small)
    let reader = try #require(OutputReaders.all.first { $0.name == name })
    // A table is not known to be whole, but it may not end inside a cell.
    let isTable = name == "csv" || name == "timelinejs-csv"
    var noticed = 0
    for length in stride(from: 0, to: bytes.count * 9 / 10, by: 97) {
      do {
        _ = try Self.read(Array(bytes.prefix(length)), with: reader)
      } catch is OutputReadError {
        noticed += 1
      }
    }
    #expect(noticed >= 5)
    if !isTable {
      let half = Array(bytes.prefix(bytes.count / 2))
      #expect(throws: OutputReadError.self) { try Self.read(half, with: reader) }
    }
  }

  /// Changed bytes may give other claims or an error, and never a crash.
  @Test(arguments: names)
  func damagedFilesAreReadOrRefused(name: String) throws {
    let emitter = try #require(Emitters.named(name))
    let bytes = try EmitterTests.output(emitter, SampleChronology.small)
    let reader = try #require(OutputReaders.all.first { $0.name == name })
    var generator = SeededGenerator(seed: 11)
    for _ in 0..<150 {
      var damaged = bytes
      for _ in 0..<Int.random(in: 1...8, using: &generator) {
        damaged[Int.random(in: 0..<damaged.count, using: &generator)] = UInt8.random(
          in: 0...255, using: &generator)
      }
      _ = try? Self.read(damaged, with: reader)
    }
  }

  @Test func aChangedQuoteIsAnotherClaim() throws {
    let bytes = try EmitterTests.output(JSONEmitter(), SampleChronology.small)
    let text = String(decoding: bytes, as: UTF8.self).replacing("declines to pause", with: "agrees to pause")
    let (_, found) = try Self.read(Array(text.utf8), with: JSONReader())
    #expect(found.map(\.quote) != (try Self.claims(SampleChronology.small)).map(\.quote))
  }

  @Test(arguments: [1, 2, 3, 7, 64, 1_000])
  func aPageIsReadInPiecesOfAnyLength(length: Int) throws {
    var reader = HTMLReader()
    reader.pieceLength = length
    let bytes = try EmitterTests.output(HTMLEmitter(), SampleChronology.hostile)
    let (count, found) = try Self.read(bytes, with: reader)
    #expect(count == SampleChronology.hostile.count)
    #expect(found == (try Self.claims(SampleChronology.hostile)))
  }

  @Test func aFileLaidOutAnewIsRead() throws {
    let bytes = try EmitterTests.output(JSONEmitter(), SampleChronology.small)
    // No text of the sample holds one of these pairs.
    let text = String(decoding: bytes, as: UTF8.self).replacing("\n", with: "").replacing(
      ",\"", with: " ,\n  \"")
    let (_, found) = try Self.read(Array(text.utf8), with: JSONReader())
    #expect(found == (try Self.claims(SampleChronology.small)))
  }

  @Test(arguments: [
    "", "plain words", "{}", "[]", "<html></html>", "BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n", "a,b\n1,2\n",
    "\u{FEFF}",
  ])
  func otherFilesAreNotOurs(text: String) {
    #expect(throws: OutputReadError.unknownFormat) { try OutputReaders.reader(of: Array(text.utf8)) }
  }
}

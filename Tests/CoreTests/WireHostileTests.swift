import DaybookCore
import DaybookTestSupport
import Testing

/// Bytes that no writer made: they are refused or read as some value, and never end the process.
@Suite struct WireHostileTests {
  @Test(arguments: WireType.all)
  func truncatedBytesAreRefused(type: WireType) {
    for seed in UInt64(1)...5 {
      var values = RandomValues(seed: seed)
      let bytes = type.sample(&values)
      // Every length of what is short, a sample of the rest.
      for length in stride(from: 0, to: bytes.count, by: max(1, bytes.count / 500)) {
        #expect(throws: WireError.self, "seed \(seed), \(length) of \(bytes.count) bytes") {
          try type.rewrite(Array(bytes.prefix(length)))
        }
      }
    }
  }

  /// 24 types with 500 seeds each: 12,000 cases.
  @Test(arguments: WireType.all)
  func changedBytesAreRefusedOrReadAsAValue(type: WireType) {
    for seed in UInt64(1)...500 {
      var values = RandomValues(seed: seed)
      var bytes = type.sample(&values)
      var random = SeededGenerator(seed: seed ^ 0xDB)
      for _ in 0..<Int.random(in: 1...8, using: &random) { WireHostileTests.change(&bytes, using: &random) }
      do {
        // What was read can be written and read again: no value is outside what the wire holds.
        let rewritten = try type.rewrite(bytes)
        #expect(try type.rewrite(rewritten) == rewritten, "seed \(seed)")
      } catch {
        #expect(error is WireError, "seed \(seed): \(error)")
      }
    }
  }

  private static func change(_ bytes: inout [UInt8], using random: inout SeededGenerator) {
    let place = Int.random(in: 0...bytes.count, using: &random)
    switch Int.random(in: 0...4, using: &random) {
    case 0 where place < bytes.count: bytes[place] = UInt8.random(in: .min ... .max, using: &random)
    case 1 where place < bytes.count: bytes[place] ^= 1 << UInt8.random(in: 0...7, using: &random)
    case 2 where place < bytes.count: bytes.remove(at: place)
    case 3: bytes.insert(contentsOf: [0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0x01], at: place)
    default: bytes.insert(UInt8.random(in: .min ... .max, using: &random), at: place)
    }
  }

  @Test(arguments: 0...3)
  func noiseIsNoDocument(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    for _ in 0..<200 {
      let bytes = (0..<Int.random(in: 0...300, using: &random)).map { _ in
        UInt8.random(in: .min ... .max, using: &random)
      }
      #expect(throws: WireError.self, "seed \(seed): \(bytes)") { try Document(wireBytes: bytes) }
    }
  }

  @Test func aFalseCountIsRefusedBeforeItCosts() {
    // A list of 2^62 texts in eleven bytes.
    let bytes: [UInt8] = [0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x40, 0, 0]
    var reader = WireReader(bytes)
    #expect(throws: WireError.truncated(offset: 0)) { try reader.texts() }
  }

  @Test func aNumberOfMoreThan64BitsIsRefused() {
    var reader = WireReader([UInt8](repeating: 0x80, count: 11))
    #expect(throws: WireError.malformed(offset: 10)) { try reader.unsigned() }
  }

  @Test(arguments: [(-1, 5), (0, -1), (Int.max, 1), (1 << 48, 1), (0, Int.max), (Int.min, Int.max)])
  func aRangeThatNoTextHasIsRefused(start: Int, length: Int) {
    var writer = WireWriter()
    writer.number(start)
    writer.number(length)
    var reader = WireReader(writer.bytes)
    #expect(throws: WireError.malformed(offset: 0)) { try reader.range() }
  }

  @Test(arguments: [-719_163, 2_932_897, Int.max, Int.min])
  func aDayOutsideTheCalendarIsRefused(dayNumber: Int) {
    var writer = WireWriter()
    writer.number(dayNumber)
    #expect(throws: WireError.malformed(offset: 0)) { try CivilDate(wireBytes: writer.bytes) }
  }

  @Test(arguments: [-1, 86_400, Int.max])
  func aTimeOutsideTheDayIsRefused(seconds: Int) {
    var writer = WireWriter()
    writer.number(0)
    writer.flag(true)
    writer.number(seconds)
    #expect(throws: WireError.malformed(offset: 1)) { try CivilMoment(wireBytes: writer.bytes) }
  }

  @Test func errorsSayWhere() {
    #expect(WireError.truncated(offset: 7).description == "wire data ends early at byte 7")
    #expect(WireError.malformed(offset: 7).description == "wire data is malformed at byte 7")
    #expect(WireError.unknownName("x", offset: 7).description == "wire data names an unknown \"x\" at byte 7")
    var writer = WireWriter()
    writer.text("visitor")
    var reader = WireReader(writer.bytes)
    #expect(throws: WireError.unknownName("visitor", offset: 0)) { try reader.name(Finding.Severity.self) }
  }

  /// Names that travel as the place of their case.
  @Test func aPlaceBehindTheLastCaseIsRefused() throws {
    for kind in Party.Kind.allCases {
      var writer = WireWriter()
      writer.name(kind)
      var reader = WireReader(writer.bytes)
      #expect(try reader.name(Party.Kind.self) == kind)
    }
    var reader = WireReader([UInt8(Party.Kind.allCases.count)])
    #expect(throws: WireError.malformed(offset: 0)) { try reader.name(Party.Kind.self) }
  }

  /// It goes into every output, so a worker that was taken over cannot name an event as it likes.
  @Test(arguments: ["", "x", String(repeating: "A", count: 32), String(repeating: "a", count: 33)])
  func anIdThatNoHashHasIsRefused(id: String) throws {
    var values = RandomValues(seed: 1)
    let event = values.event()
    var whole = WireReader(event.wireBytes)
    _ = try whole.text()
    var writer = WireWriter()
    writer.text(id)
    let bytes = writer.bytes + event.wireBytes[whole.offset...]
    #expect(throws: WireError.malformed(offset: 0)) { try Event(wireBytes: bytes) }
  }
}

import DaybookCore
import DaybookEmit
import DaybookTestSupport
import Testing

/// What holds for every output.
@Suite struct EmitterTests {
  static let chronologies: [(name: String, chronology: Chronology)] = [
    ("small", SampleChronology.small),
    ("hostile", SampleChronology.hostile),
    ("empty", SampleChronology.make("Nothing", [])),
    (
      "undated",
      SampleChronology.make("No dates", (1...3).map { SampleChronology.entry(.undated, .told, "Told \($0)") })
    ),
    ("random", SampleChronology.random(seed: 7, count: 300)),
  ]

  static func output(_ emitter: any Emitter, _ chronology: Chronology) throws -> [UInt8] {
    var sink = MemorySink()
    try emitter.emit(chronology, to: &sink)
    return sink.bytes
  }

  @Test func namesAndFilesAreTheirOwn() {
    let all = Emitters.all
    #expect(all.count == 8)
    #expect(Set(all.map(\.name)).count == all.count)
    #expect(Set(all.map(\.fileName)).count == all.count)
    for emitter in all { #expect(Emitters.named(emitter.name)?.fileName == emitter.fileName) }
    #expect(Emitters.named("docx") == nil)
  }

  @Test(arguments: Emitters.all.map(\.name))
  func givesTheSameBytesTwice(name: String) throws {
    let emitter = try #require(Emitters.named(name))
    for (_, chronology) in Self.chronologies {
      let first = try Self.output(emitter, chronology)
      #expect(!first.isEmpty)
      #expect(try Self.output(emitter, chronology) == first)
    }
  }

  @Test(arguments: Emitters.all.map(\.name), ["small", "hostile"])
  func isAsCommitted(name: String, sample: String) throws {
    let emitter = try #require(Emitters.named(name))
    let chronology = try #require(Self.chronologies.first { $0.name == sample }?.chronology)
    #expect(
      Golden("Emit/\(sample)/\(emitter.fileName)").compare(try Self.output(emitter, chronology)) == .same)
  }

  @Test(arguments: Emitters.all.map(\.name))
  func hasTheAccount(name: String) throws {
    let emitter = try #require(Emitters.named(name))
    let output = String(decoding: try Self.output(emitter, SampleChronology.small), as: UTF8.self)
    for words in ["needs a password", "locked.docx", "movie.mp4"] {
      #expect(output.contains(words), "\(name): \(words)")
    }
  }

  /// Emitters that walk at the same time share their walks, and so must say how many they take.
  @Test(arguments: Emitters.all.map(\.name))
  func saysHowOftenItWalks(name: String) throws {
    final class Walks: EntrySequence, @unchecked Sendable {
      let entries: any EntrySequence
      var count = 0
      init(_ entries: any EntrySequence) { self.entries = entries }
      func forEach(_ body: (ChronologyEntry) throws -> Void) throws {
        count += 1
        try entries.forEach(body)
      }
    }
    let emitter = try #require(Emitters.named(name))
    var chronology = SampleChronology.small
    let walks = Walks(chronology.entries)
    chronology.entries = walks
    var sink = MemorySink()
    try emitter.emit(chronology, to: &sink)
    #expect(walks.count == emitter.walks)
  }

  /// Entries come one by one and leave one by one: what an emitter holds does not grow with their number.
  @Test(arguments: Emitters.all.map(\.name))
  func handsOnWhatItHasWritten(name: String) throws {
    struct CountingSink: ByteSink {
      var largest = 0
      var total = 0
      mutating func write(_ bytes: [UInt8]) {
        largest = max(largest, bytes.count)
        total += bytes.count
      }
    }
    let emitter = try #require(Emitters.named(name))
    var sink = CountingSink()
    try emitter.emit(SampleChronology.random(seed: 3, count: 3_000), to: &sink)
    #expect(sink.total > 300_000)
    #expect(sink.largest < 100_000)
  }

  @Test(arguments: Emitters.all.map(\.name))
  func passesOnTheTroubleOfItsSink(name: String) throws {
    struct Full: Error, Equatable {}
    struct FullSink: ByteSink {
      func write(_ bytes: [UInt8]) throws { throw Full() }
    }
    let emitter = try #require(Emitters.named(name))
    #expect(throws: Full()) {
      var sink = FullSink()
      try emitter.emit(SampleChronology.small, to: &sink)
    }
  }
}

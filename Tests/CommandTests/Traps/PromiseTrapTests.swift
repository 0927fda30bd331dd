import Testing

/// Traps 8, 10, 11 and 20: what was promised for a day, what became of it, and the days between.
@Suite("Seed traps: promises and intervals")
struct PromiseTrapTests {
  private func promises(_ record: TrapRecord, due day: String, _ words: String) throws -> [TrapRecord.Promise]
  {
    let found = try record.outputs().promises.filter {
      $0.due?.hasSuffix(day) == true && TrapRecord.plain($0.text).contains(words)
    }
    #expect(!found.isEmpty, "no promise due \(day) says “\(words)”")
    return found
  }

  @Test(
    "Trap 8: “tomorrow”, said on 15 February, is the 16th, and the note went out then",
    arguments: TrapRecord.all)
  func tomorrow(record: TrapRecord) throws {
    for promise in try promises(record, due: "2022-02-16", "tomorrow") {
      #expect(promise.outcome == "met" && promise.kept_on == "2022-02-16")
    }
  }

  @Test(
    "Trap 10: “by the end of the month at the latest” is due on 28 February and not met",
    arguments: TrapRecord.all)
  func endOfTheMonth(record: TrapRecord) throws {
    let outputs = try record.outputs()
    for promise in try promises(record, due: "2022-02-28", "by the end of the month at the latest") {
      #expect(promise.outcome == "not-met" && promise.kept_on == nil)
    }
    #expect(
      outputs.entries.contains { $0.kind == "apologised" && $0.date.start?.hasPrefix("2022-02-21") == true })
    #expect(outputs.entries.contains { $0.date.start == "2022-03-01" && $0.quotes("challenging") })
  }

  @Test("Trap 11: “on the 14th”, said on 10 February, was kept on 14 February", arguments: TrapRecord.all)
  func theFourteenth(record: TrapRecord) throws {
    for promise in try promises(record, due: "2022-02-14", "on the 14th") {
      #expect(promise.outcome == "met" && promise.kept_on == "2022-02-14", "\(promise.text)")
    }
  }

  @Test(
    "Trap 20: 29 days to the concerns, 20 from the call to sign up, both computed", arguments: TrapRecord.all)
  func intervals(record: TrapRecord) throws {
    let intervals = try record.outputs().intervals
    #expect(intervals.allSatisfy { $0.what.hasSuffix("computed") })
    let concerns = try #require(intervals.first { $0.days == 29 })
    #expect((concerns.start, concerns.end) == ("2022-02-14", "2022-03-15"))
    let signOff = try #require(intervals.first { $0.days == 20 })
    #expect((signOff.start, signOff.end) == ("2022-01-25", "2022-02-14"))
    #expect(signOff.what.contains("sign up (not the start of processing)"))
  }
}

import Foundation
import Testing

/// Traps 14 to 16: pages that are told apart by their own dates.
@Suite("Seed traps: pages and captures")
struct PageTrapTests {
  @Test(
    "Trap 14: “two years and one week since” and “Yesterday” are both 7 October 2020, told twice",
    arguments: TrapRecord.all)
  func twoTexts(record: TrapRecord) throws {
    let found = try record.outputs().entries.filter {
      $0.date.start == "2020-10-07" && $0.kind == "published"
    }
    let entry = try #require(found.first)
    #expect(found.count == 1 && entry.evidence.count == 2)
    #expect(entry.quotes("two years and one week since") && entry.quotes("Yesterday"))
    let other = try record.outputs().entries.filter {
      $0.quotes("two years and one week") && $0.rule == "dated-clause"
    }
    #expect(other.allSatisfy { $0.date.start == "2020-10-07" })
  }

  @Test(
    "Trap 15: two captures of one page are versions, and “last September” counts from the older one",
    arguments: TrapRecord.all)
  func twoCaptures(record: TrapRecord) throws {
    let outputs = try record.outputs()
    let isSeeds = record.name == TrapRecord.seeds?.name
    let (older, newer) =
      isSeeds ? ("002_", "000_") : ("labels campaign (captured 2017)", "labels campaign (captured 2024)")
    let order = outputs.versions
    let (first, second) = (order.range(of: "1. without a label"), order.range(of: "2. without a label"))
    if isSeeds {
      let cut = try #require(second)
      #expect(
        first != nil && order[..<cut.lowerBound].contains(older) && order[cut.lowerBound...].contains(newer))
    } else {
      #expect(order.contains("captures of one address") && order.contains(older) && order.contains(newer))
    }
    let passed = outputs.entries.filter { $0.quotes("law was passed last September") }
    #expect(!passed.isEmpty && passed.allSatisfy { $0.date.start == "2017-09" })
    #expect(passed.contains { $0.evidence.contains { $0.source.contains(older) } })
  }

  @Test(
    "Trap 16: “7 days to go” dates the capture to about 2 October 2022, inferred", arguments: TrapRecord.all)
  func daysToGo(record: TrapRecord) throws {
    let outputs = try record.outputs()
    let captures = outputs.entries.filter { $0.rule == "countdown" && $0.date.kind == "captured" }
    let capture = try #require(captures.first { $0.quotes("days to go") && $0.date.end == "2022-10-02" })
    #expect(capture.date.basis == "inferred" && capture.date.edtf?.contains("~") == true)
    #expect(outputs.entries.contains { $0.kind == "deadline" && $0.date.start == "2022-10-09T02:00" })
  }
}

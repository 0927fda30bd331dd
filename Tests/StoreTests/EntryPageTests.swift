import DaybookCore
import DaybookStore
import DaybookTestSupport
import Foundation
import Testing

/// Pages of a long chronology: a tenth of a million entries, or as many as `DAYBOOK_ENTRIES` says.
@Suite struct EntryPageTests {
  private static let count =
    ProcessInfo.processInfo.environment["DAYBOOK_ENTRIES"].flatMap { Int($0) } ?? 100_000

  private func filled() throws -> ScratchStore {
    let scratch = try ScratchStore()
    let ico = Party(kind: .body, name: "ICO")
    let dfe = Party(kind: .body, name: "DfE")
    let kinds = EventKind.allCases
    let first = SampleDates.day(2000, 1, 1).dayNumber
    try scratch.store.replaceEntries(parties: [ico, dfe]) { add in
      for number in 1...EntryPageTests.count {
        let day = CivilDate(dayNumber: first + number / 20)
        let entry = SampleCase.entry(
          number, SampleDates.on(day), kind: kinds[number % kinds.count], summary: "entry \(number)")
        try add(StoredEntry(entry, parties: number % 10 == 0 ? [ico.id] : [dfe.id]))
      }
      return [:]
    }
    return scratch
  }

  @Test func aFilteredPageComesAtOnce() throws {
    let scratch = try filled()
    let store = scratch.store
    let ico = Party(kind: .body, name: "ICO")
    let clock = ContinuousClock()
    var filters: [(EntryFilter, Int)] = []
    var one = EntryFilter()
    one.kinds = [.askedToPause]
    filters.append((one, 60_000))
    var two = EntryFilter()
    two.parties = [ico.id]
    filters.append((two, 90_000))
    var three = EntryFilter()
    three.from = SampleDates.day(2010, 5, 1)
    three.to = SampleDates.day(2010, 6, 1)
    filters.append((three, 0))
    var four = EntryFilter()
    four.kinds = [.told, .asked]
    four.parties = [ico.id]
    filters.append((four, 50_000))
    for (filter, after) in filters {
      var page: [ChronologyEntry] = []
      let time = try clock.measure { page = try store.page(filter, after: after, limit: 50) }
      #expect(
        page.count == 50 && page.allSatisfy { $0.order > after }
          && page.map(\.order) == page.map(\.order).sorted())
      #expect(time < .milliseconds(100), "\(filter): \(time)")
      if EntryPageTests.count > 100_000 { print("page of \(EntryPageTests.count) entries: \(time)") }
    }
  }

  @Test func pagesTogetherAreTheWhole() throws {
    let scratch = try filled()
    var filter = EntryFilter()
    filter.kinds = [.signedOff]
    let all = try SampleCase.orders(scratch.store.entries(filter))
    var paged: [Int] = []
    while true {
      let page = try scratch.store.page(filter, after: paged.last ?? 0, limit: 777)
      if page.isEmpty { break }
      paged += page.map(\.order)
    }
    #expect(paged == all && all.count > 1000)
  }
}

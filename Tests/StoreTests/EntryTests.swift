import DaybookCore
import DaybookStore
import DaybookTestSupport
import Testing

@Suite struct EntryTests {
  private let scratch: ScratchStore
  private var store: CaseStore { scratch.store }
  private let ico = Party(kind: .body, name: "ICO")
  private let dfe = Party(kind: .body, name: "DfE", aliases: ["Department", "a\nb", ""])

  init() throws {
    scratch = try ScratchStore()
    let day = SampleDates.day
    try SampleCase.replace(
      [
        (SampleCase.entry(1, SampleDates.on(day(2022, 2, 1)), kind: .asked), [ico.id, dfe.id]),
        (SampleCase.entry(2, SampleDates.between(day(2022, 2, 10), day(2022, 2, 20)), kind: .told), [dfe.id]),
        (SampleCase.entry(3, SampleDates.month(2022, 2), kind: .version), []),
        (SampleCase.entry(4, SampleDates.between(nil, day(2022, 2, 28)), kind: .deadline), [ico.id, ico.id]),
        (SampleCase.entry(5, SampleDates.between(day(2022, 3, 5), nil), kind: .asked), []),
        (SampleCase.entry(6, kind: .asked), [dfe.id]),
        (SampleCase.entry(7, SampleDates.at(day(2022, 3, 31), 23, 59), kind: .sent), []),
      ], parties: [ico, dfe], settings: ["state": "s"], in: store)
  }

  private func orders(
    from: CivilDate? = nil, to: CivilDate? = nil, kinds: [EventKind] = [], parties: [Party.ID]? = nil
  ) throws -> [Int] {
    var filter = EntryFilter()
    (filter.from, filter.to, filter.kinds, filter.parties) = (from, to, kinds, parties)
    let orders = try SampleCase.orders(store.entries(filter))
    #expect(try store.countEntries(filter) == orders.count)
    return orders
  }

  @Test func allInOrder() throws {
    #expect(try orders() == Array(1...7))
    #expect(try SampleCase.orders(store.entries()) == Array(1...7), "as often as asked")
  }

  @Test func aPeriodHoldsWhatTouchesIt() throws {
    let day = SampleDates.day
    #expect(try orders(from: day(2022, 2, 20)) == [2, 3, 4, 5, 7])
    #expect(try orders(from: day(2022, 2, 21)) == [3, 4, 5, 7])
    #expect(try orders(to: day(2022, 2, 1)) == [1, 3])
    #expect(try orders(to: day(2022, 2, 10)) == [1, 2, 3])
    #expect(try orders(from: day(2022, 2, 15), to: day(2022, 2, 15)) == [2, 3])
    #expect(try orders(from: day(2022, 3, 31), to: day(2022, 3, 31)) == [7])
    #expect(try orders(from: day(2022, 3, 1), to: day(2022, 2, 1)).isEmpty)
    #expect(try orders(from: day(2023, 1, 1)).isEmpty)
  }

  @Test func kindsAndPartiesAreAnyOfThoseNamed() throws {
    #expect(try orders(kinds: [.asked]) == [1, 5, 6])
    #expect(try orders(kinds: [.asked, .sent]) == [1, 5, 6, 7])
    #expect(try orders(parties: [ico.id]) == [1, 4])
    #expect(try orders(parties: [ico.id, dfe.id]) == [1, 2, 4, 6])
    #expect(try orders(parties: []).isEmpty)
    #expect(try orders(to: SampleDates.day(2022, 2, 28), kinds: [.asked], parties: [dfe.id]) == [1])
  }

  @Test func filtersThatDifferHaveLabelsThatDiffer() {
    var filters = [EntryFilter(), EntryFilter(), EntryFilter(), EntryFilter(), EntryFilter(), EntryFilter()]
    filters[1].from = SampleDates.day(2022, 2, 1)
    filters[2].to = SampleDates.day(2022, 2, 1)
    filters[3].kinds = [.asked]
    filters[4].parties = []
    filters[5].parties = [ico.id]
    #expect(Set(filters.map(\.label)).count == filters.count)
  }

  @Test func anEntryIsFoundByPlaceOrByTheBeginningOfItsId() throws {
    try SampleCase.replace(
      [
        (SampleCase.entry(1, id: "abcd1111"), []), (SampleCase.entry(2, id: "abcd2222"), []),
        (SampleCase.entry(1234, id: "55556666"), []), (SampleCase.entry(4, id: "12345678"), []),
        (SampleCase.entry(5, id: "ffff0000"), []),
      ], in: store)
    func order(_ name: String) throws -> Int? { try store.entry(name)?.order }
    #expect(try order("2") == 2)
    #expect(try order("abcd2") == 2)
    #expect(try order("abcd2222") == 2)
    #expect(try order("ffff") == 5)
    #expect(try order("abcd") == nil, "two begin so")
    #expect(try order("abc") == nil, "too short to mean one")
    #expect(try order("1234") == 1234, "a place goes before an id")
    #expect(try order("12345") == 4)
    for name in ["", "0", "-1", "99", "abcd22222", "ABCD2", "abcd%", "abcd_", "'", "99999999999999999999"] {
      #expect(try order(name) == nil, "\(name)")
    }
  }

  @Test func partiesComeBackInOrderOfName() throws {
    #expect(try store.parties() == [dfe, ico])
  }

  @Test func replacingReplacesAll() throws {
    try SampleCase.replace([(SampleCase.entry(1, summary: "new"), [])], settings: ["state": "t"], in: store)
    #expect(try store.entry("1")?.summary == "new")
    #expect(try store.countEntries() == 1)
    #expect(try store.parties().isEmpty)
    #expect(try store.setting("state") == "t")
  }

  @Test func replacingThatFailsReplacesNothing() throws {
    struct Stop: Error {}
    #expect(throws: StoreError.self) {
      try store.replaceEntries(parties: []) { add in
        try add(StoredEntry(SampleCase.entry(1, summary: "new"), parties: []))
        throw Stop()
      }
    }
    #expect(try orders() == Array(1...7))
    #expect(try store.parties().count == 2)
    #expect(try store.entry("1")?.summary == "asked")
  }

  @Test func entriesAreMadeOfStoredEvents() throws {
    let event = SampleCase.event("asked for a pause", at: 3)
    let document = try SampleCase.ingest("words", into: store, events: [event])
    var row: Int64 = 0
    try store.forEachEvent(of: document) { number, _ in row = number }
    #expect(try store.withEvents { read in try read(row) } == event)
    #expect(try store.reader().withEvents { read in try read(row) } == event)
    #expect(throws: StoreError.notAStore(path: store.path, reason: "has lost an event")) {
      try store.withEvents { read in try read(row + 1) }
    }
  }

  @Test func anErrorOfTheReaderComesOutAsItIs() {
    struct Stop: Error {}
    #expect(throws: Stop.self) { try store.entries().forEach { _ in throw Stop() } }
  }
}

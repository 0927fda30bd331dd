import DaybookStore
import DaybookTestSupport
import Testing

@Suite struct SearchTests {
  private let scratch: ScratchStore
  private let rows: [String: Int64]

  init() throws {
    scratch = try ScratchStore()
    var rows: [String: Int64] = [:]
    for (name, text) in [
      "pause": "The commissioner asked the department to pause the trial.",
      "order": "The department asked the commissioner nothing.",
      "accents": "Zoë wrote to the Café; so did Zoe\u{308}.",
      "operators": "Either school OR college, NOT near, and C++ 3.5%",
    ] {
      rows[name] = try SampleCase.ingest(text, named: name, into: scratch.store)
    }
    self.rows = rows
  }

  /// Names of the documents found.
  private func found(_ words: String) throws -> Set<String> {
    let hits = try scratch.store.search(words, limit: 10)
    return Set(hits.compactMap { hit in rows.first { $0.value == hit.document }?.key })
  }

  @Test(arguments: [
    ("asked", ["pause", "order"]), ("ASKED", ["pause", "order"]), ("asked trial", ["pause"]),
    ("asked nowhere", []),
    ("\"asked the department\"", ["pause"]), ("\"department the asked\"", []),
    ("\"asked the\" nothing", ["order"]),
    ("zoe", ["accents"]), ("ZOË", ["accents"]), ("cafe", ["accents"]), ("caf\u{65}\u{301}", ["accents"]),
    ("", []), ("   ", []), ("\"\"", []), ("…", []),
  ])
  func words(words: String, names: [String]) throws {
    #expect(try found(words) == Set(names))
  }

  /// Signs and words that mean something to the index mean nothing here.
  @Test(arguments: [
    ("school OR college", ["operators"]), ("asked OR college", []), ("asked NOT pause", []),
    ("near", ["operators"]),
    ("NEAR(asked pause)", []), ("ask*", []), ("asked*", ["pause", "order"]), ("text:asked", []),
    ("text : asked", []),
    ("^asked", ["pause", "order"]), ("-asked", ["pause", "order"]), ("+asked", ["pause", "order"]),
    ("asked\"", ["pause", "order"]),
    ("\"asked", ["pause", "order"]), ("\"asked the", ["pause", "order"]), ("a\"b\"c\"d", []),
    ("C++", ["operators"]),
    ("3.5%", ["operators"]), ("{asked}", ["pause", "order"]), ("asked\0", ["pause", "order"]),
    ("'; DROP TABLE page; --", []),
    ("(asked", ["pause", "order"]), ("asked)", ["pause", "order"]), ("\\", []), ("a AND", []),
    ("AND", ["operators"]),
    ("\u{1F600}", []), ("\u{E0001}asked", ["pause", "order"]), ("\"\u{301}asked", ["pause", "order"]),
    ("\u{1E2C0}", []),
  ])
  func operatorsDoNoHarm(words: String, names: [String]) throws {
    #expect(try found(words) == Set(names))
  }

  @Test func noTextIsTooStrange() throws {
    for seed in UInt64(1)...300 {
      var random = SeededGenerator(seed: seed)
      let signs = [
        "\"", "*", "(", ")", "OR", "NEAR", "AND", "NOT", "^", ":", "-", "+", "\0", "\u{301}", " ", "é",
        "word", "{", "}", ",", "'", "½", "٣",
      ]
      let words = (0..<Int.random(in: 0...9, using: &random)).map { _ in
        signs.randomElement(using: &random) ?? ""
      }
      #expect(throws: Never.self, "seed \(seed): \(words)") {
        try scratch.store.search(words.joined(), limit: 3)
      }
    }
  }

  @Test func aHitShowsItsWordsAndItsPlace() throws {
    let hit = try #require(try scratch.store.search("pause", limit: 1).first)
    #expect(hit.snippet == "The commissioner asked the department to \u{2}pause\u{3} the trial.")
    #expect((hit.page, hit.start) == (nil, 0))
  }

  @Test func theLimitHolds() throws {
    #expect(try scratch.store.search("the", limit: 2).count == 2)
    #expect(try scratch.store.search("the", limit: 0).isEmpty)
  }

  @Test func aNulInATextHidesNothingBehindIt() throws {
    try SampleCase.ingest("before\0behind", named: "nul", into: scratch.store)
    #expect(try scratch.store.search("behind", limit: 2).count == 1)
  }
}

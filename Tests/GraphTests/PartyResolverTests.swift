import DaybookCore
import DaybookTestSupport
import Testing

@testable import DaybookGraph

@Suite struct PartyResolverTests {
  /// One thing that a resolver is told.
  enum Told: Sendable {
    case met(String, Party.Kind)
    case alias(String, for: String)
    case settled(String, as: String)
  }

  private func resolve(_ told: [Told]) -> ResolvedParties {
    var resolver = PartyResolver()
    for one in told {
      switch one {
      case .met(let name, let kind): resolver.add(Participation(name: name, kind: kind, role: .agent))
      case .alias(let alias, let name):
        resolver.add(Alias(name: name, alias: alias, kind: .body, evidence: nil, rule: "test"))
      case .settled(let alias, let name): resolver.settle(alias: alias, as: name)
      }
    }
    return resolver.resolve()
  }

  /// The name that outputs show for each of these.
  private func shown(_ names: [String], _ told: [Told]) -> [String?] {
    let parties = resolve(told)
    return names.map { parties.party(named: $0)?.name }
  }

  @Test(arguments: [
    [
      "The Information Commissioner's Office", "Information Commissioner’s Office",
      "INFORMATION COMMISSIONER'S OFFICE", "the  information\ncommissioner's office",
    ],
    ["Smith & Sons Ltd.", "Smith and Sons Ltd", "smith & sons ltd"],
    ["Dr. J. Smith", "Dr J Smith", "Dr J.Smith"],
    ["Jo@Example.org", "<jo@example.org>", "jo@example.org.", "(jo@example.org),"],
    ["Zoë", "ZOË", "Zoe\u{308}"],
  ])
  func caseArticlesAndPunctuationMakeNoOtherName(spellings: [String]) {
    let parties = resolve(spellings.map { .met($0, .body) })
    #expect(parties.parties.count == 1, "\(parties.parties)")
    for spelling in spellings { #expect(parties.party(named: spelling) == parties.parties.first) }
  }

  @Test(arguments: [
    ["a_b@example.org", "a-b@example.org"], ["the-office@example.org", "office@example.org"],
    ["a.b@example.org", "ab@example.org"],
    ["Smith", "Smiths"], ["Department", "Department for Education"], ["Theo", "O"], ["J. Smith", "R. Smith"],
    ["Zoë", "Zoe"],
  ])
  func otherNamesStayApart(names: [String]) {
    #expect(resolve(names.map { .met($0, .body) }).parties.count == names.count)
  }

  @Test(arguments: ["", " ", "…", "the", "—", "\0"])
  func whatHoldsNoNameIsNoParty(name: String) {
    let parties = resolve([
      .met(name, .body), .alias(name, for: "ICO"), .alias("ICO", for: name), .settled(name, as: name),
    ])
    #expect(parties.parties.map(\.name) == ["ICO"])
    let participation = Participation(name: name, kind: .person, role: .agent)
    #expect(parties.resolve(participation) == participation)
  }

  @Test func anAliasOfOneDocumentServesInAnother() {
    let told: [Told] = [
      .alias("DfE", for: "Department for Education"), .met("the DfE", .body), .met("DfE", .body),
    ]
    let parties = resolve(told)
    #expect(parties.parties.map(\.name) == ["Department for Education"])
    #expect(parties.parties.first?.aliases == ["DfE"])
    #expect(
      parties.resolve(Participation(name: "the DfE", kind: .mailbox, role: .recipient))
        == Participation(name: "Department for Education", kind: .body, role: .recipient))
  }

  @Test func anAliasOfTwoNamesIsLeftAloneAndReported() {
    let told: [Told] = [
      .alias("the Department", for: "Department for Education"),
      .alias("the Department", for: "Department of Health"),
      .met("Department", .body),
    ]
    #expect(
      shown(["the department", "Department for Education", "Department of Health"], told)
        == ["Department", "Department for Education", "Department of Health"])
    #expect(
      resolve(told).ambiguous == [
        AmbiguousAlias(alias: "Department", names: ["Department for Education", "Department of Health"])
      ])
  }

  @Test func anAliasOfTwoNamesOfOnePartyIsClear() {
    let told: [Told] = [
      .alias("DfE", for: "Department for Education"), .alias("DfE", for: "Education Department"),
      .alias("Education Department", for: "Department for Education"),
    ]
    let parties = resolve(told)
    #expect(parties.parties.count == 1)
    #expect(parties.ambiguous.isEmpty)
  }

  @Test func settingsWin() {
    let ambiguous: [Told] = [
      .alias("the Department", for: "Department for Education"),
      .alias("the Department", for: "Department of Health"),
    ]
    #expect(
      shown(["the Department"], ambiguous + [.settled("the Department", as: "Department of Health")]) == [
        "Department of Health"
      ])
    #expect(resolve(ambiguous + [.settled("the Department", as: "Department of Health")]).ambiguous.isEmpty)
    // Against what a document says.
    let told: [Told] = [
      .alias("ICO", for: "Information Commissioner's Office"),
      .settled("ICO", as: "International Coffee Organization"),
    ]
    #expect(
      shown(["ICO", "Information Commissioner's Office"], told) == [
        "International Coffee Organization", "Information Commissioner's Office",
      ])
    // The name to show, in the settings' own spelling, however often another is used.
    let names =
      Array(repeating: Told.met("Department for Education", .body), count: 9) + [
        .met("DFE", .body), .met("DFE", .body),
      ]
    #expect(
      shown(
        ["Department for Education"],
        names + [
          .alias("DfE", for: "Department for Education"), .settled("Department for Education", as: "DfE"),
        ]) == ["DfE"])
    // One after another.
    #expect(shown(["a", "b", "c"], [.settled("a", as: "b"), .settled("b", as: "c")]) == ["c", "c", "c"])
    #expect(resolve([.settled("a", as: "b"), .settled("b", as: "a")]).parties.count == 1, "round and round")
  }

  @Test func theNameShownIsTheOneSpeltOutThenTheOneUsedMost() {
    #expect(
      shown(
        ["ICO"],
        [.met("ICO", .body), .met("ICO", .body), .alias("ICO", for: "Information Commissioner's Office")])
        == ["Information Commissioner's Office"])
    #expect(shown(["ico"], [.met("ICO", .body), .met("ico", .body), .met("ico", .body)]) == ["ico"])
    #expect(shown(["a b"], [.met("A B", .body), .met("A.B.", .body)]) == ["A B"])
  }

  @Test func aPartyIsWhatItIsMostOftenSaidToBe() {
    #expect(
      resolve([.met("Jo", .body), .met("Jo", .person), .met("Jo", .person)]).parties.map(\.kind) == [.person])
    #expect(resolve([.settled("Jo", as: "Jo Smith"), .met("Jo", .person)]).parties.map(\.kind) == [.person])
    #expect(resolve([.settled("Jo", as: "Jo Smith")]).parties.map(\.kind) == [.body])
  }

  /// The order in which documents are read, and in which workers answer, must not show.
  @Test func theOrderOfPapersDoesNotMatter() {
    let names = [
      "ICO", "ico", "The ICO", "Information Commissioner", "Commissioner", "DfE", "DFE", "Department",
      "the Department", "Jo", "jo@x.uk", "Health",
    ]
    for seed in UInt64(1)...300 {
      var random = SeededGenerator(seed: seed)
      func name() -> String { names.randomElement(using: &random) ?? "" }
      var told: [Told] = (0..<Int.random(in: 1...25, using: &random)).map { _ in
        Int.random(in: 0...2, using: &random) > 0
          ? .met(name(), Party.Kind.allCases.randomElement(using: &random) ?? .body)
          : .alias(name(), for: name())
      }
      let settled: [Told] = seed % 3 == 0 ? [.settled(name(), as: name())] : []
      let first = resolve(settled + told)
      for _ in 0..<5 {
        told.shuffle(using: &random)
        let other = resolve(Bool.random(using: &random) ? settled + told : told + settled)
        #expect(first.parties == other.parties, "seed \(seed)")
        #expect(first.ambiguous == other.ambiguous, "seed \(seed)")
        for name in names {
          #expect(first.party(named: name) == other.party(named: name), "seed \(seed): \(name)")
        }
      }
    }
  }

  @Test func everyNameIsOneParty() {
    let told: [Told] = (0..<200).map { .alias("short \($0 % 70)", for: "name \($0 % 90)") }
    let parties = resolve(told).parties
    let names = parties.flatMap { [$0.name] + $0.aliases }
    #expect(Set(names).count == names.count)
    #expect(Set(parties.map(\.id)).count == parties.count)
    #expect(parties.allSatisfy { $0.aliases == $0.aliases.sorted() })
  }

  /// A chain of aliases as long as a hostile paper can make it, forwards and backwards.
  @Test(arguments: [0, 1])
  func aLongChainIsLinear(step: Int) {
    func name(_ number: Int) -> String { "n\(100_000 + number)" }
    let ratio = growth(
      of: { count in
        let told = (0..<count).map { Told.alias(name($0 + step), for: name($0 + 1 - step)) }
        #expect(resolve(told).parties.count == 1)
      }, from: 1000)
    #expect(ratio < 40)
  }
}

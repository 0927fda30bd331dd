import DaybookCore
import DaybookTestSupport
import Foundation
import Testing

@testable import DaybookExtract

@Suite("Event rules")
struct EventRuleTests {
  /// Reads a text with one rule alone.
  static func events(_ rule: any EventRule, in text: String) -> [Event] {
    let document = TextDocument.make(text)
    var reader = DocumentReader(
      document, dates: DateReader().mentions(in: document), settings: ExtractionSettings())
    return reader.read(rules: [rule]).events
  }

  /// As examples write it: "sent 2022-02-01 Wonde → schools".
  static func line(_ event: Event) -> String {
    func names(_ role: Party.Role) -> String {
      event.parties.filter { $0.role == role }.map(\.name).joined(separator: " + ")
    }
    let (agents, recipients) = (names(.agent), names(.recipient))
    return [
      event.kind.rawValue, event.when.timex?.edtf ?? "-", agents, recipients.isEmpty ? "" : "→ \(recipients)",
    ].filter { !$0.isEmpty }.joined(separator: " ")
  }

  @Test(arguments: EventRules.all.map(\.name))
  func readsAndIgnoresItsOwnExamples(name: String) throws {
    let rule = try #require(EventRules.all.first { $0.name == name })
    for example in rule.examples {
      let marked = MarkedText(example.text)
      #expect(marked.unmatched == 0)
      let events = EventRuleTests.events(rule, in: marked.text)
      #expect(events.map(EventRuleTests.line) == example.expected, "\(name): \(example.text)")
      #expect(events.compactMap { $0.evidence.first?.quote } == marked.words, "\(name): \(example.text)")
    }
  }

  @Test func everyRuleHasANameOfItsOwnAndSomethingItLeavesAlone() {
    let names = EventRules.all.map(\.name)
    #expect(Set(names).count == names.count)
    for rule in EventRules.all {
      #expect(rule.examples.contains { $0.expected.isEmpty }, "\(rule.name) shows nothing that it ignores")
    }
  }

  @Test func everyRuleFileIsListedOnce() throws {
    let folder = PackageFolder.root.appending(path: "Sources/DaybookExtract/Events")
    let files = try FileManager.default.contentsOfDirectory(atPath: folder.path)
      .filter { $0.hasSuffix("Events.swift") }.map { String($0.dropLast(6)) }.sorted()
    #expect(files.count >= 5)
    #expect(EventRules.all.map { String(describing: type(of: $0)) }.sorted() == files)
  }

  @Test func aRuleThatIsSwitchedOffMakesNothing() {
    let document = TextDocument.make("On 3 May 2021 the Home Office published the report.")
    #expect(Extractor().extract(document).events.count == 1)
    var settings = ExtractionSettings()
    settings.rulesOff = ["dated-clause", "undated-act"]
    #expect(Extractor(settings: settings).extract(document).events.isEmpty)
  }
}

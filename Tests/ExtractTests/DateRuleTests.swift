import DaybookCore
import DaybookExtract
import Testing

@Suite("Date rules")
struct DateRuleTests {
  @Test(arguments: DateRules.all.indices)
  func readsAndIgnoresItsOwnExamples(index: Int) {
    let rule = DateRules.all[index]
    #expect(rule.examples.contains { !$0.expected.isEmpty }, "\(rule.name) has no line that it reads")
    #expect(rule.examples.contains { $0.expected.isEmpty }, "\(rule.name) has no line that it leaves alone")
    for example in rule.examples {
      let marked = DateMarkedText(example.text)
      let found = Scan(rules: [rule]).matches(
        in: marked.text, context: RuleContext(readsVague: rule.name == "vague"))
      let read = found.map { String(decoding: marked.text[$0.bytes], as: UTF8.self) }
      let expected = marked.ranges.map { String(decoding: marked.text[$0], as: UTF8.self) }
      #expect(read == expected, "\(rule.name): \(example.text)")
      #expect(found.map(\.value.text) == example.expected, "\(rule.name): \(example.text)")
    }
  }

  @Test func namesAreUnique() {
    #expect(Set(DateRules.all.map(\.name)).count == DateRules.all.count)
  }
}

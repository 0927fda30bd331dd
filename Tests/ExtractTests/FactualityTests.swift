import DaybookCore
import Testing

@testable import DaybookExtract

/// What is supposed, asked about or denied has not happened.
@Suite("What is taken back")
struct FactualityTests {
  @Test(arguments: [
    ("The ICO asked the council on 24 March 2023 to stop.", Modality.happened),
    ("If the ICO had asked the council on 24 March 2023 we would know.", .alleged),
    ("The ICO may have told the council on 24 March 2023.", .alleged),
    ("The council denies that it told the ICO on 24 March 2023.", .denied),
    ("It is not true that the council told the ICO on 24 March 2023.", .denied),
    ("The council did not tell the ICO on 24 March 2023.", .denied),
    ("The inspector did not attend on 24 March 2023.", .denied),
    ("The inspector attended on 24 March 2023.", .happened),
    ("It is not clear why the inspector attended on 24 March 2023.", .happened),
  ])
  func modality(text: String, modality: Modality) throws {
    let events = EventRuleTests.events(DatedClauseEvents(), in: text)
    #expect(events.map(\.modality) == [modality], "\(events.map(EventRuleTests.line))")
  }
}

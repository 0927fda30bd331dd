import DaybookCore
import Testing

/// Source: the vocabulary that the truth files and the scorers share.
@Suite struct EventKindTests {
  @Test func kindsAreThoseOfTheVocabulary() {
    #expect(
      EventKind.allCases.map(\.rawValue) == [
        "sent", "received", "asked", "asked-to-pause", "told", "promised", "refused", "apologised",
        "acknowledged",
        "complained", "deadline", "announced", "published", "version", "signed-off", "withdrawn", "meeting",
        "decided",
        "started", "stopped", "changed", "statement",
      ])
    #expect(Modality.allCases.map(\.rawValue) == ["happened", "planned", "alleged", "denied", "required"])
  }

  @Test func everyKindIsAWordForItself() {
    for kind in EventKind.allCases { #expect(EventKind(word: kind.rawValue) == kind) }
  }

  @Test(arguments: [
    ("letter", EventKind.sent), ("forwarded", .sent), ("request", .asked), ("chased", .asked),
    ("replied", .told),
    ("confirmed", .told), ("informed", .told), ("undertaking", .promised), ("declined", .refused),
    ("approved", .signedOff), ("court", .decided), ("audit", .decided),
  ])
  func otherWords(word: String, kind: EventKind) {
    #expect(EventKind(word: word) == kind)
  }

  @Test(arguments: ["", "Sent", "sent ", "askedToPause", "party"])
  func wordsThatAreNone(word: String) {
    #expect(EventKind(word: word) == nil)
  }
}

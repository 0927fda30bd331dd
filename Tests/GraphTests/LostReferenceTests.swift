import DaybookCore
import Testing

@testable import DaybookGraph

/// Native mail whose references are missing: what it quotes, who got it and when it was sent lead to its parent.
struct LostReferenceTests {
  private func parents(_ result: Correspondence) -> [String] {
    let place = Dictionary(result.messages.enumerated().map { ($1.id, $0) }) { first, _ in first }
    return result.messages.map { message in
      "\(message.parent.flatMap { place[$0] }.map(String.init) ?? "-") \(message.parentBasis?.rawValue ?? "")"
    }
  }

  private static let question =
    "Can you tell me whether the recordings of the last three meetings were kept, and where they are now?"

  @Test func aQuotationUnderAnotherClockIsTheNativeMessage() {
    var table = CorrespondenceTable()
    table.add(
      "A <a@x.example>", to: ["b@x.example"], on: 9, at: (13, 43), "Recordings", Self.question, second: 47,
      source: "1", id: "1@a", isNative: true, zone: 0)
    let answer = table.add(
      "B <b@x.example>", to: ["a@x.example"], on: 9, at: (15, 0), "RE: Recordings", "They are here.",
      source: "2",
      id: "2@b", isNative: true, zone: 0)
    // In local time, without a zone, with the footer of a list.
    table.add(
      "A", on: 9, at: (9, 43), nil, Self.question + " List of the office, to leave it write to us",
      source: "2",
      quotedBy: answer)
    let result = table.builder.build()
    #expect(parents(result) == ["- ", "0 quotation"])
  }

  @Test func wordsOfAnotherMessageStayApart() {
    var table = CorrespondenceTable()
    table.add(
      "A <a@x.example>", to: ["b@x.example"], on: 9, at: (13, 43), "Recordings", Self.question, source: "1",
      id: "1@a", isNative: true, zone: 0)
    let answer = table.add(
      "B <b@x.example>", to: ["c@x.example"], on: 9, at: (15, 0), "RE: Recordings", "No.", source: "2",
      id: "2@b",
      isNative: true, zone: 0)
    table.add(
      "A", on: 9, at: (9, 20), nil, "The room is booked for Friday; please bring the folder with you.",
      source: "2",
      quotedBy: answer)
    #expect(table.builder.build().messages.count == 3)
  }

  @Test func quotedLinesWithoutANameFindTheirMessage() {
    var table = CorrespondenceTable()
    table.add(
      "A <a@x.example>", on: 9, "[list] Recordings", Self.question, source: "1", id: "1@a", isNative: true,
      zone: 0)
    table.add(
      "C <c@x.example>", on: 9, at: (9, 30), "[list] Recordings", "I would also like to know this.",
      source: "3",
      id: "3@c", isNative: true, zone: 0)
    table.add(
      "B <b@x.example>", on: 9, at: (10, 0), "[list] Recordings", "In the safe.", source: "2", id: "2@b",
      isNative: true, zone: 0, quoting: "whether the recordings of the last\nthree meetings were kept")
    #expect(parents(table.builder.build()) == ["- ", "- ", "0 quotation"])
  }

  @Test func timesAreHeldAgainstEachOtherInUniversalTime() {
    var table = CorrespondenceTable()
    // 09:30 in New York is later than 12:00 in London.
    table.add(
      "A <a@x.example>", to: ["b@x.example"], on: 9, at: (9, 30), "Trial", "One.", source: "1", id: "1@a",
      isNative: true, zone: -300)
    table.add(
      "C <c@x.example>", to: ["b@x.example"], on: 9, at: (12, 0), "Trial", "Two.", source: "2", id: "2@a",
      isNative: true, zone: 0)
    table.add(
      "B <b@x.example>", to: ["c@x.example"], on: 9, at: (14, 0), "RE: Trial", "Three.", source: "3",
      id: "3@a", isNative: true, zone: 0)
    #expect(parents(table.builder.build()) == ["- ", "- ", "1 inferred"])
  }

  @Test func aListHasTheLatestOfItsSubject() {
    var table = CorrespondenceTable()
    let list = ["list@x.example"]
    table.add(
      "A <a@x.example>", to: list, on: 9, "Build", "It fails.", source: "1", id: "1@a", isNative: true,
      zone: 0)
    table.add(
      "B <b@x.example>", to: list, on: 10, "Re: Build", "With what?", source: "2", id: "2@a",
      replyTo: ["1@a"], isNative: true, zone: 0)
    table.add(
      "C <c@x.example>", to: list, on: 11, "Re: Build", "Try again.", source: "3", id: "3@a", isNative: true,
      zone: 0)
    #expect(parents(table.builder.build()) == ["- ", "0 reference", "1 inferred"])
  }

  @Test func aReferenceToAMissingMessageYieldsToWhatIsQuoted() {
    var table = CorrespondenceTable()
    table.add(
      "A <a@x.example>", to: ["b@x.example"], on: 9, "Trial", "May we?", source: "1", id: "1@a",
      isNative: true, zone: 0)
    let answer = table.add(
      "C <c@x.example>", to: ["b@x.example"], on: 11, "RE: Trial", "Good.", source: "3", id: "3@c",
      replyTo: ["2@gone", "1@a"], isNative: true, zone: 0)
    table.add("B", on: 10, nil, "Yes, you may, as far as we are concerned.", source: "3", quotedBy: answer)
    let result = table.builder.build()
    #expect(parents(result) == ["- ", "2 quotation", "0 inferred"])
  }

  @Test func relationsQuoteWordsThatStandThere() throws {
    var builder = CorrespondenceBuilder { _, _ in nil }
    let source = Document.ID(text: "a")
    for (version, place) in [("1.0", 0), ("2.0", 20)] {
      var paper = ComponentDocument(
        source: source, path: "b.pdf", kind: .dpia, title: "Assessment", bytes: place..<(place + 9),
        version: version)
      paper.opening = Anchor(document: source, bytes: place..<(place + 9), page: 1, quote: "Version x")
      builder.add(paper)
    }
    let supersedes = try #require(builder.build().links.first { $0.kind == .supersedes })
    #expect(supersedes.evidence.count == 2 && supersedes.evidence.allSatisfy { !$0.quote.isEmpty })
  }
}

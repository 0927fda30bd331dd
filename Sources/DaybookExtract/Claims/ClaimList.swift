import DaybookCore

/// The claims of a document as they are found.
struct ClaimList: Sendable {
  struct Draft: Sendable {
    var kind: Claim.Kind
    var subject: String
    var value: String
    var isAffirmed = true
    var parties: [Participation] = []
    var when: Timex?
    var quote: Range<Int>
    /// Who says so, where it is not the writer of the paper.
    var speaker: String?
    var rule: String
  }

  /// A text made to be hostile may claim without end.
  private static let most = 5000

  private var drafts: [Draft] = []

  mutating func add(_ draft: Draft) {
    if drafts.count < ClaimList.most { drafts.append(draft) }
  }

  /// In order of their place, each with who says so and when.
  func claims(of document: Document, _ map: PaperMap, author: PartyReading?) -> [Claim] {
    let order = drafts.indices.sorted {
      (drafts[$0].quote.lowerBound, $0) < (drafts[$1].quote.lowerBound, $1)
    }
    var hint = 0
    return order.map { index in
      let draft = drafts[index]
      let paper = map.papers[map.owner(of: draft.quote.lowerBound, hint: &hint)]
      return Claim(
        kind: draft.kind, subject: draft.subject, value: draft.value, isAffirmed: draft.isAffirmed,
        parties: draft.parties, when: draft.when,
        assertion: Assertion(
          by: draft.speaker.map { [$0] }
            ?? (paper.authors.isEmpty ? [author].compactMap { $0?.name } : paper.authors.map(\.name)),
          to: paper.addressees.map(\.name),
          on: paper.written?.when),
        evidence: Anchors.make(document, draft.quote), rule: draft.rule)
    }
  }
}

/// Something that a text asserts without a date of its own, in a form that can be held against what others
/// assert.
///
/// Shape: two claims are comparable when `kind` and `subject` are the same; `value` says what is claimed, in
/// a normal form of its kind:
///
/// | kind | subject | value |
/// |---|---|---|
/// | frequency | what is done so often: "collect" | times a day, in hundredths: "100", "200"; a range "600-1200" |
/// | ratio | what is counted: "schools" | "part/whole=percent", each as written, "" where not given |
/// | count | noun counted: "pages" | the number; with "+" behind where the text says over |
/// | involvement | what somebody was shown or asked about: "dpia" | verb of the claim |
/// | version | paper that has versions: "dpia" | label: "v6" |
/// | start | the body that was approached | verb of the claim |
package struct Claim: Hashable, Sendable, Codable {
  package enum Kind: String, Hashable, Sendable, Codable, CaseIterable {
    case frequency, ratio, count, involvement, version, start
  }

  package var kind: Kind
  package var subject: String
  package var value: String
  /// False for "has not yet seen".
  package var isAffirmed: Bool
  package var parties: [Participation]
  /// When what is claimed is said to have been.
  package var when: Timex?
  package var assertion: Assertion
  package var evidence: Anchor
  package var rule: String

  package init(
    kind: Kind, subject: String, value: String, isAffirmed: Bool = true, parties: [Participation] = [],
    when: Timex? = nil, assertion: Assertion = Assertion(), evidence: Anchor, rule: String
  ) {
    self.kind = kind
    self.subject = subject
    self.value = value
    self.isAffirmed = isAffirmed
    self.parties = parties
    self.when = when
    self.assertion = assertion
    self.evidence = evidence
    self.rule = rule
  }
}

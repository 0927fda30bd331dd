/// A fact that the two versions state differently, with both values and their places.
package struct FactChange: Hashable, Sendable, Codable {
  package enum Kind: String, Hashable, Sendable, Codable, CaseIterable {
    case date, number, period, amount, person, role, body, version
    case riskRating = "risk-rating"
    case lawfulBasis = "lawful-basis"
    /// The date, name or decision of a sign-off.
    case signOff = "sign-off"
  }

  package var kind: Kind
  /// As written.
  package var oldText: String
  package var newText: String
  package var old: Range<Int>
  package var new: Range<Int>
  /// In a form that can be compared: EDTF of a date, digits of a number, ISO 8601 of a period.
  package var oldValue: String?
  package var newValue: String?
  /// Indices of `VersionSide.sections`.
  package var oldSection: Int?
  package var newSection: Int?
  /// Index of `VersionDiff.ops`.
  package var op: Int

  package init(
    kind: Kind, oldText: String, newText: String, old: Range<Int>, new: Range<Int>, oldValue: String? = nil,
    newValue: String? = nil, oldSection: Int? = nil, newSection: Int? = nil, op: Int
  ) {
    self.kind = kind
    self.oldText = oldText
    self.newText = newText
    self.old = old
    self.new = new
    self.oldValue = oldValue
    self.newValue = newValue
    self.oldSection = oldSection
    self.newSection = newSection
    self.op = op
  }
}

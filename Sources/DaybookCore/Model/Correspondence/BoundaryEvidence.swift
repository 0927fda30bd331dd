/// Why a paper is said to begin where it begins.
package struct BoundaryEvidence: Hashable, Sendable, Codable {
  package enum Kind: String, Hashable, Sendable, Codable, CaseIterable {
    /// The paper's own title: "Index of documents", "Note of meeting".
    case title
    /// Letterhead, date and salutation.
    case letterhead
    /// A message's header block, or the name of the mailbox's owner above one.
    case headerBlock = "header-block"
    /// The header cannot be that of a message that the one before it answers.
    case otherChain = "other-chain"
    /// A sheet that stands between papers, or the page behind one.
    case separatorSheet = "separator-sheet"
    /// "Page 1 of 3": the paper's own numbering begins anew.
    case pageNumbering = "page-numbering"
    /// The index of the bundle lists it, with this date and title.
    case index
    /// The numbers that a production stamped on the pages go on with others.
    case bates
    /// The outline of the file names it.
    case outline
    /// The page before ends early.
    case shortPage = "short-page"
    /// Where the file begins.
    case start
    /// `daybook.yaml` says so.
    case correction
  }

  package var kind: Kind
  /// The words that show it, in one line; empty where it is a gap.
  package var text: String

  package init(_ kind: Kind, _ text: String = "") {
    self.kind = kind
    self.text = text
  }
}

/// Two versions of one paper side by side: what stayed, what changed, and where on both sides.
///
/// Shape: the old ranges of `ops` tile `old.text` and the new ranges tile `new.text` without gap or overlap,
/// and the words of an op tile its ranges; `DiffProof` checks it before anything is shown. Ops stand in
/// reading order of NEW, deleted ones where they stood in OLD. What is derived (facts, renumberings,
/// findings) is laid over the ops and never changes them.
package struct VersionDiff: Hashable, Sendable, Codable {
  package var old: VersionSide
  package var new: VersionSide
  package var ops: [DiffOp]
  package var renumberings: [Renumbering]
  /// Changed dates, numbers, names and the like, in reading order of NEW.
  package var facts: [FactChange]
  package var findings: [VersionFinding]
  /// Properties of the files that differ, in the order of OLD, then what only NEW has.
  package var properties: [PropertyChange]

  package init(
    old: VersionSide, new: VersionSide, ops: [DiffOp] = [], renumberings: [Renumbering] = [],
    facts: [FactChange] = [], findings: [VersionFinding] = [], properties: [PropertyChange] = []
  ) {
    self.old = old
    self.new = new
    self.ops = ops
    self.renumberings = renumberings
    self.facts = facts
    self.findings = findings
    self.properties = properties
  }

  /// Whether a reader of both papers would find any difference in their words.
  package var isSame: Bool { ops.allSatisfy { $0.kind == .equal || $0.isTechnical } }
}

/// A shift of section numbers that one cause explains: "section 4 and all behind it are one higher".
package struct Renumbering: Hashable, Sendable, Codable {
  /// One heading, list entry or reference whose number is another now.
  package struct Item: Hashable, Sendable, Codable {
    package enum Kind: String, Hashable, Sendable, Codable { case heading, label, reference }
    package var kind: Kind
    package var old: Range<Int>
    package var new: Range<Int>
    package var oldNumber: String
    package var newNumber: String

    package init(kind: Kind, old: Range<Int>, new: Range<Int>, oldNumber: String, newNumber: String) {
      self.kind = kind
      self.old = old
      self.new = new
      self.oldNumber = oldNumber
      self.newNumber = newNumber
    }
  }

  package var items: [Item]

  package init(items: [Item]) { self.items = items }
}

/// Something that a reader of two versions should be told, beyond what changed.
///
/// `rule` is a kebab-case name that does not change between versions of this program.
package struct VersionFinding: Hashable, Sendable, Codable {
  package var rule: String
  package var detail: String
  /// Places that prove it: byte ranges in the old and in the new text.
  package var old: [Range<Int>]
  package var new: [Range<Int>]

  package init(_ rule: String, _ detail: String, old: [Range<Int>] = [], new: [Range<Int>] = []) {
    self.rule = rule
    self.detail = detail
    self.old = old
    self.new = new
  }
}

/// A property of the file that the two versions give differently; nil where one does not have it.
package struct PropertyChange: Hashable, Sendable, Codable {
  /// As in `Document.metadata`: "author", "last-modified-by", "revision".
  package var key: String
  package var old: String?
  package var new: String?

  package init(key: String, old: String?, new: String?) {
    self.key = key
    self.old = old
    self.new = new
  }
}

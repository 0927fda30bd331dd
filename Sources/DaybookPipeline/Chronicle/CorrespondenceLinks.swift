import DaybookCore
import DaybookGraph

/// What the messages and papers of a case have to do with each other, between entries of the chronology.
///
/// Shape: an end that is a message becomes the entry that sends it; an end that is a paper stays the paper's id.
struct CorrespondenceLinks {
  private let links: [Relation]
  private let missing: [MissingItem]
  private var entries: [String: Event.ID] = [:]
  private var messages: Set<String>

  init(_ correspondence: Correspondence) {
    links = correspondence.links
    missing = correspondence.missing
    messages = Set(correspondence.messages.map(\.id.text))
  }

  /// The entry that sends a message; the first one counts.
  mutating func note(_ message: Message.ID, entry: Event.ID) {
    if entries[message.text] == nil { entries[message.text] = entry }
  }

  /// Links whose messages have an entry, in their order.
  func relations() -> [Relation] {
    links.compactMap { link in
      guard let from = end(link.from), let to = end(link.to), from != to else { return nil }
      return Relation(kind: link.kind, from: from, to: to, evidence: link.evidence, rule: link.rule)
    }
  }

  private func end(_ id: String) -> String? { messages.contains(id) ? entries[id]?.text : id }

  /// What the messages show to exist and the record does not hold.
  func followUps(_ places: [Document.ID: EntryMaker.Place]) -> [FollowUp] {
    missing.filter { !CorrespondenceLinks.isPictureOfSignature($0) }.map { item in
      let place = places[item.evidence.document]
      return FollowUp(
        kind: item.kind == .message ? .missingMessage : .missingPaper,
        text: "\(item.what) is not in the record",
        evidence: place.map {
          ChronologyEntry.Evidence(
            source: $0.path, sha256: $0.sha256, page: item.evidence.page, bytes: item.evidence.bytes,
            quote: item.evidence.quote, alsoAt: $0.alsoAt)
        })
    }
  }

  /// "image001.png": the logo under a signature, by the name that a mail program gives it, is no paper.
  private static func isPictureOfSignature(_ item: MissingItem) -> Bool {
    let name = item.what.lowercased()
    return item.kind == .attachment && name.hasPrefix("image")
      && [".png", ".gif", ".jpg", ".jpeg", ".emz", ".wmz"].contains { name.hasSuffix($0) }
      && name.dropFirst(5).prefix { $0 != "." }.allSatisfy {
        $0.isNumber || $0 == "-" || $0 == "(" || $0 == ")" || $0 == " "
      }
  }

  /// Anchors of relations name the file that a reader opens, as evidence does everywhere.
  static func placed(_ relations: [Relation], _ places: [Document.ID: EntryMaker.Place]) -> [Relation] {
    relations.map { relation in
      var relation = relation
      relation.evidence = relation.evidence.map { anchor in
        var anchor = anchor
        if let place = places[anchor.document] { anchor.document = Document.ID(text: place.path) }
        return anchor
      }
      return relation
    }
  }
}

import DaybookCore

/// Which message attaches which paper, with the words that say so, and the attachments that are not there.
struct AttachmentFinder {
  private(set) var links: [Relation] = []
  private(set) var missing: [MissingItem] = []

  init(
    papers: [ComponentDocument], messages: [Message], copies: [MessageCopy], paths: [Document.ID: String],
    listed: [(name: String, paper: Int)]
  ) {
    let finder = AttachmentLinks(papers, listed: listed)
    // Names that headers and the index give: they are looked for in the words of every message.
    var names: [String] = []
    var seen: Set<[UInt8]> = []
    for name in messages.flatMap(\.attachments) + listed.map(\.name) where Self.isFileName(name) {
      if seen.insert(AttachmentLinks.folded(name)).inserted { names.append(name) }
    }
    let search = NameSearch(names)
    for message in messages {
      let path = message.copies.lazy.filter { copies[$0].isNative }.compactMap { paths[copies[$0].source] }
        .first
      let day = message.sent?.earliest?.date
      var stated = message.attachments
      let spoken = search.found(in: copies[message.best].body).map { names[$0] }
      for name in spoken
      where !stated.contains(where: { AttachmentLinks.folded($0) == AttachmentLinks.folded(name) }) {
        stated.append(name)
      }
      for (index, name) in stated.enumerated() {
        let anchor = Self.anchor(of: name, message, copies)
        if let paper = finder.paper(named: name, path: path, sent: day) {
          links.append(
            Relation(
              kind: index < message.attachments.count ? .attaches : .cites, from: message.id.text,
              to: papers[paper].id.text, evidence: [anchor], rule: name))
        } else if index < message.attachments.count {
          missing.append(MissingItem(kind: .attachment, what: name, message: message.id, evidence: anchor))
        }
      }
    }
  }

  private static func isFileName(_ name: String) -> Bool {
    let words = Array(name.utf8)
    guard let dot = words.lastIndex(of: UInt8(ascii: ".")), words.count - dot >= 3, words.count - dot <= 6
    else {
      return false
    }
    return words[(dot + 1)...].allSatisfy {
      ($0 | 0x20) >= 0x61 && ($0 | 0x20) <= 0x7A || (0x30...0x39).contains($0)
    }
  }

  /// The attachments line of the first copy that has the name, else its header.
  private static func anchor(of name: String, _ message: Message, _ copies: [MessageCopy]) -> Anchor {
    let place =
      message.copies.lazy.filter { copies[$0].header.attachments.contains(name) }.first ?? message.best
    let copy = copies[place]
    if let field = copy.header.places.first(where: { $0.name == "attachments" }) {
      return Anchor(
        document: copy.source, bytes: field.bytes, page: copy.pages?.lowerBound, quote: field.words)
    }
    return GapFinder.anchor(of: copy)
  }
}

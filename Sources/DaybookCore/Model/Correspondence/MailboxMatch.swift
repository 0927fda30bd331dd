/// Whether two printed mailboxes are one person's, as far as what is printed of them tells.
package enum MailboxMatch: Hashable, Sendable {
  case same, different
  /// One of them is withheld, or one gives the name and the other the address.
  case unknown

  package init(_ left: MessageHeader.Mailbox, _ right: MessageHeader.Mailbox) {
    if let a = left.address, let b = right.address, !a.isEmpty, !b.isEmpty {
      if SubjectLine.folded(a.utf8) == SubjectLine.folded(b.utf8) {
        self = .same
        return
      }
      // One person may write from two addresses.
      let names = MailboxMatch.words(left.name)
      self = !names.isEmpty && names == MailboxMatch.words(right.name) ? .unknown : .different
      return
    }
    let (a, b) = (MailboxMatch.words(left.name), MailboxMatch.words(right.name))
    if !a.isEmpty, !b.isEmpty {
      self = a == b ? .same : .different
      return
    }
    // "Policy Officer F" and "policy.officer.f.3@department.example".
    let name = a.isEmpty ? b : a
    guard !name.isEmpty, let address = left.address ?? right.address else {
      self = .unknown
      return
    }
    let local = MailboxMatch.words(address.split(separator: "@").first.map(String.init))
    self = name.allSatisfy { local.contains($0) } ? .same : .unknown
  }

  /// Whether a person is in a list; unknown where the list is empty or holds entries that may be anybody's.
  package static func find(_ person: MessageHeader.Mailbox, in list: [MessageHeader.Mailbox]) -> MailboxMatch
  {
    var result = list.isEmpty ? MailboxMatch.unknown : .different
    for entry in list {
      switch MailboxMatch(person, entry) {
      case .same: return .same
      case .unknown: result = .unknown
      case .different: break
      }
    }
    return result
  }

  /// Words of a name in lower case, sorted: "Smith, John" is "John Smith".
  package static func words(_ name: String?) -> [[UInt8]] {
    guard let name else { return [] }
    var words: [[UInt8]] = []
    var word: [UInt8] = []
    for byte in SubjectLine.folded(name.utf8) {
      if (0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte) || byte >= 0x80 {
        word.append(byte)
      } else if !word.isEmpty {
        words.append(word)
        word = []
      }
    }
    if !word.isEmpty { words.append(word) }
    return words.sorted { $0.lexicographicallyPrecedes($1) }
  }
}

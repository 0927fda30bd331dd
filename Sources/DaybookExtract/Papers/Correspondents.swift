import DaybookCore

/// Who writes to whom in each paper of a document: from headers, signatures, salutations and addresses.
///
/// A body is known by the signature that names it, by the domain of an address, or because the same name or
/// the same domain signed for it in another message of the document.
struct Correspondents {
  private var signatures: [Int: String] = [:]
  /// Line of each paper's closing words; a signature stands right below them.
  private var closings: [Int: Int] = [:]
  private var letterheads: [Int: String] = [:]
  private var salutations: [Int: String] = [:]
  private var dateLines: [Int: DocumentDate] = [:]
  private var linesRead: [Int: Int] = [:]

  private static let signatureLines = 5
  /// Lines at the top of a paper among which its date stands.
  private static let headLines = 14
  /// Domains that belong to nobody in particular.
  private static let publicDomains: Set<String> = [
    "gmail.com", "hotmail.com", "outlook.com", "yahoo.com", "yahoo.co.uk", "icloud.com", "btinternet.com",
    "aol.com", "live.com", "me.com",
    "googlemail.com", "hotmail.co.uk", "protonmail.com", "whatdotheyknow.com",
  ]

  mutating func learn(_ passage: Passage, text: [UInt8]) {
    let tokens = passage.tokens
    var start = 0
    while start < tokens.count {
      var end = start + 1
      while end < tokens.count, !tokens[end].lineBreakBefore { end += 1 }
      read(passage, start..<end, text)
      start = end
    }
  }

  private mutating func read(_ passage: Passage, _ line: Range<Int>, _ text: [UInt8]) {
    let paper = passage.paper
    let tokens = passage.tokens
    let first = tokens[line.lowerBound]
    let count = linesRead[paper, default: 0]
    linesRead[paper] = count + 1
    if first.hash == Words.dear || count < 4 && first.is(.opener) && Self.greetings.contains(first.hash) {
      if salutations[paper] == nil { salutations[paper] = addressee(tokens, line, text) }
    } else if line.count <= 4,
      Self.closingWords.contains(tokens[line.upperBound - 1].hash)
        || line.contains(where: { Self.closingWords.contains(tokens[$0].hash) })
    {
      closings[paper] = count
    } else if let closing = closings[paper], count - closing <= Self.signatureLines, signatures[paper] == nil,
      line.count <= 8,
      let body = passage.parties.first(where: {
        line.contains($0.first) && $0.kind == .body && $0.stands == .name
      })
    {
      // "DfE", "Information Commissioner's Office", "Case Officer, ICO".
      if body.first == line.lowerBound || body.last == line.upperBound - 1 { signatures[paper] = body.name }
    } else if let closing = closings[paper], count - closing == 2, signatures[paper] == nil,
      isBareName(tokens, line)
    {
      // The line below the name: "Defend Digital Me".
      signatures[paper] = Excerpt.name(text, tokens[line.lowerBound].start..<tokens[line.upperBound - 1].end)
    } else if count <= 1, letterheads[paper] == nil,
      let body = passage.parties.first(where: {
        $0.first == line.lowerBound && $0.last == line.upperBound - 1 && $0.kind == .body
      })
    {
      letterheads[paper] = body.name
    } else if count < Self.headLines, dateLines[paper] == nil,
      let date = passage.dates.first(where: { line.contains($0.first) }), date.first - line.lowerBound <= 2,
      line.upperBound - date.last <= 2,
      date.reading.when.grain <= .day
    {
      dateLines[paper] = DocumentDate(
        kind: .dated, when: date.reading.when, basis: date.reading.basis,
        text: Excerpt.line(text, date.bytes), bytes: date.bytes)
    }
  }

  /// Two to five capitalised words and nothing else, none of them a post.
  private func isBareName(_ tokens: [Token], _ line: Range<Int>) -> Bool {
    (2...5).contains(line.count)
      && line.allSatisfy {
        tokens[$0].kind == .word && tokens[$0].isCapitalised && !tokens[$0].is([.post, .calendar, .title])
      }
  }

  private func addressee(_ tokens: [Token], _ line: Range<Int>, _ text: [UInt8]) -> String? {
    let words = line.dropFirst().prefix { tokens[$0].kind == .word || tokens[$0].kind == .stop }
    guard let first = words.first, let last = words.last, words.count <= 6, tokens[first].isCapitalised else {
      return nil
    }
    return Excerpt.name(text, tokens[first].start..<tokens[last].end)
  }

  // MARK: What was learned

  /// Puts authors and addressees into the papers.
  func settle(_ papers: inout [Paper]) {
    var bodyByKey: [String: String] = [:]
    for (index, paper) in papers.enumerated() {
      guard let body = signatures[index] else { continue }
      for mailbox in paper.header?.from ?? [] {
        for key in keys(mailbox) where bodyByKey[key] == nil { bodyByKey[key] = body }
      }
    }
    for index in papers.indices {
      if papers[index].kind == .other, papers[index].header == nil,
        index == 0 || papers[index].bytes.count < 100_000,
        salutations[index] != nil, closings[index] != nil, !papers[index].isMessage
      {
        papers[index].kind = .letter
      }
      guard let header = papers[index].header, papers[index].isMessage else {
        settleLetter(index, &papers)
        continue
      }
      papers[index].authors = header.from.flatMap { parties($0, bodyByKey, signature: signatures[index]) }
      if papers[index].authors.isEmpty, let body = signatures[index] {
        papers[index].authors = [PartyReading(name: body, kind: .body)]
      }
      papers[index].addressees = unique(
        header.to.prefix(20).flatMap { parties($0, bodyByKey, signature: nil) })
      papers[index].copied = unique(header.cc.prefix(20).flatMap { parties($0, bodyByKey, signature: nil) })
    }
  }

  private func settleLetter(_ index: Int, _ papers: inout [Paper]) {
    switch papers[index].kind {
    case .letter, .coverLetter: break
    default: return
    }
    if let body = signatures[index] ?? letterheads[index] {
      papers[index].authors = [PartyReading(name: body, kind: .body)]
    }
    if let name = salutations[index] { papers[index].addressees = [PartyReading(name: name, kind: .person)] }
    if papers[index].written == nil { papers[index].written = dateLines[index] }
  }

  private func unique(_ list: [PartyReading]) -> [PartyReading] {
    var seen: Set<String> = []
    return list.filter { seen.insert($0.name).inserted }
  }

  /// The body first, then the person.
  private func parties(_ mailbox: MessageHeader.Mailbox, _ bodyByKey: [String: String], signature: String?)
    -> [PartyReading]
  {
    var list: [PartyReading] = []
    let body =
      signature ?? mailbox.address.flatMap(PublicBodyDomainTable.body)
      ?? keys(mailbox).lazy.compactMap { bodyByKey[$0] }.first
    if let body { list.append(PartyReading(name: body, kind: .body)) }
    if let name = MailName.shown(mailbox.name), name != body {
      let listed = PublicBodyRoles.nameByAlias[name]
      if listed != nil, listed == body { return list }
      list.append(PartyReading(name: listed ?? name, kind: listed != nil ? .body : .person))
    } else if body == nil, let address = mailbox.address, address.utf8.contains(UInt8(ascii: "@")),
      !MailName.isWithheld(address)
    {
      list.append(PartyReading(name: address, kind: .mailbox))
    }
    return list
  }

  /// What ties two mailboxes together: the name, and a domain that is not open to everybody.
  private func keys(_ mailbox: MessageHeader.Mailbox) -> [String] {
    var keys: [String] = []
    if let name = MailName.shown(mailbox.name) { keys.append("name " + name.lowercased()) }
    if let address = mailbox.address?.lowercased(), let at = address.lastIndex(of: "@") {
      let domain = String(address[address.index(after: at)...])
      if !Self.publicDomains.contains(domain), !MailName.isWithheld(domain) {
        keys.append("domain " + domain)
      }
    }
    return keys
  }

  private static let closingWords: Set<UInt64> = Set(
    ["regards", "sincerely", "faithfully", "wishes", "truly", "cheers", "sincerly"].map { Hash.of($0) })
  private static let greetings: Set<UInt64> = Set(["hello", "hi"].map { Hash.of($0) })
}

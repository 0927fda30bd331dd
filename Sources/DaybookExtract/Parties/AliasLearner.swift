import DaybookCore

/// Learns the parties of a document and the names they go by from its own words, before the statements are
/// read.
///
/// Reads "Department for Education (“DfE”)", with or without quotes, "the company Wonde", "solicitors at
/// Leigh Day", "our view at Defend Digital Me", a line "by NAME" at the top, and counts the public bodies
/// that are named, so that "the Department" has one meaning or none.
struct AliasLearner {
  private let text: [UInt8]
  private let document: Document
  private(set) var names = PartyNames()
  private(set) var aliases: [Alias] = []
  /// Full names seen for each noun that may stand for one ("department"), in order of their place.
  private var namesByRole: [UInt64: [String]] = [:]
  /// What "(“the Department”)" says.
  private var statedRoles: [UInt64: String] = [:]
  private(set) var author: PartyReading?
  private var passagesRead = 0
  /// Pairs of alias and name that are in `aliases`.
  private var seen: Set<[String]> = []

  init(_ document: Document, settings: ExtractionSettings) {
    self.document = document
    text = document.text
    for (alias, name) in settings.aliases.sorted(by: { $0.key < $1.key }) {
      names.add(name, of: name, kind: .body)
      names.add(alias, of: name, kind: .body)
    }
    if let item = document.metadata.first(where: { $0.key == "author" || $0.key == "og:site_name" }),
      document.header == nil,
      document.kind == .webPage
    {
      author = PartyReading(name: item.value, kind: .body)
      names.add(item.value, of: item.value, kind: .body)
    }
  }

  mutating func learn(_ tokens: [Token], isHeading: Bool) {
    passagesRead += 1
    if author == nil, passagesRead <= 8 { readByline(tokens) }
    for index in tokens.indices {
      let token = tokens[index]
      switch token.kind {
      case .openBracket: readBracket(tokens, index)
      case .word:
        if token.is(.descriptor), !token.isCapitalised || isFollowedByAt(tokens, index) {
          readDescriptor(tokens, index)
        }
        if token.isCapitalised { count(tokens, index) }
        if token.is([.firstPerson, .possessive]) { readAffiliation(tokens, index) }
      default: break
      }
    }
  }

  mutating func addPerson(_ name: String) { names.add(name, of: name, kind: .person) }

  /// Nouns that the text itself gives a meaning.
  var rolesStated: Set<UInt64> { Set(statedRoles.keys) }

  /// The one body that a noun may stand for, or nil.
  func body(forRole role: UInt64) -> String? {
    if let stated = statedRoles[role] { return stated }
    guard let seen = namesByRole[role] else { return nil }
    // "the Department" is the Department for Education rather than the Home Office, which is a department
    // too.
    let holders = seen.filter { $0.split(separator: " ").contains { Hash.of($0) == role } }
    let candidates = holders.isEmpty ? seen : holders
    return candidates.count == 1 ? candidates[0] : nil
  }

  // MARK: One pattern each

  /// "Department for Education (“DfE”)", "HM Treasury (HMT)", "the Home Office (“the Department”)".
  private mutating func readBracket(_ tokens: [Token], _ open: Int) {
    guard open > 0, aliases.count < 1000 else { return }
    var at = open + 1
    var isQuoted = false
    if at < tokens.count, tokens[at].kind == .openQuote { (isQuoted, at) = (true, at + 1) }
    let start = at
    while at < tokens.count, at - start < 4, tokens[at].kind == .word || tokens[at].kind == .number {
      at += 1
    }
    let end = at
    guard end > start else { return }
    if isQuoted, at < tokens.count, tokens[at].kind == .closeQuote { at += 1 }
    guard at < tokens.count, tokens[at].kind == .closeBracket, tokens[start].kind == .word else { return }
    let words = tokens[start..<end]
    let isAcronym = words.count == 1 && tokens[start].isAcronym
    guard isAcronym || isQuoted,
      let full = fullName(tokens, endingAt: open - 1, acronym: isAcronym ? tokens[start] : nil)
    else { return }
    let range = tokens[full.first].start..<tokens[open - 1].end
    let name = full.name ?? Excerpt.name(text, range)
    var aliasFirst = start
    if tokens[start].is(.determiner), end - start > 1 { aliasFirst = start + 1 }
    let alias = Excerpt.name(text, tokens[aliasFirst].start..<tokens[end - 1].end)
    guard alias != name, known(alias).map({ $0 == name }) ?? true else { return }
    if aliasFirst > start, end - aliasFirst == 1, tokens[aliasFirst].is([.organisation, .post]) {
      statedRoles[tokens[aliasFirst].hash] = statedRoles[tokens[aliasFirst].hash] ?? name
    } else {
      names.add(alias, of: name, kind: .body)
    }
    names.add(name, of: name, kind: .body)
    noteRoles(of: name, tokens, full.first, open - 1)
    record(alias, of: name, range.lowerBound..<tokens[at].end, rule: "alias-in-brackets")
  }

  /// The name in front of a bracket: one of the table, one with these initials, or one that is shaped like a
  /// body.
  private func fullName(_ tokens: [Token], endingAt end: Int, acronym: Token?) -> (first: Int, name: String?)?
  {
    for first in stride(from: end, through: max(0, end - 9), by: -1) {
      if let match = PartyNames.publicBodies.match(tokens, at: first), first + match.count - 1 == end {
        return (first, match.name.name)
      }
      // "Case Officer A (ICO)" says where she works, not what she is called.
      if let match = names.match(tokens, at: first), match.name.kind == .body, first + match.count - 1 == end
      {
        return (first, match.name.name)
      }
    }
    guard let first = NameShape.start(of: tokens, endingAt: end) else { return nil }
    let isBody =
      NameShape.isOrganisation(tokens, first, end) || (first..<end).contains { tokens[$0].is(.organisation) }
    guard isBody, end > first else { return nil }
    if let acronym, !hasInitials(tokens, first, end, acronym) { return nil }
    return (first, nil)
  }

  /// Whether the capitals of an acronym are the first letters of the words, in order.
  private func hasInitials(_ tokens: [Token], _ first: Int, _ last: Int, _ acronym: Token) -> Bool {
    var letters = (acronym.start..<acronym.end).map { text[$0] }.filter { $0 &- 0x41 < 26 }[...]
    for index in first...last where tokens[index].kind == .word {
      if let next = letters.first, text[tokens[index].start] & 0xDF == next { letters.removeFirst() }
    }
    return letters.isEmpty
  }

  /// "the company Wonde", "data rights agency AWO", "solicitors at Leigh Day", "a legal team at Leigh Day".
  private mutating func readDescriptor(_ tokens: [Token], _ index: Int) {
    var at = index + 1
    if at < tokens.count, tokens[at].hash == Words.at || tokens[at].hash == Words.called { at += 1 }
    guard at < tokens.count, NameShape.isNameWord(tokens[at]), !tokens[at].is([.opener, .title, .law]),
      PartyNames.publicBodies.match(tokens, at: at) == nil,
      let last = NameShape.end(of: tokens, from: at, limit: 4)
    else { return }
    let end = trimmedEnd(tokens, at, last)
    let name = Excerpt.name(text, tokens[at].start..<tokens[end].end)
    guard name.utf8.count > 2 else { return }
    names.add(name, of: known(name) ?? name, kind: .body)
  }

  private func isFollowedByAt(_ tokens: [Token], _ index: Int) -> Bool {
    index + 1 < tokens.count && tokens[index + 1].hash == Words.at
  }

  /// "our own view at Defend Digital Me", "we at defenddigitalme".
  private mutating func readAffiliation(_ tokens: [Token], _ index: Int) {
    guard author == nil || document.header == nil else { return }
    var at = index + 1
    while at < tokens.count, at - index < 4, tokens[at].hash != Words.at, tokens[at].kind == .word,
      !tokens[at].isCapitalised
    { at += 1 }
    guard at + 1 < tokens.count, tokens[at].hash == Words.at, tokens[at].kind == .word else { return }
    let first = at + 1
    guard tokens[first].kind == .word,
      !tokens[first].is([.determiner, .calendar, .possessive, .adverb, .preposition]),
      index == at - 1 || tokens[first].isCapitalised || names.match(tokens, at: first) != nil,
      PartyNames.publicBodies.match(tokens, at: first) == nil
    else { return }
    if !tokens[first].isCapitalised {
      // "we at defenddigitalme": a lower-case name is taken only directly behind the pronoun, and when it is
      // long enough to be one.
      guard index == at - 1, tokens[first].end - tokens[first].start >= 6 else { return }
    }
    let last = NameShape.end(of: tokens, from: first, limit: 5) ?? first
    // A team elsewhere ("our legal team at AWO") works for the author, it is not the author.
    guard !(index..<at).contains(where: { tokens[$0].is([.descriptor, .organisation]) }) else { return }
    setAuthor(
      Excerpt.name(text, tokens[first].start..<tokens[last].end), tokens[index].start..<tokens[last].end)
  }

  /// A line "by NAME" among the first of a page.
  private mutating func readByline(_ tokens: [Token]) {
    var at = 0
    while at < tokens.count {
      let startsLine = at == 0 || tokens[at].lineBreakBefore
      if startsLine, readReportBy(tokens, at) { return }
      if startsLine, tokens[at].hash == Words.by, at + 1 < tokens.count, tokens[at + 1].kind == .word,
        !tokens[at + 1].is([.determiner, .calendar])
      {
        var end = at + 1
        while end < tokens.count, !tokens[end].lineBreakBefore, tokens[end].kind == .word { end += 1 }
        let closes = end == tokens.count || tokens[end].lineBreakBefore || tokens[end].kind == .comma
        if closes, end - at <= 6, end > at + 1 {
          return setAuthor(
            Excerpt.name(text, tokens[at + 1].start..<tokens[end - 1].end),
            tokens[at].start..<tokens[end - 1].end)
        }
      }
      at += 1
    }
  }

  private static let papersByline: Set<UInt64> = Set(
    ["report", "statement", "submission", "evidence", "response"].map { Hash.of($0) })
  private static let chief: Set<UInt64> = Set(
    ["chief", "permanent", "acting", "managing"].map { Hash.of($0) })

  /// "Report by the Parliamentary Ombudsman on …": the body that "we" are in it.
  private mutating func readReportBy(_ tokens: [Token], _ at: Int) -> Bool {
    guard at + 3 < tokens.count, Self.papersByline.contains(tokens[at].hash), tokens[at + 1].hash == Words.by
    else {
      return false
    }
    var first = tokens[at + 2].hash == Words.the ? at + 3 : at + 2
    // "Statement by the Chief Executive of Calder Water": who the officer speaks for.
    var isOffice = false
    if tokens[first].is(.post) || Self.chief.contains(tokens[first].hash) {
      let of = (first..<min(first + 6, tokens.count)).first { tokens[$0].hash == Words.of }
      guard let of, of + 1 < tokens.count else { return false }
      first = tokens[of + 1].hash == Words.the && of + 2 < tokens.count ? of + 2 : of + 1
      isOffice = true
    }
    if let match = PartyNames.publicBodies.match(tokens, at: first) {
      setAuthor(match.name.name, tokens[at].start..<tokens[first + match.count - 1].end)
      return true
    }
    guard tokens[first].isCapitalised, let last = NameShape.end(of: tokens, from: first),
      isOffice || (first...last).contains(where: { tokens[$0].is(.organisation) })
    else { return false }
    setAuthor(Excerpt.name(text, tokens[first].start..<tokens[last].end), tokens[at].start..<tokens[last].end)
    return true
  }

  private mutating func setAuthor(_ name: String, _ evidence: Range<Int>) {
    let name = known(name) ?? name
    if let author {
      // The same name in other spacing: "defenddigitalme", "Defend Digital Me".
      guard author.name != name, Spelling.isSame(author.name, name) else { return }
      let (full, short) =
        author.name.utf8.count >= name.utf8.count ? (author.name, name) : (name, author.name)
      self.author?.name = full
      names.add(short, of: full, kind: .body)
      record(short, of: full, evidence, rule: "alias-by-spelling")
      return
    }
    author = PartyReading(name: name, kind: .body)
    names.add(name, of: name, kind: .body)
    let squeezed = Spelling.squeezed(name)
    if squeezed != name { names.add(squeezed, of: name, kind: .body) }
    if let initials = Spelling.initials(name) { names.add(initials, of: name, kind: .body) }
  }

  private func known(_ name: String) -> String? { PublicBodyRoles.nameByAlias[name] }

  /// Counts the names that could be meant by "the Department".
  private mutating func count(_ tokens: [Token], _ index: Int) {
    if let match = PartyNames.publicBodies.match(tokens, at: index) {
      if let roles = PublicBodyRoles.byName[match.name.name] {
        for role in roles { note(match.name.name, role: role) }
      }
      noteTableAlias(match.name.name, tokens[index].start..<tokens[index + match.count - 1].end)
    } else if tokens[index].is(.organisation), index + 2 < tokens.count,
      tokens[index + 1].hash == Words.of || tokens[index + 1].hash == Words.for,
      let last = NameShape.end(of: tokens, from: index), last > index + 1
    {
      note(Excerpt.name(text, tokens[index].start..<tokens[last].end), role: tokens[index].hash)
    } else if tokens[index].is(.organisation), tokens[index].isCapitalised, index > 1,
      NameShape.isNameWord(tokens[index - 1]), NameShape.isNameWord(tokens[index - 2]),
      index + 1 >= tokens.count || !tokens[index + 1].isCapitalised
    {
      // "Aire Valley NHS Trust": later "the Trust".
      var first = index - 1
      while first > 0, index - first < 5, NameShape.isNameWord(tokens[first - 1]),
        !tokens[first].lineBreakBefore
      {
        first -= 1
      }
      guard !(first...index).contains(where: { tokens[$0].is([.opener, .calendar]) }) else { return }
      note(Excerpt.name(text, tokens[first].start..<tokens[index].end), role: tokens[index].hash)
    }
  }

  /// "DfE" in a paper that never spells it out: the table of public bodies says whose it is, and the case
  /// should know that name too.
  private mutating func noteTableAlias(_ name: String, _ range: Range<Int>) {
    guard aliases.count < 1000, range.count < name.utf8.count else { return }
    let words = Excerpt.name(text, range)
    if PublicBodyRoles.nameByAlias[words] == name, words != name {
      record(words, of: name, range, rule: "public-body-table")
    }
  }

  private mutating func noteRoles(of name: String, _ tokens: [Token], _ first: Int, _ last: Int) {
    for index in first...last where tokens[index].is(.organisation) { note(name, role: tokens[index].hash) }
  }

  private mutating func note(_ name: String, role: UInt64) {
    // Ten names are as ambiguous as a thousand.
    guard namesByRole[role, default: []].count < 10, !namesByRole[role, default: []].contains(name) else {
      return
    }
    namesByRole[role, default: []].append(name)
  }

  /// Leaves off what cannot end a name: "AWO Our" at a line's end.
  private func trimmedEnd(_ tokens: [Token], _ first: Int, _ last: Int) -> Int {
    var end = last
    for index in stride(from: first + 1, through: last, by: 1)
    where tokens[index].lineBreakBefore || tokens[index].is(.opener) {
      end = index - 1
      break
    }
    return max(first, end)
  }

  private mutating func record(_ alias: String, of name: String, _ range: Range<Int>, rule: String) {
    let alias = Alias(
      name: name, alias: alias, kind: .body, evidence: Anchors.make(document, range), rule: rule)
    guard seen.insert([alias.alias, name]).inserted else { return }
    aliases.append(alias)
  }
}

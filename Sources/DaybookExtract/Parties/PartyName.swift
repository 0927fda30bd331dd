import DaybookCore

/// A name that a party goes by in one document, and the name it is shown under.
struct PartyName: Hashable, Sendable {
  /// The fullest name known.
  var name: String
  var kind: Party.Kind
  /// Hashes of the tokens of this name, genitive marks included.
  var words: [UInt64]
  /// "ICO" is not "ico", "Wonde" is not "wonde"; "defenddigitalme" is found in any case.
  var needsAcronym = false
  var needsCapital = false

  /// Nil where the alias has no words.
  init?(_ alias: String, of name: String, kind: Party.Kind) {
    let bytes = Array(alias.utf8)
    var tokens: [Token] = []
    Tokenizer.tokens(in: 0..<bytes.count, of: bytes, into: &tokens)
    guard let first = tokens.first, tokens.contains(where: { $0.kind == .word }) else { return nil }
    self.name = name
    self.kind = kind
    words = tokens.map(\.hash)
    needsAcronym = tokens.count == 1 && first.isAcronym
    needsCapital = first.isCapitalised
  }
}

/// The names to look for, found by the hash of their first word.
struct PartyNames: Sendable {
  private(set) var names: [PartyName] = []
  private var byFirstWord: [UInt64: [Int]] = [:]
  /// One bit for each first word, so that most words of a text cost one look.
  private var gate = [UInt64](repeating: 0, count: 1024)

  private static let limit = 4000
  private static let limitPerWord = 40

  /// The table of public bodies.
  static let publicBodies: PartyNames = {
    var names = PartyNames()
    for row in PublicBodyTable.rows {
      for alias in [row.name] + row.aliases { names.add(alias, of: row.name, kind: .body) }
    }
    return names
  }()

  mutating func add(_ alias: String, of name: String, kind: Party.Kind) {
    guard let entry = PartyName(alias, of: name, kind: kind), let first = entry.words.first else { return }
    // A hostile text may make up names without end; a real one has some hundreds.
    guard names.count < PartyNames.limit, byFirstWord[first, default: []].count < PartyNames.limitPerWord,
      !byFirstWord[first, default: []].contains(where: { names[$0].words == entry.words })
    else { return }
    byFirstWord[first, default: []].append(names.count)
    names.append(entry)
    gate[Int(first >> 6) & 1023] |= 1 << (first & 63)
  }

  /// The longest name that begins at a token, and the number of its tokens.
  func match(_ tokens: [Token], at start: Int) -> (name: PartyName, count: Int)? {
    let first = tokens[start].hash
    guard gate[Int(first >> 6) & 1023] & (1 << (first & 63)) != 0, let candidates = byFirstWord[first] else {
      return nil
    }
    var best: (name: PartyName, count: Int)?
    for index in candidates {
      let name = names[index]
      let count = name.words.count
      guard start + count <= tokens.count, count > best?.count ?? 0 else { continue }
      if name.needsAcronym && !tokens[start].isAcronym || name.needsCapital && !tokens[start].isCapitalised {
        continue
      }
      if (0..<count).allSatisfy({ tokens[start + $0].hash == name.words[$0] }) { best = (name, count) }
    }
    return best
  }

  var isEmpty: Bool { names.isEmpty }
}

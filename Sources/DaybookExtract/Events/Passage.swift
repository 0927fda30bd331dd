import DaybookCore

/// A date mention at its tokens.
struct PassageDate: Hashable, Sendable {
  /// First and last token, both included.
  var first: Int
  var last: Int
  var bytes: Range<Int>
  var reading: DateReading
}

/// A block of a document, read: tokens, sentences, parties, dates. The largest stretch that a statement may
/// lie in.
struct Passage: Sendable {
  var kind: Block.Kind
  var bytes: Range<Int>
  /// Index of the block in the document, to tell neighbours.
  var block: Int
  var cell: Block.Cell?
  /// Index in `Reading.papers`.
  var paper: Int
  var tokens: [Token] = []
  var sentences: [Range<Int>] = []
  var parties: [PartyMention] = []
  /// Index in `parties` for each token, -1 where none is.
  var partyAt: [Int32] = []
  var dates: [PassageDate] = []
  /// The list of dated entries that it belongs to, nil for other passages.
  var run: Int?
  /// The date on a line of its own that heads it in a timeline; `headsTimeline` marks those lines.
  var head: (bytes: Range<Int>, reading: DateReading)?
  var headsTimeline = false

  /// Bytes of a range of tokens.
  func bytes(of range: Range<Int>) -> Range<Int> {
    guard let first = range.first, let last = range.last else { return bytes.lowerBound..<bytes.lowerBound }
    return tokens[first].start..<tokens[last].end
  }

  /// Index of the sentence that a token is in.
  func sentence(of token: Int) -> Int {
    var (low, high) = (0, max(0, sentences.count - 1))
    while low < high {
      let middle = (low + high + 1) / 2
      if sentences[middle].lowerBound <= token { low = middle } else { high = middle - 1 }
    }
    return low
  }

  /// Whether a token belongs to a date. A search, for a line may have thousands of dates.
  func isDated(_ token: Int) -> Bool {
    var (low, high) = (0, dates.count)
    while low < high {
      let middle = (low + high) / 2
      if dates[middle].first <= token { low = middle + 1 } else { high = middle }
    }
    return low > 0 && token <= dates[low - 1].last
  }
}

/// A sentence with its verbs and clauses.
struct Statement: Sendable {
  var tokens: Range<Int>
  var predicates: [Predicate]
  var clauses: [Range<Int>]
  /// Indices in `Passage.dates`.
  var dates: [Int]

  init(_ passage: Passage, sentence: Range<Int>, dates: [Int]) {
    tokens = sentence
    self.dates = dates
    predicates = PredicateFinder(tokens: passage.tokens, range: sentence, partyAt: passage.partyAt)
      .predicates()
    clauses = ClauseSplitter.clauses(of: passage.tokens, in: sentence, partyAt: passage.partyAt)
  }

  /// All sentences of a passage.
  static func all(_ passage: Passage) -> [Statement] {
    var statements: [Statement] = []
    var next = 0
    for sentence in passage.sentences {
      var dates: [Int] = []
      while next < passage.dates.count, passage.dates[next].first < sentence.upperBound {
        dates.append(next)
        next += 1
      }
      statements.append(Statement(passage, sentence: sentence, dates: dates))
    }
    return statements
  }

  func clause(of token: Int) -> Int { clauses.firstIndex { $0.contains(token) } ?? 0 }
}

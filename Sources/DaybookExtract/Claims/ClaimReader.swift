import DaybookCore

/// Finds what a passage asserts beside its dated statements: how often, how many, who has seen what, which
/// version.
enum ClaimReader {
  static func read(_ passage: Passage, _ reading: Reading, into claims: inout ClaimList) {
    switch reading.papers[passage.paper].kind {
    case .index, .separator: return
    default: break
    }
    if Notices.isNotice(passage) { return }
    for sentence in passage.sentences where (3...120).contains(sentence.count) {
      let words = ClaimWords(passage, sentence, reading.document.text)
      FrequencyClaims.read(words, into: &claims)
      NumberClaims.read(words, into: &claims)
      VersionClaims.read(words, reading, into: &claims)
      InvolvementClaims.read(words, reading, into: &claims)
    }
  }
}

/// A sentence as a rule of claims looks at it.
struct ClaimWords {
  let passage: Passage
  let sentence: Range<Int>
  let text: [UInt8]

  init(_ passage: Passage, _ sentence: Range<Int>, _ text: [UInt8]) {
    self.passage = passage
    self.sentence = sentence
    self.text = text
  }

  func hash(_ index: Int) -> UInt64? { sentence.contains(index) ? passage.tokens[index].hash : nil }

  func has(_ words: Set<UInt64>, in range: Range<Int>) -> Bool {
    range.clamped(to: sentence).contains { words.contains(passage.tokens[$0].hash) }
  }

  func text(of index: Int) -> String { String(decoding: text[passage.tokens[index].bytes], as: UTF8.self) }

  /// The date of the sentence that stands nearest to a token.
  func nearestDate(to index: Int) -> Timex? {
    passage.dates.filter { sentence.contains($0.first) }.min {
      abs($0.first - index) < abs($1.first - index)
    }?
    .reading.when
  }

  /// The sentence, cut where it is too long to quote.
  var quote: Range<Int> { Quoting.bytes(passage, Quoting.trimmed(passage, sentence)) }

  /// The clause around a token, or the sentence where that is short.
  func quote(around index: Int) -> Range<Int> {
    if passage.bytes(of: sentence).count <= 300 { return quote }
    let clauses = ClauseSplitter.clauses(of: passage.tokens, in: sentence, partyAt: passage.partyAt)
    return clauses.first { $0.contains(index) }.map {
      Quoting.bytes(passage, Quoting.trimmed(passage, $0))
    } ?? quote
  }

  /// A number in digits with or without commas, or in a word up to twelve; nil for others and for decimals.
  func number(_ index: Int) -> Int? {
    guard sentence.contains(index) else { return nil }
    let token = passage.tokens[index]
    if let known = ClaimWords.words[token.hash] { return known }
    guard token.kind == .number, token.end - token.start <= 11 else { return nil }
    var value = 0
    for byte in text[token.bytes] {
      if byte == UInt8(ascii: ",") { continue }
      guard byte &- 0x30 < 10 else { return nil }
      value = value * 10 + Int(byte - 0x30)
    }
    return value
  }

  private static let words: [UInt64: Int] = Dictionary(
    uniqueKeysWithValues: [
      "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    ].enumerated().map { (Hash.of($0.element), $0.offset + 1) })
}

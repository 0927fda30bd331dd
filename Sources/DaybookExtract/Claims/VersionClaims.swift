import DaybookCore

/// Labels of versions with the paper that bears them and the date of the sentence: "V1 DPIA", "v6. of the DPIA
/// in February 2022", "DfE calls it 1.1".
enum VersionClaims {
  static func read(_ words: ClaimWords, _ reading: Reading, into claims: inout ClaimList) {
    let tokens = words.passage.tokens
    var when: Timex?
    var seen: Set<String> = []
    var index = words.sentence.lowerBound
    var subject: String?
    while index < words.sentence.upperBound {
      defer { index += 1 }
      guard let (last, label) = label(words, index) else { continue }
      if subject == nil { subject = PaperNoun.key(near: index, words) }
      guard let subject else { return }
      if when == nil { when = date(words) }
      guard seen.insert(label).inserted else { continue }
      // "(?)": the writer doubts it.
      let isDoubted = (last + 1..<min(last + 5, words.sentence.upperBound)).contains {
        words.text[tokens[$0].start] == UInt8(ascii: "?") && $0 + 1 < words.sentence.upperBound
      }
      claims.add(
        ClaimList.Draft(
          kind: .version, subject: subject, value: label + (isDoubted ? "?" : ""), when: when,
          quote: words.quote(around: index), rule: "claim-version"))
      index = last
    }
  }

  /// "v6" for "V6.", "version 6", "v6.0" as "v6.0"; "calls it 1.1" as "v1.1".
  private static func label(_ words: ClaimWords, _ index: Int) -> (last: Int, label: String)? {
    let tokens = words.passage.tokens
    if let last = VersionLabel.end(tokens, index, words.text) {
      let digits = words.text[tokens[index].start..<tokens[last].end].filter {
        $0 &- 0x30 < 10 || $0 == UInt8(ascii: ".")
      }
      var text = String(decoding: digits, as: UTF8.self)
      while text.last == "." { text.removeLast() }
      return text.isEmpty || text.first == "." ? nil : (last, "v" + text)
    }
    guard index - 2 >= words.sentence.lowerBound, tokens[index].kind == .number,
      calling.contains(tokens[index - 2].hash) || calling.contains(tokens[index - 1].hash)
    else { return nil }
    let text = words.text(of: index)
    guard text.contains("."), text.allSatisfy({ $0.isASCII && ($0.isNumber || $0 == ".") }) else {
      return nil
    }
    return (index, "v" + text)
  }

  private static func date(_ words: ClaimWords) -> Timex? {
    words.passage.dates.first { words.sentence.contains($0.first) }?.reading.when
      ?? (words.passage.run != nil ? words.passage.dates.first?.reading.when : nil)
  }

  private static let calling: Set<UInt64> = Set(
    ["calls", "call", "called", "calling", "labelled"].map { Hash.of($0) })
}

/// Nouns for papers, brought to one form.
enum PaperNoun {
  /// The paper that a sentence speaks of nearest to a token, then in the whole passage; nil for none.
  static func key(near index: Int, _ words: ClaimWords) -> String? {
    let nearest = words.sentence.min { abs(distance($0, index, words)) < abs(distance($1, index, words)) }
    if let nearest, let key = key(at: nearest, words) { return key }
    for at in words.passage.tokens.indices.prefix(400) where names[words.passage.tokens[at].hash] != nil {
      return names[words.passage.tokens[at].hash]
    }
    return nil
  }

  /// The key of the first paper in a range, if there is one.
  static func key(in range: Range<Int>, _ words: ClaimWords) -> String? {
    range.clamped(to: words.sentence).lazy.compactMap { key(at: $0, words) }.first
  }

  private static func distance(_ at: Int, _ index: Int, _ words: ClaimWords) -> Int {
    key(at: at, words) == nil ? Int.max / 2 : at - index
  }

  static func key(at index: Int, _ words: ClaimWords) -> String? { names[words.passage.tokens[index].hash] }

  /// Source: texts; a data protection impact assessment is called by its letters or by its last word.
  private static let names: [UInt64: String] = Dictionary(
    uniqueKeysWithValues: [
      ("dpia", "dpia"), ("dpias", "dpia"), ("assessment", "dpia"), ("pia", "dpia"),
      ("notice", "privacy notice"),
      ("notices", "privacy notice"), ("policy", "policy"), ("agreement", "agreement"),
      ("contract", "contract"),
      ("report", "report"), ("guidance", "guidance"), ("protocol", "protocol"),
    ].map { (Hash.of($0.0), $0.1) })
}

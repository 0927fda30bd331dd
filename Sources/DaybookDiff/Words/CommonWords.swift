/// Words that stand everywhere in a language or in a text.
enum CommonWords {
  /// The most frequent function words of English. Source: the first ranks of any frequency list (British
  /// National Corpus), verbs and nouns left out.
  private static let english = [
    "the", "of", "and", "to", "a", "in", "that", "is", "for", "it", "on", "with", "as", "be", "by", "at",
    "or",
    "from", "an", "are", "was", "were", "this", "which", "not", "have", "has", "will", "any", "may", "its",
    "but", "been", "their", "these", "such", "if", "we", "you", "your", "our", "they", "must", "would", "can",
    "The", "A", "In", "This", "It", "If", "We", "You",
  ]

  /// By number, whether the word is one of these or nothing but punctuation.
  static func flags(_ table: inout TokenTable, _ streams: [TokenStream], _ texts: [[UInt8]]) -> [Bool] {
    var words: Set<[UInt8]> = []
    for word in english { words.insert(Array(word.utf8)) }
    var flags = [Bool](repeating: false, count: table.count)
    var isKnown = flags
    for (stream, text) in zip(streams, texts) {
      for word in stream.ids.indices {
        let core = Int(stream.cores[word])
        if isKnown[core] { continue }
        isKnown[core] = true
        let bytes = stream.bytes(word)
        if bytes.count > 10 { continue }
        var range = bytes
        text.withUnsafeBufferPointer { range = Bytes.core($0, bytes.lowerBound, bytes.upperBound) }
        flags[core] = range.isEmpty || words.contains(Array(text[range]))
      }
      for word in stream.ids.indices { flags[Int(stream.ids[word])] = flags[Int(stream.cores[word])] }
    }
    return flags
  }
}

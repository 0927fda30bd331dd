/// Words and what they stand for, found with one multiplication and, nearly always, one comparison.
///
/// Four places for each word, and the next free one where two meet: making a table takes no longer than
/// reading its rows, which every worker process does before its first document. Lookups allocate nothing, and
/// are inlined into other modules: there the table would be looked up through generic metadata otherwise.
package struct WordTable<Value: Sendable>: Sendable {
  @usableFromInline package let words: [FoldedWord]
  @usableFromInline package let values: [Value]
  /// Index in `words` plus one; 0 is free. The number of places is a power of two.
  @usableFromInline package let places: [UInt32]
  @usableFromInline package let shift: UInt64
  /// For each first letter the lengths that occur: most words of a text end here.
  @usableFromInline package let lengths: [UInt32]

  /// Later rows of the same word replace earlier ones.
  package init(_ rows: [(String, Value)]) {
    var words: [FoldedWord] = []
    var values: [Value] = []
    var lengths = [UInt32](repeating: 0, count: 256)
    var bits: UInt64 = 4
    while 1 << bits < rows.count * 4 { bits += 1 }
    var places = [UInt32](repeating: 0, count: 1 << bits)
    for (text, value) in rows {
      let word = FoldedWord(text)
      var place = Int(word.mixed >> (64 - bits))
      while places[place] != 0, words[Int(places[place]) - 1] != word {
        place = (place + 1) & (places.count - 1)
      }
      if places[place] != 0 {
        values[Int(places[place]) - 1] = value
        continue
      }
      words.append(word)
      values.append(value)
      places[place] = UInt32(words.count)
      lengths[Int(word.low & 0xFF)] |= 1 << UInt32(min(word.count, 31))
    }
    (self.words, self.values, self.places, self.lengths) = (words, values, places, lengths)
    shift = 64 - bits
  }

  @inlinable
  package subscript(word: FoldedWord) -> Value? {
    let first = Int(word.low & 0xFF)
    guard word.count > 0, word.count <= 16, lengths[first] & (1 << UInt32(word.count)) != 0 else {
      return nil
    }
    var place = Int(word.mixed >> shift)
    while true {
      let index = Int(places[place]) - 1
      if index < 0 { return nil }
      let known = words[index]
      if known.low == word.low, known.high == word.high, known.count == word.count { return values[index] }
      place = (place + 1) & (places.count - 1)
    }
  }
}

/// Words and what they stand for, found with one multiplication and one comparison.
///
/// A perfect hash: when it is made, seeds are tried until no two words share a slot. Lookups allocate
/// nothing.
package struct WordTable<Value: Sendable>: Sendable {
  private var slots: [Slot?]
  private let seed: UInt64
  private let shift: UInt64
  /// For each first letter the lengths that occur: most words of a text end here.
  private var lengths: [UInt32]

  private struct Slot: Sendable {
    var word: FoldedWord
    var value: Value
  }

  /// Later rows of the same word replace earlier ones.
  package init(_ rows: [(String, Value)]) {
    var unique: [FoldedWord: Value] = [:]
    var order: [FoldedWord] = []
    var lengths = [UInt32](repeating: 0, count: 256)
    for (text, value) in rows {
      let word = FoldedWord(text)
      if unique.updateValue(value, forKey: word) == nil { order.append(word) }
      lengths[Int(word.low & 0xFF)] |= 1 << UInt32(min(word.count, 31))
    }
    var bits: UInt64 = 4
    while 1 << bits < order.count * 4 { bits += 1 }
    var seed: UInt64 = 0
    var found: [Slot?] = []
    search: while true {
      // A table of 2^bits slots and a quarter as many words: a free seed is found within some tries; grow if
      // not.
      if seed > 4000 {
        seed = 0
        bits += 1
      }
      found = [Slot?](repeating: nil, count: 1 << bits)
      for word in order {
        let index = Int(word.mixed(with: seed) >> (64 - bits))
        if found[index] != nil {
          seed += 1
          continue search
        }
        if let value = unique[word] { found[index] = Slot(word: word, value: value) }
      }
      break
    }
    self.slots = found
    self.seed = seed
    self.shift = 64 - bits
    self.lengths = lengths
  }

  @inline(__always)
  package subscript(word: FoldedWord) -> Value? {
    let first = Int(word.low & 0xFF)
    guard word.count > 0, word.count <= 16, lengths[first] & (1 << UInt32(word.count)) != 0 else {
      return nil
    }
    guard let slot = slots[Int(word.mixed(with: seed) >> shift)], slot.word == word else { return nil }
    return slot.value
  }
}

/// Words and what they stand for, found with one multiplication and mostly one comparison.
///
/// Open addressing with at most a quarter of the slots in use. Lookups allocate nothing. Inlinable, because a
/// generic type of another module is otherwise never specialised: that cost more than the lookups themselves.
@usableFromInline package struct WordTable<Value: Sendable>: Sendable {
  @usableFromInline let slots: [Slot?]
  @usableFromInline let shift: UInt64
  /// For each first letter the lengths that occur: most words of a text end here.
  @usableFromInline let lengths: [UInt32]

  @usableFromInline struct Slot: Sendable {
    @usableFromInline let word: FoldedWord
    @usableFromInline var value: Value

    @inlinable init(word: FoldedWord, value: Value) {
      self.word = word
      self.value = value
    }
  }

  /// Later rows of the same word replace earlier ones.
  @inlinable
  package init(_ rows: [(String, Value)]) {
    var bits: UInt64 = 4
    while 1 << bits < rows.count * 4 { bits += 1 }
    var slots = [Slot?](repeating: nil, count: 1 << bits)
    var lengths = [UInt32](repeating: 0, count: 256)
    for (text, value) in rows {
      let word = FoldedWord(text)
      lengths[Int(word.low & 0xFF)] |= 1 << UInt32(min(word.count, 31))
      var index = Int(word.mixed >> (64 - bits))
      while let taken = slots[index], taken.word != word { index = (index + 1) & (slots.count - 1) }
      slots[index] = Slot(word: word, value: value)
    }
    self.slots = slots
    self.shift = 64 - bits
    self.lengths = lengths
  }

  @inlinable @inline(__always)
  package subscript(word: FoldedWord) -> Value? {
    guard word.count > 0, word.count <= 16,
      lengths[Int(word.low & 0xFF)] & (1 << UInt32(truncatingIfNeeded: word.count)) != 0
    else { return nil }
    return find(word)
  }

  @inlinable
  func find(_ word: FoldedWord) -> Value? {
    var index = Int(word.mixed >> shift)
    while let slot = slots[index] {
      if slot.word == word { return slot.value }
      index = (index + 1) & (slots.count - 1)
    }
    return nil
  }
}

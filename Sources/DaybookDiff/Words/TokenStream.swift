import DaybookCore

/// The words of one side as numbers.
///
/// Shape: parallel arrays, one entry a word; a word is a run of bytes without ASCII white space inside a
/// block. `cores` are the words without the punctuation around them (their own number where there is none).
/// `first[u]..<first[u + 1]` are the words of unit `u`.
struct TokenStream {
  private(set) var starts: [Int32] = []
  private(set) var ends: [Int32] = []
  private(set) var ids: [Int32] = []
  private(set) var cores: [Int32] = []
  private(set) var first: [Int32] = [0]

  func words(of unit: Int) -> Range<Int> { Int(first[unit])..<Int(first[unit + 1]) }
  func words(of units: Range<Int>) -> Range<Int> {
    Int(first[units.lowerBound])..<Int(first[units.upperBound])
  }

  func bytes(_ word: Int) -> Range<Int> { Int(starts[word])..<Int(ends[word]) }

  init(
    _ side: VersionSide, index: Int, table: inout TokenTable, _ old: UnsafeBufferPointer<UInt8>,
    _ new: UnsafeBufferPointer<UInt8>
  ) {
    let text = index == 0 ? old : new
    starts.reserveCapacity(side.byteCount / 6)
    ends.reserveCapacity(side.byteCount / 6)
    ids.reserveCapacity(side.byteCount / 6)
    cores.reserveCapacity(side.byteCount / 6)
    first.reserveCapacity(side.units.count + 1)
    for unit in side.units {
      if unit.blocks.count <= 1 {
        add(unit.bytes, text, index, &table, old, new)
      } else {
        for block in unit.blocks { add(side.document.blocks[block].bytes, text, index, &table, old, new) }
      }
      first.append(Int32(starts.count))
    }
  }

  private mutating func add(
    _ range: Range<Int>, _ text: UnsafeBufferPointer<UInt8>, _ side: Int, _ table: inout TokenTable,
    _ old: UnsafeBufferPointer<UInt8>, _ new: UnsafeBufferPointer<UInt8>
  ) {
    var index = range.lowerBound
    while index < range.upperBound {
      while index < range.upperBound, Bytes.isBlank(text[index]) { index += 1 }
      let start = index
      while index < range.upperBound, !Bytes.isBlank(text[index]) { index += 1 }
      if start == index { break }
      let id = table.id(start, index, side: side, old, new)
      let core = Bytes.core(text, start, index)
      starts.append(Int32(start))
      ends.append(Int32(index))
      ids.append(id)
      let isWhole = core.isEmpty || core == start..<index
      cores.append(isWhole ? id : table.id(core.lowerBound, core.upperBound, side: side, old, new))
    }
  }
}

/// What the diff has to know of single bytes.
enum Bytes {
  @inline(__always)
  static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || (byte >= 0x09 && byte <= 0x0D) }

  @inline(__always)
  static func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }

  @inline(__always)
  static func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- 0x61 < 26 || byte >= 0x80 }

  /// Letters, digits, underscore, and all that is not ASCII.
  @inline(__always)
  static func isWord(_ byte: UInt8) -> Bool { isDigit(byte) || isLetter(byte) || byte == 0x5F }

  /// The range without the punctuation at its ends; empty where there is nothing else.
  @inline(__always)
  static func core(_ text: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int) -> Range<Int> {
    var (start, end) = (start, end)
    while start < end, !isWord(text[start]) { start += 1 }
    while end > start, !isWord(text[end - 1]) { end -= 1 }
    return start..<end
  }

  /// The range without white space at its ends.
  static func trimmed(_ range: Range<Int>, in text: [UInt8]) -> Range<Int> {
    var (start, end) = (range.lowerBound, range.upperBound)
    while start < end, isBlank(text[start]) { start += 1 }
    while end > start, isBlank(text[end - 1]) { end -= 1 }
    return start..<end
  }
}

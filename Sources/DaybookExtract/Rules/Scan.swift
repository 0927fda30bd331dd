import DaybookCore

/// Runs rules over a text in one pass: at each word and number, only the rules that asked for it are tried.
///
/// The longest match wins, of equals the rule listed first; matches do not overlap and come in order. At most
/// 64 rules. Linear in the text: a rule that is tried looks at a bounded stretch around its trigger.
package struct Scan: Sendable {
  /// A match in its place.
  package struct Found: Hashable, Sendable {
    package var bytes: Range<Int>
    package var value: MatchValue
    package var rule: String
  }

  private let rules: [any MentionRule]
  private let words: WordTable<UInt64>
  private let digitMask: UInt64
  /// For each byte: bit set of the rules to try where it stands.
  private let byteMasks: [UInt64]

  package init(rules: [any MentionRule]) {
    self.rules = Array(rules.prefix(64))
    var masks: [String: UInt64] = [:]
    var order: [String] = []
    var digitMask: UInt64 = 0
    var byteMasks = [UInt64](repeating: 0, count: 256)
    for (index, rule) in self.rules.enumerated() {
      let bit: UInt64 = 1 << UInt64(index)
      let triggers = rule.triggers
      if triggers.hasDigit { digitMask |= bit }
      for byte in triggers.bytes { byteMasks[Int(byte)] |= bit }
      for word in triggers.words {
        if masks[word] == nil { order.append(word) }
        masks[word, default: 0] |= bit
      }
    }
    words = WordTable(order.map { ($0, masks[$0] ?? 0) })
    self.digitMask = digitMask
    self.byteMasks = byteMasks
  }

  package func matches(in text: [UInt8], range: Range<Int>? = nil, context: RuleContext) -> [Found] {
    text.withUnsafeBufferPointer { bytes in
      let range = (range ?? 0..<bytes.count).clamped(to: 0..<bytes.count)
      var found: [Found] = []
      scan(bytes, range: range, context: context, into: &found)
      return found
    }
  }

  /// The pass itself; `range` lies inside `bytes`.
  package func scan(
    _ bytes: UnsafeBufferPointer<UInt8>, range: Range<Int>, context: RuleContext, into found: inout [Found]
  ) {
    var position = range.lowerBound
    let end = range.upperBound
    let cursor = TextCursor(bytes, at: position, limit: end, origin: position)
    /// Where the last match ended: nothing may start before it.
    var floor = position
    while position < end {
      let byte = bytes[position]
      var mask: UInt64
      var next: Int
      if ByteClass.isLetter(byte) {
        let word = cursor.word(at: position)
        next = position + word.count
        // A word that runs on behind a letter beyond ASCII ("café") is another word.
        mask = words[word] ?? 0
        if mask != 0, position > range.lowerBound, bytes[position - 1] >= 0x80,
          !TextCursor.isQuote(bytes, endingAt: position), !isSpace(bytes, endingAt: position)
        {
          mask = 0
        }
      } else if ByteClass.isDigit(byte) {
        next = position + 1
        while next < end, ByteClass.isDigit(bytes[next]) { next += 1 }
        mask = digitMask
      } else {
        next = position + 1
        mask = byteMasks[Int(byte)]
      }
      if mask != 0, let best = attempt(mask, at: position, floor: floor, cursor: cursor, context: context) {
        floor = max(best.bytes.upperBound, next)
        next = floor
        found.append(best)
      }
      position = next
    }
  }

  private func attempt(
    _ mask: UInt64, at position: Int, floor: Int, cursor: TextCursor, context: RuleContext
  ) -> Found? {
    var mask = mask
    var best: (bytes: Range<Int>, value: MatchValue, rule: Int)?
    while mask != 0 {
      let index = mask.trailingZeroBitCount
      mask &= mask - 1
      var trial = cursor
      trial.position = position
      guard let match = rules[index].match(at: &trial, context: context) else { continue }
      let start = max(match.start ?? position, floor)
      let stop = min(trial.position, cursor.limit)
      guard stop > start, start <= position || match.start != nil else { continue }
      if let best,
        best.bytes.upperBound > stop || best.bytes.upperBound == stop && best.bytes.lowerBound <= start
      {
        continue
      }
      best = (start..<stop, match.value, index)
    }
    return best.map { Found(bytes: $0.bytes, value: $0.value, rule: rules[$0.rule].name) }
  }

  /// Whether a no-break or thin space ends here.
  private func isSpace(_ bytes: UnsafeBufferPointer<UInt8>, endingAt end: Int) -> Bool {
    if end >= 2, bytes[end - 2] == 0xC2, bytes[end - 1] == 0xA0 { return true }
    return end >= 3 && bytes[end - 3] == 0xE2 && bytes[end - 2] == 0x80
      && (bytes[end - 1] < 0x90 || bytes[end - 1] >= 0xA0)
      || end >= 3 && bytes[end - 3] == 0xEF && bytes[end - 2] == 0xBB && bytes[end - 1] == 0xBF
  }
}

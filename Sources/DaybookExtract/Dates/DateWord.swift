import DaybookCore

/// What a word can be inside a date.
struct DateWord: Hashable, Sendable {
  enum Kind: UInt8, Sendable {
    case month, weekday, cardinal, ordinal, unit, season, deictic, direction, part, dayPart, numberSuffix
  }

  var kind: Kind
  /// Month 1…12, weekday 1…7, the number itself, a `DateUnit`, a day offset, …: by kind.
  var value: Int
  /// A short form ("Feb", "Weds"), which a full stop may follow and which means nothing without other words.
  var isShort = false

  /// What a word is in a date, nil for most words.
  @inline(__always)
  static func of(_ word: FoldedWord) -> DateWord? { DateWordTable.words[word] }
}

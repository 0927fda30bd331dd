import DaybookCore

/// Whole numbers in words: "seven", "twenty-one", "a hundred", "two thousand and five", "nineteen
/// eighty-four".
///
/// Source: New Hart's Rules, 11.1.
enum Numerals {
  /// 1…9999 as an amount; nil where no number stands here.
  static func whole(_ cursor: inout TextCursor) -> Int? {
    var trial = cursor
    guard var value = below100(&trial) else { return nil }
    var probe = trial
    if probe.skipBlanks(lines: true) || probe.take(UInt8(ascii: "-")), probe.take(hundred) {
      value *= 100
      trial = probe
      if let rest = rest(&probe) {
        value += rest
        trial = probe
      }
    }
    probe = trial
    if probe.skipBlanks(lines: true), probe.take(thousand), value < 10 {
      value *= 1000
      trial = probe
      if let rest = rest(&probe) {
        value += rest
        trial = probe
      }
    }
    guard value > 0, value <= 9999 else { return nil }
    cursor = trial
    return value
  }

  /// A year in words, 1100…2199: "two thousand and twenty-two", "nineteen ninety-nine", "nineteen hundred and
  /// five", "twenty twenty".
  static func year(_ cursor: inout TextCursor) -> Int? {
    var trial = cursor
    guard let first = below100(&trial) else { return nil }
    var value: Int
    var probe = trial
    guard probe.skipBlanks(lines: true) || probe.take(UInt8(ascii: "-")) else { return nil }
    if probe.take(thousand), first < 3 {
      value = first * 1000
      trial = probe
      if let rest = rest(&probe) {
        value += rest
        trial = probe
      }
    } else if (11...21).contains(first), probe.take(hundred) {
      value = first * 100
      trial = probe
      if let rest = rest(&probe) {
        value += rest
        trial = probe
      }
    } else if (11...21).contains(first), let rest = below100(&probe), rest >= 10 {
      value = first * 100 + rest
      trial = probe
    } else {
      return nil
    }
    guard (1100...2199).contains(value), !ByteClass.isLetter(trial.current) else { return nil }
    cursor = trial
    return value
  }

  private static let (hundred, thousand, and) = (
    FoldedWord("hundred"), FoldedWord("thousand"), FoldedWord("and")
  )

  /// What follows hundreds or thousands: "and five", "ninety-three".
  private static func rest(_ cursor: inout TextCursor) -> Int? {
    cursor.skipBlanks(lines: true)
    if cursor.take(and) { cursor.skipBlanks(lines: true) }
    return below100(&cursor)
  }

  /// "seven", "twenty-one", "thirty two".
  static func below100(_ cursor: inout TextCursor) -> Int? {
    guard let known = DateWord.of(cursor.word), known.kind == .cardinal, known.value < 100 else { return nil }
    cursor.position += cursor.word.count
    guard known.value >= 20, known.value % 10 == 0 else { return known.value }
    var trial = cursor
    guard trial.take(UInt8(ascii: "-")) || trial.skipBlanks(), let second = DateWord.of(trial.word),
      second.kind == .cardinal, second.value < 10
    else { return known.value }
    trial.position += trial.word.count
    cursor = trial
    return known.value + second.value
  }
}

import DaybookCore

/// Acts that a letter does by set phrases rather than by a verb of its own. Words of a row stand one behind
/// the other.
enum PhraseActTable {
  struct Row: Sendable {
    let words: String
    let kind: EventKind
    let source: String
  }

  static let rows: [Row] = [
    Row(words: "please find attached", kind: .sent, source: "texts: 'please find attached the DPIA'"),
    Row(words: "please find enclosed", kind: .sent, source: "texts"),
    Row(words: "please see attached", kind: .sent, source: "texts"),
    Row(words: "find attached", kind: .sent, source: "texts: 'you will find attached'"),
    Row(words: "are attached", kind: .sent, source: "texts: 'our comments are attached'"),
    Row(words: "is attached", kind: .sent, source: "texts"),
    Row(words: "are enclosed", kind: .sent, source: "texts"),
    Row(words: "is enclosed", kind: .sent, source: "texts"),
    Row(words: "attached please find", kind: .sent, source: "texts"),
    Row(words: "attached and below", kind: .sent, source: "texts"),
    Row(words: "attached you will find", kind: .sent, source: "texts"),
    Row(words: "attached is", kind: .sent, source: "texts"),
    Row(words: "attached are", kind: .sent, source: "texts"),
    Row(words: "i attach", kind: .sent, source: "texts"),
    Row(words: "i enclose", kind: .sent, source: "texts"),
    Row(words: "we attach", kind: .sent, source: "texts"),
    Row(words: "we enclose", kind: .sent, source: "texts"),
    Row(words: "not possible to", kind: .refused, source: "vocabulary: called impossible"),
    Row(words: "not able to", kind: .refused, source: "vocabulary: called impossible"),
    Row(words: "unable to", kind: .refused, source: "vocabulary: called impossible"),
    Row(words: "not in a position to", kind: .refused, source: "vocabulary: called impossible"),
    Row(words: "am sorry", kind: .apologised, source: "vocabulary"),
    Row(words: "are sorry", kind: .apologised, source: "vocabulary"),
    Row(words: "my apologies", kind: .apologised, source: "vocabulary"),
    Row(words: "our apologies", kind: .apologised, source: "vocabulary"),
    Row(words: "apologies for", kind: .apologised, source: "vocabulary"),
    Row(words: "here is a link", kind: .told, source: "texts: hands over where a thing is"),
    Row(words: "here is the link", kind: .told, source: "texts: hands over where a thing is"),
    Row(words: "an update", kind: .told, source: "texts: opens a report on how a thing stands"),
    Row(words: "for your information", kind: .told, source: "texts"),
    Row(words: "not yet ready to", kind: .refused, source: "vocabulary: called impossible"),
    Row(words: "cannot agree to", kind: .refused, source: "vocabulary: declined"),
    Row(words: "do not intend to", kind: .refused, source: "vocabulary: declined"),
    Row(words: "will not be able to", kind: .refused, source: "vocabulary: called impossible"),
    Row(words: "please accept our apologies", kind: .apologised, source: "vocabulary"),
    Row(words: "please accept my apologies", kind: .apologised, source: "vocabulary"),
    Row(words: "apologies again", kind: .apologised, source: "vocabulary"),
    Row(words: "acknowledge receipt", kind: .acknowledged, source: "vocabulary"),
    Row(words: "thanks noted", kind: .acknowledged, source: "texts"),
    Row(words: "noted thanks", kind: .acknowledged, source: "texts"),
    Row(words: "noted thank you", kind: .acknowledged, source: "texts"),
    Row(words: "noted with thanks", kind: .acknowledged, source: "texts"),
    Row(words: "thank you noted", kind: .acknowledged, source: "texts"),
    Row(words: "received with thanks", kind: .received, source: "vocabulary; texts"),
    Row(words: "received thank you", kind: .received, source: "texts"),
    Row(words: "safely received", kind: .received, source: "texts"),
    Row(words: "please see the attached", kind: .sent, source: "texts"),
    Row(words: "see the attached", kind: .sent, source: "texts"),
    Row(words: "see attached", kind: .sent, source: "texts"),
    Row(words: "with the attached", kind: .sent, source: "texts"),
    Row(words: "a short update", kind: .told, source: "texts: opens a report on how a thing stands"),
    Row(words: "a quick update", kind: .told, source: "texts: opens a report on how a thing stands"),
    Row(words: "a brief update", kind: .told, source: "texts: opens a report on how a thing stands"),
    Row(words: "to update you", kind: .told, source: "texts"),
    Row(words: "to let you know", kind: .told, source: "texts"),
    Row(words: "to let all of you know", kind: .told, source: "texts"),
    Row(words: "to make you aware", kind: .told, source: "texts"),
    Row(words: "to be sure you were aware", kind: .told, source: "texts"),
    Row(words: "to tell you", kind: .told, source: "texts: 'the aim of this note is to tell you'"),
    Row(words: "to inform you", kind: .told, source: "texts"),
    Row(words: "to advise you", kind: .told, source: "texts"),
    Row(words: "to keep you informed", kind: .told, source: "texts"),
    Row(words: "to bring you up to date", kind: .told, source: "texts"),
    Row(words: "issued an apology", kind: .apologised, source: "vocabulary"),
    Row(words: "pardon my", kind: .apologised, source: "texts"),
    Row(words: "please forgive", kind: .apologised, source: "texts"),
    Row(words: "please excuse", kind: .apologised, source: "texts"),
    Row(words: "won't be able to", kind: .refused, source: "vocabulary: called impossible"),
    Row(words: "were unable to", kind: .refused, source: "vocabulary: called impossible"),
  ]

  private static let byFirstWord: [UInt64: [(words: [UInt64], kind: EventKind)]] = Dictionary(
    grouping: rows.map { row in (words: row.words.split(separator: " ").map { Hash.of($0) }, kind: row.kind)
    }, by: { $0.words[0] })

  /// The phrases of a sentence: the first token and the kind of each, the first of a kind only.
  static func all(_ tokens: [Token], _ range: Range<Int>) -> [(token: Int, kind: EventKind)] {
    var found: [(token: Int, kind: EventKind)] = []
    for at in range {
      guard tokens[at].kind == .word, let candidates = byFirstWord[tokens[at].hash] else { continue }
      for candidate in candidates where stands(candidate.words, tokens, at, range) {
        if !found.contains(where: { $0.kind == candidate.kind }) { found.append((at, candidate.kind)) }
      }
    }
    return found
  }

  /// Whether words stand one behind the other; a comma between them is no word: "Thanks, noted."
  private static func stands(_ words: [UInt64], _ tokens: [Token], _ start: Int, _ range: Range<Int>) -> Bool
  {
    var at = start
    for (place, word) in words.enumerated() {
      if place > 0, at < range.upperBound, tokens[at].kind == .comma { at += 1 }
      guard at < range.upperBound, tokens[at].hash == word else { return false }
      at += 1
    }
    return true
  }
}

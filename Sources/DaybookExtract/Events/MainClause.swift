import DaybookCore

/// Tells what a sentence says from what it only mentions.
enum MainClause {
  /// Whether a verb is the main verb of its clause: not behind "if", "when", "which", "what", nor behind
  /// "that" with a subject of its own; and its subject, where it is a pronoun, opens the clause.
  static func holds(_ verb: Predicate, _ passage: Passage, _ statement: Statement) -> Bool {
    let clause = statement.clauses[statement.clause(of: verb.verb)]
    let start = min(clause.lowerBound, verb.first)
    // What stands in brackets between a subject and its verb is said beside it.
    var depth = 0
    for at in start..<verb.first {
      switch passage.tokens[at].kind {
      case .openBracket: depth += 1
      case .closeBracket: depth = max(0, depth - 1)
      default: if depth == 0, isSubordinating(passage, at, verb) { return false }
      }
    }
    if depth > 0, (start..<verb.first).contains(where: { isSubordinating(passage, $0, verb) }) {
      return false
    }
    // "the emails you sent": a pronoun in the middle of other words opens a relative clause without a
    // relative word.
    if verb.first > start, passage.partyAt[verb.first - 1] >= 0 {
      let subject = passage.parties[Int(passage.partyAt[verb.first - 1])]
      if subject.stands != .name, subject.first > start + 1 {
        let before = passage.tokens[subject.first - 1]
        return before.kind != .word || before.is([.conjunction, .adverb, .preposition])
          || passage.partyAt[subject.first - 1] >= 0
      }
    }
    return true
  }

  private static func isSubordinating(_ passage: Passage, _ at: Int, _ verb: Predicate) -> Bool {
    let token = passage.tokens[at]
    guard token.kind == .word, token.is([.subordinator, .relative, .question]) else { return false }
    guard token.is(.determiner) else { return true }
    // "that" in front of a noun points; in front of a subject or a verb it subordinates.
    return at + 1 == verb.first || passage.partyAt[at + 1] >= 0
      || passage.tokens[at + 1].is([.be, .have, .future])
  }
}

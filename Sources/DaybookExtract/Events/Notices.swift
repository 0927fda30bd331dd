/// The notices that programs put under every message.
enum Notices {
  /// "If you have received this message in error", "intended only for".
  static func isNotice(_ passage: Passage) -> Bool {
    let tokens = passage.tokens
    for at in tokens.indices.dropLast() where tokens[at].kind == .word {
      if tokens[at].hash == inWord, tokens[at + 1].hash == error { return true }
      // "If you have got this message by mistake": not "sent to you by mistake", which may be about a paper.
      if tokens[at].hash == by, tokens[at + 1].hash == mistake, opensWithIf(tokens, at) { return true }
      if tokens[at].hash == not, meant.contains(tokens[at + 1].hash), opensWithIf(tokens, at) { return true }
      if tokens[at].hash == intended, ends.contains(tokens[at + 1].hash) { return true }
      if tokens[at].hash == confidentiality, tokens[at + 1].hash == notice { return true }
    }
    return false
  }

  /// Whether "if" and "message", "e-mail" or "communication" stand a few words in front.
  private static func opensWithIf(_ tokens: [Token], _ at: Int) -> Bool {
    let before = max(0, at - 12)..<at
    return before.contains { tokens[$0].hash == ifWord }
      && before.contains { messages.contains(tokens[$0].hash) }
  }

  private static let by = Hash.of("by")
  private static let not = Hash.of("not")
  private static let ifWord = Hash.of("if")
  private static let mistake = Hash.of("mistake")
  private static let meant: Set<UInt64> = Set(["meant", "intended", "addressed"].map { Hash.of($0) })
  private static let messages: Set<UInt64> = Set(
    ["message", "email", "e-mail", "mail", "communication", "transmission", "letter"].map { Hash.of($0) })
  private static let inWord = Hash.of("in")
  private static let error = Hash.of("error")
  private static let intended = Hash.of("intended")
  private static let confidentiality = Hash.of("confidentiality")
  private static let notice = Hash.of("notice")
  private static let ends: Set<UInt64> = Set(
    ["recipient", "recipients", "only", "solely", "exclusively", "addressee"].map { Hash.of($0) })
}

/// The notices that programs put under every message.
enum Notices {
  /// "If you have received this message in error", "intended only for".
  static func isNotice(_ passage: Passage) -> Bool {
    let tokens = passage.tokens
    for at in tokens.indices.dropLast() where tokens[at].kind == .word {
      if tokens[at].hash == inWord, tokens[at + 1].hash == error { return true }
      if tokens[at].hash == intended, ends.contains(tokens[at + 1].hash) { return true }
      if tokens[at].hash == confidentiality, tokens[at + 1].hash == notice { return true }
    }
    return false
  }

  private static let inWord = Hash.of("in")
  private static let error = Hash.of("error")
  private static let intended = Hash.of("intended")
  private static let confidentiality = Hash.of("confidentiality")
  private static let notice = Hash.of("notice")
  private static let ends: Set<UInt64> = Set(
    ["recipient", "recipients", "only", "solely", "exclusively", "addressee"].map { Hash.of($0) })
}

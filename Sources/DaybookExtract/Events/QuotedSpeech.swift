import DaybookCore

/// Who speaks in words that stand between quotation marks.
enum QuotedSpeech {
  /// How far back an opening quotation mark is looked for.
  private static let reach = 200

  /// The speaker of a first person inside quotation marks; empty where nobody can be named, nil outside
  /// quotations.
  ///
  /// The speaker is who is named first in the sentence that brings the quotation, or in the one before it, or
  /// behind it: "…", said the minister.
  static func speaker(of mention: PartyMention, in passage: Passage) -> [PartyReading]? {
    guard let open = openQuote(before: mention.first, in: passage) else { return nil }
    let sentence = passage.sentence(of: open)
    for index in [sentence, sentence - 1] where index >= 0 {
      let range = passage.sentences[index]
      let named = passage.parties.first {
        range.contains($0.first) && $0.last < open && $0.stands == .name && $0.kind != .role
      }
      if let named { return [PartyReading(name: named.name, kind: named.kind)] }
    }
    return speakerBehind(mention.last, passage).map { [$0] } ?? []
  }

  private static func openQuote(before token: Int, in passage: Passage) -> Int? {
    var at = token - 1
    while at >= 0, token - at < reach {
      switch passage.tokens[at].kind {
      case .closeQuote: return nil
      case .openQuote:
        // A quotation mark that is never closed in the passage runs to its end, as each paragraph of a long
        // quotation does.
        return at
      default: at -= 1
      }
    }
    return nil
  }

  /// "…", said Jen Persson.
  private static func speakerBehind(_ token: Int, _ passage: Passage) -> PartyReading? {
    let tokens = passage.tokens
    var at = token
    while at < tokens.count, at - token < reach, tokens[at].kind != .closeQuote { at += 1 }
    guard at + 2 < tokens.count, tokens[at].kind == .closeQuote else { return nil }
    let named = passage.parties.first {
      $0.first > at && $0.first <= at + 4 && $0.stands == .name && $0.kind != .role
    }
    guard let named,
      (at + 1..<named.first).contains(where: { tokens[$0].info.act >= 0 })
        || passage.tokens.indices.contains(named.last + 1)
          && tokens[named.last + 1].info.act >= 0
    else { return nil }
    return PartyReading(name: named.name, kind: named.kind)
  }
}

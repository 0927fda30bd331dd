import DaybookTestSupport
import Foundation

/// The sentences of real mail that were labelled by hand, `Tests/SpeechActs/sentences.tsv`.
///
/// Shape of the file: number, stratum, file of the original, key of the original, labels, paraphrase. A label is
/// "kind:agent>recipient@date"; agent and recipient are w (who writes), r (who is written to), o (others); "~" in front
/// of a kind: one reader would enter it and another would not. "-" is no act. README.md there says how they were drawn.
struct LabelledSentences {
  struct Role: Hashable {
    var kind: String
    var agent: Character?
    var recipient: Character?
  }

  struct Sentence {
    var number: Int
    var file: String
    /// 16 bits of each word of the original.
    var key: [UInt16]
    var wanted: Set<String>
    var open: Set<String>
    var roles: [Role]
    var paraphrase: String
    /// Odd numbers were looked at when the rules were written, even ones never.
    var isHeldOut: Bool { number.isMultiple(of: 2) }
    var isOfRelease: Bool { !file.hasPrefix("..") }
  }

  static let kinds = [
    "asked", "told", "promised", "refused", "apologised", "sent", "received", "meeting", "decided",
    "announced",
  ]
  /// Kinds that stand for one of the ten.
  private static let same = [
    "asked-to-pause": "asked", "acknowledged": "received", "published": "announced", "signed-off": "decided",
  ]
  static func group(_ kind: String) -> String { same[kind] ?? kind }

  let all: [Sentence]

  init() throws {
    let file = PackageFolder.root.appending(path: "Tests/SpeechActs/sentences.tsv")
    all = try String(contentsOf: file, encoding: .utf8).split(separator: "\n").dropFirst().map {
      LabelledSentences.sentence($0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init))
    }
  }

  private static func sentence(_ cells: [String]) -> Sentence {
    var one = Sentence(
      number: Int(cells[0]) ?? 0, file: cells[2], key: digits(cells[3]), wanted: [], open: [], roles: [],
      paraphrase: cells[5])
    for label in cells[4].split(separator: ",") where label != "-" {
      let isOpen = label.hasPrefix("~")
      let words = label.drop { $0 == "~" }
      let kind = group(String(words.prefix { $0.isLetter || $0 == "-" }))
      if isOpen {
        one.open.insert(kind)
        continue
      }
      one.wanted.insert(kind)
      let rest = words.drop { $0 != ":" && $0 != ">" && $0 != "@" }
      one.roles.append(
        Role(kind: kind, agent: letter(rest, behind: ":"), recipient: letter(rest, behind: ">")))
    }
    return one
  }

  private static func letter(_ text: Substring, behind mark: Character) -> Character? {
    guard let at = text.firstIndex(of: mark) else { return nil }
    return text[text.index(after: at)...].first
  }

  private static func digits(_ text: String) -> [UInt16] {
    var words: [UInt16] = []
    var rest = text[...]
    while rest.count >= 4 {
      words.append(UInt16(rest.prefix(4), radix: 16) ?? 0)
      rest = rest.dropFirst(4)
    }
    return words
  }

  /// 16 bits of each word of a text, as `sample.py` makes them.
  static func key(_ text: String) -> [UInt16] {
    var words: [UInt16] = []
    var hash: UInt64 = 0
    var isInside = false
    func close() {
      if isInside { words.append(UInt16(truncatingIfNeeded: hash ^ hash >> 16 ^ hash >> 32 ^ hash >> 48)) }
      isInside = false
    }
    for byte in text.lowercased().utf8 where byte < 128 {
      guard byte &- 0x61 < 26 || byte &- 0x30 < 10 else {
        close()
        continue
      }
      if !isInside { hash = 0xcbf2_9ce4_8422_2325 }
      isInside = true
      hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3
    }
    close()
    return words
  }

  /// Whether the words of a quote stand in those of a sentence, or the other way round.
  static func touch(_ quote: [UInt16], _ sentence: [UInt16]) -> Bool {
    guard !quote.isEmpty, !sentence.isEmpty else { return false }
    let (short, long) = quote.count < sentence.count ? (quote, sentence) : (sentence, quote)
    // Two words of a long sentence may stand anywhere.
    guard short.count >= 3 || short.count * 3 >= long.count else { return false }
    return (0...long.count - short.count).contains { long[$0..<$0 + short.count].elementsEqual(short) }
  }
}

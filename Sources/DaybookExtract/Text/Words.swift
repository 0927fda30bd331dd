/// What a word can be in a sentence; many words are several things.
struct WordClass: OptionSet, Hashable, Sendable {
  let rawValue: UInt64

  static let firstPerson = WordClass(rawValue: 1 << 0)
  static let secondPerson = WordClass(rawValue: 1 << 1)
  static let thirdPerson = WordClass(rawValue: 1 << 2)
  /// "our", "your", "their": stands before a noun.
  static let possessive = WordClass(rawValue: 1 << 3)
  static let determiner = WordClass(rawValue: 1 << 4)
  static let preposition = WordClass(rawValue: 1 << 5)
  static let conjunction = WordClass(rawValue: 1 << 6)
  static let subordinator = WordClass(rawValue: 1 << 7)
  static let relative = WordClass(rawValue: 1 << 8)
  static let be = WordClass(rawValue: 1 << 9)
  static let have = WordClass(rawValue: 1 << 10)
  static let does = WordClass(rawValue: 1 << 11)
  /// "will", "shall", "would", "intend": what has not happened yet.
  static let future = WordClass(rawValue: 1 << 12)
  /// "must", "should", "required".
  static let duty = WordClass(rawValue: 1 << 13)
  /// "may", "might", "could", "can".
  static let possibility = WordClass(rawValue: 1 << 14)
  static let negation = WordClass(rawValue: 1 << 15)
  static let adverb = WordClass(rawValue: 1 << 16)
  /// A word that makes a capitalised phrase an organisation: "Department", "Council", "Ltd".
  static let organisation = WordClass(rawValue: 1 << 17)
  /// "Mr", "Dr", "Hon".
  static let title = WordClass(rawValue: 1 << 18)
  /// People without a name who do and receive things: "schools", "parents", "the courts".
  static let group = WordClass(rawValue: 1 << 19)
  static let calendar = WordClass(rawValue: 1 << 20)
  /// A full stop behind it does not end a sentence.
  static let abbreviation = WordClass(rawValue: 1 << 21)
  static let question = WordClass(rawValue: 1 << 22)
  static let please = WordClass(rawValue: 1 << 23)
  /// What a thing asked to stop is: "pause", "suspend".
  static let pause = WordClass(rawValue: 1 << 24)
  /// Opens a sentence with a capital without being a name.
  static let opener = WordClass(rawValue: 1 << 25)
  /// A word in front of a name that says what is named: "company", "charity", "solicitors".
  static let descriptor = WordClass(rawValue: 1 << 26)
  /// "already", "previously".
  static let already = WordClass(rawValue: 1 << 27)
  /// "intend", "plan", "expect": what follows with "to" is planned.
  static let intention = WordClass(rawValue: 1 << 28)
  /// "alleges", "claimed", "allegedly".
  static let allegation = WordClass(rawValue: 1 << 29)
  /// A verb of a role at work: "Director", "Officer", "Secretary".
  static let post = WordClass(rawValue: 1 << 30)
  /// Stands between two words of one name: "of", "for", "and".
  static let nameJoin = WordClass(rawValue: 1 << 31)
  /// "by", "until", "before", "no later than" in front of a date.
  static let limit = WordClass(rawValue: 1 << 32)
  /// Any finite verb that is no act of its own but shows that a clause stands on its own feet.
  static let commonVerb = WordClass(rawValue: 1 << 33)
  /// A law or a rule, which carries a year that dates nothing: "Act", "Regulations".
  static let law = WordClass(rawValue: 1 << 34)
  /// A paper that is written, sent, signed and published: "letter", "DPIA".
  static let paperNoun = WordClass(rawValue: 1 << 35)

  /// What may stand between a subject and its verb without changing who acts.
  static let verbSupport: WordClass = [
    .be, .have, .does, .future, .duty, .possibility, .negation, .adverb, .already,
  ]
}

/// The forms of a verb that a word can be.
struct VerbForms: OptionSet, Hashable, Sendable {
  let rawValue: UInt8

  static let base = VerbForms(rawValue: 1)
  static let third = VerbForms(rawValue: 2)
  static let past = VerbForms(rawValue: 4)
  static let participle = VerbForms(rawValue: 8)
  static let gerund = VerbForms(rawValue: 16)
}

/// What the tables say about a word.
struct WordInfo: Hashable, Sendable {
  var classes: WordClass = []
  var forms: VerbForms = []
  /// Index in `ActTable.rows`, -1 for words that are no verb of an act.
  var act: Int16 = -1
  /// Index in `ActTable.nouns`, -1 for words that are no noun of an act.
  var noun: Int16 = -1

  static let unknown = WordInfo()
}

/// Looks words up by a hash of their lower-cased bytes: one probe a token, no text is made.
struct WordIndex: Sendable {
  private var hashes: [UInt64]
  private var infos: [WordInfo]
  private let mask: Int

  static let shared = WordIndex()

  private init() {
    var words: [UInt64: WordInfo] = [:]
    for row in WordClassTable.rows {
      for word in row.words.split(separator: " ") {
        words[Hash.of(word), default: .unknown].classes.formUnion(row.classes)
      }
    }
    for (index, row) in ActTable.rows.enumerated() {
      for (form, word) in zip(VerbForms.inOrder, row.forms.split(separator: " ")) {
        words[Hash.of(word), default: .unknown].forms.formUnion(form)
        words[Hash.of(word), default: .unknown].act = Int16(truncatingIfNeeded: index)
      }
    }
    for (index, row) in ActTable.nouns.enumerated() {
      for word in row.words.split(separator: " ") {
        words[Hash.of(word), default: .unknown].noun = Int16(truncatingIfNeeded: index)
      }
    }
    var size = 1024
    while size < words.count * 4 { size *= 2 }
    mask = size - 1
    hashes = Array(repeating: 0, count: size)
    infos = Array(repeating: .unknown, count: size)
    for (hash, info) in words {
      var slot = Int(truncatingIfNeeded: hash) & mask
      while hashes[slot] != 0 { slot = (slot + 1) & mask }
      hashes[slot] = hash
      infos[slot] = info
    }
  }

  func info(_ hash: UInt64) -> WordInfo {
    var slot = Int(truncatingIfNeeded: hash) & mask
    while hashes[slot] != 0 {
      if hashes[slot] == hash { return infos[slot] }
      slot = (slot + 1) & mask
    }
    return .unknown
  }
}

extension VerbForms {
  /// The order in which a row of `ActTable` lists them.
  static let inOrder: [VerbForms] = [.base, .third, .past, .participle, .gerund]
}

/// FNV-1a over lower-cased ASCII; bytes above 127 count as they are. Source: G. Fowler, L. C. Noll, K.-P. Vo.
enum Hash {
  static let start: UInt64 = 0xcbf2_9ce4_8422_2325

  @inline(__always)
  static func step(_ hash: UInt64, _ byte: UInt8) -> UInt64 {
    let lower = byte &- 0x41 < 26 ? byte | 0x20 : byte
    return (hash ^ UInt64(lower)) &* 0x100_0000_01b3
  }

  static func of(_ text: some StringProtocol) -> UInt64 { text.utf8.reduce(start, step) }

  static func of(_ bytes: some Sequence<UInt8>) -> UInt64 { bytes.reduce(start, step) }
}

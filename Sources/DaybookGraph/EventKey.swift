import DaybookCore

/// What ordering and merging need to know of an event: small, so that a hundred thousand pages fit in memory.
struct EventKey {
  /// The event's row in the store.
  var row: Int64
  /// Rank of its document among all, in order of path.
  var document: Int32
  /// First byte of its evidence in the document's text.
  var position: Int32
  /// Wall-clock seconds that it sorts by; for an undated event, those of its neighbour.
  var moment: Int
  /// `Grain.rank` of its date; one more than the coarsest for an undated event.
  var precision: Int8
  var isDated: Bool
  /// Hash over date, kind, modality, agent and quoted words: the same statement in two copies of a text.
  /// Nil for an undated one-liner, of which there are many that are not copies.
  var wording: UInt64?
  /// Hash over the recipients; 0 for none.
  var recipients: UInt64 = 0
  /// Hash over the first who is written to; 0 for nobody.
  var recipient: UInt64 = 0
  /// Minute of the day; -1 where the date has none.
  var minute: Int16 = -1
  /// How much the copy of a message says of it: its parties, and whether it has its subject.
  var fullness: Int16 = 0
  var isMessage = false
  /// Day on which it was said; -1 where nobody says. Two posts of one page are two tellings.
  var said = -1
  /// Of a message that was told from all others by its copies: its name; 0 where it was not.
  var identity: UInt64 = 0
  /// Hash over day, kind, modality and agent: may be the same event in other words.
  var occasion: UInt64
}

/// The events that stand as one entry, in the order in which their evidence is shown. Never empty.
package struct EntryPlan: Hashable, Sendable {
  package var events: [Int64]
}

/// 64-bit FNV-1a, for keys that never leave this process. Source: RFC 9923.
struct FNV {
  private(set) var value: UInt64 = 0xCBF2_9CE4_8422_2325

  mutating func add(_ byte: UInt8) { value = (value ^ UInt64(byte)) &* 0x100_0000_01B3 }

  mutating func add(_ text: String) {
    for byte in text.utf8 { add(byte) }
    add(0xFF)
  }

  /// Letters, digits and signs of money only, ASCII letters in lower case: white space and punctuation often
  /// differ between two copies of a text. Between two numbers they count, for "1.5" is not "15".
  mutating func add(words text: String) {
    var isAfterDigit = false
    var between: Unicode.Scalar?
    for scalar in text.unicodeScalars {
      switch scalar {
      case "0"..."9":
        if isAfterDigit, let between { add(byte(between)) }
        add(byte(scalar))
        (isAfterDigit, between) = (true, nil)
      case "A"..."Z", "a"..."z", "$", "%", "¢"..."¥":
        add(scalar.isASCII ? byte(scalar) | 0x20 : byte(scalar))
        isAfterDigit = false
      // Latin-1 signs, general punctuation, CJK signs, the byte order mark.
      case "\0"..."\u{BF}", "\u{2000}"..."\u{206F}", "\u{3000}"..."\u{303F}", "\u{FEFF}":
        // White space may be broken over lines; what else stands there is taken as it is.
        if between == nil || between == " " { between = scalar.properties.isWhitespace ? " " : scalar }
      default:
        for byte in UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter { add(byte) }
        isAfterDigit = false
      }
    }
    add(0xFF)
  }

  private func byte(_ scalar: Unicode.Scalar) -> UInt8 { UInt8(truncatingIfNeeded: scalar.value) }
}

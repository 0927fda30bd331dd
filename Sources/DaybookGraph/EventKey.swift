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
  /// Hash over date, kind, parties and quoted words: the same statement in two copies of a text. Nil for an undated
  /// one-liner, of which there are many that are not copies.
  var wording: UInt64?
  /// Hash over date, kind, agents and recipients: may be the same event in other words.
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

  /// Letters and digits only, ASCII letters in lower case: white space and punctuation often differ between two copies of a text.
  mutating func add(words text: String) {
    for byte in text.utf8 {
      switch byte {
      case 0x41...0x5A: add(byte | 0x20)
      case 0x30...0x39, 0x61...0x7A, 0x80...: add(byte)
      default: continue
      }
    }
    add(0xFF)
  }
}

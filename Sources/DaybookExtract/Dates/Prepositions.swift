import DaybookCore

/// Words that lead to a date, and what they say of it.
enum Prepositions {
  enum Role: Sendable {
    case relation(DateRelation)
    case approximate
    /// Leads to a date without changing it.
    case plain
  }

  /// Source: Oxford English Dictionary, senses of time.
  static let table = WordTable<Role>([
    ("by", .relation(.by)), ("before", .relation(.before)), ("after", .relation(.after)),
    ("since", .relation(.since)),
    ("until", .relation(.until)), ("till", .relation(.until)), ("from", .relation(.from)),
    ("through", .relation(.until)),
    ("about", .approximate), ("around", .approximate), ("circa", .approximate),
    ("approximately", .approximate),
    ("roughly", .approximate), ("c", .approximate), ("ca", .approximate),
    ("on", .plain), ("in", .plain), ("at", .plain), ("of", .plain), ("during", .plain), ("for", .plain),
    ("between", .plain),
    ("to", .plain), ("and", .plain), ("or", .plain), ("into", .plain), ("dated", .plain), ("within", .plain),
    ("last", .plain),
    ("next", .plain), ("this", .plain), ("early", .plain), ("late", .plain), ("mid", .plain),
    ("every", .plain), ("w", .plain),
    ("than", .plain), ("previous", .plain), ("following", .plain), ("throughout", .plain), ("over", .plain),
    ("past", .plain),
    ("coming", .plain), ("since", .relation(.since)), ("commencing", .plain), ("ending", .plain),
    ("beginning", .plain),
    ("starting", .plain), ("ended", .plain), ("cob", .plain), ("each", .plain),
  ])

  static func leadsToDate(_ word: FoldedWord) -> Bool { table[word] != nil }
}

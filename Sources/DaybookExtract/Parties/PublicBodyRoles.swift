/// The nouns that may stand for each public body, as hashes.
enum PublicBodyRoles {
  static let byName: [String: [UInt64]] = Dictionary(
    PublicBodyTable.rows.map { ($0.name, $0.roles.map { Hash.of($0) }) },
    uniquingKeysWith: { first, _ in first })

  /// The full name for each name and abbreviation of the table.
  static let nameByAlias: [String: String] = Dictionary(
    PublicBodyTable.rows.flatMap { row in ([row.name] + row.aliases).map { ($0, row.name) } },
    uniquingKeysWith: { first, _ in first })

  /// All nouns that may stand for a body.
  static let all: Set<UInt64> = Set(PublicBodyTable.rows.flatMap { row in row.roles.map { Hash.of($0) } })
}

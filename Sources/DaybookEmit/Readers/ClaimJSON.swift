/// Evidence as `EvidenceJSON` wrote it, read back.
enum ClaimJSON {
  /// The claims of an entry: its id and order, and its evidence; nil when one of them is missing or of a
  /// wrong kind.
  static func claims(_ entry: JSONValue, id: String) -> [EvidenceClaim]? {
    guard let name = entry[id]?.text, let order = entry["order"]?.number,
      let evidence = entry["evidence"]?.array
    else { return nil }
    let claims = evidence.compactMap { claim($0, entry: name, order: order) }
    return claims.count == evidence.count ? claims : nil
  }

  static func claim(_ evidence: JSONValue, entry: String?, order: Int) -> EvidenceClaim? {
    guard let source = evidence["source"]?.bytes, let sha256 = evidence["sha256"]?.text,
      let quote = evidence["quote"]?.bytes,
      let bytes = ByteSearch.range(evidence["start"]?.number, evidence["end"]?.number)
    else { return nil }
    let page = evidence["page"]
    guard page == nil || page?.isNull == true || page?.number != nil else { return nil }
    return EvidenceClaim(
      entry: entry, order: order, source: source, sha256: sha256, page: page?.number, bytes: bytes,
      quote: quote)
  }
}

import DaybookCore

/// Tells whether a period says how long something is kept.
///
/// It has to hang on a word of keeping ("kept for 6 years", "a retention period of 6 years") or of deletion
/// ("deleted after 6 years", "6 years, after which it is destroyed"), or to stand in a section or a column of
/// that name. How often, how soon, and the time that somebody is given ("1 day to delete the file") are none.
struct RetentionScan {
  private let side: VersionSide
  private let names: ColumnNames

  init(_ side: VersionSide, names: ColumnNames) {
    self.side = side
    self.names = names
  }

  private static let keeping: Set<String> = [
    "keep", "keeps", "kept", "keeping", "retain", "retains", "retained", "retaining", "store", "stores",
    "stored", "storing", "hold", "holds", "held", "holding", "preserve", "preserved", "archived",
  ]
  private static let deleting: Set<String> = [
    "delete", "deletes", "deleted", "deleting", "deletion", "erase", "erases", "erased", "erasing", "erasure",
    "destroy", "destroys", "destroyed", "destroying", "destruction", "purge", "purges", "purged", "shredded",
    "disposed", "anonymised", "anonymized", "expire", "expires",
  ]
  /// Between the preposition and the number: "for up to about 6 years".
  private static let hedges: Set<String> = [
    "a", "an", "the", "up", "to", "at", "least", "most", "about", "approximately", "around", "some",
    "roughly",
    "maximum", "minimum", "of", "period", "term", "total", "further", "another", "no", "not", "more",
    "longer",
    "less", "than", "only", "just", "between", "from", "first", "initial",
  ]
  /// A verb begins another statement.
  private static let auxiliaries: Set<String> = [
    "is", "are", "was", "were", "be", "will", "shall", "must", "may", "can", "cannot", "could", "should",
    "would",
    "has", "have", "had", "does", "do", "did",
  ]
  private static let titles = ["retention", "how long", "keep", "storage period", "storage limitation"]

  /// `period` lies in `unit` of this side.
  func isRetention(_ period: Range<Int>, in unit: Int) -> Bool {
    let own = side.units[unit]
    let field = field(of: period, own)
    if own.kind == .tableRow, isNamedCell(period, own) { return true }
    let sentence = sentence(around: period, in: field)
    let before = words(sentence.lowerBound..<max(period.lowerBound, sentence.lowerBound))
    let behind = words(min(period.upperBound, sentence.upperBound)..<sentence.upperBound)
    if isLed(before) || isFollowed(behind) { return true }
    guard let section = own.section, isTitle(side.sections[section].title) else { return false }
    // Under such a heading the bare period is enough: "Complaints: 6 years", "for 6 years after the last entry".
    let preposition = before.last { !RetentionScan.hedges.contains($0.core) }
    return preposition.map { $0.core == "for" || $0.mark == 0x3A || $0.core.isEmpty } ?? true
  }

  private func isTitle(_ title: String) -> Bool {
    let title = title.lowercased()
    return RetentionScan.titles.contains { title.contains($0) }
  }

  // MARK: Cells

  /// The cell that holds the period, or the unit.
  private func field(of period: Range<Int>, _ unit: DiffUnit) -> Range<Int> {
    guard unit.kind == .tableRow else { return unit.bytes }
    return unit.blocks.map { side.document.blocks[$0].bytes }.first { $0.overlaps(period) } ?? unit.bytes
  }

  private func isNamedCell(_ period: Range<Int>, _ unit: DiffUnit) -> Bool {
    for index in unit.blocks {
      let block = side.document.blocks[index]
      guard block.bytes.overlaps(period) else { continue }
      if let name = names.name(of: block), isTitle(name) { return true }
    }
    // "Retention | 6 years"
    guard unit.blocks.count == 2, let first = unit.blocks.first.map({ side.document.blocks[$0].bytes }),
      !first.overlaps(period), first.count <= 80
    else { return false }
    return isTitle(side.quote(first))
  }

  // MARK: Words

  private struct Word {
    /// In lower case, without the marks around it.
    var core: String
    /// Its last byte.
    var mark: UInt8
  }

  private func sentence(around period: Range<Int>, in field: Range<Int>) -> Range<Int> {
    let text = side.document.text
    var first = min(max(period.lowerBound, field.lowerBound), field.upperBound)
    while first > field.lowerBound, !(Bytes.isBlank(text[first]) && text[first - 1] == 0x2E) { first -= 1 }
    var last = min(max(period.upperBound, first), field.upperBound)
    while last < field.upperBound, text[last] != 0x2E { last += 1 }
    return first..<last
  }

  private func words(_ bytes: Range<Int>) -> [Word] {
    let text = side.document.text
    return text[bytes].split(whereSeparator: Bytes.isBlank).suffix(60).map { word in
      let core = text.withUnsafeBufferPointer { Bytes.core($0, word.startIndex, word.endIndex) }
      return Word(
        core: String(decoding: text[core], as: UTF8.self).lowercased(), mark: word.last ?? 0x20)
    }
  }

  /// "kept … for", "deleted … after", "retention period is" in front of the number.
  private func isLed(_ before: [Word]) -> Bool {
    var index = before.count
    var isLonger = false
    while index > 0, RetentionScan.hedges.contains(before[index - 1].core) {
      index -= 1
      if before[index].core == "longer" { isLonger = true }
    }
    // "a retention period of", "retention for", "retention: ".
    let near = before.suffix(6)
    if let noun = near.lastIndex(where: { $0.core == "retention" }) {
      let between = before[(noun + 1)...]
      let isJoined = between.allSatisfy {
        RetentionScan.hedges.contains($0.core)
          || ["is", "be", "will", "for", "time", "was", "now"].contains($0.core)
      }
      if isJoined { return true }
    }
    // "kept 6 years", "not kept longer than 6 years"
    if index > 0, RetentionScan.keeping.contains(before[index - 1].core) {
      return index == before.count || isLonger
    }
    guard index > 0 else { return false }
    let clause = before[..<(index - 1)].suffix(24)
    switch before[index - 1].core {
    case "for", "until", "beyond": return hangs(clause, on: RetentionScan.keeping)
    case "after", "following": return hangs(clause.suffix(14), on: RetentionScan.deleting)
    // "you must delete the file within 1 day" is a duty of somebody else.
    case "within", "in":
      return hangs(clause.suffix(14), on: RetentionScan.deleting.filter { $0.hasSuffix("ed") })
    default: return isLonger && hangs(clause, on: RetentionScan.keeping)
    }
  }

  /// Whether the last verb of a clause is one of these.
  private func hangs(_ clause: ArraySlice<Word>, on verbs: Set<String>) -> Bool {
    guard let verb = clause.lastIndex(where: { verbs.contains($0.core) }) else { return false }
    var word = verb + 1
    // "records held by the school are displayed for": another statement stands between.
    while word < clause.endIndex {
      let core = clause[word].core
      if RetentionScan.auxiliaries.contains(core) || clause[word - 1].mark == 0x3B { return false }
      if ["and", "or", "then", "but"].contains(clause[word - 1].core), core.hasSuffix("ed") { return false }
      word += 1
    }
    return true
  }

  /// "6 years' retention", "6 years, after which it is deleted", "6 years before being destroyed"
  private func isFollowed(_ behind: [Word]) -> Bool {
    if behind.prefix(2).contains(where: { $0.core == "retention" }) { return true }
    let near = behind.prefix(9)
    guard let link = near.firstIndex(where: { ["which", "then", "before"].contains($0.core) }), link <= 2,
      let verb = near.firstIndex(where: { RetentionScan.deleting.contains($0.core) })
    else { return false }
    return verb > link
  }
}

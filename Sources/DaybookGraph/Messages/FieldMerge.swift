import DaybookCore

/// Puts the fields of a message together from its copies, each from the copy that withholds least.
enum FieldMerge {
  /// The list of mailboxes that most of is known of: copies with as many entries fill one another's gaps.
  static func mailboxes(_ lists: [[MessageHeader.Mailbox]]) -> [MessageHeader.Mailbox] {
    // A copy whose list was dropped or cut has fewer.
    guard let best = lists.max(by: { rank($0) < rank($1) }) else { return [] }
    var merged = best
    for list in lists where list.count == merged.count {
      for index in merged.indices {
        let other = list[index]
        guard MailboxMatch(merged[index], other) != .different else { continue }
        if merged[index].name == nil { merged[index].name = other.name }
        if merged[index].address == nil { merged[index].address = other.address }
      }
    }
    return merged
  }

  private static func rank(_ list: [MessageHeader.Mailbox]) -> Int {
    list.count * 8 + min(7, list.reduce(0) { $0 + ($1.name == nil ? 0 : 1) + ($1.address == nil ? 0 : 1) })
  }

  /// The text that withholds least, then the longest, then the first.
  static func text(_ texts: [String]) -> String? {
    var best: (text: String, rank: Int)?
    for text in texts where !text.isEmpty {
      let words = BodyWords(Array(text.utf8))
      let rank = words.hashes.reduce(0) { $0 + ($1 == 0 ? 0 : 4) } - words.withheld
      if best.map({ rank > $0.rank }) ?? true { best = (text, rank) }
    }
    return best?.text
  }

  /// The copy whose body can be read best: native before printed, then most words.
  static func best(_ copies: [Int], of all: [MessageCopy], readable: [Int]) -> Int {
    func rank(_ copy: Int) -> Int { (all[copy].isNative ? 1 << 40 : 0) + readable[copy] }
    var best = copies[0]
    for copy in copies where rank(copy) > rank(best) { best = copy }
    return best
  }

  /// The date that says most: one with a year, then the finest.
  static func sent(_ copies: [Int], of all: [MessageCopy]) -> (sent: Timex?, text: String?, isYearless: Bool)
  {
    var best: Int?
    func rank(_ copy: Int) -> Int {
      guard let sent = all[copy].header.sent, sent.earliest != nil else {
        return all[copy].header.sentText == nil ? 0 : 1
      }
      return (all[copy].isYearless ? 10 : 100) + (all[copy].isNative ? 20 : 0)
        + (sent.grain == .second ? 3 : sent.grain == .minute ? 2 : 1) + (sent.utcOffset == nil ? 0 : 1)
    }
    for copy in copies where best.map({ rank(copy) > rank($0) }) ?? true { best = copy }
    guard let best else { return (nil, nil, false) }
    let header = all[best].header
    return (header.sent?.earliest == nil ? nil : header.sent, header.sentText, all[best].isYearless)
  }
}

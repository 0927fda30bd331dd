import DaybookCore

/// What native mail quotes is mostly there as native mail too: the quotation joins the message that it is of.
///
/// A quotation may be a few lines of it, cut, wrapped, with the footer of a mailing list, under a date in another
/// zone or none. It is the message of the same subject, before the answer, whose sender and time can be those
/// above the quotation and that has its words; of several, the one that has most of them, and the latest.
extension MessageJoiner {
  mutating func joinOriginals(_ copies: [MessageCopy]) {
    var bySubject: [[UInt8]: [(moment: Int, group: Int)]] = [:]
    for (index, group) in groups.enumerated() where group.isNative && !group.words.isEmpty {
      guard let subject = group.subject, let moment = SentMoment.key(group.sent) else { continue }
      bySubject[subject, default: []].append((moment, index))
    }
    if bySubject.isEmpty { return }
    for key in bySubject.keys { bySubject[key]?.sort { ($0.moment, $0.group) < ($1.moment, $1.group) } }
    var target = Array(groups.indices)
    for (outer, copy) in copies.enumerated() {
      guard let inner = copy.quotes else { continue }
      let (quote, answer) = (groupOf[inner], groupOf[outer])
      guard target[quote] == quote, quote != answer, !groups[quote].isNative,
        let subject = groups[quote].subject ?? groups[answer].subject,
        let list = bySubject[subject], let moment = SentMoment.key(groups[answer].sent)
      else { continue }
      // A print without a zone may be fourteen hours off.
      let limit = moment + (groups[answer].sent?.utcOffset == nil ? 14 * 3600 : MessageJoiner.skew)
      var (low, high) = (0, list.count)
      while low < high {
        let middle = (low + high) / 2
        if list[middle].moment <= limit { low = middle + 1 } else { high = middle }
      }
      var best: (group: Int, part: Double)?
      for candidate in list[max(0, low - MessageJoiner.mostCandidates)..<low].reversed() {
        guard candidate.group != quote, candidate.group != answer,
          let part = partOfOriginal(groups[quote], groups[candidate.group]),
          best.map({ part > $0.part + 0.05 }) ?? true
        else { continue }
        best = (candidate.group, part)
      }
      if let best { target[quote] = best.group }
    }
    guard target.enumerated().contains(where: { $0.offset != $0.element }) else { return }
    fold(target)
  }

  /// Clocks of two machines differ by so many seconds at most: one that missed the summer time, by an hour.
  private static let skew = 4_200
  /// Fewer words than these say nothing by themselves.
  private static let leastExcerpt = 6

  /// The part of the quotation's words that the message has; nil where it cannot be the message.
  private func partOfOriginal(_ quote: Group, _ whole: Group) -> Double? {
    var isSender = false
    if let writer = quote.from, let sender = whole.from {
      let match = MailboxMatch(writer, sender)
      if match == .different { return nil }
      isSender = match == .same
    }
    var isMoment = false
    if let a = quote.sent, let b = whole.sent {
      switch SentMoment.compare(a, b) {
      case .apart: return nil
      case .same: isMoment = true
      case .unknown: break
      }
    }
    let part = BodyOverlap.containment(quote.words, whole.words)
    let count = min(quote.words.count, whole.words.count)
    // Sender and minute name it; without them the words must.
    if isSender && isMoment { return part >= 0.5 || count < MessageJoiner.leastExcerpt ? part : nil }
    guard count >= MessageJoiner.leastExcerpt else { return nil }
    if isMoment || isSender { return part >= 0.7 ? part : nil }
    return part >= 0.85 && count >= 2 * MessageJoiner.leastExcerpt ? part : nil
  }

  /// Moves the copies of each group to the group that it belongs to.
  private mutating func fold(_ target: [Int]) {
    func last(_ group: Int) -> Int {
      var group = group
      while target[group] != group { group = target[group] }
      return group
    }
    var place: [Int: Int] = [:]
    var kept: [Group] = []
    for index in groups.indices where last(index) == index {
      place[index] = kept.count
      kept.append(groups[index])
    }
    for index in groups.indices {
      let end = last(index)
      if end != index, let slot = place[end] { kept[slot].copies += groups[index].copies }
    }
    groupOf = groupOf.map { place[last($0)] ?? 0 }
    groups = kept
  }
}

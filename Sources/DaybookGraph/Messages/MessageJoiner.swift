import DaybookCore

/// Finds the copies that are one message.
///
/// Candidates are copies of one minute (the year left aside, since not every client prints it), of one
/// Message-ID, or with the same long body; each is then verified: sender, recipients, subject and words must
/// agree as far as they are printed. One-liners that look alike and were sent at other times stay apart.
/// Linear: a copy is compared with no more than `mostCandidates` others.
struct MessageJoiner {
  /// Copies of one message, and what is known of it so far.
  struct Group {
    var copies: [Int]
    var digest: UInt64
    /// Words of the copy that has most of them.
    var words: [UInt64]
    var sent: Timex?
    var isYearless: Bool
    var from: MessageHeader.Mailbox?
    var to: [MessageHeader.Mailbox]
    var subject: [UInt8]?
    var messageID: String?
    var isNative: Bool
  }

  var groups: [Group] = []
  /// Group of each copy.
  var groupOf: [Int] = []
  /// Words of each copy that can be read, less the marks where they cannot.
  private(set) var readable: [Int] = []

  static let mostCandidates = 48
  /// Words from which a body is distinctive enough to join copies of other times.
  private static let distinctive = 12

  private var byMinute: [UInt64: [Int]] = [:]
  private var byBody: [UInt64: [Int]] = [:]
  private var byMessageID: [String: Int] = [:]

  init(_ copies: [MessageCopy]) {
    groupOf = [Int](repeating: 0, count: copies.count)
    readable = groupOf
    // Native messages first: they are whole, and their times are exact.
    for index in copies.indices where copies[index].isNative { place(index, copies[index]) }
    for index in copies.indices where !copies[index].isNative { place(index, copies[index]) }
    joinOriginals(copies)
  }

  private mutating func place(_ index: Int, _ copy: MessageCopy) {
    let words = BodyWords(copy.body)
    readable[index] = words.hashes.reduce(0) { $0 + ($1 == 0 ? 0 : 1) } * 64 - min(63, words.withheld)
    var own = Group(
      copies: [index], digest: words.digest, words: words.hashes, sent: copy.header.sent,
      isYearless: copy.isYearless, from: copy.header.from.first, to: copy.header.to,
      subject: copy.header.subject.map { SubjectLine.base(of: $0.utf8) }, messageID: copy.header.messageID,
      isNative: copy.isNative)
    if own.subject?.isEmpty ?? false { own.subject = nil }
    let minute = MessageJoiner.minuteKey(own.sent)
    if let id = own.messageID, let group = byMessageID[id], isSameID(groups[group], own) {
      join(index, own, to: group)
      return
    }
    if let minute, let group = candidates(byMinute[minute]).first(where: { isSame(groups[$0], own) }) {
      join(index, own, to: group)
      return
    }
    if own.words.count >= MessageJoiner.distinctive,
      let group = candidates(byBody[own.digest]).first(where: { isSameText(groups[$0], own) })
    {
      join(index, own, to: group)
      if let minute { byMinute[minute, default: []].append(group) }
      return
    }
    let group = groups.count
    groups.append(own)
    groupOf[index] = group
    if let minute { byMinute[minute, default: []].append(group) }
    if own.words.count >= MessageJoiner.distinctive { byBody[own.digest, default: []].append(group) }
    if let id = own.messageID, byMessageID[id] == nil { byMessageID[id] = group }
  }

  private func candidates(_ list: [Int]?) -> ArraySlice<Int> {
    (list ?? []).suffix(MessageJoiner.mostCandidates)
  }

  private mutating func join(_ index: Int, _ own: Group, to group: Int) {
    groupOf[index] = group
    groups[group].copies.append(index)
    if own.words.count > groups[group].words.count, !groups[group].isNative {
      groups[group].words = own.words
      if own.words.count >= MessageJoiner.distinctive, own.digest != groups[group].digest {
        byBody[own.digest, default: []].append(group)
      }
      groups[group].digest = own.digest
    }
    if groups[group].isYearless, !own.isYearless, own.sent != nil {
      groups[group].sent = own.sent
      groups[group].isYearless = false
    } else if let sent = own.sent, own.isYearless == groups[group].isYearless,
      groups[group].sent.map({ sent.grain < $0.grain }) ?? true
    {
      groups[group].sent = sent
    }
    if MessageJoiner.detail(own.from) > MessageJoiner.detail(groups[group].from) {
      groups[group].from = own.from
    }
    let known = own.to.reduce(0) { $0 + MessageJoiner.detail($1) }
    if known > groups[group].to.reduce(0, { $0 + MessageJoiner.detail($1) }) { groups[group].to = own.to }
    if groups[group].subject == nil { groups[group].subject = own.subject }
    if groups[group].messageID == nil { groups[group].messageID = own.messageID }
  }

  private static func detail(_ mailbox: MessageHeader.Mailbox?) -> Int {
    guard let mailbox else { return 0 }
    return (mailbox.name == nil ? 0 : 1) + (mailbox.address == nil ? 0 : 1)
  }

  /// Month, day, hour and minute; nil without a clock.
  private static func minuteKey(_ sent: Timex?) -> UInt64? {
    guard let moment = sent?.earliest, let time = moment.time, (sent?.grain ?? .year) <= .minute else {
      return nil
    }
    return UInt64(((moment.date.month * 32 + moment.date.day) * 24 + time.hour) * 60 + time.minute)
  }

  // MARK: - Verification

  private func isSame(_ group: Group, _ own: Group) -> Bool {
    if let a = group.messageID, let b = own.messageID, a != b { return false }
    guard let a = group.sent?.earliest, let b = own.sent?.earliest else { return false }
    if !group.isYearless, !own.isYearless, a.date.year != b.date.year { return false }
    if group.sent?.grain == .second, own.sent?.grain == .second, a.time?.second != b.time?.second {
      return false
    }
    return agrees(group, own, leastCommon: 0.5)
  }

  private func isSameID(_ group: Group, _ own: Group) -> Bool {
    BodyOverlap.containment(group.words, own.words) >= 0.3
  }

  /// A long body word for word, and times that only a zone sets apart, or none.
  private func isSameText(_ group: Group, _ own: Group) -> Bool {
    if let a = group.messageID, let b = own.messageID, a != b { return false }
    if let a = group.sent?.earliest, let b = own.sent?.earliest {
      // Printed in local time here and in another zone's there: whole quarters of an hour. Mails to many
      // that differ in nothing but their time are as many mails.
      guard a.time != nil, b.time != nil else {
        return a.date == b.date && agrees(group, own, leastCommon: 0.9)
      }
      let difference = abs(a.sortKey - b.sortKey)
      guard difference > 0, difference <= 14 * 3600, difference / 60 % 15 == 0 else { return false }
      guard group.from != nil, own.from != nil else { return false }
    } else if group.sent != nil, own.sent != nil {
      return false
    }
    return agrees(group, own, leastCommon: 0.9)
  }

  private func agrees(_ group: Group, _ own: Group, leastCommon: Double) -> Bool {
    if let a = group.from, let b = own.from, MailboxMatch(a, b) == .different { return false }
    if let a = group.subject, let b = own.subject, !MessageJoiner.isSameSubject(a, b) { return false }
    if !group.to.isEmpty, !own.to.isEmpty,
      own.to.allSatisfy({ MailboxMatch.find($0, in: group.to) == .different })
    {
      return false
    }
    if group.words.isEmpty || own.words.isEmpty {
      // Nothing to compare: the rest must say it.
      guard let a = group.from, let b = own.from else { return false }
      return MailboxMatch(a, b) == .same
    }
    return BodyOverlap.containment(group.words, own.words) >= leastCommon
  }

  /// Equal, or cut, or equal apart from what one of them withholds.
  private static func isSameSubject(_ left: [UInt8], _ right: [UInt8]) -> Bool {
    if left == right || left.starts(with: right) || right.starts(with: left) { return true }
    let (a, b) = (BodyWords(left), BodyWords(right))
    guard a.withheld > 0 || b.withheld > 0 else {
      // Punctuation and OCR differ between prints; words do not.
      return a.hashes == b.hashes
    }
    return BodyOverlap.containment(a.hashes, b.hashes) >= 0.99
  }
}

/// Whether one printed message can be what the message above it answers or forwards.
///
/// Mail programs print a message's history below it, newest first. So the older one is of an earlier time,
/// about the same subject, and was sent to or by whoever wrote the newer one.
package enum ChainLink: Hashable, Sendable {
  case continues
  /// Something speaks against it, in words.
  case breaks(String)
  case unknown

  package init(newer: MessageHeader, older: MessageHeader) {
    if let a = newer.sent?.earliest, let b = older.sent?.earliest, a < b {
      // Clocks of two programs, and zones that are not printed, may differ.
      if b.date.dayNumber - a.date.dayNumber > 1 || b.sortKey - a.sortKey > 14 * 3600 {
        self = .breaks("it is newer than the message before it")
        return
      }
      if newer.sent?.utcOffset == older.sent?.utcOffset, b.sortKey - a.sortKey > 300 {
        self = .breaks("it is newer than the message before it")
        return
      }
    }
    let (above, below) = (newer.subject ?? "", older.subject ?? "")
    let (subject, other) = (SubjectLine.base(of: above.utf8), SubjectLine.base(of: below.utf8))
    if !subject.isEmpty, !other.isEmpty, subject != other, !subject.starts(with: other),
      !other.starts(with: subject)
    {
      self = .breaks("it is about something else")
      return
    }
    if !subject.isEmpty, subject == other, SubjectLine.mark(of: above.utf8) == .none,
      SubjectLine.mark(of: below.utf8) != .none
    {
      self = .breaks("the message before it begins its conversation")
      return
    }
    guard let writer = newer.from.first else {
      self = .unknown
      return
    }
    switch MailboxMatch.find(writer, in: older.to + older.cc + older.from) {
    case .same: self = .continues
    case .unknown: self = .unknown
    case .different where older.to.isEmpty:
      // Some clients print who got it in the newest message only.
      self = .unknown
    case .different:
      // Mailing lists and groups hide who got it; a plain answer names its sender.
      if let recipient = older.from.first,
        MailboxMatch.find(recipient, in: newer.to + newer.cc) == .same
      {
        self = .unknown
      } else {
        self = .breaks("its sender and recipients are others")
      }
    }
  }
}

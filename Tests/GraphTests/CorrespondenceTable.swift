import DaybookCore

@testable import DaybookGraph

/// Copies of messages, written as a person would list them.
struct CorrespondenceTable {
  var builder = CorrespondenceBuilder { _, _ in nil }
  private var offset = 0

  /// One copy; `quotedBy` is the copy that quotes it directly.
  @discardableResult
  mutating func add(
    _ from: String?, to: [String] = [], on day: Int, at time: (Int, Int)? = (9, 0), _ subject: String?,
    _ body: String,
    second: Int? = nil, source: String = "a", quotedBy: Int? = nil, id: String? = nil, replyTo: [String] = [],
    attachments: [String] = [], month: Int = 2, isNative: Bool = false, zone: Int? = nil, quoting: String = ""
  ) -> Int {
    var header = MessageHeader(
      from: [from.map { Self.mailbox($0) } ?? .init()], to: to.map(Self.mailbox), subject: subject,
      messageID: id,
      inReplyTo: replyTo, attachments: attachments)
    if let date = CivilDate(year: 2022, month: month, day: day) {
      let clock = time.flatMap { CivilTime(hour: $0.0, minute: $0.1, second: second ?? 0) }
      header.sent =
        clock.map { Timex(date, at: $0, grain: second == nil ? .minute : .second, utcOffset: zone) }
        ?? Timex(day: date)
    }
    header.bytes = offset..<(offset + 10)
    var value = MessageCopy(
      source: .init(text: source), header: header, bytes: offset..<(offset + 100), body: Array(body.utf8),
      pages: 1...1, depth: quotedBy == nil ? 0 : 1, isNative: isNative)
    value.quoted = Array(quoting.utf8)
    let copy = builder.add(value)
    offset += 100
    if let quotedBy { builder.note(quotedBy, quotes: copy) }
    return copy
  }

  /// "A <a@b>", "A" or "a@b".
  static func mailbox(_ text: String) -> MessageHeader.Mailbox {
    let parts = text.split(separator: "<").map { $0.trimmingSuffix(while: { $0 == ">" || $0 == " " }) }
    if parts.count == 2 { return .init(name: String(parts[0]), address: String(parts[1])) }
    return text.contains("@") ? .init(address: text) : .init(name: text)
  }
}

extension Substring {
  fileprivate func trimmingSuffix(while isTrimmed: (Character) -> Bool) -> Substring {
    var rest = self
    while let last = rest.last, isTrimmed(last) { rest = rest.dropLast() }
    return rest
  }
}

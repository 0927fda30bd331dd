import DaybookCore

/// The correspondence of a case as lines for a terminal.
package struct CorrespondenceText {
  private let correspondence: Correspondence
  private let names: CorrespondenceNames
  private let messageByID: [Message.ID: Message]
  private let paths: [Document.ID: String]

  init(_ correspondence: Correspondence, paths: [Document.ID: String]) {
    self.correspondence = correspondence
    self.paths = paths
    names = CorrespondenceNames(correspondence)
    messageByID = Dictionary(correspondence.messages.map { ($0.id, $0) }) { first, _ in first }
  }

  /// One message a line: id, date, sender → recipients, subject, and in how many places it stands.
  func messages() -> [String] { correspondence.messages.map { line($0) } }

  /// Each thread with its messages below it, answers indented below what they answer.
  func threads() -> [String] {
    var lines: [String] = []
    for thread in correspondence.threads {
      lines.append(
        "\(names.threads[thread.id] ?? "")  \(thread.subject.isEmpty ? "(no subject)" : thread.subject)")
      for id in thread.messages {
        guard let message = messageByID[id] else { continue }
        lines.append(String(repeating: "  ", count: 1 + depth(message)) + line(message))
      }
    }
    return lines + followUps(.message, heading: "Not in the bundle, and answered or quoted in it:")
  }

  private func depth(_ message: Message) -> Int {
    var depth = 0
    var next = message.parent
    while let id = next, depth < 12 {
      depth += 1
      next = messageByID[id]?.parent
    }
    return depth
  }

  /// One paper a line: id, pages, kind, date, version, title, and why it begins there.
  func documents() -> [String] {
    correspondence.papers.map { paper in
      let pages = paper.pages.map { "p. \($0.lowerBound)–\($0.upperBound)" } ?? ""
      var line = [
        CorrespondenceText.pad(names.papers[paper.id] ?? "", 5), CorrespondenceText.pad(pages, 12),
        CorrespondenceText.pad(paper.kind.rawValue, 12),
        CorrespondenceText.pad(paper.date?.when.earliest?.date.description ?? "", 10),
        (paper.title ?? paper.path) + (paper.version.map { " (version \($0))" } ?? ""),
      ].joined(separator: "  ")
      if let reason = paper.evidence.first, reason.kind != .start {
        line += "  [\(reason.kind.rawValue)\(reason.text.isEmpty ? "" : ": \(reason.text.prefix(60))")]"
      }
      return line
    } + followUps(.document, heading: "Listed in the index and not in the bundle:")
  }

  /// Which message attaches which paper, and what is attached and not there.
  func attachments() -> [String] {
    correspondence.links.filter { $0.kind == .attaches || $0.kind == .cites }.map { link in
      let message = names.messages[Message.ID(text: link.from)] ?? ""
      let paper = names.papers[ComponentDocument.ID(text: link.to)] ?? ""
      return "\(message)  \(link.kind == .attaches ? "attaches" : "names")  \(link.rule)  →  \(paper)"
    } + followUps(.attachment, heading: "Attached to a message and not in the bundle:")
  }

  private func followUps(_ kind: MissingItem.Kind, heading: String) -> [String] {
    let items = correspondence.missing.filter { $0.kind == kind }
    if items.isEmpty { return [] }
    return ["", heading]
      + items.map { item in
        let message = item.message.flatMap { names.messages[$0] }.map { "\($0): " } ?? ""
        let page = item.evidence.page.map { ", page \($0)" } ?? ""
        return "  \(message)\(item.what)  (\(paths[item.evidence.document] ?? "")\(page))"
      }
  }

  private func line(_ message: Message) -> String {
    let to = message.to.first.map(CorrespondenceText.name) ?? "[not printed]"
    let more = message.to.count > 1 ? " and \(message.to.count - 1) more" : ""
    let places = message.copies.count
    let when = CorrespondenceJSON.date(message.sent).map { String($0.prefix(16)) } ?? "no date"
    return [
      CorrespondenceText.pad(names.messages[message.id] ?? "", 6),
      CorrespondenceText.pad(when + (message.isYearInferred ? "?" : ""), 17),
      (message.from.map(CorrespondenceText.name) ?? "[not printed]") + " → " + to + more,
      message.subject ?? "(no subject)", places > 1 ? "[\(places) places]" : "",
    ].joined(separator: "  ")
  }

  private static func name(_ mailbox: MessageHeader.Mailbox) -> String {
    mailbox.name ?? mailbox.address ?? "[withheld]"
  }

  private static func pad(_ text: String, _ width: Int) -> String {
    text.count >= width ? text : text + String(repeating: " ", count: width - text.count)
  }
}

import DaybookCore
import DaybookTestSupport
import Foundation
import Testing

@testable import DaybookExtract

/// Texts of our own in the manner of inquiries, with labels that were made before the program read them; README.md
/// beside them says how.
@Suite("Statements of inquiries") struct InquiryTests {
  struct Label {
    var start: String?
    var end: String
    var isRough: Bool
    var kind: String
    var agent: String?
    var recipient: String?
    var bytes: Range<Int>
  }

  struct Figures {
    var labels = 0
    var dated = 0
    var entries = 0
    var serving = 0
    var kinds = 0
    var agents = (right: 0, all: 0)
    var recipients = (right: 0, all: 0)
    var missed: [String] = []
  }

  static func read(_ name: String) throws -> (text: String, labels: [Label]) {
    let file = PackageFolder.root.appending(path: "Tests/Inquiries/\(name).marked")
    var rest = try String(contentsOf: file, encoding: .utf8)[...]
    var text = ""
    var labels: [Label] = []
    while let open = rest.range(of: "{{") {
      text += rest[..<open.lowerBound]
      let close = try #require(rest.range(of: "}}", range: open.upperBound..<rest.endIndex))
      let mark = rest[open.upperBound..<close.lowerBound]
      let bar = try #require(mark.firstIndex(of: "|"))
      let cells = mark[..<bar].split(separator: ";", omittingEmptySubsequences: false)
      let words = mark[mark.index(after: bar)...]
      let who = cells[2].split(separator: ">", omittingEmptySubsequences: false).map(String.init)
      let day = String(cells[0].drop { $0 == "." || $0 == "~" })
      let from = text.utf8.count
      text += words
      labels.append(
        Label(
          start: cells[0].hasPrefix("..") ? nil : day, end: day, isRough: cells[0].hasPrefix("~"),
          kind: String(cells[1]), agent: who.first.flatMap { $0.isEmpty ? nil : $0 },
          recipient: who.count > 1 ? who[1] : nil, bytes: from..<text.utf8.count))
      rest = rest[close.upperBound...]
    }
    return (text + rest, labels)
  }

  private static func fits(_ event: Event, _ label: Label) -> Bool {
    guard let timex = event.when.timex else { return false }
    func day(_ moment: CivilMoment?) -> String? {
      moment.map { String($0.date.description.prefix(label.end.count)) }
    }
    let (start, end) = (day(timex.earliest), day(timex.latest))
    if label.isRough { return start == label.end || end == label.end }
    return end == label.end && (label.start == nil || start == label.start)
  }

  static func figures(_ name: String) throws -> Figures {
    let (text, labels) = try read(name)
    let events = Extractor().extract(TextDocument.make(text, path: name + ".txt")).events
    var figures = Figures()
    figures.labels = labels.count
    figures.entries = events.count
    var used: Set<Event.ID> = []
    for label in labels {
      let found = events.filter { event in
        !used.contains(event.id) && fits(event, label)
          && event.evidence.contains { $0.bytes.overlaps(label.bytes) }
      }
      guard let event = found.first(where: { $0.kind.rawValue == label.kind }) ?? found.first else {
        figures.missed.append(String(decoding: Array(text.utf8)[label.bytes], as: UTF8.self))
        continue
      }
      used.insert(event.id)
      figures.dated += 1
      figures.kinds += event.kind.rawValue == label.kind ? 1 : 0
      for (name, role) in [(label.agent, Party.Role.agent), (label.recipient, .recipient)] {
        guard let name else { continue }
        let isRight = event.parties.contains {
          $0.role == role && $0.name.lowercased().contains(name.lowercased())
        }
        if role == .agent {
          figures.agents.all += 1
          figures.agents.right += isRight ? 1 : 0
        } else {
          figures.recipients.all += 1
          figures.recipients.right += isRight ? 1 : 0
        }
      }
    }
    figures.serving = used.count
    return figures
  }

  @Test func mostStatementsAreDatedAndFewEntriesAreNone() throws {
    var sum = Figures()
    for name in ["ombudsman", "committee", "notice", "release", "audit", "statement"] {
      let one = try InquiryTests.figures(name)
      sum.labels += one.labels
      sum.dated += one.dated
      sum.entries += one.entries
      sum.serving += one.serving
      sum.kinds += one.kinds
      sum.agents = (sum.agents.right + one.agents.right, sum.agents.all + one.agents.all)
      sum.recipients = (sum.recipients.right + one.recipients.right, sum.recipients.all + one.recipients.all)
      sum.missed += one.missed
    }
    #expect(sum.labels == 105)
    #expect(sum.dated * 100 >= sum.labels * 90, "missed: \(sum.missed)")
    #expect(sum.serving * 100 >= sum.entries * 92, "\(sum.serving) of \(sum.entries) entries are of a label")
    #expect(sum.kinds * 100 >= sum.dated * 78, "kinds: \(sum.kinds) of \(sum.dated)")
    #expect(sum.agents.right * 100 >= sum.agents.all * 60, "agents: \(sum.agents)")
    #expect(sum.recipients.right * 100 >= sum.recipients.all * 65, "recipients: \(sum.recipients)")
  }

  /// A date that cannot be counted from the paper's own day is left out, not guessed.
  @Test(arguments: [
    "You wrote on 17 February 2022 that it would be online by the end of the month.",
    "The bridge was closed on 3 October 2022. Residents were told that Friday that it would take weeks.",
  ])
  func noDateIsCountedFromAnotherDay(text: String) {
    let events = Extractor().extract(TextDocument.make("15 March 2023\n\n" + text + "\n")).events
    #expect(!events.isEmpty)
    #expect(events.allSatisfy { $0.when.basis != .relative }, "\(events.map { $0.when.timex?.edtf ?? "" })")
  }
}

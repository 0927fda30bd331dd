import DaybookCore
import DaybookTestSupport

@testable import DaybookGraph

/// Events as a chronology is made of them, with names instead of rows.
struct EventTable {
  /// An event of a document, in a line: what it says is its name.
  struct Line {
    var document: Int
    var name: String
    var when: EventDate
    var kind: EventKind
    var modality: Modality
    var parties: [Participation]
    var position: Int
    var quote: String

    init(
      _ document: Int, _ name: String, _ when: EventDate = .undated, kind: EventKind = .told,
      modality: Modality = .happened, from agent: String? = nil, to recipient: String? = nil,
      at position: Int? = nil,
      quote: String? = nil
    ) {
      self.document = document
      self.name = name
      self.when = when
      self.kind = kind
      self.modality = modality
      parties =
        (agent.map { [Participation(name: $0, kind: .body, role: .agent)] } ?? [])
        + (recipient.map { [Participation(name: $0, kind: .body, role: .recipient)] } ?? [])
      self.position = position ?? -1
      self.quote = quote ?? name
    }

    func event(at place: Int) -> Event {
      let start = position >= 0 ? position : place * 100
      return Event(
        kind: kind, modality: modality, when: when, summary: name, parties: parties,
        evidence: [
          Anchor(
            document: Document.ID(text: "d\(document)"), bytes: start..<(start + quote.utf8.count), page: nil,
            quote: quote)
        ], rule: "test")
    }
  }

  var lines: [Line]
  /// The row of each line; 1, 2, 3 … unless told.
  var rows: [Int64]

  init(_ lines: [Line], rows: [Int64]? = nil) {
    self.lines = lines
    self.rows = rows ?? lines.indices.map { Int64($0 + 1) }
  }

  func builder() -> ChronologyBuilder {
    var builder = ChronologyBuilder()
    for (index, line) in lines.enumerated() {
      builder.add(line.event(at: index), row: rows[index], document: line.document, parties: line.parties)
    }
    return builder
  }

  /// The entries in order, each with the places of its events among the lines.
  func plan() -> [[Int]] {
    let places = Dictionary(uniqueKeysWithValues: rows.enumerated().map { ($0.element, $0.offset) })
    return builder().plan { row in lines[places[row] ?? 0].event(at: places[row] ?? 0) }.map { entry in
      entry.events.map { places[$0] ?? -1 }
    }
  }

  /// The entries in order, each with the names of its events: "a", or "a+b" for two that are one.
  func names() -> [String] { plan().map { $0.map { lines[$0].name }.joined(separator: "+") } }

  /// As `names`, with the document in front: "0:a+1:a".
  func places() -> [String] {
    plan().map { $0.map { "\(lines[$0].document):\(lines[$0].name)" }.joined(separator: "+") }
  }
}

import DaybookTestSupport
import Foundation
import Testing

/// What the program says of one folder that holds the traps of `specs/seed-traps.md`: the sample corpus, which
/// is our own, and the seed pages where `../shared` is.
struct TrapRecord: CustomTestStringConvertible, Sendable {
  let name: String
  let folder: String

  var testDescription: String { name }

  static let all: [TrapRecord] =
    [
      TrapRecord(
        name: "corpora/attendance-2022",
        folder: PackageFolder.root.appending(path: "corpora/attendance-2022/papers").path)
    ] + (seeds.map { [$0] } ?? [])

  /// The page with the dated list alone, so that nothing but the list dates its entries.
  static let lists: [TrapRecord] =
    [
      TrapRecord(
        name: "corpora/attendance-2022, its pages",
        folder: PackageFolder.root.appending(path: "corpora/attendance-2022/papers/web").path)
    ] + (seeds.map { [$0] } ?? [])

  static let seeds: TrapRecord? = PackageFolder.shared("seeds").map {
    TrapRecord(name: "../shared/seeds", folder: $0.path)
  }

  struct Place: Decodable, Sendable {
    var source: String
    var start: Int
    var quote: String
  }

  struct Entry: Decodable, Sendable {
    struct When: Decodable, Sendable {
      var start: String?
      var end: String?
      var edtf: String?
      var basis: String?
      var why: String?
      var kind: String?
    }
    struct Part: Decodable, Sendable {
      var name: String
      var role: String
    }
    var order: Int
    var date: When
    var kind: String
    var rule: String
    var summary: String
    var parties: [Part]
    var evidence: [Place]

    func quotes(_ words: String) -> Bool { evidence.contains { TrapRecord.plain($0.quote).contains(words) } }
  }

  struct Conflict: Decodable, Sendable {
    struct Side: Decodable, Sendable {
      var says: String
      var by: [String]
      var evidence: Place
    }
    var kind: String
    var statement: String
    var note: Bool
    var sides: [Side]

    func says(_ words: String) -> Bool { sides.contains { TrapRecord.plain($0.says).contains(words) } }
  }

  struct Promise: Decodable, Sendable {
    var due: String?
    var text: String
    var outcome: String
    var kept_on: String?
  }

  struct Interval: Decodable, Sendable {
    var what: String
    var start: String
    var end: String
    var days: Int
  }

  struct Node: Decodable, Sendable {
    var id: String
    var summary: String
    var evidence: [Place]
  }

  struct Relation: Decodable, Sendable {
    var kind: String
    var from: String
    var to: String
    var rule: String
  }

  struct Finding: Decodable, Sendable { var code: String }

  /// All outputs of a folder, made once.
  struct Outputs: Sendable {
    var entries: [Entry] = []
    var findings: [Finding] = []
    var conflicts: [Conflict] = []
    var promises: [Promise] = []
    var intervals: [Interval] = []
    var relations: [Relation] = []
    var versions = ""
  }

  private struct Chronology: Decodable {
    var entries: [Entry]
    var findings: [Finding]
  }
  private struct Conflicts: Decodable { var conflicts: [Conflict] }
  private struct Promises: Decodable {
    var promises: [Promise]
    var intervals: [Interval]
  }
  private struct Graph: Decodable { var relations: [Relation] }

  private static let made: [String: Result<Outputs, any Error>] = Dictionary(
    uniqueKeysWithValues: (all + lists.prefix(1)).map { record in (record.name, Result { try record.make() })
    })

  /// What the program says of the folder.
  func outputs() throws -> Outputs {
    guard let result = TrapRecord.made[name] else { return try make() }
    return try result.get()
  }

  private func make() throws -> Outputs {
    let program = try DaybookProgram()
    func json<T: Decodable>(_ command: String, _: T.Type) throws -> T {
      let run = try program.run(
        [command, folder, "--format", "json", "--quiet"] + (command == "graph" ? [] : ["--fail-on", "never"]))
      return try JSONDecoder().decode(T.self, from: Data(run.output.utf8))
    }
    var outputs = Outputs()
    let chronology = try json("chronology", Chronology.self)
    (outputs.entries, outputs.findings) = (chronology.entries, chronology.findings)
    outputs.conflicts = try json("conflicts", Conflicts.self).conflicts
    let promises = try json("promises", Promises.self)
    (outputs.promises, outputs.intervals) = (promises.promises, promises.intervals)
    outputs.relations = try json("graph", Graph.self).relations
    outputs.versions = try program.run(["versions", folder, "--quiet", "--fail-on", "never"]).output
    return outputs
  }

  /// Blanks of all kinds as one space, curly signs straight: the same words in every format.
  static func plain(_ text: String) -> String {
    var result = ""
    for character in text {
      switch character {
      case "’", "‘": result.append("'")
      case "“", "”": result.append("\"")
      default:
        if character.isWhitespace {
          if result.last != " " { result.append(" ") }
        } else {
          result.append(character)
        }
      }
    }
    return result
  }
}

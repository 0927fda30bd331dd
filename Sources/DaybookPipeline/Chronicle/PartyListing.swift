package import DaybookCore
import DaybookEmit
import DaybookStore

/// The parties of a case with the reason for each of their names and the body that people write for.
package struct PartyListing {
  /// Why a name is a party's, with the words that say so where there are any.
  struct Reason: Codable, Hashable {
    var alias: String
    var rule: String
    var quote: String?
  }

  /// As `ChronicleStage` keeps them, by the id of the party.
  static let setting = "party-reasons"

  private let parties: [Party]
  private let reasons: [String: [Reason]]
  private let members: [String: Relation]

  package init(view: CaseView) throws(PipelineError) {
    (parties, reasons, members) = try PipelineError.wrap {
      let text = try view.store.setting(PartyListing.setting) ?? "{}"
      let members = try view.store.relations().filter { $0.kind == .memberOf }
      return (
        try view.store.parties(), try ChronicleStage.decode([String: [Reason]].self, from: text),
        Dictionary(members.map { ($0.from, $0) }) { first, _ in first }
      )
    }
  }

  private func body(of party: Party) -> Party? {
    members[party.id.text].flatMap { member in parties.first { $0.id.text == member.to } }
  }

  /// Name, kind and body; then a line for each other name.
  package func lines() -> [String] {
    parties.flatMap { party in
      let body = body(of: party).map { ", writes for \($0.name)" } ?? ""
      return ["\(party.name) (\(party.kind.rawValue)\(body))"]
        + party.aliases.map { alias in
          guard let reason = reasons[party.id.text]?.first(where: { $0.alias == alias }) else {
            return "  also \(alias): the same but for case, article and marks"
          }
          let quote = reason.quote.map { ": “\(GraphLines.oneLine($0))”" } ?? ""
          return "  also \(alias): \(reason.rule)\(quote)"
        }
    }
  }

  package func write(to json: inout JSONWriter) {
    for party in parties {
      json.lineBreak()
      json.object { json in
        json.field("id", party.id.text)
        json.field("name", party.name)
        json.field("kind", party.kind.rawValue)
        json.field("member_of", body(of: party)?.name)
        json.key("aliases")
        json.array { json in
          for alias in party.aliases {
            let reason = reasons[party.id.text]?.first { $0.alias == alias }
            json.object {
              $0.field("name", alias)
              $0.field("rule", reason?.rule ?? "same-but-for-marks")
              $0.field("quote", reason?.quote)
            }
          }
        }
      }
    }
  }
}

import ArgumentParser
import DaybookCore
import DaybookPipeline

/// Which entries are wanted.
struct FilterOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp("Entries that end on this day or later, such as 2022-02-01.", valueName: "date"),
    transform: day)
  var from: CivilDate?

  @Option(
    help: ArgumentHelp("Entries that begin on this day or earlier, such as 2022-03-31.", valueName: "date"),
    transform: day)
  var to: CivilDate?

  @Option(
    help: ArgumentHelp(
      "Entries in which this party takes part; may be given more than once.", valueName: "name"))
  var party: [String] = []

  @Option(
    help: ArgumentHelp(
      "Entries of this kind (asked, told, promised, …); may be given more than once.", valueName: "kind"))
  var kind: [EventKind] = []

  func validate() throws {
    if let from, let to, from > to { throw ValidationError("--from \(from) lies behind --to \(to)") }
  }

  /// The filter, and what it says in words.
  func resolve(in view: CaseView) throws(PipelineError) -> (filter: EntryFilter, scope: [String]) {
    var filter = EntryFilter()
    var scope: [String] = []
    filter.from = from
    filter.to = to
    filter.kinds = kind
    if let from { scope.append("from \(from)") }
    if let to { scope.append("to \(to)") }
    if !kind.isEmpty { scope.append("kind \(kind.map(\.rawValue).joined(separator: " or "))") }
    if !party.isEmpty {
      var parties: [Party] = []
      for name in party {
        let found = try view.parties(named: name)
        if found.isEmpty {
          throw .notFound(
            what: "--party: nobody in this case is called \"\(name)\"; \"daybook list --parties\" names them")
        }
        parties += found
      }
      filter.parties = parties.map(\.id)
      scope.append("party \(parties.map(\.name).joined(separator: " or "))")
    }
    return (filter, scope)
  }
}

/// A day as an option gives it.
private func day(_ words: String) throws -> CivilDate {
  guard let day = CivilDate(argument: words) else {
    throw ValidationError("expected a day such as 2022-02-09")
  }
  return day
}

extension CivilDate: ExpressibleByArgument {
  /// "2022-02-09".
  package init?(argument: String) {
    let parts = argument.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 3, parts.map(\.utf8.count) == [4, 2, 2], let year = Int(parts[0]),
      let month = Int(parts[1]),
      let day = Int(parts[2])
    else { return nil }
    self.init(year: year, month: month, day: day)
  }
}

extension EventKind: ExpressibleByArgument {
  package init?(argument: String) { self.init(word: argument) }
}

import DaybookCore

/// The form above the entries. It is hidden until the script, which alone can work it, shows it.
struct HTMLFilters {
  /// Parties that the list offers; whoever is named less often is found by text.
  static let partyLimit = 500

  let statistics: HTMLStatistics

  var html: String {
    """
    <form id="filters" class="filters" hidden aria-label="Filter the entries">
    <p class="wide"><label for="f-text">Text</label><input id="f-text" type="search" autocomplete="off" spellcheck="false"></p>
    <p><label for="f-party">Party</label><select id="f-party"><option value="">all</option>\(parties)</select></p>
    <p><label for="f-kind">Kind</label><select id="f-kind"><option value="">all</option>\(kinds)</select></p>
    <p><label for="f-from">From</label><input id="f-from" type="date"></p>
    <p><label for="f-to">To</label><input id="f-to" type="date"></p>
    <p class="check"><input id="f-undated" type="checkbox" checked><label for="f-undated">Entries without a date</label></p>
    <p class="buttons"><button type="reset">Reset</button><button type="button" id="f-open">Open all quotes</button></p>
    <p class="status" role="status" id="f-status"></p>
    </form>

    """
  }

  private var parties: String {
    let all = statistics.partiesByCount
    return all.prefix(HTMLFilters.partyLimit).map {
      "<option value=\"\($0.number)\">\(HTMLText.escaped($0.name)) (\(EntryLabels.grouped($0.count)))</option>"
    }.joined()
      + (all.count > HTMLFilters.partyLimit
        ? "<option disabled>\(EntryLabels.grouped(all.count - HTMLFilters.partyLimit)) more: search by text</option>"
        : "")
  }

  private var kinds: String {
    EventKind.allCases.compactMap { kind in
      statistics.kinds[kind].map {
        "<option value=\"\(kind.rawValue)\">\(EntryLabels.kind(kind)) (\(EntryLabels.grouped($0)))</option>"
      }
    }.joined()
  }
}

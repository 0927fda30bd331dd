package import DaybookCore
import Foundation

/// An entry as its row holds it: made on any thread, written by the one that has the store.
package struct StoredEntry: Sendable {
  let order: Int
  let id: String
  let kind: String
  let days: ClosedRange<Int>?
  let payload: Data
  let parties: [Party.ID]

  package init(_ entry: ChronologyEntry, parties: [Party.ID]) {
    order = entry.order
    id = entry.id.text
    kind = entry.kind.rawValue
    days = CaseStore.days(of: entry.when.timex)
    payload = CaseStore.data(entry)
    self.parties = parties
  }
}

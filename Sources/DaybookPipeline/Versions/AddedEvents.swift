import DaybookCore

/// Events that the store does not hold, because they are made of several papers: they have rows below zero.
struct AddedEvents {
  private var all: [Event] = []
  private var rows: [Document.ID: [Int64]] = [:]

  init(_ events: [Document.ID: [Event]]) {
    for document in events.keys.sorted() {
      for event in events[document] ?? [] {
        all.append(event)
        rows[document, default: []].append(-Int64(all.count))
      }
    }
  }

  func events(of document: Document.ID) -> [(row: Int64, event: Event)] {
    (rows[document] ?? []).compactMap { row in event(row).map { (row, $0) } }
  }

  /// Nil for a row of the store.
  func event(_ row: Int64) -> Event? {
    row < 0 && row >= -Int64(all.count) ? all[Int(-row) - 1] : nil
  }
}

/// Counts the entries of an OpenDocument text's lists.
///
/// A list outside every other begins anew unless it says that it goes on; a list inside one counts as its
/// deeper level.
/// Source: ODF 1.3 part 3, sections 5.3 and 19.775 (continue-list), 19.776 (continue-numbering).
struct OpenDocumentLists {
  private struct Open {
    var style: String
    var id: String?
  }

  private var open: [Open] = []
  /// Counts by level of the list that is open, and of those that may be gone on with: by style, and by id.
  private var counts: [Int: Int] = [:]
  private var byStyle: [String: [Int: Int]] = [:]
  private var byID: [String: [Int: Int]] = [:]
  /// Set by an entry's start, taken by its first paragraph.
  private var isPending = false
  private var startValue: Int?
  private var outlineCounts: [Int: Int] = [:]

  var level: Int { open.count }
  var isInside: Bool { !open.isEmpty }

  mutating func startList(_ element: XMLElement) {
    let style = element["style-name"] ?? open.last?.style ?? ""
    let id = element["id"]
    if open.isEmpty {
      if let earlier = element["continue-list"] {
        counts = byID[earlier] ?? [:]
      } else {
        counts = element["continue-numbering"] == "true" ? byStyle[style] ?? [:] : [:]
      }
    } else if element["continue-numbering"] != "true" {
      for deeper in counts.keys where deeper > open.count { counts[deeper] = nil }
    }
    if open.count < 1000 { open.append(Open(style: style, id: id)) }
  }

  mutating func endList() {
    guard let list = open.popLast() else { return }
    if open.isEmpty {
      byStyle[list.style] = counts
      if let id = list.id, byID.count < 10_000 { byID[id] = counts }
    }
  }

  mutating func startItem(_ element: XMLElement) {
    isPending = element.local == "list-item"
    startValue = element.number("start-value")
  }

  /// The number or bullet of an entry, at its first paragraph; nil for its others, and where the list shows
  /// none.
  mutating func takeLabel(_ styles: OpenDocumentStyles) -> String? {
    guard isPending, let list = open.last else { return nil }
    isPending = false
    let level = min(open.count, 10)
    guard let levels = styles.levels(of: list.style), let own = levels[level] else { return "•" }
    if let bullet = own.bullet { return bullet }
    counts[level] = startValue ?? counts[level].map { $0 &+ 1 } ?? own.start
    startValue = nil
    for deeper in counts.keys where deeper > level { counts[deeper] = nil }
    return OpenDocumentLists.label(level, levels, counts)
  }

  /// The number of a heading that stands in no list.
  mutating func headingLabel(_ level: Int, restart: Int?, _ styles: OpenDocumentStyles) -> String? {
    guard let levels = styles.levels(of: OpenDocumentStyles.outline), let own = levels[level] else {
      return nil
    }
    outlineCounts[level] = restart ?? outlineCounts[level].map { $0 &+ 1 } ?? own.start
    for deeper in outlineCounts.keys where deeper > level { outlineCounts[deeper] = nil }
    return own.style == nil ? nil : OpenDocumentLists.label(level, levels, outlineCounts)
  }

  private static func label(_ level: Int, _ levels: [Int: OpenDocumentStyles.ListLevel], _ counts: [Int: Int])
    -> String?
  {
    guard let own = levels[level], let ownStyle = own.style else { return nil }
    func number(_ index: Int) -> String {
      ListNumber.text(
        counts[index] ?? levels[index]?.start ?? 1,
        style: index == level ? ownStyle : levels[index]?.style ?? .none)
    }
    var text: String
    if let pattern = own.pattern {
      text = pattern
      for index in 1...10 {
        text = text.replacingOccurrences("%\(index)%", index <= level ? number(index) : "")
      }
    } else {
      let shown = (max(1, level - own.shownLevels + 1)...level).map(number).filter { !$0.isEmpty }
      text = own.prefix + shown.joined(separator: ".") + own.suffix
    }
    let words = Blank.collapsed(Array(text.utf8))
    return words.isEmpty ? nil : String(decoding: words, as: UTF8.self)
  }
}

/// One list while its entries are read: what their numbers are.
///
/// Source: HTML Living Standard 4.4.5 (`start`, `reversed`, `type`) and 4.4.8 (`value`).
struct HTMLList {
  private let isOrdered: Bool
  private let style: String
  private let step: Int
  private var number: Int
  private var pending: String?

  init(_ name: String, _ attributes: HTMLAttributes) {
    isOrdered = name == "ol"
    style = attributes["type"] ?? "1"
    step = attributes["reversed"] == nil ? 1 : -1
    number = (attributes["start"].flatMap { Int($0) }.map { min(max($0, -1_000_000), 1_000_000) } ?? 1) - step
  }

  mutating func startItem(_ attributes: HTMLAttributes) {
    guard isOrdered else {
      pending = "•"
      return
    }
    let value = attributes["value"].flatMap { Int($0) }.map { min(max($0, -1_000_000), 1_000_000) }
    number = value ?? number &+ step
    pending = ListNumber.text(number, style: ListNumber.Style(htmlType: style)) + "."
  }

  /// The entry's number or bullet, once: the entry's other paragraphs have none.
  mutating func takeLabel() -> String? {
    defer { pending = nil }
    return pending
  }
}

package import DaybookCore
import DaybookEmit

/// The parts of a graph in lines for a screen.
package enum GraphLines {
  package static func promise(_ promise: Promise) -> [String] {
    let due = promise.due.map { "due \(DateWords.words($0))" } ?? "without a date"
    let made = promise.made.map { ", made \(DateWords.words($0))" } ?? ""
    let to = promise.to.first.map { " → \($0)" } ?? ""
    var lines = [
      "\(promise.outcome.rawValue): \(promise.by.first ?? "somebody")\(to), \(due)\(made)",
      "  “\(oneLine(promise.text))” [\(places(promise.evidence))]",
    ]
    lines += promise.why.map { "  \(oneLine($0))" }
    if !promise.against.isEmpty {
      lines.append(
        "  speaks against it: entries \(promise.against.map { String($0.text.prefix(8)) }.joined(separator: ", "))"
      )
    }
    return lines
  }

  package static func clock(_ clock: Clock) -> [String] {
    [
      "computed: \(clock.what): \(DateWords.words(clock.due)), from \(DateWords.words(clock.starts))",
      "  \(clock.source) [\(places(clock.evidence))]",
    ]
  }

  package static func interval(_ interval: Interval) -> String {
    "computed: \(interval.days) days \(interval.what), \(DateWords.words(interval.start)) to \(DateWords.words(interval.end))"
  }

  package static func conflict(_ conflict: Conflict, _ decision: Decision?) -> [String] {
    let verdict =
      decision.map { " (\($0.verdict.rawValue)\($0.note.isEmpty ? "" : ": \(oneLine($0.note))"))" } ?? ""
    var lines = [
      "\(conflict.id.text.prefix(8))  \(conflict.isNote ? "note" : conflict.kind.rawValue)\(verdict)"
    ]
    lines.append("  \(conflict.statement)")
    for side in conflict.sides {
      let by = side.by.first.map { "\($0)" } ?? "not said by whom"
      let on = side.on.map { ", \(DateWords.words($0))" } ?? ""
      lines.append("  - “\(oneLine(side.says))” (\(by)\(on)) [\(EntryLabels.citation(side.evidence))]")
    }
    return lines
  }

  package static func followUp(_ followUp: FollowUp) -> [String] {
    let day = followUp.from.map { "\(DateWords.words($0)): " } ?? ""
    var lines = ["\(EntryLabels.spaced(followUp.kind.rawValue)): \(day)\(oneLine(followUp.text))"]
    if let evidence = followUp.evidence {
      // What an index or a header lists has no words of its own.
      let words = evidence.quote.isEmpty ? "" : "“\(oneLine(evidence.quote))” "
      lines.append("  \(words)[\(EntryLabels.citation(evidence))]")
    }
    return lines
  }

  private static func places(_ evidence: [ChronologyEntry.Evidence]) -> String {
    evidence.prefix(3).map(EntryLabels.citation).joined(separator: "; ")
  }

  /// Line ends and control characters of a document must not reach the screen.
  static func oneLine(_ text: String) -> String {
    String(
      text.unicodeScalars.split {
        $0.properties.isWhitespace || $0.value < 0x20 || (0x7F...0x9F).contains($0.value)
      }
      .map { String($0) }.joined(separator: " "))
  }
}

import DaybookCore
import DaybookExtract
import DaybookStore

/// How an entry came about: the words, the rule for each mention in them, the arithmetic of its date, the
/// evidence.
package struct Explanation {
  private let view: CaseView

  package init(view: CaseView) { self.view = view }

  /// Lines to print. `name` is the place of the entry in the chronology, or its id or the beginning of it.
  package func lines(for name: String) throws(PipelineError) -> [String] {
    try PipelineError.wrap {
      guard let entry = try view.store.entry(name) else {
        throw PipelineError.notFound(
          what: "\(name): no such entry; give its number in the chronology, or at least four digits of its id"
        )
      }
      var lines = ["entry \(entry.order)  \(entry.id.text)", entry.summary, ""]
      lines += date(of: entry.when)
      lines.append(
        "kind: \(entry.kind.rawValue), \(entry.modality.rawValue); by rule \(entry.rule)"
          + (entry.isStated ? "" : " (worked out, not stated)"))
      if let context = entry.context { lines.append("context: \(context)") }
      for participation in entry.parties {
        lines.append(
          "\(participation.role.rawValue): \(participation.name)" + aliases(of: participation.name))
      }
      let walk = try BundleWalk(store: view.store)
      for piece in entry.evidence { lines += try evidence(piece, walk) }
      return lines
    }
  }

  private func date(of when: EventDate) -> [String] {
    guard let timex = when.timex else { return ["date: none"] + when.why.map { "  " + $0 } }
    var lines = ["date: \(timex.edtf) (\(when.kind.rawValue), \(when.basis?.rawValue ?? "unknown"))"]
    if !when.text.isEmpty { lines.append("  the words: \(Explanation.oneLine(when.text))") }
    return lines + when.why.map { "  " + $0 }
  }

  private func aliases(of name: String) -> String {
    guard let party = (try? view.store.parties())?.first(where: { $0.name == name }), !party.aliases.isEmpty
    else {
      return ""
    }
    return " (also \(party.aliases.joined(separator: ", ")))"
  }

  private func evidence(_ piece: ChronologyEntry.Evidence, _ walk: BundleWalk) throws -> [String] {
    let page = piece.page.map { ", page \($0)" } ?? ""
    var lines = [
      "",
      "evidence: \(piece.source)\(page), bytes \(piece.bytes.lowerBound)–\(piece.bytes.upperBound), sha256 \(piece.sha256)",
      "  “\(Explanation.oneLine(piece.quote))”",
    ]
    for path in piece.alsoAt { lines.append("  the same bytes: \(path)") }
    guard let document = walk.documents.first(where: { $0.path == piece.source }) else { return lines }
    for chunk in try view.store.chunks(of: document.record.row)
    where chunk.start <= piece.bytes.lowerBound
      && piece.bytes.lowerBound < chunk.start + max(1, chunk.document.text.count)
    {
      let extraction = Extractor(settings: ExtractionSettings(view.settings)).extract(chunk.document)
      let range = (piece.bytes.lowerBound - chunk.start)..<(piece.bytes.upperBound - chunk.start)
      for mention in extraction.mentions where mention.bytes.overlaps(range) {
        lines += describe(mention, in: chunk.document)
      }
    }
    return lines
  }

  private func describe(_ mention: Mention, in document: Document) -> [String] {
    let words = Explanation.oneLine(
      String(decoding: document.text[mention.bytes.clamped(to: 0..<document.text.count)], as: UTF8.self))
    switch mention.value {
    case .date(let reading):
      let others = reading.alternatives.map(\.edtf).joined(separator: ", ")
      return [
        "  “\(words)” is the date \(reading.when.edtf) (\(reading.kind.rawValue), \(reading.basis.rawValue)), by rule \(mention.rule)"
      ]
        + reading.why.map { "    " + $0 } + (others.isEmpty ? [] : ["    could also be \(others)"])
    case .party(let reading):
      return ["  “\(words)” is \(reading.name) (\(reading.kind.rawValue)), by rule \(mention.rule)"]
    case .reference(let text): return ["  “\(words)” refers to \(text), by rule \(mention.rule)"]
    case .version(let text): return ["  “\(words)” is version \(text), by rule \(mention.rule)"]
    }
  }

  static func oneLine(_ text: String) -> String {
    text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}

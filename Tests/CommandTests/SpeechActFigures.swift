import DaybookTestSupport
import Foundation

/// How well the acts of labelled sentences are found, by kind.
struct SpeechActFigures {
  struct Act: Decodable {
    struct Part: Decodable {
      var name: String
      var role: String
    }
    struct Place: Decodable {
      var source: String
      var quote: String
    }
    var kind: String
    var rule: String
    var parties: [Part]
    var evidence: [Place]
  }

  struct Count {
    var right = 0
    var wrong = 0
    var missed = 0
    var all: Int { right + missed }
    var precision: Double { right + wrong == 0 ? 1 : Double(right) / Double(right + wrong) }
    var recall: Double { all == 0 ? 1 : Double(right) / Double(all) }
  }

  private(set) var kinds: [String: Count] = [:]
  private(set) var sum = Count()
  private(set) var quiet = (right: 0, all: 0)
  private(set) var agents = (right: 0, all: 0)
  private(set) var recipients = (right: 0, all: 0)
  let sentences: Int

  /// `found` gives the acts of each sentence by its number; `writer` and `reader` the names that stand for w and r, nil
  /// where roles are not to be judged.
  init(
    _ sentences: [LabelledSentences.Sentence], found: [Int: [Act]], writer: String? = nil,
    reader: String? = nil
  ) {
    self.sentences = sentences.count
    for sentence in sentences {
      let acts = (found[sentence.number] ?? []).filter { $0.kind != "statement" }
      let got = Set(acts.map { LabelledSentences.group($0.kind) })
      if sentence.wanted.isEmpty, sentence.open.isEmpty {
        quiet.all += 1
        if got.isDisjoint(with: LabelledSentences.kinds) { quiet.right += 1 }
      }
      for kind in LabelledSentences.kinds {
        if sentence.wanted.contains(kind) {
          if got.contains(kind) {
            kinds[kind, default: Count()].right += 1
          } else {
            kinds[kind, default: Count()].missed += 1
          }
        } else if got.contains(kind), !sentence.open.contains(kind) {
          kinds[kind, default: Count()].wrong += 1
        }
      }
      guard let writer, let reader else { continue }
      let names: [Character: String] = ["w": writer, "r": reader]
      for role in sentence.roles {
        guard let act = acts.first(where: { LabelledSentences.group($0.kind) == role.kind }) else { continue }
        func has(_ name: String, _ part: String) -> Bool {
          act.parties.contains { $0.name == name && $0.role == part }
        }
        if let name = role.agent.flatMap({ names[$0] }) {
          agents.all += 1
          if has(name, "agent") { agents.right += 1 }
        }
        if let name = role.recipient.flatMap({ names[$0] }) {
          recipients.all += 1
          if has(name, "recipient") { recipients.right += 1 }
        }
      }
    }
    for count in kinds.values {
      sum.right += count.right
      sum.wrong += count.wrong
      sum.missed += count.missed
    }
  }

  /// A table in Markdown, one row a kind.
  func table(_ title: String) -> String {
    var lines = ["## \(title)", "", "\(sentences) sentences, \(quiet.all) of them without an act.", ""]
    lines += ["| kind | labelled | precision | recall |", "|---|---|---|---|"]
    for kind in LabelledSentences.kinds {
      let count = kinds[kind] ?? Count()
      lines.append("| \(kind) | \(count.all) | \(per(count.precision)) | \(per(count.recall)) |")
    }
    lines.append("| all | \(sum.all) | \(per(sum.precision)) | \(per(sum.recall)) |")
    lines += ["", "Sentences without an act of which none is made: \(quiet.right) of \(quiet.all)."]
    if agents.all > 0 {
      lines.append(
        "Agents: \(agents.right) of \(agents.all); recipients: \(recipients.right) of \(recipients.all).")
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private func per(_ share: Double) -> String {
    let thousandths = Int((share * 1000).rounded())
    return "\(thousandths / 1000).\(String(1000 + thousandths % 1000).dropFirst())"
  }
}

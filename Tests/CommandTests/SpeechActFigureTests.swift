import DaybookTestSupport
import Foundation
import Testing

/// What Daybook makes of sentences of real mail that were labelled before the rules were written; the figures are
/// committed in `reports/speech-acts`, and `make reports` writes them anew.
@Suite("Acts of labelled sentences") struct SpeechActFigureTests {
  private static let writer = "Information Commissioner's Office"
  private static let reader = "Department for Education"
  private let labelled: LabelledSentences

  init() throws { labelled = try LabelledSentences() }

  private struct Chronology: Decodable { var entries: [SpeechActFigures.Act] }

  private func acts(of folder: String) throws -> [SpeechActFigures.Act] {
    let run = try DaybookProgram().run([
      "chronology", folder, "--format", "json", "--quiet", "--fail-on", "never", "--ocr", "off",
    ])
    #expect(run.status == 0, "\(run.errors)")
    return try JSONDecoder().decode(Chronology.self, from: Data(run.output.utf8)).entries.filter {
      $0.rule != "message-sent"
    }
  }

  /// Each paraphrase as a message of its own.
  private func paraphrases() throws -> [Int: [SpeechActFigures.Act]] {
    let folder = try ScratchFolder()
    for sentence in labelled.all {
      let number = String(10_000 + sentence.number).dropFirst()
      let minute = String(100 + sentence.number % 60).dropFirst()
      let hour = String(100 + 7 + sentence.number / 60).dropFirst()
      let lines = [
        "From: Alex Green <alex.green@ico.org.uk>", "To: Sam Hill <sam.hill@education.gov.uk>",
        "Date: Thu, 10 Feb 2022 \(hour):\(minute):00 +0000", "Subject: Note \(number)",
        "Message-ID: <n\(number)@ico.org.uk>", "Content-Type: text/plain; charset=utf-8", "",
        sentence.paraphrase, "",
      ]
      _ = try folder.write(lines.joined(separator: "\n"), to: "\(number).eml")
    }
    var found: [Int: [SpeechActFigures.Act]] = [:]
    for act in try acts(of: folder.path) {
      for place in act.evidence { found[Int(place.source.prefix(4)) ?? 0, default: []].append(act) }
    }
    return found
  }

  /// The files that the sentences are of, and the acts whose words are theirs.
  private func originals(_ root: URL) throws -> [Int: [SpeechActFigures.Act]] {
    let folder = try ScratchFolder()
    let wanted = labelled.all.filter(\.isOfRelease)
    for file in Set(wanted.map(\.file)) {
      _ = try folder.write(
        Array(Data(contentsOf: root.appending(path: file))), to: file.replacing("/", with: "_"))
    }
    var byFile: [String: [(key: [UInt16], act: SpeechActFigures.Act)]] = [:]
    for act in try acts(of: folder.path) {
      for place in act.evidence {
        byFile[place.source, default: []].append((LabelledSentences.key(place.quote), act))
      }
    }
    var found: [Int: [SpeechActFigures.Act]] = [:]
    for sentence in wanted {
      found[sentence.number] = (byFile[sentence.file.replacing("/", with: "_")] ?? []).filter {
        LabelledSentences.touch($0.key, sentence.key)
      }.map(\.act)
    }
    return found
  }

  private func compare(_ name: String, _ title: String, _ parts: [(String, SpeechActFigures)]) throws {
    let text = "# \(title)\n\n" + parts.map { $1.table($0) }.joined(separator: "\n")
    let file = PackageFolder.root.appending(path: "reports/speech-acts/\(name)")
    if ProcessInfo.processInfo.environment["DAYBOOK_RECORD"] == "1" {
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(text.utf8).write(to: file)
    }
    let committed = try String(contentsOf: file, encoding: .utf8)
    #expect(text == committed, "\(name) differs: run \"make reports\" and look at the difference")
  }

  @Test func tenKindsAreLabelled() {
    #expect(labelled.all.count == 670)
    #expect(Set(labelled.all.flatMap(\.wanted)).isSuperset(of: LabelledSentences.kinds))
    #expect(labelled.all.count { $0.wanted.isEmpty && $0.open.isEmpty } > 200)
  }

  @Test func paraphrasesAreReadAsReported() throws {
    let found = try paraphrases()
    let halves = [false, true].map { half in
      SpeechActFigures(
        labelled.all.filter { $0.isHeldOut == half }, found: found, writer: Self.writer, reader: Self.reader)
    }
    for (figures, floor) in zip(halves, [(precision: 0.9, recall: 0.77), (precision: 0.86, recall: 0.68)]) {
      #expect(figures.sum.precision >= floor.precision && figures.sum.recall >= floor.recall)
      #expect(figures.agents.right * 100 >= figures.agents.all * 97)
      #expect(figures.recipients.right * 100 >= figures.recipients.all * 92)
      #expect(figures.quiet.right * 100 >= figures.quiet.all * 92)
    }
    try compare(
      "paraphrases.md", "Acts in our paraphrases of sentences of real mail",
      [("Looked at while the rules were written", halves[0]), ("Held out", halves[1])])
  }

  @Test(
    .enabled(if: PackageFolder.shared("data/foi") != nil, "../shared is not here: no real mail to read"))
  func realMailIsReadAsReported() throws {
    let found = try originals(try #require(PackageFolder.shared("data/foi")))
    let halves = [false, true].map { half in
      SpeechActFigures(labelled.all.filter { $0.isHeldOut == half && $0.isOfRelease }, found: found)
    }
    for (figures, floor) in zip(halves, [(precision: 0.84, recall: 0.6), (precision: 0.8, recall: 0.55)]) {
      #expect(figures.sum.precision >= floor.precision && figures.sum.recall >= floor.recall)
    }
    try compare(
      "real-mail.md", "Acts in sentences of real mail",
      [("Looked at while the rules were written (as paraphrases)", halves[0]), ("Held out", halves[1])])
  }
}

import Foundation

/// `daybook diff` on texts of three sizes beside the word diffs that people use, and on texts that make a diff
/// quadratic.
///
/// Its rivals find no moves. An edit falls on every hundred words: words, paragraphs that went, came and
/// moved.
struct DiffBenchmark: Benchmark {
  let name = "diff"

  func run() throws -> [BenchmarkRow] {
    var rows: [BenchmarkRow] = []
    var before: Double?
    for words in [10_000, 100_000, 1_000_000] {
      let (old, new) = try files("words-\(words)") { RevisionText.pair(words: words, seed: 9) }
      guard let ours = try best([BenchmarkFiles.daybook, "diff", old, new, "--format", "json"]) else {
        return [BenchmarkRow(name: name, ours: 0, note: "skipped: no release build of daybook")]
      }
      rows.append(
        BenchmarkRow(
          name: "\(name)-\(words)", ours: ours.seconds, rival: try best(["wdiff", old, new])?.seconds,
          peakKiB: ours.peakKiB, note: "moves and JSON; rival: wdiff"))
      if let before {
        rows.append(
          BenchmarkRow(
            name: "\(name)-\(words)-tenfold", ours: ours.seconds, rival: before,
            note: "ten times the text; rival: one times, so 10 is linear"))
      }
      before = ours.seconds
      if words == 1_000_000 { rows += try others(old, new, ours.seconds) }
    }
    for kind in RevisionText.worst {
      let (old, new) = try files("worst-" + kind) { RevisionText.worst(kind, lines: 20_000) }
      let ours = try best([BenchmarkFiles.daybook, "diff", old, new, "--format", "json"])
      rows.append(
        BenchmarkRow(
          name: "\(name)-\(kind)", ours: ours?.seconds ?? 0, rival: try best(["wdiff", old, new])?.seconds,
          peakKiB: ours?.peakKiB, note: "20,000 paragraphs; rival: wdiff"))
    }
    return rows
  }

  private func others(_ old: String, _ new: String, _ ours: Double) throws -> [BenchmarkRow] {
    let commands = [
      ["dwdiff", old, new], ["git", "diff", "--no-index", "--word-diff", old, new],
    ]
    return try commands.map { command in
      BenchmarkRow(
        name: "\(name)-1000000-\(command[0])", ours: ours, rival: try best(command)?.seconds,
        note: "rival: " + command.prefix(while: { !$0.hasPrefix("/") }).joined(separator: " "))
    }
  }

  private func best(_ command: [String]) throws -> (seconds: Double, peakKiB: Int)? {
    var best: (seconds: Double, peakKiB: Int)?
    for _ in 0..<3 {
      guard let run = try Timing.command(command) else { return nil }
      best = (min(best?.seconds ?? .infinity, run.seconds), max(best?.peakKiB ?? 0, run.peakKiB))
    }
    return best
  }

  private func files(_ name: String, _ make: () -> (old: String, new: String)) throws -> (String, String) {
    let folder = BenchmarkFiles.scratch("diff-" + name)
    let (old, new) = (folder + "/old.md", folder + "/new.md")
    let texts = make()
    try texts.old.write(toFile: old, atomically: true, encoding: .utf8)
    try texts.new.write(toFile: new, atomically: true, encoding: .utf8)
    return (old, new)
  }
}

/// The price of starting at all.
struct StartUpBenchmark: Benchmark {
  let name = "start-up"

  func run() throws -> [BenchmarkRow] {
    var best = Double.infinity
    var peak = 0
    for _ in 0..<5 {
      guard let run = try Timing.command([BenchmarkFiles.daybook, "--version"]) else {
        return [BenchmarkRow(name: name, ours: 0, note: "skipped: no release build of daybook")]
      }
      best = min(best, run.seconds)
      peak = max(peak, run.peakKiB)
    }
    return [
      BenchmarkRow(
        name: name, ours: best, peakKiB: peak,
        note: "daybook --version")
    ]
  }
}

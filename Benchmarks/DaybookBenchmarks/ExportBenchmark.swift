import Foundation

/// `daybook export` of a PDF bundle, from nothing, beside `pdftotext -layout` on the same file.
struct ExportBenchmark: Benchmark {
  let pages: Int

  var name: String { "export-\(pages)" }

  func run() throws -> [BenchmarkRow] {
    guard let folder = try BenchmarkFiles.bundle(pages: pages) else {
      return [
        BenchmarkRow(
          name: name, ours: 0,
          note: "skipped: the generator of bundles is not beside the repository")
      ]
    }
    let cache = BenchmarkFiles.scratch("cache-export-\(pages)")
    try? FileManager.default.removeItem(atPath: cache)
    let command = [BenchmarkFiles.daybook, "export", folder, "--quiet", "--fail-on", "never"]
    guard let ours = try Timing.command(command, environment: ["XDG_CACHE_HOME": cache]) else {
      return [BenchmarkRow(name: name, ours: 0, note: "skipped: no release build of daybook")]
    }
    let rival = try Timing.command(
      [
        "pdftotext", "-layout", folder + "/bundle.pdf",
        BenchmarkFiles.scratch("out-export") + "/rival.txt",
      ])
    let cpu =
      rival.map { String(format: "%.1f against %.1f CPU-s", ours.cpuSeconds, $0.cpuSeconds) } ?? ""
    return [
      BenchmarkRow(
        name: name, ours: ours.seconds, rival: rival?.seconds, peakKiB: ours.peakKiB,
        note:
          "papers, messages, threads and events, exit \(ours.status); rival: pdftotext -layout; \(cpu)"
      )
    ]
  }
}

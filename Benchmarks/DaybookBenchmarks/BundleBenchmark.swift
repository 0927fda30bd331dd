import Foundation

/// A whole run over a PDF bundle beside `pdftotext -layout` on the same file, and a second run on the
/// unchanged folder.
struct BundleBenchmark: Benchmark {
  let pages: Int

  var name: String { "bundle-\(pages)" }

  func run() throws -> [BenchmarkRow] {
    guard let folder = try BenchmarkFiles.bundle(pages: pages) else {
      return [
        BenchmarkRow(
          name: name, ours: 0, note: "skipped: the generator of bundles is not beside the repository")
      ]
    }
    let cache = BenchmarkFiles.scratch("cache-\(pages)")
    let out = BenchmarkFiles.scratch("out-\(pages)")
    let daybook = BenchmarkFiles.daybook
    let command = [daybook, "chronology", folder, "-o", out, "--quiet", "--fail-on", "never"]
    let environment = ["XDG_CACHE_HOME": cache]
    try? FileManager.default.removeItem(atPath: cache)
    guard let first = try Timing.command(command, environment: environment),
      let second = try Timing.command(command, environment: environment)
    else { return [BenchmarkRow(name: name, ours: 0, note: "skipped: no release build of daybook")] }
    let rival = try Timing.command(["pdftotext", "-layout", folder + "/bundle.pdf", out + "/rival.txt"])
    let cpu = rival.map { String(format: "%.1f against %.1f CPU-s", first.cpuSeconds, $0.cpuSeconds) } ?? ""
    return [
      BenchmarkRow(
        name: name, ours: first.seconds, rival: rival?.seconds, peakKiB: first.peakKiB,
        note: "whole run, all formats, exit \(first.status); rival: pdftotext -layout; \(cpu)"),
      BenchmarkRow(
        name: name + "-again", ours: second.seconds, rival: first.seconds, peakKiB: second.peakKiB,
        note: "second run, nothing changed; rival: the first run"),
    ]
  }
}

import Foundation

/// Times the hot functions and whole commands, beside the best rival on the same input, and prints one row
/// each.
///
/// `make bench` runs all rows; `swift run -c release DaybookBenchmarks NAME…` those whose names contain one
/// of the words. Figures of one run are comparable with each other, not with those of another day: these
/// machines differ.
@main
struct Benchmarks {
  static let all: [any Benchmark] = [
    StartUpBenchmark(),
    WireBenchmark(),
    DiffBenchmark(),
    RedlineBenchmark(),
    ExtractBenchmark(),
    DatesBenchmark(),
    MailBenchmark(),
    ThreadsBenchmark(),
    GraphBenchmark(),
    BundleBenchmark(pages: 1_000),
    BundleBenchmark(pages: 10_000),
    ExportBenchmark(pages: 10_000),
    // Makes a bundle of 100,000 pages first, which alone takes some minutes.
    BundleBenchmark(pages: 100_000),
    ExportBenchmark(pages: 84_000),
  ]

  static func main() throws {
    let words = CommandLine.arguments.dropFirst()
    print("benchmark                          ours        rival       ratio  memory     note")
    for benchmark in all where words.isEmpty || words.contains(where: benchmark.name.contains) {
      for row in try benchmark.run() { print(row.line) }
    }
  }
}

/// Something that can be timed.
protocol Benchmark: Sendable {
  var name: String { get }
  func run() throws -> [BenchmarkRow]
}

/// One line of the table. Times in seconds; `rival` nil where there is none; memory in KiB, all processes
/// together.
struct BenchmarkRow {
  var name: String
  var ours: Double
  var rival: Double?
  var peakKiB: Int?
  var note: String

  var line: String {
    func seconds(_ value: Double?) -> String {
      value.map { String(format: "%9.3f s", $0) } ?? "          –"
    }
    let ratio = rival.map { String(format: "%6.2f", ours / $0) } ?? "     –"
    let memory = peakKiB.map { String(format: "%6d MB", $0 / 1024) } ?? "        –"
    return name.padding(toLength: 34, withPad: " ", startingAt: 0)
      + "\(seconds(ours)) \(seconds(rival)) \(ratio) \(memory)  \(note)"
  }
}

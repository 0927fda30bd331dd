import DaybookCore
import DaybookExtract

/// Dates, parties and events out of plain text, and whether the time grows with the text and no faster.
struct ExtractBenchmark: Benchmark {
  let name = "extract"

  func run() throws -> [BenchmarkRow] {
    let small = SampleText.document(paragraphs: 500, seed: 1)
    let large = SampleText.document(paragraphs: 5_000, seed: 1)
    let extractor = Extractor()
    let ours = Timing.best { _ = extractor.extract(small) }
    let tenfold = Timing.best(of: 1) { _ = extractor.extract(large) }
    let dates = Timing.best { _ = DateReader().mentions(in: large) }
    func speed(_ document: Document, _ seconds: Double) -> String {
      "\((Double(document.text.count) / seconds / 1e5).rounded() / 10) MB/s"
    }
    return [
      BenchmarkRow(
        name: name, ours: ours, note: "\(small.text.count / 1000) kB, \(speed(small, ours)), one thread"),
      BenchmarkRow(
        name: name + "-tenfold", ours: tenfold, rival: ours,
        note: "ten times the text, \(speed(large, tenfold)); rival: one times, so 10 is linear"),
      BenchmarkRow(name: name + "-dates", ours: dates, note: "dates alone, \(speed(large, dates))"),
    ]
  }
}

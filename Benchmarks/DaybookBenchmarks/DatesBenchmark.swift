import DaybookCore
import DaybookExtract
import Foundation

/// The whole date engine on plain narrative text, one thread: speed, growth and memory from 1 to 100 MB, and a
/// rival on the same words. Seconds are of CPU time, on both sides: other work on the machine does not count.
///
/// Text: the newswire of the development sets where `../shared` is, else sentences of our own. Rival: dateparser
/// from PyPI (`search_dates`), the most used library that finds dates in running English; `make bench` puts it
/// into an environment below `.build`.
struct DatesBenchmark: Benchmark {
  let name = "dates"

  func run() throws -> [BenchmarkRow] {
    let (unit, origin) = DatesBenchmark.narrative()
    var rows: [BenchmarkRow] = []
    var first: Double?
    for megabytes in [1, 10, 100] {
      let path = BenchmarkFiles.scratch("dates") + "/narrative-\(megabytes).txt"
      try DatesBenchmark.write(unit, megabytes: megabytes, to: path)
      let seconds = try DatesBenchmark.best(of: megabytes == 100 ? 1 : 3) {
        try DatesBenchmark.read(path, windows: megabytes)
      }
      let command = try Timing.command(
        [BenchmarkFiles.daybook, "dates", "--dct", "1998-03-01", "--locale", "en-US", "--json", path])
      let speed = (Double(megabytes) / seconds * 10).rounded() / 10
      let growth = first.map { "; \((seconds / $0 * 10).rounded() / 10) times the time of 1 MB" } ?? ""
      first = first ?? seconds
      rows.append(
        BenchmarkRow(
          name: "\(name)-\(megabytes)MB", ours: seconds, peakKiB: command?.peakKiB,
          note: "\(speed) MB/s of CPU, \(origin)\(growth); memory: of \"daybook dates --json\""))
    }
    rows.append(try besideRival(unit))
    return rows
  }

  private func besideRival(_ unit: [UInt8]) throws -> BenchmarkRow {
    let sample = Array(unit.prefix(100_000))
    let path = BenchmarkFiles.scratch("dates") + "/rival.txt"
    try Data(sample).write(to: URL(filePath: path))
    let ours = DatesBenchmark.best { _ = DateReader().spans(text: sample, written: nil) }
    let script =
      "import sys, time\n" + """
        from dateparser.search import search_dates
        text = open(sys.argv[1], encoding="utf-8", errors="replace").read()
        search_dates("3 March 2021", languages=["en"])
        start = time.process_time()
        for paragraph in text.split("\\n\\n"):
            search_dates(paragraph, languages=["en"])
        print(time.process_time() - start)
        """
    let python = BenchmarkFiles.rivals + "/bin/python"
    guard let text = try Timing.output([python, "-c", script, path]),
      let rival = Double(text.split(separator: "\n").last.map(String.init) ?? "")
    else {
      return BenchmarkRow(
        name: name + "-rival", ours: ours, note: "100 kB; dateparser is not installed: run make bench")
    }
    return BenchmarkRow(
      name: name + "-rival", ours: ours, rival: rival,
      note: "100 kB, CPU; rival: dateparser.search, English alone"
    )
  }

  /// The least CPU time of this thread over some runs.
  private static func best(of runs: Int = 3, _ body: () throws -> Void) rethrows -> Double {
    var best = Double.infinity
    for _ in 0..<runs {
      let start = cpuSeconds
      try body()
      best = min(best, cpuSeconds - start)
    }
    return best
  }

  private static var cpuSeconds: Double {
    var now = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now)
    return Double(now.tv_sec) + Double(now.tv_nsec) / 1e9
  }

  /// The same windows as the command takes, so that memory does not decide.
  private static func read(_ path: String, windows: Int) throws {
    guard let file = FileHandle(forReadingAtPath: path) else { return }
    defer { try? file.close() }
    var stream = DateStream(
      DateReader(settings: american), written: CivilDate(year: 1998, month: 3, day: 1).map { CivilMoment($0) }
    )
    while let data = try file.read(upToCount: DateWindow.size), !data.isEmpty {
      let bytes = [UInt8](data)
      bytes.withUnsafeBufferPointer { _ = stream.read($0) }
    }
  }

  private static var american: ExtractionSettings {
    var settings = ExtractionSettings()
    settings.locale = "en-US"
    return settings
  }

  private static func write(_ unit: [UInt8], megabytes: Int, to path: String) throws {
    _ = FileManager.default.createFile(atPath: path, contents: nil)
    guard let file = FileHandle(forWritingAtPath: path) else { return }
    defer { try? file.close() }
    var left = megabytes * 1_000_000
    while left > 0 {
      try file.write(contentsOf: Data(unit.prefix(left)))
      left -= min(left, unit.count)
    }
  }

  private static func narrative() -> (text: [UInt8], origin: String) {
    struct Record: Decodable { var text: String }
    var text: [UInt8] = []
    for set in ["timebank", "aquaint"] {
      guard let data = FileManager.default.contents(atPath: BenchmarkFiles.shared("data/dates/\(set).jsonl"))
      else { continue }
      for line in data.split(separator: 0x0A) {
        guard let record = try? JSONDecoder().decode(Record.self, from: line) else { continue }
        text += Array(record.text.utf8) + [0x0A, 0x0A]
      }
    }
    if text.isEmpty { return (SampleText.document(paragraphs: 2_000, seed: 1).text, "sentences of our own") }
    return (text, "newswire")
  }
}

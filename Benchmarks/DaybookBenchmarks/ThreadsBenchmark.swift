import Foundation

/// A mailbox from its bytes to its threads, by the whole command: parsed, quotations split off, copies joined,
/// answers tied to what they answer.
struct ThreadsBenchmark: Benchmark {
  let name = "threads"

  func run() throws -> [BenchmarkRow] {
    var rows: [BenchmarkRow] = []
    var before: Double?
    for count in [20_000, 200_000] {
      let folder = BenchmarkFiles.scratch("threads-\(count)")
      let path = folder + "/mail.mbox"
      if !FileManager.default.fileExists(atPath: path) {
        try SampleMailbox.write(messages: count, to: path)
      }
      let cache = BenchmarkFiles.scratch("cache-threads")
      try? FileManager.default.removeItem(atPath: cache)
      let command = [
        BenchmarkFiles.daybook, "threads", folder, "--json", "--quiet", "--fail-on", "never",
      ]
      guard let run = try Timing.command(command, environment: ["XDG_CACHE_HOME": cache]) else {
        return [BenchmarkRow(name: name, ours: 0, note: "skipped: no release build of daybook")]
      }
      rows.append(
        BenchmarkRow(
          name: "\(name)-\(count)", ours: run.seconds, rival: before, peakKiB: run.peakKiB,
          note:
            "\(Int(Double(count) / run.seconds)) messages a second, \(String(format: "%.1f", run.cpuSeconds)) CPU-s"
            + (before == nil ? "" : "; rival: a tenth of the messages, so 10 is linear")))
      before = run.seconds
    }
    return rows
  }
}

/// Mail in threads of five, each answer quoting the one before it, always the same.
enum SampleMailbox {
  private static let people = [
    "Anna Reed", "Ben Moss", "Cara Lind", "Dev Nair", "Eve Stone", "Finn Hale",
  ]
  private static let words = [
    "the register was closed on the day that the office moved",
    "please send the signed copy to the school",
    "we have looked at the figures again and they agree",
    "nobody here has seen the second annex so far",
    "the notice will be on the website in the course of the week",
    "thank you for the call and for the list of questions",
  ]

  static func write(messages count: Int, to path: String) throws {
    _ = FileManager.default.createFile(atPath: path, contents: nil)
    guard let file = FileHandle(forWritingAtPath: path) else { return }
    defer { try? file.close() }
    var text = ""
    var quoted = ""
    for number in 0..<count {
      let (thread, place) = (number / 5, number % 5)
      let from = people[(thread + place) % people.count]
      let to = people[(thread + place + 1) % people.count]
      let minute = number % 60
      let date =
        "\(1 + thread / 40 % 28) Mar \(2015 + thread / 1120 % 9) \(two(8 + place)):\(two(minute)):00 +0000"
      text += "From x@example.org Mon Mar  2 08:00:00 2015\nFrom: \(from) <\(address(from))>\n"
      text += "To: \(to) <\(address(to))>\nDate: \(date)\nMessage-ID: <m\(number)@example.org>\n"
      if place > 0 { text += "In-Reply-To: <m\(number - 1)@example.org>\n" }
      text += "Subject: \(place > 0 ? "Re: " : "")Register \(thread)\n\n"
      let body = (0..<4).map { words[(number + $0 * 7) % words.count] + " (\(number + $0))." }
      text += body.joined(separator: "\n") + "\n"
      if place > 0 { text += "\n" + quoted }
      text += "\n"
      quoted =
        "On \(date), \(from) <\(address(from))> wrote:\n" + body.map { "> " + $0 + "\n" }.joined()
      if text.utf8.count > 1 << 20 {
        try file.write(contentsOf: Data(text.utf8))
        text = ""
      }
    }
    try file.write(contentsOf: Data(text.utf8))
  }

  private static func address(_ name: String) -> String {
    name.lowercased().replacing(" ", with: ".") + "@example.org"
  }

  private static func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
}

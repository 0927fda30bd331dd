import DaybookPipeline
import Foundation

/// Standard error, where progress and accounts go; standard output is for results alone.
///
/// On a terminal progress is one line that is drawn over; elsewhere it is a line every five seconds, so that
/// a log stays readable.
final class Console: ProgressReporter {
  private let isQuiet: Bool
  private let isTerminal = isatty(STDERR_FILENO) == 1
  private let clock = ContinuousClock()
  private var lastDrawn: ContinuousClock.Instant?
  private var isLineOpen = false
  private var notices: Set<String> = []

  init(quiet: Bool = false) { isQuiet = quiet }

  func progress(_ stage: String, done: Int, total: Int) {
    if isQuiet { return }
    let now = clock.now
    let pause: Duration = isTerminal ? .milliseconds(100) : .seconds(5)
    guard let last = lastDrawn else {
      lastDrawn = now
      return
    }
    guard now - last >= pause else { return }
    lastDrawn = now
    if isTerminal {
      let width = 24
      let filled = total > 0 ? min(width, done * width / total) : 0
      let bar = String(repeating: "█", count: filled) + String(repeating: "░", count: width - filled)
      write("\r\u{1B}[K\(stage) \(bar) \(done)/\(total)")
      isLineOpen = true
    } else {
      write("\(stage): \(done) of \(total)\n")
    }
  }

  func notice(_ text: String) {
    if isQuiet || !notices.insert(text).inserted { return }
    say("note: \(text)")
  }

  func say(_ text: String) {
    finishProgress()
    write(text + "\n")
  }

  func finishProgress() {
    if isLineOpen { write("\r\u{1B}[K") }
    isLineOpen = false
  }

  private func write(_ text: String) {
    FileHandle.standardError.write(Data(text.utf8))
  }
}

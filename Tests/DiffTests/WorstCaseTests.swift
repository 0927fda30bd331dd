import DaybookCore
import DaybookTestSupport
import Foundation
import Testing

@testable import DaybookDiff

/// Texts that make a diff quadratic. Four times the text may take no more than some twelve times the time:
/// a quadratic one takes sixteen.
@Suite(.serialized) struct WorstCaseTests {
  private func seconds(_ old: String, _ new: String) throws -> Double {
    let start = Self.threadSeconds
    _ = try Versions.compare(old, new)
    return Self.threadSeconds - start
  }

  /// Of this thread alone: other tests run beside it.
  private static var threadSeconds: Double {
    var time = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) * 1e-9
  }

  private static let kinds = [
    "one line again and again", "two lines in turn", "all lines turned round", "one paragraph without end",
    "nothing in common", "lines that differ in one word",
  ]

  private func pair(_ kind: String, _ count: Int) -> (String, String) {
    func lines(_ range: Range<Int>, _ line: (Int) -> String) -> String {
      range.map(line).joined(separator: "\n\n") + "\n"
    }
    switch kind {
    case Self.kinds[0]:
      return (lines(0..<count) { _ in "None." }, lines(0..<(count - count / 9)) { _ in "None." })
    case Self.kinds[1]:
      return (
        lines(0..<count) { $0 % 2 == 0 ? "Yes, it is." : "No, it is not." },
        lines(0..<count) { $0 % 3 == 0 ? "Yes, it is." : "No, it is not." }
      )
    case Self.kinds[2]:
      return (
        lines(0..<count) { "Entry \($0) of the list." },
        lines(0..<count) { "Entry \(count - $0) of the list." }
      )
    case Self.kinds[3]:
      var random = SeededGenerator(seed: 5)
      let words = (0..<(count * 4)).map { _ in "w\(Int.random(in: 0..<900, using: &random))" }
      return (words.joined(separator: " "), words.shuffled(using: &random).joined(separator: " "))
    case Self.kinds[4]:
      return (lines(0..<count) { "Alpha \($0) beta." }, lines(0..<count) { "Gamma x\($0) delta." })
    default:
      return (
        lines(0..<count) { "The owner of area \($0) must be told of any loss at once." },
        lines(0..<count) { "The owner of area \($0) must be told of every loss at once." }
      )
    }
  }

  @Test(arguments: kinds)
  func takesNoMoreThanInProportion(kind: String) throws {
    let small = pair(kind, 500)
    let large = pair(kind, 2000)
    let least = try (0..<2).map { _ in try seconds(small.0, small.1) }.min() ?? 0
    let most = try (0..<2).map { _ in try seconds(large.0, large.1) }.min() ?? 0
    #expect(most <= 12 * least + 0.5, "\(kind): \(least) s, then \(most) s")
  }
}

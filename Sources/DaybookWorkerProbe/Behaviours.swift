import CSandbox
import DaybookWorkers
import Foundation

/// What a payload can ask for: the word, and what follows from it.
enum Behaviours {
  typealias Behaviour =
    @Sendable (_ argument: String, _ input: Int32?, _ channel: ResultChannel) throws -> Void

  nonisolated(unsafe) private static var itemsSeen = 0

  /// Nil for a word that asks for nothing.
  static func named(_ word: String) -> Behaviour? { good[word] ?? bad[word] }

  static func noteItem() { itemsSeen += 1 }

  private static let good: [String: Behaviour] = [
    "echo": { text, _, channel in channel.send(Array(text.utf8)) },
    "count": { text, _, channel in
      for number in 0..<(Int(text) ?? 0) { channel.send(Array(String(number).utf8)) }
    },
    "big": { text, _, channel in channel.send([UInt8](repeating: 7, count: Int(text) ?? 0)) },
    "pid": { _, _, channel in
      usleep(200_000)  // long enough for two to go to two children
      channel.send(Array(String(getpid()).utf8))
    },
    "session": { _, _, channel in channel.send(Array(String(getsid(0) == getpid()).utf8)) },
    "environment": { _, _, channel in
      for (name, value) in ProcessInfo.processInfo.environment.sorted(by: { $0.key < $1.key }) {
        channel.send(Array("\(name)=\(value)".utf8))
      }
    },
    "descriptors": { _, _, channel in
      let open = (0..<64).filter { fcntl($0, F_GETFD) >= 0 }
      channel.send(Array(open.map(String.init).joined(separator: " ").utf8))
    },
    "read": { _, input, channel in channel.send(Behaviours.contents(of: input)) },
    "slow": { _, _, channel in
      for _ in 0..<30 {
        usleep(100_000)
        channel.alive()
      }
    },
    // The answer is the error number, 0 where the sandbox allowed it.
    "try": { act, _, channel in channel.send(Array(String(ForbiddenActs.attempt(act)).utf8)) },
  ]

  private static let bad: [String: Behaviour] = [
    "refuse": { _, _, _ in throw Refusal() },
    "crash": { _, _, channel in
      channel.send(Array("half a result".utf8))
      channel.alive()
      UnsafeMutablePointer<Int>(bitPattern: 8)?.pointee = 1
    },
    "crash-if-used": { text, _, channel in
      if itemsSeen > 0 { abort() }
      channel.send(Array(text.utf8))
    },
    "overflow": { _, _, channel in channel.send([UInt8(recurse(1) & 1)]) },
    "exit": { _, _, _ in _exit(3) },
    "spin": { _, _, _ in while true { clock() } },
    "hang": { _, _, channel in
      while true {
        usleep(10_000)
        channel.alive()
      }
    },
    "silent": { _, _, _ in while true { sleep(60) } },
    "eat": { _, _, _ in
      var eaten: [[UInt8]] = []
      while true { eaten.append([UInt8](repeating: 1, count: 8 << 20)) }
    },
    "gulp": { _, _, channel in channel.send([[UInt8](repeating: 1, count: 1 << 44)[0]]) },
    "flood": { _, _, channel in while true { channel.send([UInt8](repeating: 1, count: 1 << 20)) } },
    "drizzle": { _, _, channel in while true { channel.send([]) } },
    "garbage": { _, _, _ in
      write(Int32(DAYBOOK_CHANNEL), "not a frame at all", 18)
      sleep(60)
    },
    "mute": { _, _, _ in
      close(Int32(DAYBOOK_CHANNEL))
      sleep(60)
    },
    "forge": { _, _, _ in
      write(Int32(DAYBOOK_CHANNEL), "\0\0\0\0\u{10}", 5)  // a second hello
      sleep(60)
    },
  ]

  static func contents(of input: Int32?) -> [UInt8] {
    guard let input else { return [] }
    var bytes = [UInt8](repeating: 0, count: 1 << 20)
    let count = read(input, &bytes, bytes.count)
    return Array(bytes.prefix(max(0, count)))
  }

  /// Deeper than any stack.
  private static func recurse(_ depth: Int) -> Int { depth < 0 ? 0 : recurse(depth + 1) + depth }
}

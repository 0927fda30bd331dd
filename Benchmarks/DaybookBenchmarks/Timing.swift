import Foundation

/// Wall time of work in this process and of whole commands.
enum Timing {
  /// The least of some runs: noise only ever adds.
  static func best(of runs: Int = 3, _ body: () throws -> Void) rethrows -> Double {
    var best = Double.infinity
    for _ in 0..<runs {
      let start = ContinuousClock.now
      try body()
      best = min(best, seconds(ContinuousClock.now - start))
    }
    return best
  }

  static func seconds(_ duration: Duration) -> Double {
    Double(duration.components.seconds) + Double(duration.components.attoseconds) / 1e18
  }

  /// What a command took: wall time, CPU time and memory of its process and of all below it.
  struct Run {
    var seconds: Double
    var cpuSeconds: Double
    var peakKiB: Int
    var status: Int32
  }

  /// Runs a command to its end; nil where there is no such program. Memory is the highest sum seen: looked at
  /// every 20 ms at first and every 200 ms later, for looking takes time too.
  static func command(_ arguments: [String], environment: [String: String] = [:]) throws -> Run? {
    guard let program = find(arguments[0]) else { return nil }
    let process = Process()
    process.executableURL = URL(filePath: program)
    process.arguments = Array(arguments.dropFirst())
    process.environment = ProcessInfo.processInfo.environment.merging(environment) { _, new in new }
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    let end = End()
    process.terminationHandler = { _ in end.note() }
    let (start, cpu) = (ContinuousClock.now, ProcessTree.childrenCPUSeconds)
    try process.run()
    var peak = 0
    var looks = 0
    while process.isRunning {
      peak = max(peak, ProcessTree.residentKiB(below: process.processIdentifier))
      looks += 1
      usleep(looks < 50 ? 20_000 : 200_000)
    }
    process.waitUntilExit()
    return Run(
      seconds: seconds(end.time - start), cpuSeconds: ProcessTree.childrenCPUSeconds - cpu, peakKiB: peak,
      status: process.terminationStatus)
  }

  /// When a process ended, which nobody is looking just then.
  private final class End: @unchecked Sendable {
    private let lock = NSLock()
    private var noted: ContinuousClock.Instant?

    func note() { lock.withLock { noted = .now } }

    var time: ContinuousClock.Instant { lock.withLock { noted ?? .now } }
  }

  /// What a command prints; nil where there is no such program or it fails.
  static func output(_ arguments: [String]) throws -> String? {
    guard let program = find(arguments[0]) else { return nil }
    let process = Process()
    let pipe = Pipe()
    process.executableURL = URL(filePath: program)
    process.arguments = Array(arguments.dropFirst())
    process.standardOutput = pipe
    process.standardError = FileHandle.nullDevice
    try process.run()
    let data = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return process.terminationStatus == 0 ? String(decoding: data, as: UTF8.self) : nil
  }

  private static func find(_ name: String) -> String? {
    if name.contains("/") { return FileManager.default.isExecutableFile(atPath: name) ? name : nil }
    let path = ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin"
    return path.split(separator: ":").map { "\($0)/\(name)" }.first {
      FileManager.default.isExecutableFile(atPath: $0)
    }
  }
}

/// Memory of a process and of those that it started.
enum ProcessTree {
  static func residentKiB(below root: Int32) -> Int {
    var parents: [Int32: Int32] = [:]
    for name in (try? FileManager.default.contentsOfDirectory(atPath: "/proc")) ?? [] {
      guard let id = Int32(name), let stat = try? String(contentsOfFile: "/proc/\(id)/stat", encoding: .utf8),
        let fields = stat.range(of: ") ").map({ stat[$0.upperBound...].split(separator: " ") }),
        fields.count > 1
      else { continue }
      parents[id] = Int32(fields[1])
    }
    return parents.keys.filter { isBelow($0, root, parents) }.reduce(0) { $0 + proportionalKiB($1) }
  }

  /// CPU time of all processes that this one has started and seen the end of, and of theirs.
  ///
  /// Source: proc_pid_stat(5), fields 16 and 17, in hundredths of a second.
  static var childrenCPUSeconds: Double {
    let text = (try? String(contentsOfFile: "/proc/self/stat", encoding: .utf8)) ?? ""
    guard let end = text.range(of: ") ") else { return 0 }
    let fields = text[end.upperBound...].split(separator: " ")
    guard fields.count > 14, let user = Double(fields[13]), let system = Double(fields[14]) else { return 0 }
    return (user + system) / 100
  }

  private static func isBelow(_ id: Int32, _ root: Int32, _ parents: [Int32: Int32]) -> Bool {
    var id = id
    for _ in 0..<64 {
      if id == root { return true }
      guard let parent = parents[id], parent > 1 else { return false }
      id = parent
    }
    return false
  }

  /// Pages shared between processes count once.
  private static func proportionalKiB(_ id: Int32) -> Int {
    let text = (try? String(contentsOfFile: "/proc/\(id)/smaps_rollup", encoding: .utf8)) ?? ""
    guard let line = text.split(separator: "\n").first(where: { $0.hasPrefix("Pss:") }) else { return 0 }
    return line.split(separator: " ").dropFirst().first.flatMap { Int($0) } ?? 0
  }
}

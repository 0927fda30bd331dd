import DaybookCore
import Foundation
import Testing

@testable import DaybookWorkers

/// JSON lines in, JSON lines out, as worker.md says.
@Suite struct ContractTests {
  /// A folder with the documents, the input and the output of one run.
  private struct Job {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("daybook-\(UUID().uuidString)")

    init() throws { try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true) }

    /// A document that holds its own `d`, and the line that asks for it.
    func line(_ id: String, _ media: String, d: String = "dd", extra: String = "") throws -> String {
      let file = folder.appendingPathComponent("\(id) paper.txt")
      try Data(d.utf8).write(to: file)
      return
        #"{"v":1,"id":"\#(id)","uri":"file://\#(folder.path)/\#(id)%20paper.txt","media":"\#(media)"\#(extra)}"#
    }

    func run(_ lines: [String], workers: Int = 2) throws -> (
      output: [String], error: ContractError?, summary: ContractSupervisor.Summary?
    ) {
      let (input, output) = (
        folder.appendingPathComponent("in").path, folder.appendingPathComponent("out").path
      )
      try Data(lines.joined(separator: "\n").utf8).write(to: URL(fileURLWithPath: input))
      let (source, sink) = (open(input, O_RDONLY), open(output, O_WRONLY | O_CREAT, 0o600))
      defer {
        close(source)
        close(sink)
        try? FileManager.default.removeItem(at: folder)
      }
      let pool = try WorkerPool(configuration: ProbePool.configuration(workers: workers))
      defer { pool.shutDown() }
      var supervisor = ContractSupervisor(pool: pool, input: source, output: sink)
      var failure: ContractError?
      var summary: ContractSupervisor.Summary?
      do throws(ContractError) { summary = try supervisor.run() } catch { failure = error }
      let text = try String(contentsOfFile: output, encoding: .utf8)
      return (text.split(separator: "\n").map(String.init), failure, summary)
    }
  }

  /// `end` without what differs from run to run.
  private func steady(_ line: String) -> String {
    line.replacingOccurrences(of: #""(ms|peak_kb)":[0-9]+"#, with: #""$1":0"#, options: .regularExpression)
  }

  @Test func aGroupEndsWithCountAndDigestOfItsLines() throws {
    let job = try Job()
    let result = try job.run([try job.line("a", "records 2")])
    let records = [#"{"d":"dd","t":"doc"}"#, #"{"d":"dd","n":1,"t":"page"}"#]
    let digest = SHA256Digest(of: Array((records.joined(separator: "\n") + "\n").utf8)).hex()
    #expect(
      result.output.map(steady) == records + [
        #"{"d":"dd","digest":"\#(digest)","id":"a","ms":0,"n":2,"peak_kb":0,"t":"end"}"#
      ])
    #expect(result.error == nil)
    #expect(result.summary == ContractSupervisor.Summary(finished: 1, failed: 0))
  }

  @Test func groupsKeepTheOrderOfTheInput() throws {
    let job = try Job()
    let lines = try (0..<12).map { try job.line("d\($0)", $0.isMultiple(of: 3) ? "slowly" : "records 1") }
    let ends = try job.run(lines, workers: 3).output.filter { $0.contains(#""t":"end""#) }
    #expect(ends.count == 12)
    for (index, end) in ends.enumerated() { #expect(end.contains(#""id":"d\#(index)""#)) }
  }

  @Test func aDocumentThatFailsIsOneRecord() throws {
    let job = try Job()
    let gone = #"{"v":1,"id":"gone","uri":"file:///nowhere/x","media":"records 1"}"#
    let planned = String(repeating: "a", count: 64)
    let result = try job.run([
      try job.line("a", "abort"), try job.line("b", "nothing"), gone, try job.line("c", "two-in-one"),
      try job.line("d", "records 1", extra: #","sha256":"\#(planned)""#),
      try job.line("e", "abort", extra: #","sha256":"\#(planned)","opts":{"pages":[3,9],"ocr":false}"#),
    ])
    #expect(
      result.output == [
        #"{"attempts":2,"id":"a","reason":"crash","signal":6,"t":"failed"}"#,
        #"{"attempts":1,"detail":"not [31m today ","id":"b","reason":"refused","t":"failed"}"#,
        #"{"attempts":1,"detail":"No such file or directory","id":"gone","reason":"unreadable","t":"failed"}"#,
        #"{"attempts":1,"detail":"a record of the worker is not one JSON object on one line","id":"c","reason":"refused","t":"failed"}"#,
        #"{"attempts":1,"d":"\#(planned)","detail":"the file has changed: its SHA-256 is not the planned one","id":"d","reason":"unreadable","t":"failed"}"#,
        #"{"attempts":2,"d":"\#(planned)","id":"e","pages":[3,9],"reason":"crash","signal":6,"t":"failed"}"#,
      ])
    #expect(result.error == nil, "documents that fail are no error")
    #expect(result.summary == ContractSupervisor.Summary(finished: 0, failed: 6))
  }

  @Test func aPieceSaysItsPages() throws {
    let job = try Job()
    let end = try job.run([try job.line("a", "records 1", extra: #","opts":{"pages":[11,20]}"#)]).output.last
    #expect(end?.contains(#""n":1,"pages":[11,20],"peak_kb""#) == true)
  }

  @Test func aMalformedLineEndsTheRunAfterWhatCameBefore() throws {
    let job = try Job()
    let result = try job.run([try job.line("a", "slowly"), "{\"v\":1}", try job.line("b", "records 1")])
    #expect(result.output.count == 2)
    #expect(result.error == .malformed(line: 2, reason: "field \"id\" is missing"))
    #expect(
      result.error?.description == "line 2: field \"id\" is missing; see the worker contract, version 1")
  }

  @Test(arguments: [
    ("hello", "not JSON"), ("[]", "not a JSON object"),
    (#"{"v":2,"id":"a","uri":"file:///a"}"#, "version 2 of the contract; this worker knows 1"),
    (#"{"v":1,"id":7,"uri":"file:///a"}"#, "field \"id\" is of the wrong type"),
    (#"{"v":1,"id":"","uri":"file:///a"}"#, "field \"id\" is empty"),
    (#"{"v":1,"id":"a","uri":"https://example.org/a"}"#, "field \"uri\" is not a file:/// address"),
    (#"{"v":1,"id":"a","uri":"file://host/a"}"#, "field \"uri\" is not a file:/// address"),
    (#"{"v":1,"id":"a","uri":"file:///a%2"}"#, "field \"uri\" has a % without two hexadecimal digits"),
    (#"{"v":1,"id":"a","uri":"file:///a%00"}"#, "field \"uri\" holds a NUL byte"),
    (#"{"v":1,"id":"a","uri":"file:///a?b"}"#, "field \"uri\" has a query; write %3F for \"?\""),
    (
      #"{"v":1,"id":"a","uri":"file:///a","sha256":"AB"}"#,
      "field \"sha256\" is not 64 lower-case hexadecimal digits"
    ),
    (
      #"{"v":1,"id":"a","uri":"file:///a","opts":{"pages":[3,2]}}"#,
      "field \"pages\" is not [first, last], counted from 1"
    ),
  ])
  func malformedLinesAreNamed(line: String, reason: String) {
    do {
      _ = try ContractRequest(line: Array(line.utf8))
      Issue.record("accepted: \(line)")
    } catch {
      #expect(error.reason == reason)
    }
  }

  @Test func theMemberOfAnAddressIsLeftToTheHandler() throws {
    let request = try ContractRequest(
      line: Array(#"{"v":1,"id":"a","uri":"file:///b/caf%C3%A9%23.mbox#123"}"#.utf8))
    #expect(String(decoding: request.path, as: UTF8.self) == "/b/café#.mbox")
  }

  @Test func recordsAreWrittenWhileTheInputIsStillOpen() throws {
    let job = try Job()
    defer { try? FileManager.default.removeItem(at: job.folder) }
    let (input, output) = (Pipe(), Pipe())
    input.fileHandleForWriting.write(Data((try job.line("a", "records 1") + "\n").utf8))
    let pool = try WorkerPool(configuration: ProbePool.configuration())
    defer { pool.shutDown() }
    var supervisor = ContractSupervisor(
      pool: pool, input: input.fileHandleForReading.fileDescriptor,
      output: output.fileHandleForWriting.fileDescriptor)
    var written = ""
    #expect(throws: ContractError.worker(.interrupted)) {
      _ = try supervisor.run {
        var polled = pollfd(fd: output.fileHandleForReading.fileDescriptor, events: Int16(POLLIN), revents: 0)
        guard poll(&polled, 1, 0) > 0 else { return false }
        written += String(decoding: output.fileHandleForReading.availableData, as: UTF8.self)
        return written.contains(#""t":"end""#)
      }
    }
    #expect(written.hasPrefix(#"{"d":"dd","t":"doc"}"#))
  }
}

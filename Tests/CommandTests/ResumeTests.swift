import DaybookTestSupport
import Foundation
import Testing

/// A kill at any moment loses only the work under way; a second run costs nothing and gives the same.
@Suite struct ResumeTests {
  private static let papers = PackageFolder.root.appending(path: "corpora/attendance-2022/papers").path

  private static func json(_ program: DaybookProgram) throws -> String {
    let run = try program.run(["chronology", papers, "--format", "json", "--fail-on", "never", "-q"])
    #expect(run.status == 0, "\(run.errors)")
    return run.output
  }

  @Test func killedAtAnyMomentItEndsWithTheSameBytes() throws {
    let undisturbed = try Self.json(try DaybookProgram())
    let program = try DaybookProgram()
    var generator = SeededGenerator(seed: 20_221_122)
    var killed = 0
    for round in 0..<20 {
      if round % 5 == 0 { try Self.clear(program) }
      let moment = Int.random(in: 5...600, using: &generator)
      if try program.run(["ingest", Self.papers, "-q"], thenSignal: SIGKILL, after: moment) { killed += 1 }
    }
    #expect(killed > 5, "the moments are too late to disturb anything")
    #expect(try Self.json(program) == undisturbed)
  }

  /// What was read of a long PDF is not read again.
  @Test func aLongDocumentGoesOnWhereItWasKilled() throws {
    let folder = try ScratchFolder()
    var pdf = MiniPDF()
    for number in 1...700 {
      pdf.page {
        $0.text("Note \(number)", y: 80, size: 16)
        $0.text("On \(number % 28 + 1) May 2021 the ICO asked the DfE for page \(number).", y: 120)
      }
    }
    try folder.write(pdf.bytes, to: "papers/bundle.pdf")
    let command = ["chronology", folder.path + "/papers", "--format", "json", "--fail-on", "never"]
    let undisturbed = try DaybookProgram().run(command)
    #expect(undisturbed.status == 0 && !undisturbed.errors.contains("goes on"), "\(undisturbed.errors)")
    let program = try DaybookProgram()
    var kept = 0
    let wasKilled = try program.run(command, thenSignal: SIGKILL) {
      kept = Self.bytesOfPieces(program)
      return kept > 100_000
    }
    try #require(wasKilled, "it was faster than the test: \(kept) bytes")
    let second = try program.run(command)
    #expect(second.errors.contains("bundle.pdf: goes on where an earlier run was interrupted"))
    #expect(second.output == undisturbed.output)
    #expect(second.output.contains("for page 700."))
    #expect(Self.bytesOfPieces(program) == 0, "nothing is left behind")
  }

  /// Of all pieces that are kept beside the stores.
  private static func bytesOfPieces(_ program: DaybookProgram) -> Int {
    let folder = URL(filePath: program.cache.path + "/daybook")
    let names = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: [.fileSizeKey])
    var sum = 0
    while let url = names?.nextObject() as? URL {
      guard url.deletingLastPathComponent().path.hasSuffix("-pieces") else { continue }
      sum += (try? url.resourceValues(forKeys: [.fileSizeKey]).fileSize) ?? 0
    }
    return sum
  }

  @Test func interruptedPolitelyItSaysSo() throws {
    let program = try DaybookProgram()
    _ = try program.run(["ingest", Self.papers], thenSignal: SIGINT, after: 120)
    let second = try program.run(["ingest", Self.papers, "--fail-on", "never"])
    #expect(second.status == 0, "\(second.errors)")
  }

  @Test func onlyWhatChangedIsReadAgain() throws {
    let folder = try ScratchFolder()
    for number in 1...5 {
      try folder.write("On \(number) May 2021 we wrote to the ICO.\n", to: "papers/\(number).txt")
    }
    let program = try DaybookProgram()
    let papers = folder.path + "/papers"
    #expect(try program.run(["ingest", papers]).output.contains("5 files, 5 sources read now"))
    #expect(try program.run(["ingest", papers]).output.contains("5 files, 0 sources read now"))
    try folder.write("On 9 May 2021 we wrote to the DfE.\n", to: "papers/3.txt")
    #expect(try program.run(["ingest", papers]).output.contains("5 files, 1 sources read now"))
    let csv = try program.run(["chronology", papers, "--format", "csv"]).output
    #expect(csv.contains("2021-05-09") && !csv.contains("2021-05-03"))
    try FileManager.default.removeItem(atPath: papers + "/1.txt")
    #expect(try !program.run(["chronology", papers, "--format", "csv"]).output.contains("2021-05-01"))
  }

  private static func clear(_ program: DaybookProgram) throws {
    let folder = program.cache.path + "/daybook"
    for name in (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? [] {
      try FileManager.default.removeItem(atPath: folder + "/" + name)
    }
  }
}

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

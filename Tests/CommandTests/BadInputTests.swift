import DaybookTestSupport
import Foundation
import Testing

/// What a user does wrong gets one clear line; what is wrong with a paper costs that paper.
@Suite struct BadInputTests {
  @Test func wrongPathIsOneLine() throws {
    let run = try DaybookProgram().run(["chronology", "/no/such/folder"])
    #expect(run.status == 1)
    #expect(run.errors == "daybook: /no/such/folder: no such file or folder; check the spelling\n")
  }

  @Test func wrongUseIsExitCode64() throws {
    #expect(try DaybookProgram().run(["chronology"]).status == 64)
    #expect(try DaybookProgram().run(["chronology", ".", "--format", "docx"]).status == 64)
    #expect(try DaybookProgram().run(["chronology", ".", "--from", "2022-02-30"]).status == 64)
  }

  @Test func emptyFolderIsNoError() throws {
    let folder = try ScratchFolder()
    let run = try DaybookProgram().run(["chronology", folder.path, "--format", "json"])
    #expect(run.status == 0)
    #expect(run.errors.contains("Sources: 0 found"))
    let json = try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any]
    #expect((json?["entries"] as? [Any])?.isEmpty == true)
  }

  @Test func aSingleFileIsABundleOfOne() throws {
    let folder = try ScratchFolder()
    let file = try folder.write(
      "On 3 May 2021 the Department for Education wrote to the ICO.\n", to: "note.txt")
    let run = try DaybookProgram().run(["chronology", file, "--format", "csv"])
    #expect(run.status == 0)
    #expect(run.output.contains("2021-05-03"))
    #expect(run.output.contains("note.txt"))
  }

  @Test func nothingIsWrittenIntoTheFolder() throws {
    let folder = try ScratchFolder()
    try folder.write("On 3 May 2021 we wrote to the ICO.\n", to: "note.txt")
    _ = try DaybookProgram().run(["chronology", folder.path])
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["note.txt"])
  }

  @Test(arguments: [
    ("titel: x\n", ":1: unknown key \"titel\""),
    ("title: x\nlocale: fr\n", ":2: locale: expected en-GB or en-US"),
    ("parties:\n  - alias: DfE\n", ":2: parties: expected"), ("title: [\n", "is not YAML"),
    ("gap-days: soon\n", ":1: gap-days: expected a number of days"),
  ])
  func settingsErrorsNameTheLine(yaml: String, expected: String) throws {
    let folder = try ScratchFolder()
    try folder.write(yaml, to: "daybook.yaml")
    let run = try DaybookProgram().run(["chronology", folder.path])
    #expect(run.status == 1)
    #expect(run.errors.contains("daybook.yaml"))
    #expect(run.errors.contains(expected), "\(run.errors)")
    #expect(run.errors.split(separator: "\n").count == 1)
  }

  @Test func columnsOfALogCanBeNamed() throws {
    let folder = try ScratchFolder()
    try folder.write("Logged,Officer,Recipient,Matter\n03/05/2021,DfE,ICO,Data sharing\n", to: "log.csv")
    try folder.write(
      "columns:\n  date: Logged\n  from: Officer\n  to: Recipient\n  note: Matter\n", to: "daybook.yaml")
    let run = try DaybookProgram().run(["chronology", folder.path, "--format", "csv", "-q"])
    #expect(run.status == 0, "\(run.errors)")
    #expect(run.output.contains("2021-05-03"))
    #expect(run.output.contains("DfE → ICO: Data sharing"), "\(run.output)")
  }

  @Test func aLogOfUnknownColumnsIsReadRowByRow() throws {
    let folder = try ScratchFolder()
    try folder.write(
      "Date,Time,Job,Status\n03/05/2021,10:15,Boiler in hall,open\n31/05/2021,,Boiler in hall,done\n31/02/2021,,Roof,open\n",
      to: "jobs.csv")
    let run = try DaybookProgram().run(["chronology", folder.path, "--format", "csv"])
    #expect(run.output.contains("2021-05-03T10:15"), "\(run.output)")
    #expect(run.output.contains("Boiler in hall; open") && run.output.contains("Boiler in hall; done"))
    #expect(run.errors.contains("impossible-date"), "\(run.errors)")
  }

  @Test func daysThatAreNoneSayWhatIsExpected() throws {
    let run = try DaybookProgram().run(["chronology", ".", "--from", "1 Feb 2023"])
    #expect(run.status == 64)
    #expect(run.errors.contains("2022-02-09"), "\(run.errors)")
    let turned = try DaybookProgram().run(["chronology", ".", "--from", "2023-02-01", "--to", "2022-02-01"])
    #expect(turned.status == 64)
    #expect(turned.errors.contains("lies behind"), "\(turned.errors)")
  }

  @Test func readOnlyOutputFolderIsOneLine() throws {
    let folder = try ScratchFolder()
    try folder.write("On 3 May 2021 we wrote to the ICO.\n", to: "note.txt")
    // A file where the folder should be: refused for root too, which permissions are not.
    let blocked = try folder.write("", to: "out")
    let run = try DaybookProgram().run([
      "chronology", folder.path + "/note.txt", "-o", blocked + "/x", "--quiet",
    ])
    #expect(run.status == 1)
    #expect(run.errors.split(separator: "\n").count == 1)
    #expect(run.errors.contains("no such folder can be made"))
  }

  @Test(arguments: ["", "/out", "/deep/er/out"])
  func outputAmongThePapersIsRefused(place: String) throws {
    let folder = try ScratchFolder()
    try folder.write("On 3 May 2021 we wrote to the ICO.\n", to: "papers/note.txt")
    let papers = folder.path + "/papers"
    let run = try DaybookProgram().run(["chronology", papers, "-o", papers + place, "-q"])
    #expect(run.status == 1)
    #expect(run.errors.contains("name a folder outside"), "\(run.errors)")
    #expect(try FileManager.default.contentsOfDirectory(atPath: papers) == ["note.txt"])
    #expect(try DaybookProgram().run(["chronology", papers, "-o", papers + "-out", "-q"]).status == 0)
  }

  @Test func aFullDiskLeavesNoHalfFile() throws {
    let folder = try ScratchFolder()
    try folder.write("On 3 May 2021 we wrote to the ICO.\n", to: "note.txt")
    let program = try DaybookProgram()
    let shell = Process()
    shell.executableURL = URL(filePath: "/bin/sh")
    // /dev/full takes no byte.
    shell.arguments = [
      "-c", "'\(DaybookProgram.path)' chronology '\(folder.path)' --format csv -q >/dev/full",
    ]
    shell.environment = ["XDG_CACHE_HOME": program.cache.path, "HOME": program.cache.path]
    let errors = Pipe()
    shell.standardError = errors
    try shell.run()
    shell.waitUntilExit()
    #expect(shell.terminationStatus == 1)
    let text = String(decoding: errors.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    #expect(text.contains("standard output: cannot be written"), "\(text)")
  }

  @Test func aStoreInUseIsAClearMessage() throws {
    let folder = try ScratchFolder()
    try folder.write("x\n", to: "papers/note.txt")
    let store = folder.path + "/case.daybook"
    let program = try DaybookProgram()
    #expect(try program.run(["ingest", folder.path + "/papers", "--case", store]).status == 0)
    let lock = open(store + "-lock", O_RDWR)
    defer { close(lock) }
    #expect(flock(lock, LOCK_EX | LOCK_NB) == 0)
    let run = try program.run(["ingest", folder.path + "/papers", "--case", store])
    #expect(run.status == 1)
    #expect(run.errors.contains("in use by another daybook"), "\(run.errors)")
  }

  @Test func aFileThatIsNoStoreIsAClearMessage() throws {
    let folder = try ScratchFolder()
    try folder.write("x\n", to: "papers/note.txt")
    let store = try folder.write(String(repeating: "no database\n", count: 200), to: "case.daybook")
    let run = try DaybookProgram().run(["ingest", folder.path + "/papers", "--case", store])
    #expect(run.status == 1)
    #expect(run.errors.contains("is not a Daybook store"), "\(run.errors)")
  }
}

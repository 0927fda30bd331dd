import DaybookTestSupport
import Foundation
import Testing

/// What another program makes of our redlines: LibreOffice accepts and rejects all changes, and the files that it
/// writes say what NEW and OLD say.
@Suite struct OfficeRedlineTests {
  private static let office = "/usr/lib/libreoffice/program/soffice.bin"
  private static let papers = PackageFolder.root.path + "/corpora/attendance-2022/papers"

  private static let markdown = (
    old: """
    # Register

    1. Scope of the register
    2. Keepers of the register

    The register is kept by the school, and a copy of it is sent to the trust in March.

    Parents may ask for their child to be left out. The school must then delete the record.

    | Area | Owner |
    | --- | --- |
    | Access | Officer A |
    | Copies | Officer B |

    The keeper answers within ten days, or says why more time is needed.

    """,
    new: """
    # Register

    The keeper answers within ten days, or says why more time is needed.

    ### Scope of the register

    2. Keepers of the register

    The register is kept by the trust, and a copy of it is sent to the school in March.

    Parents may ask for their child to be left out.

    The school must then delete the record.

    | Area | Owner |
    | --- | --- |
    | Access | Officer C |
    | Copies | Officer B |
    | Keys | Officer D |

    """
  )

  @Test(
    .enabled(if: FileManager.default.isExecutableFile(atPath: office), "LibreOffice is not installed"),
    .timeLimit(.minutes(3)))
  func allAcceptedIsNewAndAllRejectedIsOld() throws {
    let program = try DaybookProgram()
    let out = try ScratchFolder()
    let pairs = [
      (Self.papers + "/DPIA attendance v1.docx", Self.papers + "/DPIA attendance v6.docx"),
      (try out.write(Self.markdown.old, to: "old.md"), try out.write(Self.markdown.new, to: "new.md")),
    ]
    var redlines: [String] = []
    for (index, pair) in pairs.enumerated() {
      redlines.append("\(out.path)/redline\(index).docx")
      #expect(try program.run(["diff", pair.0, pair.1, "-o", redlines[index]]).status == 0)
    }
    try decide(redlines, out)
    for (index, pair) in pairs.enumerated() {
      for (side, decision) in [(pair.0, "Reject"), (pair.1, "Accept")] {
        let made = "\(out.path)/\(decision)\(index).docx"
        let run = try program.run(["diff", made, side])
        let isSame = run.output.contains("No differences") || run.output.contains("No change of words")
        #expect(run.status == 0 && isSame, "\(decision) \(side): \(run.output.prefix(2000)) \(run.errors)")
        #expect(!run.output.contains("Tracked changes inside OLD"))
      }
    }
  }

  /// Opens each file twice and saves it as DECISION-NUMBER.docx, by a macro in a profile of our own.
  private func decide(_ files: [String], _ out: ScratchFolder) throws {
    let profile = out.path + "/profile"
    // The first start fills the profile, and would write over the macro.
    try run(["--terminate_after_init"], profile)
    var calls = ""
    for (index, file) in files.enumerated() {
      for decision in ["Accept", "Reject"] {
        calls += "  Decide(\"\(file)\", \"\(decision)\", \"\(out.path)/\(decision)\(index).docx\")\n"
      }
    }
    let macro = """
      Sub Main
      \(calls)  StarDesktop.terminate()
      End Sub
      Sub Decide(file As String, decision As String, target As String)
        Dim opening(0) As New com.sun.star.beans.PropertyValue
        opening(0).Name = "Hidden"
        opening(0).Value = True
        paper = StarDesktop.loadComponentFromURL(ConvertToURL(file), "_blank", 0, opening())
        helper = createUnoService("com.sun.star.frame.DispatchHelper")
        helper.executeDispatch(paper.CurrentController.Frame, ".uno:" &amp; decision &amp; "AllTrackedChanges", "", 0, Array())
        Dim saving(0) As New com.sun.star.beans.PropertyValue
        saving(0).Name = "FilterName"
        saving(0).Value = "MS Word 2007 XML"
        paper.storeToURL(ConvertToURL(target), saving())
        paper.close(True)
      End Sub
      """
    let library = "profile/user/basic/Standard/"
    try out.write(
      Self.head("module")
        + Self.element(
          "script:module", "script", "script:name=\"Redline\" script:language=\"StarBasic\"", macro),
      to: library + "Redline.xba")
    try out.write(
      Self.head("library")
        + Self.element(
          "library:library", "library",
          "library:name=\"Standard\" library:readonly=\"false\" library:passwordprotected=\"false\"",
          "<library:element library:name=\"Redline\"/>"),
      to: library + "script.xlb")
    try run(["macro:///Standard.Redline.Main"], profile)
  }

  private static func head(_ type: String) -> String {
    """
    <?xml version="1.0" encoding="UTF-8"?>
    <!DOCTYPE \(type == "module" ? "script" : "library"):\(type) PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "\(type).dtd">

    """
  }

  private static func element(_ name: String, _ space: String, _ attributes: String, _ inner: String)
    -> String
  {
    "<\(name) xmlns:\(space)=\"http://openoffice.org/2000/\(space)\" \(attributes)>\(inner)</\(name)>\n"
  }

  /// Ends it after a minute: a macro that fails waits for somebody to read its message.
  private func run(_ arguments: [String], _ profile: String) throws {
    let process = Process()
    process.executableURL = URL(filePath: Self.office)
    process.arguments = ["--headless", "--norestore", "-env:UserInstallation=file://\(profile)"] + arguments
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    let start = ContinuousClock.now
    while process.isRunning, ContinuousClock.now - start < .seconds(60) { usleep(50_000) }
    if process.isRunning { kill(process.processIdentifier, SIGKILL) }
    process.waitUntilExit()
  }
}

import DaybookTestSupport
import Foundation
import Testing

/// `daybook dates` and `daybook explain --text`, as a user runs them.
@Suite struct DatesCommandTests {
  private struct Output: Decodable {
    struct Span: Decodable {
      struct Anchor: Decodable {
        var value: String
        var from: String
      }
      var bstart: Int
      var bend: Int
      var start: Int
      var end: Int
      var type: String
      var value: String
      var anchor: Anchor?
      var how: String
    }
    var id: String
    var dct: String?
    var spans: [Span]
  }

  private func decode(_ text: String) throws -> [Output] {
    try text.split(separator: "\n").map { try JSONDecoder().decode(Output.self, from: Data($0.utf8)) }
  }

  @Test func offsetsCountInBytesAndInScalars() throws {
    let folder = try ScratchFolder()
    let text = "Café “Été”: we met on 3 May 2021,\r\nand again the next day.\n"
    let file = try folder.write(text, to: "note.txt")
    let run = try DaybookProgram().run(["dates", "--json", "--dct", "2022-01-05", file])
    #expect(run.status == 0, "\(run.errors)")
    let output = try #require(try decode(run.output).first)
    #expect(output.id == file && output.dct == "2022-01-05")
    #expect(output.spans.map(\.value) == ["2021-05-03", "2021-05-04"])
    let (bytes, scalars) = (Array(text.utf8), Array(text.unicodeScalars))
    for (span, words) in zip(output.spans, ["3 May 2021", "the next day"]) {
      #expect(String(decoding: bytes[span.bstart..<span.bend], as: UTF8.self) == words)
      #expect(String(String.UnicodeScalarView(scalars[span.start..<span.end])) == words)
    }
    #expect(output.spans[1].anchor?.from == "previous" && output.spans[1].how == "relative")
  }

  @Test func documentsAreReadAsDaybookReadsThem() throws {
    let folder = try ScratchFolder()
    let page = try folder.write(
      "<html><body><p>Sent on <b>3 May</b> 2021.</p></body></html>", to: "page.html")
    let run = try DaybookProgram().run(["dates", "--json", page])
    #expect(try decode(run.output).first?.spans.map(\.value) == ["2021-05-03"])
  }

  @Test func recordsKeepTheirOrderAndTheirOwnDate() throws {
    let folder = try ScratchFolder()
    let file = try folder.write(
      #"{"id":"b","text":"We wrote on 20 December.","dct":"2022-01-05","locale":"en-GB"}"# + "\n\n"
        + #"{"id":"a","text":"Seen 4/5/2021.","dct":"2022-01-05","locale":"en-US"}"# + "\n", to: "gold.jsonl")
    let output = try decode(try DaybookProgram().run(["dates", "--jsonl", file]).output)
    #expect(output.map(\.id) == ["b", "a"])
    #expect(output.map { $0.spans.map(\.value) } == [["2021-12-20"], ["2021-04-05"]])
  }

  @Test func aBadRecordNamesItsLine() throws {
    let folder = try ScratchFolder()
    let file = try folder.write("{\"id\":\"a\",\"text\":\"x\"}\nnonsense\n", to: "gold.jsonl")
    let run = try DaybookProgram().run(["dates", "--jsonl", file])
    #expect(run.status == 1)
    #expect(
      run.errors == "daybook: \(file):2: cannot be read: expected a JSON object with \"id\" and \"text\"\n")
  }

  @Test func wrongUseAndWrongPathsAreOneLine() throws {
    let program = try DaybookProgram()
    #expect(try program.run(["dates"]).status == 64)
    #expect(try program.run(["dates", "--dct", "yesterday", "x.txt"]).status == 64)
    #expect(try program.run(["explain"]).status == 64)
    let run = try program.run(["dates", "/no/such/file.txt"])
    #expect(run.status == 1 && run.errors.split(separator: "\n").count == 1)
  }

  @Test(arguments: [
    ("dates:\n  - pattern: 'a(b'\n    value: 2022\n", ":2: dates: pattern: missing closing parenthesis"),
    ("dates:\n  - pattern: 'ab'\n    value: 2022-13\n", ":3: dates: value: \"2022-13\" is no date"),
    ("title: x\ndates:\n  - name: X\n    day: 31-12\n", ":4: dates: day: \"31-12\" is no day"),
    ("dates: 7\n", ":1: dates: expected a list"),
    ("nation: wales\n", ":1: nation: expected england-and-wales"),
  ])
  func settingsOfDatesNameTheirLine(yaml: String, expected: String) throws {
    let folder = try ScratchFolder()
    try folder.write(yaml, to: "daybook.yaml")
    let run = try DaybookProgram().run(["chronology", folder.path])
    #expect(run.status == 1)
    #expect(run.errors.contains("daybook.yaml" + expected), "\(run.errors)")
    #expect(run.errors.split(separator: "\n").count == 1)
  }

  @Test func theUsersOwnDaysReachTheChronology() throws {
    let folder = try ScratchFolder()
    try folder.write("dates:\n  - name: Founders' Day\n    day: 10-24\n", to: "daybook.yaml")
    try folder.write("On Founders' Day 2021 the Department for Education wrote to the ICO.\n", to: "note.txt")
    let run = try DaybookProgram().run(["chronology", folder.path, "--format", "csv"])
    #expect(run.output.contains("2021-10-24"), "\(run.output)")
  }

  @Test func explainPrintsTheDerivation() throws {
    let run = try DaybookProgram().run([
      "explain", "--text", "Please answer within 10 working days.", "--dct", "2022-04-07",
    ])
    #expect(
      run.output == """
        “10 working days”  bytes 21–36
          DURATION P10D, ON_OR_BEFORE
          rule: amount
          kind: deadline, by where and how it stands
          anchor: 2022-04-07, the date of the document
          2022-04-25 = 2022-04-07 + 10 working days (England and Wales); 2022-04-07 from the document's own date (dated)
          weekends not counted, nor Good Friday 2022-04-15, Easter Monday 2022-04-18
          due: 2022-04-25

        """)
  }
}

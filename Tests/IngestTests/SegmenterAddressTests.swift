import DaybookCore
import Testing

@testable import DaybookIngest

struct SegmenterAddressTests {
  @Test(arguments: [
    ("A B <a@x.example>; C D", ["A B|a@x.example", "C D|-"]),
    ("a@x.example, b@x.example", ["-|a@x.example", "-|b@x.example"]),
    (
      "Smith, John <j@x.example>, Doe, Jane <d@x.example>",
      ["Smith, John|j@x.example", "Doe, Jane|d@x.example"]
    ),
    ("Smith, John; Doe, Jane", ["Smith, John|-", "Doe, Jane|-"]),
    ("Head of Data, Case Officer", ["Head of Data|-", "Case Officer|-"]),
    ("\"Smith, John\" <j@x.example>", ["Smith, John|j@x.example"]),
    ("A B [mailto:a@x.example]", ["A B|a@x.example"]),
    ("A B [mailto: ]", ["A B|-"]), ("A B [mailto:[s.40(2)]]", ["A B|-"]),
    ("'a@x.example'", ["-|a@x.example"]),
    ("[redacted s40(2)] <[s.40(2)]>", ["-|-"]), ("A B <████████>", ["A B|-"]),
    ("XXXXX <a@x.example>", ["-|a@x.example"]),
    ("Jane [REDACTED]", ["Jane|-"]), ("(b)(6)", ["-|-"]),
    ("A B <[redacted s40(2)]>; C D <c@x.example>", ["A B|-", "C D|c@x.example"]),
    ("deputy.\n director@x.example", ["deputy. director@x.example|-"]), ("B. Smith", ["B. Smith|-"]),
    ("A B <a.b at x.example>", ["A B|a.b@x.example"]), ("a.b at x.example (A B)", ["A B|a.b@x.example"]),
    ("Meet at noon.sharp now", ["Meet at noon.sharp now|-"]),
    ("a@x.example ([s.40(2)])", ["-|a@x.example"]), ("A B [ ████ ]", ["A B|-"]),
    ("", []),
  ])
  func readsPrintedLists(text: String, expected: [String]) {
    let found = AddressList.mailboxes(in: text.utf8).map { "\($0.name ?? "-")|\($0.address ?? "-")" }
    #expect(found == expected)
  }

  @Test(arguments: [
    ("RE: FW: AW: Trial", "trial"), ("Re[2]: Trial", "trial"), ("Trial", "trial"),
    ("Antw: RIF:  The  trial", "the trial"), ("Report: x", "report: x"),
  ])
  func subjectsWithoutTheirMarks(text: String, base: String) {
    #expect(String(decoding: SubjectLine.base(of: text.utf8), as: UTF8.self) == base)
  }

  @Test func labelsAreUnique() {
    let labels = PrintedLabelTable.rows.map(\.label)
    #expect(Set(labels).count == labels.count)
    #expect(PrintedLabelTable.rows.allSatisfy { !$0.source.isEmpty && $0.language.utf8.count == 2 })
  }
}

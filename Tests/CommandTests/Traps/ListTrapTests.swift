import DaybookTestSupport
import Testing

/// Traps 1 to 5 and 9: the dated list of a campaign page, from the papers to the chronology.
@Suite("Seed traps: the dated list")
struct ListTrapTests {
  /// The entries of the list, as the page has them.
  private func list(_ outputs: TrapRecord.Outputs) -> [TrapRecord.Entry] {
    outputs.entries.filter { entry in
      entry.rule == "list-entry"
        && entry.evidence.contains { $0.source.hasPrefix("004") || $0.source.contains("news challenge") }
    }
  }

  private func entry(_ words: String, _ outputs: TrapRecord.Outputs) throws -> TrapRecord.Entry {
    try #require(list(outputs).first { $0.quotes(words) }, "no entry quotes “\(words)”")
  }

  @Test("Trap 1: the year of every entry comes from the heading, and says so", arguments: TrapRecord.lists)
  func yearFromHeading(record: TrapRecord) throws {
    let outputs = try record.outputs()
    for (words, day) in [
      ("January 25th", "2022-01-25"), ("February 9th", "2022-02-09"), ("March 15th", "2022-03-15"),
    ] {
      let entry = try entry(words, outputs)
      #expect(entry.date.start == day && entry.date.basis == "inferred")
      #expect(entry.date.why?.contains("heading") == true && entry.date.why?.contains("2022") == true)
    }
    #expect(list(outputs).allSatisfy { ($0.date.start ?? $0.date.end ?? "2022").hasPrefix("2022") })
  }

  @Test(
    "Trap 2: an entry without a date stands between two of 9 February, dated by its place",
    arguments: TrapRecord.lists)
  func dateByPosition(record: TrapRecord) throws {
    let outputs = try record.outputs()
    let undated = try entry("a copy of the comms", outputs)
    #expect(undated.date.start == "2022-02-09" && undated.date.basis == "position")
    let of9 = list(outputs).filter { $0.date.start == "2022-02-09" }.sorted { $0.order < $1.order }
    let place = try #require(of9.firstIndex { $0.order == undated.order })
    #expect(place > 0 && place + 1 < of9.count)
    #expect(of9[place - 1].quotes("writes to the DfE") && of9[place + 1].quotes("February 9th ICO asks"))
  }

  @Test("Trap 3: “February 9th”, “February 17” and “March 1st” read alike", arguments: TrapRecord.lists)
  func suffixes(record: TrapRecord) throws {
    let outputs = try record.outputs()
    for (words, day) in [
      ("February 9th ICO asks", "2022-02-09"), ("February 17 ICO asks", "2022-02-17"),
      ("March 1st DfE tells", "2022-03-01"),
    ] {
      #expect(try entry(words, outputs).date.start == day)
    }
  }

  @Test("Trap 4: six groups of one day keep the order of the page", arguments: TrapRecord.lists)
  func orderOfOneDay(record: TrapRecord) throws {
    let outputs = try record.outputs()
    for day in ["09", "10", "14", "15", "17", "21"] {
      let group = list(outputs).filter { $0.date.start == "2022-02-\(day)" }.sorted { $0.order < $1.order }
      #expect(group.count > 1, "\(day) February")
      let starts = group.compactMap { entry in
        entry.evidence.first { $0.source.hasPrefix("004") || $0.source.contains("news challenge") }?.start
      }
      #expect(starts == starts.sorted() && starts.count == group.count, "\(day) February")
    }
  }

  @Test(
    "Trap 5: the date of a sign-off is that of the paper's last page, not of an e-mail",
    arguments: TrapRecord.lists)
  func signOff(record: TrapRecord) throws {
    let outputs = try record.outputs()
    let signed = outputs.entries.filter { $0.kind == "signed-off" && $0.date.start == "2022-02-14" }
    #expect(!signed.isEmpty && signed.allSatisfy { $0.date.kind == "signed" })
    #expect(signed.contains { $0.quotes("final page") })
  }

  @Test("Trap 5: of the paper itself its own last page is the evidence") func signOffOfThePaper() throws {
    let outputs = try #require(TrapRecord.all.first).outputs()
    let own = outputs.entries.filter { entry in
      entry.kind == "signed-off" && entry.evidence.contains { $0.source == "DPIA attendance v1.docx" }
    }
    #expect(!own.isEmpty)
    for entry in own {
      #expect(
        entry.date.start == "2022-02-14" && entry.date.kind == "signed" && entry.date.basis == "explicit")
      // The messages of that day only carry it.
      #expect(!entry.evidence.contains { $0.source.hasPrefix("mailbox") && !$0.source.hasSuffix(".docx") })
    }
  }

  @Test("Trap 9: “On Tuesday 15 February” was a Tuesday", arguments: TrapRecord.lists)
  func weekday(record: TrapRecord) throws {
    let outputs = try record.outputs()
    let engaged = outputs.entries.filter { $0.quotes("On Tuesday 15 February we formally engaged") }
    #expect(
      engaged.contains {
        $0.date.start == "2022-02-15" && $0.date.why?.contains("Tuesday, as written") == true
      })
    #expect(!outputs.findings.contains { $0.code == "weekday-mismatch" })
    // The same words with the wrong weekday are found out.
    let wrong = try ScratchFolder()
    let file = try wrong.write(
      "15 February 2022 is near. On Monday 15 February 2022 we met.\n", to: "note.txt")
    let run = try DaybookProgram().run(["dates", "--json", file])
    #expect(run.output.contains("weekday-mismatch"))
  }
}

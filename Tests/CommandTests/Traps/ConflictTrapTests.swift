import Testing

/// Traps 6, 7, 12, 13 and 17 to 19: what a reader should hold against each other, and what is only worth a note.
@Suite("Seed traps: contradictions and figures")
struct ConflictTrapTests {
  private func conflicts(_ kind: String, isNote: Bool, _ record: TrapRecord) throws -> [TrapRecord.Conflict] {
    try record.outputs().conflicts.filter { $0.kind == kind && $0.note == isNote }
  }

  @Test(
    "Trap 6: one version, three labels: V2 (?), v1 on the cover, 1.1 in the e-mail", arguments: TrapRecord.all
  )
  func threeLabels(record: TrapRecord) throws {
    let note = try #require(try conflicts("version", isNote: true, record).first)
    for label in ["v2?", "v1,", "v1.1"] { #expect(note.statement.contains(label), "\(note.statement)") }
    #expect(note.says("V2 DPIA (?)") && note.says("1.1"))
  }

  @Test("Trap 7: “v6” in February 2022 does not fit V1, V2 and 1.1", arguments: TrapRecord.all)
  func sixInFebruary(record: TrapRecord) throws {
    let candidate = try #require(try conflicts("version", isNote: false, record).first)
    #expect(candidate.statement.contains("v6") && candidate.statement.contains("2022-02"))
    #expect(candidate.says("of the DPIA in February 2022") && candidate.says("V2 DPIA (?)"))
  }

  @Test(
    "Trap 12: “working closely” against “has not yet seen the DPIA”, with both quotes and an edge",
    arguments: TrapRecord.all)
  func workingClosely(record: TrapRecord) throws {
    let candidate = try #require(try conflicts("polarity", isNote: false, record).first)
    #expect(candidate.says("We have been working closely with"))
    #expect(candidate.says("has not yet seen the DPIA"))
    #expect(
      try record.outputs().relations.contains {
        $0.kind == "conflicts-with" && $0.rule == "opposite-polarity"
      })
  }

  @Test(
    "Trap 13: “formally engaged” on 15 February against letters from the 9th, in neutral words",
    arguments: TrapRecord.all)
  func formallyEngaged(record: TrapRecord) throws {
    let candidate = try #require(try conflicts("start", isNote: false, record).first)
    #expect(candidate.says("we formally engaged with the ICO"))
    #expect(candidate.statement.contains("2022-02-15") && candidate.statement.contains("2022-02-09"))
    #expect(candidate.statement.hasPrefix("One text dates"))
    for word in ["false", "wrong", "lie", "untrue", "misled"] {
      #expect(!candidate.statement.lowercased().contains(word))
    }
  }

  @Test("Trap 17: “over 10”, “over ten” and “ten” pages of one letter are a note", arguments: TrapRecord.all)
  func howManyPages(record: TrapRecord) throws {
    let note = try #require(
      try conflicts("numbers", isNote: true, record).first { $0.statement.contains("pages") })
    #expect(note.statement.contains("10, over 10"))
    for words in ["over 10 A4 pages", "over ten A4 pages", "ten pages"] { #expect(note.says(words)) }
    // One entry of 15 March, not three.
    let letters = try record.outputs().entries.filter {
      $0.date.start?.hasPrefix("2022-03-15") == true && $0.quotes("ten pages")
    }
    #expect(letters.count == 1)
  }

  @Test(
    "Trap 18: daily, twice daily and every two to four hours, each with who says so",
    arguments: TrapRecord.all)
  func howOften(record: TrapRecord) throws {
    let note = try #require(try conflicts("frequency", isNote: true, record).first)
    #expect(note.statement.contains("3 ways") && note.sides.count == 3)
    let daily = note.sides.filter {
      TrapRecord.plain($0.says).contains("daily") && !$0.says.contains("twice")
    }
    #expect(daily.count == 1 && note.says("twice-daily"))
    let hours = try #require(note.sides.first { $0.says.contains("every two-to-four hours") })
    #expect(!hours.by.isEmpty)
  }

  @Test("Trap 19: 14,443 of 22,060 is 65.47 %, which agrees with 65 %", arguments: TrapRecord.all)
  func share(record: TrapRecord) throws {
    let notes = try conflicts("numbers", isNote: true, record)
    #expect(notes.contains { $0.statement.contains("65.47 %") && $0.statement.hasSuffix("which agrees.") })
    #expect(!(try conflicts("numbers", isNote: false, record)).contains { $0.statement.contains("22060") })
  }
}

import DaybookCore
import DaybookTestSupport
import Testing

@testable import DaybookDiff

/// Which block became which: twins, moves, splits, merges, and what is no match at all.
@Suite struct AlignmentTests {
  private static let long = [
    "The keeper shall send a copy of every register to the registrar before the end of March.",
    "Parents may ask for their child to be left out, and the school must then delete the record.",
    "Access to the dashboard is given to named analysts, reviewed twice a year and logged in full.",
    "The supplier stores no copy outside the country and reports any breach within one working day.",
    "A summary of this assessment is published on the website once the regulator has answered.",
  ]

  private func text(_ paragraphs: [String]) -> String { paragraphs.joined(separator: "\n\n") + "\n" }

  @Test func sameTextsHaveNoOps() throws {
    let diff = try Versions.compare(text(Self.long), text(Self.long))
    #expect(diff.ops.count == 5)
    #expect(diff.isSame && diff.ops.allSatisfy { $0.kind == .equal })
  }

  @Test func emptyTextsCompare() throws {
    let nothing = try Versions.compare("", "")
    let came = Versions.lines(try Versions.compare("", "One.\n"))
    let went = Versions.lines(try Versions.compare("One.\n", ""))
    #expect(nothing.ops.isEmpty)
    #expect(came == ["inserted: One."])
    #expect(went == ["deleted: One."])
  }

  @Test func aMovedParagraphIsOneOp() throws {
    var moved = Self.long
    moved.append(moved.remove(at: 1))
    let diff = try Versions.compare(text(Self.long), text(moved))
    let moves = diff.ops.filter(\.isMove)
    #expect(moves.count == 1)
    #expect(moves.first.map { diff.old.units[$0.oldUnits.lowerBound].bytes } == diff.old.units[1].bytes)
    #expect(!diff.ops.contains { $0.kind == .inserted || $0.kind == .deleted })
  }

  @Test func aMovedAndChangedParagraphKeepsItsWords() throws {
    var moved = Self.long
    let changed = moved.remove(at: 0).replacing("March", with: "April")
    moved.append(changed)
    let diff = try Versions.compare(text(Self.long), text(moved))
    #expect(diff.ops.filter(\.isMove).map(\.kind) == [.movedChanged])
    #expect(Versions.words(diff).contains("-March.") && Versions.words(diff).contains("+April."))
  }

  @Test func twinsGoWithTheirSection() throws {
    let sections = Self.long.map { ["# " + $0.prefix(20), $0, "None."] }
    var moved = sections
    moved.append(moved.remove(at: 0))
    let diff = try Versions.compare(text(sections.flatMap { $0 }), text(moved.flatMap { $0 }))
    #expect(diff.ops.filter(\.isMove).count == 3)
    #expect(!diff.ops.contains { $0.kind == .inserted || $0.kind == .deleted })
  }

  @Test func aSplitParagraphIsOneOp() throws {
    let both = Self.long[0] + " " + Self.long[1]
    let diff = try Versions.compare(
      text([both] + Self.long[2...]), text([Self.long[0], Self.long[1]] + Self.long[2...]))
    #expect(diff.ops.filter(\.isSplit).count == 1)
    #expect(diff.isSame, "no word is another")
    let back = try Versions.compare(
      text([Self.long[0], Self.long[1]] + Self.long[2...]), text([both] + Self.long[2...]))
    #expect(back.ops.filter(\.isMerge).count == 1)
  }

  @Test func anotherParagraphIsNoChange() throws {
    var other = Self.long
    other[2] = "Nothing in this part of the plan is to be taken as a promise that the trial goes on."
    let lines = Versions.lines(try Versions.compare(text(Self.long), text(other)))
    #expect(lines == ["deleted: \(Self.long[2])", "inserted: \(other[2])"])
  }

  @Test func familiesKeepTheirPlaces() throws {
    let family = (1...12).map {
      "The owner of area \($0) must be told of any loss before the end of the day."
    }
    var changed = family
    changed[3] = changed[3].replacing("loss", with: "theft")
    changed[7] = changed[7].replacing("day", with: "month")
    let diff = try Versions.compare(text(family), text(changed))
    #expect(
      Versions.words(diff) == ["-loss", "+theft", "-day.", "+month."] || Versions.words(diff).count == 4)
    #expect(!diff.ops.contains { $0.isMove || $0.kind == .inserted || $0.kind == .deleted })
  }
}

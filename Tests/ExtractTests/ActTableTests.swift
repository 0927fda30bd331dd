import DaybookCore
import Testing

@testable import DaybookExtract

@Suite("Tables of words")
struct ActTableTests {
  @Test func everyVerbHasItsFiveForms() {
    for row in ActTable.rows { #expect(row.forms.split(separator: " ").count == 5, "\(row.forms)") }
  }

  @Test func everyRowSaysWhereItIsFrom() {
    #expect(
      ActTable.rows.allSatisfy { !$0.source.isEmpty } && ActTable.nouns.allSatisfy { !$0.source.isEmpty })
    #expect(
      WordClassTable.rows.allSatisfy { !$0.source.isEmpty }
        && PublicBodyTable.rows.allSatisfy { !$0.source.isEmpty })
    #expect(PhraseActTable.rows.allSatisfy { !$0.source.isEmpty })
  }

  @Test func noVerbStandsInTwoRows() {
    var seen: [Substring: String] = [:]
    for row in ActTable.rows {
      for form in Set(row.forms.split(separator: " ")) {
        #expect(seen[form] == nil, "\(form): \(seen[form] ?? "") and \(row.forms)")
        seen[form] = row.forms
      }
    }
  }

  @Test func noNameOfAPublicBodyStandsForTwo() {
    var seen: [String: String] = [:]
    for row in PublicBodyTable.rows {
      for alias in [row.name] + row.aliases {
        #expect(seen[alias] == nil || seen[alias] == row.name, "\(alias)")
        seen[alias] = row.name
      }
    }
  }

  @Test func wordsAreFoundByTheirHash() {
    #expect(WordIndex.shared.info(Hash.of("ASKED")).forms.contains(.past))
    #expect(WordIndex.shared.info(Hash.of("department")).classes.contains(.organisation))
    #expect(WordIndex.shared.info(Hash.of("zyzzyva")) == .unknown)
  }
}

import Foundation
import GRDB

/// A page on which the words were found.
package struct SearchHit: Hashable, Sendable {
  package var document: Int64
  package var page: Int?
  /// Where the page begins in the document's text.
  package var start: Int
  /// The text around the first words found; `\u{2}` and `\u{3}` stand around each.
  package var snippet: String
}

extension CaseStore {
  /// Pages that hold all of the words, the best first, by BM25 over text and furniture.
  ///
  /// `words` are taken as words: operators of the index's own language are not passed on, but a phrase in
  /// double quotes stays one.
  package func search(_ words: String, limit: Int) throws(StoreError) -> [SearchHit] {
    let query = CaseStore.query(words)
    if query.isEmpty { return [] }
    try indexWords()
    return try read { db in
      try Row.fetchAll(
        db,
        sql: """
          SELECT page.document, page.number, page.start, snippet(page_words, 0, char(2), char(3), '…', 24)
          FROM page_words JOIN page ON page.id = page_words.rowid
          WHERE page_words MATCH ? ORDER BY bm25(page_words), page.document, page.start LIMIT ?
          """, arguments: [query, limit]
      ).map { SearchHit(document: $0[0], page: $0[1], start: $0[2], snippet: $0[3]) }
    }
  }

  /// Takes the pages into the index that it does not hold yet: a second for ten thousand.
  ///
  /// In one statement: for each page by itself the index would write a piece of itself, and join the pieces later.
  /// Source: SQLite FTS5, section 4.4.3 (external content tables).
  private func indexWords() throws(StoreError) {
    let known = Int64(try setting("words") ?? "") ?? 0
    let last = try read { try Int64.fetchOne($0, sql: "SELECT max(id) FROM page") ?? 0 }
    guard last > known else { return }
    try write { db in
      try db.execute(
        sql: """
          INSERT INTO page_words(rowid, text, furniture)
            SELECT id, CAST(text AS TEXT), furniture FROM page WHERE id > ? ORDER BY id
          """, arguments: [known])
      try set("words", to: String(last))
    }
  }

  /// Each word and each phrase in quotes of its own. Scalar by scalar: a quote with an accent on it is still
  /// a quote to the index.
  private static func query(_ words: String) -> String {
    var terms: [String] = []
    var term = ""
    var isPhrase = false
    func end() {
      if term.contains(where: { $0.isLetter || $0.isNumber }) { terms.append("\"\(term)\"") }
      term = ""
    }
    for scalar in words.unicodeScalars {
      if scalar == "\"" {
        end()
        isPhrase.toggle()
      } else if scalar == "\0" || scalar.properties.isWhitespace && !isPhrase {
        // SQLite would end the query at a NUL.
        if isPhrase { term.append(" ") } else { end() }
      } else {
        term.unicodeScalars.append(scalar)
      }
    }
    end()
    return terms.joined(separator: " ")
  }
}

import DaybookCore
import Testing

@testable import DaybookIngest

/// Tracked changes and comments inside office files: their history, and both readings of the text.
@Suite struct TrackedChangesTests {
  private typealias Office = TestOffice
  private static let by = #"w:author="A. Writer" w:date="2022-02-15T09:30:00Z""#

  private func document(_ bytes: [UInt8], _ path: String, _ reading: TrackedReading = .accept) throws
    -> Document
  {
    var options = ConversionOptions()
    options.tracked = reading
    return try #require(Reading(path, bytes, options: options).document)
  }

  private func body(_ document: Document) -> [String] {
    document.blocks.filter(\.isBody).map(document.words)
  }

  private static func inserted(_ words: String) -> String {
    "<w:ins w:id=\"1\" \(by)><w:r><w:t xml:space=\"preserve\">\(words)</w:t></w:r></w:ins>"
  }
  private static func deleted(_ words: String) -> String {
    "<w:del w:id=\"2\" \(by)><w:r><w:delText xml:space=\"preserve\">\(words)</w:delText></w:r></w:del>"
  }

  @Test func wordHasBothReadings() throws {
    let file = Office.docx(
      Office.p(Office.t("Kept for ") + Self.deleted("66") + Self.inserted("30") + Office.t(" years."))
        + Office.p(Self.inserted("A new paragraph."), mark: "<w:ins w:id=\"3\" \(Self.by)/>")
        + Office.p(Self.deleted("An old one."), mark: "<w:del w:id=\"4\" \(Self.by)/>")
        + Office.p(Office.t("The end.")))
    let accepted = try document(file, "a.docx")
    #expect(body(accepted) == ["Kept for 30 years.", "A new paragraph.", "The end."])
    #expect(body(try document(file, "a.docx", .reject)) == ["Kept for 66 years.", "An old one.", "The end."])
    #expect(accepted.tracked.map(\.kind) == [.deletion, .insertion, .insertion, .deletion])
    #expect(accepted.tracked.map(\.text) == ["66", "30", "A new paragraph.", "An old one."])
    #expect(accepted.tracked.allSatisfy { $0.author == "A. Writer" && $0.date == "2022-02-15T09:30:00Z" })
    // What is in the text has its place there.
    let place = try #require(accepted.tracked[1].bytes)
    #expect(String(decoding: accepted.text[place], as: UTF8.self) == "30")
    #expect(accepted.tracked[0].bytes == nil)
  }

  @Test func movesAndRows() throws {
    func row(_ words: String, _ mark: String = "") -> String {
      "<w:tr><w:trPr>\(mark)</w:trPr><w:tc>\(Office.p(Office.t(words)))</w:tc><w:tc>\(Office.p(Office.t("x")))</w:tc></w:tr>"
    }
    let file = Office.docx(
      Office.p(
        "<w:moveTo w:id=\"1\" \(Self.by)><w:r><w:t>Moved.</w:t></w:r></w:moveTo>",
        mark: "<w:moveTo w:id=\"2\" \(Self.by)/>")
        + Office.p(Office.t("Middle."))
        + Office.p(
          "<w:moveFrom w:id=\"3\" \(Self.by)><w:r><w:t>Moved.</w:t></w:r></w:moveFrom>",
          mark: "<w:moveFrom w:id=\"4\" \(Self.by)/>")
        + Office.p(Office.t("Last.")) + "<w:tbl>" + row("one") + row("gone", "<w:del w:id=\"5\" \(Self.by)/>")
        + row("come", "<w:ins w:id=\"6\" \(Self.by)/>") + "</w:tbl>")
    let accepted = try document(file, "a.docx")
    #expect(body(accepted) == ["Moved.", "Middle.", "Last.", "one", "x", "come", "x"])
    #expect(accepted.blocks.filter { $0.kind == .cell }.compactMap(\.cell?.row) == [1, 1, 2, 2])
    #expect(
      body(try document(file, "a.docx", .reject)) == ["Middle.", "Moved.", "Last.", "one", "x", "gone", "x"])
    #expect(accepted.tracked.map(\.kind).prefix(2) == [.moveTo, .moveFrom])
  }

  /// A heading that was running text, and a change of properties inside a run, which says nothing of the paragraph.
  @Test func rejectedPropertiesAreTheOldOnes() throws {
    let file = Office.docx(
      "<w:p><w:pPr><w:pStyle w:val=\"Heading1\"/><w:pPrChange w:id=\"1\" \(Self.by)><w:pPr/></w:pPrChange></w:pPr>"
        + Office.t("Risks") + "</w:p>"
        + "<w:p><w:pPr><w:pPrChange w:id=\"2\" \(Self.by)><w:pPr><w:pStyle w:val=\"Heading2\"/></w:pPr></w:pPrChange></w:pPr>"
        + Office.t("Measures") + "</w:p>" + Office.p(Office.t("The end.")))
    func kinds(_ reading: TrackedReading) throws -> [Block.Kind] {
      try document(file, "a.docx", reading).blocks.filter(\.isBody).map(\.kind)
    }
    #expect(try kinds(.accept) == [.heading, .paragraph, .paragraph])
    #expect(try kinds(.reject) == [.paragraph, .heading, .paragraph])
  }

  @Test func aMarkThatChangedAloneIsAChange() throws {
    let file = Office.docx(
      Office.p(Office.t("This is"), mark: "<w:ins w:id=\"1\" \(Self.by)/>") + Office.p(Office.t(" one.")))
    #expect(body(try document(file, "a.docx")) == ["This is", "one."])
    let rejected = try document(file, "a.docx", .reject)
    #expect(body(rejected) == ["This is one."])
    #expect(rejected.tracked.map(\.text) == ["¶"])
  }

  @Test func commentsHaveTheirWords() throws {
    let file = Office.docx(
      Office.p(
        Office.t("Records are kept for ") + #"<w:commentRangeStart w:id="7"/>"# + Office.t("66 years")
          + #"<w:commentRangeEnd w:id="7"/><w:r><w:commentReference w:id="7"/></w:r>"# + Office.t(".")),
      parts: [
        "comments":
          #"<w:comment w:id="7" w:author="B" w:date="2022-02-16T08:00:00Z">\#(Office.p(Office.t("Too long?")))\#(Office.p(Office.t("Ask.")))</w:comment>"#
      ])
    let found = try document(file, "a.docx")
    let comment = try #require(found.comments.first)
    #expect(found.comments.count == 1)
    #expect(comment.text == "Too long?\nAsk.")
    #expect(comment.author == "B" && comment.date == "2022-02-16T08:00:00Z")
    #expect(comment.anchor == "66 years")
    #expect(comment.bytes.map { String(decoding: found.text[$0], as: UTF8.self) } == "66 years")
  }

  @Test func openDocumentHasBothReadings() throws {
    func region(_ id: String, _ kind: String, _ words: String = "") -> String {
      "<text:changed-region text:id=\"\(id)\"><text:\(kind)><office:change-info><dc:creator>C</dc:creator><dc:date>2022-02-15T09:30:00</dc:date></office:change-info>\(words)</text:\(kind)></text:changed-region>"
    }
    let content =
      "<text:tracked-changes>"
      + region("d", "deletion", "<text:p>sixty-six</text:p><text:p>Old line.</text:p>")
      + region("i", "insertion") + "</text:tracked-changes>"
      + "<text:p>Kept for <text:change text:change-id=\"d\"/><text:change-start text:change-id=\"i\"/>thirty<text:change-end text:change-id=\"i\"/> years.</text:p><text:p>End.</text:p>"
    let file = Office.odt(content)
    let accepted = try document(file, "a.odt")
    #expect(body(accepted) == ["Kept for thirty years.", "End."])
    #expect(body(try document(file, "a.odt", .reject)) == ["Kept for sixty-six", "Old line. years.", "End."])
    #expect(accepted.tracked.map(\.kind) == [.deletion, .insertion])
    #expect(accepted.tracked.map(\.text) == ["sixty-six\nOld line.", "thirty"])
    #expect(accepted.tracked.map(\.date) == ["2022-02-15T09:30:00", "2022-02-15T09:30:00"])
  }

  // MARK: Files of others

  private static let folder = "data/docx/pandoc-track-changes"
  private static let names = [
    "track_changes_insertion", "track_changes_deletion", "track_changes_move", "paragraph_insertion_deletion",
  ]

  /// Paragraphs of a native reading: the words of each `Para`.
  private func paragraphs(_ native: String) -> [String] {
    var all: [String] = []
    for match in native.matches(of: /Para \[|Str "((?:[^"\\]|\\.)*)"|LineBreak|SoftBreak|Space/) {
      if match.0.hasPrefix("Para") {
        all.append("")
      } else if let words = match.1 {
        all[all.count - 1] += String(words)
      } else if !all.isEmpty {
        all[all.count - 1] += " "
      }
    }
    return all.map { $0.split(separator: " ").joined(separator: " ") }.filter { !$0.isEmpty }
  }

  @Test(.enabled(if: SharedData.has(folder), "needs the shared data"), arguments: names)
  func readsAsUpstreamSays(name: String) throws {
    let file = try SharedData.bytes("\(Self.folder)/\(name).docx")
    for (reading, suffix) in [(TrackedReading.accept, "accept"), (.reject, "reject")] {
      let native = String(
        decoding: try SharedData.bytes("\(Self.folder)/\(name)_\(suffix).native"), as: UTF8.self)
      let expected = paragraphs(native)
      #expect(!expected.isEmpty)
      let found = body(try document(file, "a.docx", reading)).map {
        $0.split(whereSeparator: \.isWhitespace).joined(separator: " ")
      }
      #expect(found == expected, "\(name), \(suffix)")
    }
  }

  @Test(.enabled(if: SharedData.has(folder), "needs the shared data"))
  func openDocumentReadsAsUpstreamSays() throws {
    let file = try SharedData.bytes("\(Self.folder)/odt/odt/trackedChanges.odt")
    let expected = String(
      decoding: try SharedData.bytes("\(Self.folder)/odt/markdown/trackedChanges.md"), as: UTF8.self)
    func words(_ texts: [String]) -> [Substring] {
      texts.joined(separator: " ").split(whereSeparator: \.isWhitespace)
    }
    #expect(words(body(try document(file, "a.odt"))) == words([expected]))
    #expect(words(body(try document(file, "a.odt", .reject))) == words(["Some text with deleted text."]))
  }

  /// Whatever is in an office file, both readings are whole documents, and what has a place stands there.
  @Test(.enabled(if: SharedData.has("data/docx"), "needs the shared data"))
  func everyFileHasTwoSoundReadings() throws {
    var read = 0
    for path in SharedData.files("data/docx") where path.hasSuffix(".docx") || path.hasSuffix(".odt") {
      let bytes = try SharedData.bytes(path)
      for reading in TrackedReading.allCases {
        var options = ConversionOptions()
        options.tracked = reading
        for document in Reading(path, bytes, options: options).documents {
          #expect(document.fault == nil, "\(path), \(reading)")
          for change in document.tracked {
            guard let place = change.bytes else { continue }
            #expect(place.upperBound <= document.text.count, "\(path)")
          }
          read += 1
        }
      }
    }
    #expect(read > 40)
  }
}

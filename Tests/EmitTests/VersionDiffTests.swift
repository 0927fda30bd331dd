import DaybookCore
import DaybookTestSupport
import Testing

@testable import DaybookEmit

@Suite struct VersionDiffTests {
  private func output(_ emitter: any VersionDiffEmitter, _ diff: VersionDiff) throws -> [UInt8] {
    var sink = MemorySink()
    try emitter.emit(diff, to: &sink)
    return sink.bytes
  }

  @Test func theFirstFormatIsThatOfTheTerminal() {
    #expect(VersionDiffEmitters.all.map(\.name) == ["text", "json", "html", "docx", "markdown", "csv"])
    #expect(Set(VersionDiffEmitters.all.map(\.fileExtension)).count == VersionDiffEmitters.all.count)
  }

  @Test(arguments: ["text", "html", "markdown", "csv"])
  func writesAsCommitted(name: String) throws {
    let emitter = try #require(VersionDiffEmitters.named(name))
    let bytes = try output(emitter, SampleVersions.small)
    #expect(Golden("Emit/versions/paper.\(emitter.fileExtension)").compare(bytes) == .same)
  }

  @Test(arguments: VersionDiffEmitters.all.map(\.name))
  func sameBytesTwice(name: String) throws {
    let emitter = try #require(VersionDiffEmitters.named(name))
    let first = try output(emitter, SampleVersions.small)
    #expect(first.count > 100)
    let second = try output(emitter, SampleVersions.small)
    #expect(first == second)
  }

  @Test func colourOnlyWhenAskedForAndNoWiderThanTheTerminal() throws {
    let plain = String(
      decoding: try output(VersionDiffTextEmitter(width: 60), SampleVersions.small), as: UTF8.self)
    #expect(!plain.contains("\u{1B}"))
    #expect(plain.contains("[-66-] {+30+} years") || plain.contains("[-66 years-]{+30 years+}"))
    #expect(plain.split(separator: "\n").allSatisfy { TextWidth.cells(String($0)) <= 60 })
    let coloured = String(
      decoding: try output(VersionDiffTextEmitter(width: 60, hasColour: true), SampleVersions.small),
      as: UTF8.self)
    #expect(coloured.contains("\u{1B}[31;9m") && !coloured.contains("[-"))
  }

  @Test func thePageLoadsNothingAndLinksMovesBothWays() throws {
    let page = String(decoding: try output(VersionDiffHTMLEmitter(), SampleVersions.small), as: UTF8.self)
    for words in ["http://", "https://", "url(", "src=", "<link", "<img", "onclick"] {
      #expect(!page.contains(words), "\(words)")
    }
    #expect(page.contains("&lt;soon&gt; &amp; &quot;often&quot;"))
    let listing = DiffListing(SampleVersions.small)
    let moved = try #require(listing.entries.first { $0.kind == .moved })
    for link in [
      "href=\"#c\(moved.number)\"", "href=\"#f\(moved.number)\"", "id=\"c\(moved.number)\"",
      "id=\"f\(moved.number)\"",
    ] {
      #expect(page.contains(link), "\(link)")
    }
    // What moved away is shown where it stood: in front of the section that followed it.
    let gone = try #require(page.range(of: "id=\"f\(moved.number)\""))
    let scope = try #require(page.range(of: "<p class=\"heading level1\" dir=\"auto\">Scope"))
    #expect(gone.lowerBound < scope.lowerBound)
    // Every box has something to hide, and every kind has its box.
    for (kind, count) in listing.counts {
      #expect(page.contains("id=\"k-\(kind.rawValue)\""))
      #expect(count > 0)
    }
  }

  @Test func spreadsheetsGetNoFormula() throws {
    let text = String(decoding: try output(VersionDiffCSVEmitter(), SampleVersions.small), as: UTF8.self)
    #expect(text.contains("'=paper|v2.docx"))
    #expect(text.hasPrefix("no,section,kind,what,from,to,words,old_bytes,new_bytes\r\n"))
  }

  // MARK: Redline

  /// The words of each paragraph as they read with all changes accepted or rejected; empty paragraphs that only
  /// ran on are gone.
  private func reading(_ redline: Redline, isNew: Bool) -> [String] {
    var lines: [String] = []
    var line = ""
    for item in redline.body {
      guard case .paragraph(let paragraph) = item else { continue }
      line += paragraph.runs.filter { isNew ? $0.mark.isInNew : $0.mark.isInOld }.map(\.text).joined()
      if isNew ? paragraph.mark.isInNew : paragraph.mark.isInOld {
        lines.append(line)
        line = ""
      }
    }
    return lines
  }

  private func words(_ side: VersionSide) -> [String] { side.units.map { side.quote($0.bytes) } }

  @Test func acceptedItIsTheNewRejectedTheOld() {
    let diff = SampleVersions.small
    let redline = RedlineBuilder.redline(DiffListing(diff))
    #expect(reading(redline, isNew: true) == words(diff.new))
    #expect(reading(redline, isNew: false) == words(diff.old))
  }

  /// Whatever the words and however the paragraphs of both sides lie to each other.
  @Test func weavesAnyParagraphs() {
    for seed in 0..<300 as Range<UInt64> {
      var random = SeededGenerator(seed: seed)
      var (old, new): ([UInt8], [UInt8]) = ([], [])
      var ops: [WordOp] = []
      for _ in 0..<Int.random(in: 1...12, using: &random) {
        let text = (0..<Int.random(in: 1...6, using: &random)).map { _ in
          UInt8.random(in: 97...122, using: &random)
        }
        switch Int.random(in: 0...2, using: &random) {
        case 0:
          ops.append(
            WordOp(
              .equal, old: old.count..<(old.count + text.count), new: new.count..<(new.count + text.count)))
          old += text
          new += text
        case 1:
          ops.append(WordOp(.delete, old: old.count..<(old.count + text.count), new: new.count..<new.count))
          old += text
        default:
          ops.append(WordOp(.insert, old: old.count..<old.count, new: new.count..<(new.count + text.count)))
          new += text
        }
      }
      func cut(_ count: Int) -> [(bytes: Range<Int>, style: RedlineStyle)] {
        var edges = Set(
          (0..<Int.random(in: 0...3, using: &random)).map { _ in Int.random(in: 0...count, using: &random) })
        edges.formUnion([0, count])
        let sorted = edges.sorted()
        return zip(sorted, sorted.dropFirst()).map { ($0..<$1, RedlineStyle(keepsLines: true)) }
      }
      let (a, b) = (cut(old.count), cut(new.count))
      let woven = RedlineWeaver.weave(
        RedlineWeaver.Side(text: old, paragraphs: a), RedlineWeaver.Side(text: new, paragraphs: b), ops)
      let redline = Redline(body: woven.map(RedlineItem.paragraph))
      func texts(_ cuts: [(bytes: Range<Int>, style: RedlineStyle)], _ text: [UInt8]) -> [String] {
        cuts.isEmpty ? [""] : cuts.map { String(decoding: text[$0.bytes], as: UTF8.self) }
      }
      #expect(reading(redline, isNew: true) == texts(b, new), "seed \(seed)")
      #expect(reading(redline, isNew: false) == texts(a, old), "seed \(seed)")
    }
  }

  @Test func theWordFileIsAZIPOfItsParts() throws {
    let bytes = try output(VersionDiffDOCXEmitter(), SampleVersions.small)
    #expect(bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]))
    for part in [
      "word/document.xml", "word/styles.xml", "word/numbering.xml", "[Content_Types].xml", "_rels/.rels",
    ] {
      #expect(bytes.firstRange(of: Array(part.utf8)) != nil, "\(part)")
    }
  }

  // MARK: Families

  @Test(arguments: VersionFamilyEmitters.all.map(\.name))
  func familiesAreWrittenAsCommitted(name: String) throws {
    let diff = SampleVersions.small
    func version(_ path: String, _ label: String, _ day: Int) -> FamilyVersion {
      let date = CivilDate(year: 2022, month: 2, day: day).map { Timex(day: $0) }
      return FamilyVersion(
        copies: [
          FamilyVersion.Copy(document: Document.ID(text: "d\(day)"), path: path, alsoAt: ["copy of \(path)"])
        ],
        label: label, when: EventDate(timex: date, basis: .explicit, kind: .signed),
        why: ["signed off \(day) February 2022"],
        identity: VersionIdentity())
    }
    let family = VersionFamily(
      title: "Assessment <1>", why: ["one title"],
      versions: [version("a.docx", "v1", 14), version("b.docx", "v1", 15)],
      steps: [diff], findings: [VersionFinding("labels-against-dates", "b is called v1")])
    var sink = MemorySink()
    try #require(VersionFamilyEmitters.named(name)).emit([family], to: &sink)
    let ending = name == "text" ? "txt" : name
    #expect(Golden("Emit/versions/family.\(ending)").compare(sink.bytes) == .same)
  }

  @Test func sectionsAreFollowedThroughTheVersions() throws {
    let diff = SampleVersions.small
    let family = VersionFamily(
      title: "", why: [],
      versions: (0..<2).map { _ in
        FamilyVersion(copies: [], label: nil, when: .undated, why: [], identity: VersionIdentity())
      },
      steps: [diff])
    let rows = FamilyTable(family).rows
    #expect(rows.map(\.section) == ["Data protection impact assessment", "Scope", "Sign-off"])
    #expect(rows.map(\.cells) == [["there", "1 change"], ["there", "3 changes"], ["there", "1 change"]])
  }
}

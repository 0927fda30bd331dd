import DaybookCore
import DaybookTestSupport

/// Random values of every type that travels: empty and full fields, long and nasty texts, both ends of every
/// range.
struct RandomValues {
  private var numbers: SeededGenerator

  init(seed: UInt64) { numbers = SeededGenerator(seed: seed) }

  static let nastyTexts = [
    "", " ", "plain", "two\nlines", "\r", "\r\n", "\t", "\0", "a\0b", "\u{1}\u{1F}\u{7F}\u{9F}", "\"quoted\"",
    "\\",
    "</script>", "<!--", "]]>", "&amp;", "“curly” – dash…", "e\u{301} é", "👩‍👩‍👧‍👦 🇬🇧", "\u{2028}\u{2029}",
    "\u{FEFF}", "\u{FFFD}",
    "שלום", "中文", "\u{10FFFF}", String(repeating: "long ", count: 300),
  ]

  mutating func number(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &numbers) }
  mutating func flag() -> Bool { Bool.random(using: &numbers) }
  mutating func text() -> String { RandomValues.nastyTexts.randomElement(using: &numbers) ?? "" }
  mutating func one<T: CaseIterable>(_: T.Type = T.self) -> T where T.AllCases == [T] {
    T.allCases[number(0...(T.allCases.count - 1))]
  }

  mutating func maybe<T>(_ make: (inout RandomValues) -> T) -> T? { flag() ? make(&self) : nil }
  mutating func several<T>(_ make: (inout RandomValues) -> T) -> [T] {
    (0..<number(0...3)).map { _ in make(&self) }
  }

  mutating func range() -> Range<Int> {
    let start = flag() ? number(0...300) : number(0...(1 << 40))
    return start..<(start + number(0...(flag() ? 5 : 1 << 40)))
  }

  mutating func anyNumber() -> Int {
    [0, 1, -1, 63, 64, -64, -65, 8191, 8192, .max, .min, number(.min ... .max)].randomElement(using: &numbers)
      ?? 0
  }

  mutating func date() -> CivilDate {
    CivilDate(
      dayNumber: [-719_162, 2_932_896, number(-719_162...2_932_896)].randomElement(using: &numbers) ?? 0)
  }

  mutating func clock() -> LocalClock {
    let first = number(-1_000_000...1_000_000)
    return LocalClock(
      name: text(),
      shifts: (0..<number(0...3)).map { (start: first + $0 * 1000, offset: number(-900...900)) })
  }

  mutating func moment() -> CivilMoment {
    CivilMoment(
      date(),
      maybe { CivilTime(hour: $0.number(0...23), minute: $0.number(0...59), second: $0.number(0...59)) }
        ?? nil)
  }

  mutating func timex() -> Timex {
    Timex(
      earliest: maybe { $0.moment() }, latest: maybe { $0.moment() }, grain: one(),
      modifier: maybe { $0.one() },
      utcOffset: maybe { $0.number(-840...840) },
      yearless: maybe { values in
        Timex.Yearless(month: values.number(1...12), day: values.maybe { $0.number(1...31) })
      })
  }

  mutating func eventDate() -> EventDate {
    EventDate(
      timex: maybe { $0.timex() }, basis: maybe { $0.one() }, kind: one(), text: text(),
      why: several { $0.text() })
  }

  mutating func documentDate() -> DocumentDate {
    DocumentDate(kind: one(), when: timex(), basis: one(), text: text(), bytes: maybe { $0.range() })
  }

  mutating func anchor() -> Anchor {
    Anchor(document: Document.ID(text: text()), bytes: range(), page: maybe { $0.anyNumber() }, quote: text())
  }

  mutating func participation() -> Participation { Participation(name: text(), kind: one(), role: one()) }

  mutating func event() -> Event {
    Event(
      kind: one(), modality: one(), when: eventDate(), summary: text(),
      parties: several { $0.participation() },
      evidence: several { $0.anchor() }, rule: text(), isStated: flag(), context: maybe { $0.text() })
  }

  mutating func alias() -> Alias {
    Alias(name: text(), alias: text(), kind: one(), evidence: maybe { $0.anchor() }, rule: text())
  }

  mutating func dateBase() -> DateReading.Base { DateReading.Base(value: text(), origin: one()) }

  mutating func dateReading() -> DateReading {
    var reading = DateReading(
      when: timex(), basis: one(), why: several { $0.text() }, alternatives: several { $0.timex() },
      base: flag() ? dateBase() : nil)
    reading.kind = one()
    return reading
  }

  mutating func mention() -> Mention {
    let value: Mention.Value =
      switch number(0...3) {
      case 0: .date(dateReading())
      case 1: .party(PartyReading(name: text(), kind: one()))
      case 2: .reference(text())
      default: .version(text())
      }
    return Mention(bytes: range(), value: value, rule: text())
  }

  mutating func evidence() -> ChronologyEntry.Evidence {
    ChronologyEntry.Evidence(
      source: text(), sha256: text(), page: maybe { $0.anyNumber() }, bytes: range(), quote: text(),
      alsoAt: several { $0.text() })
  }

  mutating func assertion() -> Assertion {
    Assertion(
      by: several { $0.text() }, to: several { $0.text() }, on: maybe { $0.timex() },
      message: maybe { Event.ID(text: $0.text()) })
  }

  mutating func claim() -> Claim {
    Claim(
      kind: one(), subject: text(), value: text(), isAffirmed: flag(),
      parties: several { $0.participation() },
      when: maybe { $0.timex() }, assertion: assertion(), evidence: anchor(), rule: text())
  }

  mutating func entry() -> ChronologyEntry {
    var entry = ChronologyEntry(
      id: Event.ID(text: text()), order: anyNumber(), when: eventDate(), kind: one(), modality: one(),
      summary: text(),
      parties: several { $0.participation() }, evidence: several { $0.evidence() }, rule: text(),
      isStated: flag(),
      context: maybe { $0.text() })
    entry.assertion = assertion()
    entry.object = maybe { $0.text() }
    return entry
  }
}

// What documents are made of.
extension RandomValues {
  mutating func source() -> Source {
    Source(
      id: Source.ID(text: text()), path: text(), byteCount: anyNumber(), mediaType: text(),
      container: maybe { $0.text() },
      custodian: maybe { $0.text() })
  }

  mutating func page() -> Page {
    Page(
      number: anyNumber(), label: maybe { $0.text() }, bytes: range(), hasTextLayer: flag(),
      furniture: several { $0.text() })
  }

  mutating func cell() -> Block.Cell {
    Block.Cell(table: anyNumber(), row: anyNumber(), column: anyNumber(), heading: maybe { $0.text() })
  }

  mutating func trackedChange() -> TrackedChange {
    TrackedChange(
      kind: one(), author: maybe { $0.text() }, date: maybe { $0.text() }, text: text(),
      bytes: maybe { $0.range() })
  }

  mutating func versionComment() -> VersionComment {
    VersionComment(
      author: maybe { $0.text() }, date: maybe { $0.text() }, text: text(), anchor: maybe { $0.text() },
      bytes: maybe { $0.range() })
  }

  mutating func block() -> Block {
    Block(
      one(), range(), page: maybe { $0.anyNumber() }, level: anyNumber(), label: maybe { $0.text() },
      cell: maybe { $0.cell() }, author: maybe { $0.text() }, date: maybe { $0.timex() })
  }

  mutating func mailbox() -> MessageHeader.Mailbox {
    MessageHeader.Mailbox(name: maybe { $0.text() }, address: maybe { $0.text() })
  }

  mutating func header() -> MessageHeader {
    var header = MessageHeader(
      from: several { $0.mailbox() }, to: several { $0.mailbox() }, cc: several { $0.mailbox() },
      subject: maybe { $0.text() }, sent: maybe { $0.timex() }, sentText: maybe { $0.text() },
      sentBytes: maybe { $0.range() }, messageID: maybe { $0.text() }, inReplyTo: several { $0.text() },
      references: several { $0.text() }, attachments: several { $0.text() }, bytes: maybe { $0.range() })
    header.places = several { $0.fieldPlace() }
    return header
  }

  mutating func segment() -> Segment {
    var segment = Segment(
      kind: one(), bytes: range(), body: range(),
      pages: maybe { values in
        let first = values.number(1...100)
        return first...(first + values.number(0...9))
      },
      title: maybe { $0.text() }, header: maybe { $0.header() }, dates: several { $0.documentDate() },
      depth: number(0...9), rule: text())
    segment.version = maybe { $0.text() }
    segment.evidence = several { $0.boundaryEvidence() }
    segment.ownWords = several { $0.range() }
    segment.isYearless = flag()
    segment.entries = several { $0.indexEntry() }
    return segment
  }

  mutating func fieldPlace() -> MessageHeader.FieldPlace {
    MessageHeader.FieldPlace(name: text(), bytes: range(), words: text())
  }

  mutating func boundaryEvidence() -> BoundaryEvidence { BoundaryEvidence(one(), text()) }

  mutating func indexEntry() -> IndexEntry {
    IndexEntry(
      number: anyNumber(), date: maybe { $0.date() }, title: text(), kind: maybe { $0.one() }, bytes: range(),
      words: text())
  }

  mutating func ocrQuality() -> OCRQuality {
    OCRQuality(words: anyNumber(), confidence: anyNumber(), turn: anyNumber(), skewTenths: anyNumber())
  }

  mutating func metadata() -> MetadataItem { MetadataItem(text(), text()) }

  mutating func provenance() -> Provenance {
    Provenance(stage: text(), tool: text(), version: anyNumber(), input: text())
  }

  mutating func finding() -> Finding {
    Finding(
      text(), one(), text(), path: text(), page: maybe { $0.anyNumber() }, bytes: maybe { $0.range() })
  }

  mutating func document() -> Document {
    Document(
      source: source(), kind: one(), title: maybe { $0.text() }, text: Array(text().utf8),
      pages: several { $0.page() },
      blocks: several { $0.block() }, segments: several { $0.segment() }, header: maybe { $0.header() },
      dates: several { $0.documentDate() }, metadata: several { $0.metadata() }, provenance: provenance(),
      findings: several { $0.finding() }, tracked: several { $0.trackedChange() },
      comments: several { $0.versionComment() })
  }
}

// What a graph is made of.
extension RandomValues {
  mutating func relation() -> Relation {
    Relation(kind: one(), from: text(), to: text(), evidence: several { $0.anchor() }, rule: text())
  }

  mutating func promise() -> Promise {
    Promise(
      entry: Event.ID(text: text()), by: several { $0.text() }, to: several { $0.text() },
      made: maybe { $0.timex() }, due: maybe { $0.timex() }, text: text(), outcome: one(),
      kept: maybe { Event.ID(text: $0.text()) }, keptOn: maybe { $0.date() },
      against: several { Event.ID(text: $0.text()) }, why: several { $0.text() },
      evidence: several { $0.evidence() })
  }

  /// A day that is counted from the last that a paper can name lies behind it.
  mutating func clock() -> Clock {
    Clock(
      name: text(), what: text(), source: text(), entry: Event.ID(text: text()), starts: date(),
      due: flag() ? date() : CivilDate(dayNumber: 2_932_896).adding(days: number(1...400)),
      why: several { $0.text() }, evidence: several { $0.evidence() })
  }

  mutating func side() -> Conflict.Side {
    Conflict.Side(
      says: text(), by: several { $0.text() }, on: maybe { $0.timex() }, evidence: evidence(),
      entry: maybe { Event.ID(text: $0.text()) }, anchor: maybe { $0.anchor() })
  }

  mutating func conflict() -> Conflict {
    Conflict(
      kind: one(), isNote: flag(), statement: text(), sides: several { $0.side() }, weight: anyNumber(),
      rule: text())
  }

  mutating func interval() -> Interval {
    Interval(
      what: text(), from: Event.ID(text: text()), to: Event.ID(text: text()), start: date(), end: date())
  }

  mutating func followUp() -> FollowUp {
    FollowUp(
      kind: one(), text: text(), from: maybe { $0.date() }, to: maybe { $0.date() },
      evidence: maybe { $0.evidence() })
  }
}

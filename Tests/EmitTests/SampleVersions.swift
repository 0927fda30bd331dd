import DaybookCore

/// Comparisons made by hand, paragraph by paragraph.
struct SampleVersions {
  /// Words of a changed paragraph.
  enum Word {
    case kept(String)
    case out(String)
    case into(String)
  }

  enum Item {
    case same(String, DiffUnit.Kind = .paragraph, label: String? = nil)
    case added(String, DiffUnit.Kind = .paragraph)
    case removed(String, DiffUnit.Kind = .paragraph)
    case changed([Word], DiffUnit.Kind = .paragraph)
    /// Stands here in NEW; in OLD at `.left` of the same name.
    case arrived(String, name: String)
    case left(String, name: String)
  }

  private var old = Half()
  private var new = Half()
  private var ops: [(rank: Int, op: DiffOp)] = []
  private var left: [String: (Range<Int>, Int)] = [:]
  private var arrived: [String: (Range<Int>, Int)] = [:]

  private struct Half {
    var text: [UInt8] = []
    var units: [DiffUnit] = []
    var blocks: [Block] = []
    var sections: [DiffSection] = []

    mutating func add(_ words: String, _ kind: DiffUnit.Kind, label: String?) -> (
      bytes: Range<Int>, unit: Int
    ) {
      let start = text.count
      text += Array(words.utf8)
      let bytes = start..<text.count
      text += [0x0A, 0x0A]
      blocks.append(
        Block(kind == .heading ? .heading : .paragraph, bytes, level: kind == .heading ? 1 : 0, label: label))
      if kind == .heading {
        sections.append(DiffSection(units: units.count..<(units.count + 1), level: 1, title: words))
      }
      units.append(
        DiffUnit(
          kind: kind, blocks: (blocks.count - 1)..<blocks.count, extent: start..<text.count, bytes: bytes,
          level: kind == .heading ? 1 : 0, label: label, section: sections.isEmpty ? nil : sections.count - 1)
      )
      return (start..<text.count, units.count - 1)
    }
  }

  static func diff(_ items: [Item]) -> VersionDiff {
    var sample = SampleVersions()
    for (rank, item) in items.enumerated() { sample.add(item, rank) }
    for (name, place) in sample.arrived.sorted(by: { $0.key < $1.key }) {
      guard let from = sample.left[name], let index = sample.ops.firstIndex(where: { $0.op.new == place.0 })
      else { continue }
      sample.ops[index].op.old = from.0
      sample.ops[index].op.oldUnits = from.1..<(from.1 + 1)
    }
    return VersionDiff(
      old: side(sample.old, "old/paper v1.docx"), new: side(sample.new, "new/paper v2.docx"),
      ops: sample.ops.map(\.op))
  }

  private static func side(_ half: Half, _ path: String) -> VersionSide {
    var source = Source(
      id: Source.ID(text: SHA256Digest(of: half.text).hex()), path: path, byteCount: half.text.count)
    source.mediaType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
    let document = Document(
      source: source, text: half.text, blocks: half.blocks,
      provenance: Provenance(stage: "test", tool: "test", version: 1, input: ""))
    return VersionSide(
      document: document, byteCount: half.text.count, isFileText: false, units: half.units,
      sections: half.sections)
  }

  private mutating func add(_ item: Item, _ rank: Int) {
    func one(_ unit: Int) -> Range<Int> { unit..<(unit + 1) }
    switch item {
    case .same(let words, let kind, let label):
      let (a, b) = (old.add(words, kind, label: label), new.add(words, kind, label: label))
      ops.append(
        (rank, DiffOp(kind: .equal, old: a.bytes, new: b.bytes, oldUnits: one(a.unit), newUnits: one(b.unit)))
      )
    case .added(let words, let kind):
      let b = new.add(words, kind, label: nil)
      ops.append(
        (rank, DiffOp(kind: .inserted, old: nil, new: b.bytes, oldUnits: 0..<0, newUnits: one(b.unit))))
    case .removed(let words, let kind):
      let a = old.add(words, kind, label: nil)
      ops.append(
        (rank, DiffOp(kind: .deleted, old: a.bytes, new: nil, oldUnits: one(a.unit), newUnits: 0..<0)))
    case .arrived(let words, let name):
      let b = new.add(words, .paragraph, label: nil)
      arrived[name] = (b.bytes, b.unit)
      ops.append((rank, DiffOp(kind: .moved, old: nil, new: b.bytes, oldUnits: 0..<0, newUnits: one(b.unit))))
    case .left(let words, let name):
      let a = old.add(words, .paragraph, label: nil)
      left[name] = (a.bytes, a.unit)
    case .changed(let words, let kind):
      addChanged(words, kind)
    }
  }

  private mutating func addChanged(_ words: [Word], _ kind: DiffUnit.Kind) {
    var (before, after) = ("", "")
    for word in words {
      switch word {
      case .kept(let text):
        before += text
        after += text
      case .out(let text): before += text
      case .into(let text): after += text
      }
    }
    let (a, b) = (old.add(before, kind, label: nil), new.add(after, kind, label: nil))
    var (x, y) = (a.bytes.lowerBound, b.bytes.lowerBound)
    var made: [WordOp] = []
    for word in words {
      switch word {
      case .kept(let text):
        made.append(WordOp(.equal, old: x..<(x + text.utf8.count), new: y..<(y + text.utf8.count)))
        x += text.utf8.count
        y += text.utf8.count
      case .out(let text):
        made.append(WordOp(.delete, old: x..<(x + text.utf8.count), new: y..<y))
        x += text.utf8.count
      case .into(let text):
        made.append(WordOp(.insert, old: x..<x, new: y..<(y + text.utf8.count)))
        y += text.utf8.count
      }
    }
    made.append(WordOp(.equal, old: x..<a.bytes.upperBound, new: y..<b.bytes.upperBound))
    ops.append(
      (
        0,
        DiffOp(
          kind: .changed, old: a.bytes, new: b.bytes, oldUnits: a.unit..<(a.unit + 1),
          newUnits: b.unit..<(b.unit + 1), words: made)
      ))
  }

  /// One of each kind of change, with identity, findings, facts and history.
  static var small: VersionDiff {
    var diff = SampleVersions.diff([
      .same("Data protection impact assessment", .heading), .same("Daily attendance trial"),
      .changed([.kept("Version "), .out("1"), .into("2")]), .left("This stood here before.", name: "m"),
      .same("Scope", .heading), .same("names", .listItem, label: "(a)"),
      .changed([.kept("Records are kept for "), .out("66 years"), .into("30 years"), .kept(".")]),
      .removed("Parents were not asked."), .added("Parents will be asked <soon> & \"often\"."),
      .same("Sign-off", .heading), .arrived("This stood here before.", name: "m"),
    ])
    diff.old.identity = VersionIdentity(items: [
      VersionIdentity.Item(.coverVersion, value: "1"),
      VersionIdentity.Item(.property, name: "revision", value: "3"),
    ])
    diff.new.identity = VersionIdentity(items: [
      VersionIdentity.Item(.coverVersion, value: "2"),
      VersionIdentity.Item(.fileName, value: "=paper|v2.docx"),
    ])
    diff.new.tracked = [
      TrackedChange(kind: .insertion, author: "A. Writer", date: "2022-02-15T09:30:00Z", text: "30 years")
    ]
    diff.new.comments = [VersionComment(author: "B", date: nil, text: "Why?", anchor: "30 years")]
    if let index = diff.ops.firstIndex(where: { $0.words.count == 5 }) {
      let words = diff.ops[index].words
      diff.facts = [
        FactChange(
          kind: .period, oldText: "66 years", newText: "30 years", old: words[1].old, new: words[2].new,
          oldValue: "P66Y", newValue: "P30Y", oldSection: 1, newSection: 1, op: index)
      ]
      diff.findings = [
        VersionFinding(
          "retention-changed", "how long data is kept changed: 66 years → 30 years", old: [words[1].old],
          new: [words[2].new])
      ]
    }
    return diff
  }
}

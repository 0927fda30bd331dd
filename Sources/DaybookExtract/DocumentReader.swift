import DaybookCore

/// Reads one document: learns its parties, then takes it passage by passage through the event rules.
///
/// Two passes over the text, one passage in memory at a time.
struct DocumentReader {
  private let document: Document
  private let dates: [Mention]
  private let settings: ExtractionSettings
  private var map: PaperMap

  init(_ document: Document, dates: [Mention], settings: ExtractionSettings) {
    self.document = document
    self.dates = dates
    self.settings = settings
    map = PaperMap(document)
  }

  /// `rules` are those that are not switched off.
  mutating func read(rules: [any EventRule]) -> Extraction {
    var learner = AliasLearner(document, settings: settings)
    var correspondents = Correspondents()
    let passages = Passages(document, dates: dates, map: map)
    learnHeaderNames(&learner)
    passages.each(reader: nil) { passage in learner.learn(passage.tokens, isHeading: passage.kind == .heading)
    }
    let roles = Dictionary(
      uniqueKeysWithValues: PublicBodyRoles.all.union(learner.rolesStated).compactMap { role in
        learner.body(forRole: role).map { (role, $0) }
      })
    let reader = PartyReader(text: document.text, names: learner.names, roles: roles)
    if map.papers.contains(where: { $0.kind != .webPage }) {
      passages.each(reader: reader, includesSignatures: true) {
        correspondents.learn($0, text: document.text)
      }
    }
    correspondents.settle(&map.papers)
    var events = EventList()
    var mentions: [Mention] = []
    let text = document.text
    let reading = Reading(document: document, papers: map.papers, author: learner.author)
    for index in map.papers.indices {
      for rule in rules { rule.read(.paper(index), in: reading, into: &events) }
    }
    var claims = ClaimList()
    var row: [Passage] = []
    var headings = TableHeads()
    passages.each(reader: reader) { passage in
      if let last = row.last, last.cell?.row != passage.cell?.row || last.cell?.table != passage.cell?.table {
        DocumentReader.finish(&row, rules, reading, &events)
      }
      DocumentReader.note(passage, text, &mentions)
      ClaimReader.read(passage, reading, into: &claims)
      if passage.cell != nil {
        row.append(headings.headed(passage, text))
      } else {
        DocumentReader.apply(rules, passage, reading, &events)
      }
    }
    DocumentReader.finish(&row, rules, reading, &events)
    events.settlePositions()
    events.settleRoles(text)
    let all = (dates + mentions).sorted {
      ($0.bytes.lowerBound, $0.bytes.upperBound, $0.rule) < (
        $1.bytes.lowerBound, $1.bytes.upperBound, $1.rule
      )
    }
    return Extraction(
      mentions: all, events: events.events(of: document, map), aliases: learner.aliases,
      claims: claims.claims(of: document, map, author: learner.author))
  }

  private static func finish(
    _ row: inout [Passage], _ rules: [any EventRule], _ reading: Reading, _ events: inout EventList
  ) {
    guard !row.isEmpty else { return }
    events.startPassage()
    for rule in rules { rule.read(.row(row), in: reading, into: &events) }
    for passage in row where !events.isClaimed(passage.block) { apply(rules, passage, reading, &events) }
    row.removeAll(keepingCapacity: true)
  }

  private static func apply(
    _ rules: [any EventRule], _ passage: Passage, _ reading: Reading, _ events: inout EventList
  ) {
    // An index lists papers that speak for themselves.
    switch reading.papers[passage.paper].kind {
    case .index, .separator: return
    default: break
    }
    // What a message says is said by its writer, whether it names anybody or not.
    guard
      reading.papers[passage.paper].isCorrespondence || !passage.dates.isEmpty
        || passage.parties.contains(where: { $0.stands != .other }) || passage.run != nil
        || passage.head != nil
    else { return }
    events.startPassage()
    let statements = Statement.all(passage)
    for rule in rules { rule.read(.passage(passage, statements), in: reading, into: &events) }
  }

  private static func note(_ passage: Passage, _ text: [UInt8], _ mentions: inout [Mention]) {
    for party in passage.parties where party.stands == .name {
      mentions.append(
        Mention(
          bytes: passage.tokens[party.first].start..<passage.tokens[party.last].end,
          value: .party(PartyReading(name: party.name, kind: party.kind)), rule: party.rule))
    }
    VersionLabel.mentions(passage, text, into: &mentions)
    ReferenceNumber.mentions(passage, text, into: &mentions)
  }

  private func learnHeaderNames(_ learner: inout AliasLearner) {
    for paper in map.papers {
      for mailbox in (paper.header?.from ?? []) + (paper.header?.to ?? []) + (paper.header?.cc ?? []) {
        if let name = MailName.shown(mailbox.name) { learner.addPerson(name) }
      }
    }
  }
}

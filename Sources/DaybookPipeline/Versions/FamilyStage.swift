package import DaybookCore
import DaybookDiff
import DaybookExtract
package import DaybookStore

/// Finds in a case which papers are versions of one document, puts them in order, and compares each with the
/// next.
///
/// Only texts that were read already are looked at: nothing here parses bytes from outside. Messages are left
/// out: they quote each other and are no versions. All texts pass by once, one at a time; those of families are
/// held while their family is settled.
package struct FamilyStage {
  private let store: CaseStore
  private let progress: any ProgressReporter
  private let isCancelled: () -> Bool
  private let dates = DateReader()

  /// Bytes of text: less says too little, more is a bundle rather than a paper.
  private static let textBytes = 150...(4 << 20)
  /// Versions of one family that are compared; more are a log or a template rather than versions.
  private static let mostVersions = 200

  package init(store: CaseStore, progress: any ProgressReporter, isCancelled: @escaping () -> Bool) {
    self.store = store
    self.progress = progress
    self.isCancelled = isCancelled
  }

  /// Families in the order of the path of their first paper.
  package func families() throws(PipelineError) -> [VersionFamily] {
    try PipelineError.wrap { try families(in: try BundleWalk(store: store)) }
  }

  func families(in walk: BundleWalk) throws -> [VersionFamily] {
    let types = Dictionary(walk.sources.map { ($0.path, $0.mediaType) }) { first, _ in first }
    var members: [FamilyMember] = []
    var placed: [PlacedDocument] = []
    let wanted = walk.documents.filter { isPaper($0, types[$0.path] ?? "") }
    for (index, document) in wanted.enumerated() {
      if isCancelled() { throw PipelineError.interrupted }
      progress.progress("versions", done: index, total: wanted.count)
      guard let whole = try load(document, types), whole.header == nil else { continue }
      members.append(FamilyMember(whole, path: document.path))
      placed.append(document)
    }
    return try FamilyFinder.families(members).map { group in
      if isCancelled() { throw PipelineError.interrupted }
      return try family(
        group.members.prefix(FamilyStage.mostVersions).map { placed[$0] }, group.links, walk, types)
    }
  }

  private func isPaper(_ document: PlacedDocument, _ type: String) -> Bool {
    let kind = document.record.kind
    if kind == .message || kind == .emailChain || kind == .log { return false }
    if type == "message/rfc822" || type.contains("csv") || type.contains("tab-separated") { return false }
    return FamilyStage.textBytes.contains(document.record.textByteCount)
  }

  private func load(_ document: PlacedDocument, _ types: [String: String]) throws -> Document? {
    let chunks = try store.chunks(of: document.record.row)
    guard var whole = VersionReading.joined(chunks.map(\.document)) else { return nil }
    whole.id = document.record.id
    whole.source.path = document.path
    if whole.source.mediaType.isEmpty { whole.source.mediaType = types[document.path] ?? "" }
    return whole
  }

  // MARK: One family

  /// A version while its family is settled.
  private struct Draft {
    var side: VersionSide
    var copies: [FamilyVersion.Copy]
    var fingerprint: UInt64
  }

  private func family(
    _ documents: [PlacedDocument], _ links: [FamilyFinder.Link], _ walk: BundleWalk, _ types: [String: String]
  ) throws -> VersionFamily {
    var drafts: [Draft] = []
    for document in documents.sorted(by: { FamilyStage.rank($0, types) < FamilyStage.rank($1, types) }) {
      guard let whole = try load(document, types) else { continue }
      let side = VersionComparison.side(whole)
      let copy = FamilyVersion.Copy(
        document: document.record.id, path: document.path, alsoAt: document.alsoAt)
      let fingerprint = FamilyMember(whole, path: document.path).sketch.fingerprint
      // The same words in another format, or saved again, are one version; captures are told by their day.
      let same = drafts.firstIndex { draft in
        draft.fingerprint == fingerprint && FamilyStage.captured(draft.side) == FamilyStage.captured(side)
          || draft.side.document.source.mediaType != whole.source.mediaType
            && SameText.isOneVersion(draft.side, side)
      }
      if let same {
        drafts[same].copies.append(copy)
      } else {
        drafts.append(Draft(side: side, copies: [copy], fingerprint: fingerprint))
      }
    }
    var versions: [FamilyVersion] = []
    var moments: [VersionMoment] = []
    for index in drafts.indices {
      let carriers = try carriers(of: drafts[index].copies, walk)
      for carrier in carriers {
        guard let name = carrier.name else { continue }
        drafts[index].side.identity.items.append(VersionIdentity.Item(.mailName, value: name))
      }
      let side = drafts[index].side
      let moment = VersionMoment(side.document, identity: side.identity, carriers: carriers) {
        dates.read(text: $0)
      }
      let label = [VersionIdentity.Field.coverVersion, .tableVersion, .footerVersion].compactMap {
        side.identity.first($0)?.value
      }.first
      moments.append(moment)
      versions.append(
        FamilyVersion(
          copies: drafts[index].copies, label: label, when: moment.when, why: moment.why,
          identity: side.identity, carriers: carriers))
    }
    let order = VersionMoment.order(moments)
    for (old, new) in zip(order, order.dropFirst()) {
      if let day = moments[old].when.timex?.earliest?.date, let later = moments[new].later(than: day) {
        versions[new].when = later
      }
    }
    var steps: [VersionDiff] = []
    for (old, new) in zip(order, order.dropFirst()) {
      steps.append(try VersionComparison.compare(drafts[old].side, drafts[new].side))
    }
    return VersionFamily(
      title: title(order.map { drafts[$0].side }), why: why(links),
      versions: order.map { versions[$0] }, steps: steps,
      findings: FamilyStage.labelOrder(order.map { moments[$0] }, order.map { versions[$0] }))
  }

  private static func captured(_ side: VersionSide) -> String? {
    side.document.dates.first { $0.kind == .captured }?.when.edtf
  }

  /// What knows most of itself is compared: an office file before a web page, both before a print.
  private static func rank(_ document: PlacedDocument, _ types: [String: String]) -> String {
    let type = types[document.path] ?? ""
    let order = ["wordprocessingml", "opendocument", "html", "markdown", "plain", "pdf"]
    let place = order.firstIndex { type.contains($0) } ?? order.count
    return "\(place) \(document.path)"
  }

  private func title(_ sides: [VersionSide]) -> String {
    let titles = sides.compactMap { $0.identity.first(.coverTitle)?.value ?? $0.document.title }
    let names = sides.map { IdentityReader.fileName($0.document.source.path) }
    let title = String((titles.last ?? names.last ?? "").prefix(160))
    // "Data protection impact assessment" is the title of many: the name that its files share says which.
    let shared = FamilyMember.sharedName(names)
    let isNew = !shared.isEmpty && !title.lowercased().contains(shared.lowercased())
    return isNew && !sides.contains { $0.document.source.mediaType.contains("html") }
      ? "\(title) (\(shared))" : title
  }

  private func why(_ links: [FamilyFinder.Link]) -> [String] {
    var seen: [String] = []
    for link in links.sorted(by: { $0.resemblance > $1.resemblance })
    where !seen.contains(link.why) && seen.count < 3 {
      seen.append(link.why)
    }
    return seen
  }

  /// Labels that run against the dates.
  private static func labelOrder(_ moments: [VersionMoment], _ versions: [FamilyVersion]) -> [VersionFinding]
  {
    var findings: [VersionFinding] = []
    for index in moments.indices.dropFirst() {
      guard let before = moments[index - 1].number, let after = moments[index].number, after < before else {
        continue
      }
      findings.append(
        VersionFinding(
          "labels-against-dates",
          "\(versions[index].path) is called “\(versions[index].label ?? "")” and comes after \(versions[index - 1].path), “\(versions[index - 1].label ?? "")”, by its dates"
        ))
    }
    return findings
  }

  // MARK: Mail

  /// Messages that the copies were attached to: containers of their paths that are messages.
  private func carriers(of copies: [FamilyVersion.Copy], _ walk: BundleWalk) throws -> [FamilyVersion.Carrier]
  {
    var carriers: [FamilyVersion.Carrier] = []
    var seen: Set<Document.ID> = []
    for path in copies.flatMap({ [$0.path] + $0.alsoAt }) {
      guard let mark = path.lastIndex(of: "#") else { continue }
      let container = String(path[..<mark])
      guard
        let message = walk.documents.first(where: { $0.path == container || $0.alsoAt.contains(container) }),
        seen.insert(message.record.id).inserted,
        let whole = VersionReading.joined(try store.chunks(of: message.record.row).map(\.document)),
        let header = whole.header
      else { continue }
      let label = CarrierLabel.label(in: whole)
      carriers.append(
        FamilyVersion.Carrier(
          document: message.record.id, path: message.path, sent: header.sent, subject: header.subject,
          name: label.map { String(decoding: whole.text[$0], as: UTF8.self) }, bytes: label))
    }
    return carriers.sorted { ($0.sent?.edtf ?? "~", $0.path) < ($1.sent?.edtf ?? "~", $1.path) }
  }
}

/// How a message calls the version that it carries: the first label in its own words, not in what it quotes.
enum CarrierLabel {
  static func label(in message: Document) -> Range<Int>? {
    // Two papers attached: nobody can tell which of them the label speaks of.
    let papers = message.header?.attachments.count ?? 0
    guard papers <= 1 else { return nil }
    for block in message.blocks where block.isBody && block.kind != .quoted {
      if let found = VersionLabelScan.first(in: message.text, block.bytes) { return found }
    }
    return nil
  }
}

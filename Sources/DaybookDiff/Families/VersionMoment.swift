package import DaybookCore

/// When a version came into being, from the best sign that there is, and all signs as reasons.
package struct VersionMoment: Sendable {
  package var when: EventDate
  /// One sign a line, the one that counts first.
  package var why: [String]
  /// Signs by which versions of one day are told apart: last saved, day in the file's name, day of the mail.
  package var saved: CivilMoment?
  package var named: CivilMoment?
  package var mailed: CivilMoment?
  package var number: VersionNumber?
  /// The newest day that a version without any sign names in its text: a bound, by which it is put among others.
  private var bound: CivilDate?

  private var signs: [Sign] = []

  private struct Sign: Sendable {
    var kind: DocumentDate.Kind
    var timex: Timex
    var basis: DateBasis
    var text: String
    var why: String
  }

  package init(
    _ document: Document, identity: VersionIdentity, carriers: [FamilyVersion.Carrier],
    dates: @escaping VersionComparer.DateReading
  ) {
    func day(_ text: String) -> Timex? {
      for mention in dates(Array(text.utf8)) {
        if case .date(let reading) = mention.value, reading.when.grain <= .day, reading.when.earliest != nil {
          return reading.when
        }
      }
      return nil
    }
    var signs: [Sign] = []
    func add(_ kind: DocumentDate.Kind, _ item: VersionIdentity.Item, _ what: String) {
      guard let timex = day(item.value) else { return }
      signs.append(
        Sign(
          kind: kind, timex: timex, basis: .explicit, text: item.value,
          why: "\(what) \(PlainLabel.line(item.value))"))
    }
    // The last signature makes the version.
    let signed = identity.items.filter { $0.field == .signOffDate }.compactMap { item in
      day(item.value).flatMap { timex in timex.latest.map { (item, $0.sortKey) } }
    }
    if let last = signed.max(by: { $0.1 < $1.1 }) {
      add(.signed, last.0, "signed off" + (last.0.name.map { " (\(PlainLabel.line($0)))" } ?? ""))
    }
    for date in document.dates where date.kind == .captured {
      signs.append(
        Sign(
          kind: .captured, timex: date.when, basis: .property, text: date.text,
          why: "captured \(date.when.edtf)"))
    }
    let table = identity.first(.tableDate)
    let (coverNumber, tableNumber) = (
      identity.first(.coverVersion).flatMap { VersionNumber($0.value) },
      identity.first(.tableVersion).flatMap { VersionNumber($0.value) }
    )
    if let table, coverNumber == nil || coverNumber == tableNumber {
      add(.dated, table, "version table says")
    }
    if let cover = identity.first(.coverDate) { add(.dated, cover, "cover says") }
    for (kind, what) in [
      (DocumentDate.Kind.modified, "last saved"), (.published, "published"), (.created, "made"),
    ] {
      for date in document.dates where date.kind == kind && date.basis == .property {
        signs.append(
          Sign(
            kind: kind, timex: date.when, basis: .property, text: date.text, why: "\(what) \(date.when.edtf)")
        )
        if saved == nil, kind != .published { saved = date.when.earliest }
      }
    }
    for carrier in carriers {
      guard let sent = carrier.sent else { continue }
      signs.append(
        Sign(
          kind: .sent, timex: sent, basis: .header, text: carrier.path,
          why: "sent with \(carrier.path), \(sent.edtf)"))
    }
    mailed = carriers.compactMap { $0.sent?.earliest }.min()
    if let name = identity.first(.fileName), let timex = VersionMoment.isoDay(name.value) {
      named = timex.earliest
      signs.append(
        Sign(
          kind: .dated, timex: timex, basis: .explicit, text: name.value, why: "file name says \(timex.edtf)")
      )
    }
    number = coverNumber ?? tableNumber ?? identity.first(.footerVersion).flatMap { VersionNumber($0.value) }
    if let first = signs.first {
      when = EventDate(
        timex: first.timex, basis: first.basis, kind: first.kind, text: first.text, why: signs.map(\.why))
    } else {
      when = .undated
    }
    why = signs.map(\.why)
    if signs.isEmpty {
      bound = dates(document.text).compactMap { mention -> CivilDate? in
        guard case .date(let reading) = mention.value, reading.basis == .explicit else { return nil }
        return reading.when.grain <= .month ? reading.when.earliest?.date : nil
      }.max()
      if let bound { why.append("says nothing of its own date; the newest day that it names is \(bound)") }
    }
    self.signs = signs
    if let number = identity.first(.coverVersion) {
      why.append("cover says “\(PlainLabel.line(number.value))”")
    }
  }

  /// Where the version before it has the same day: the first other sign of a later day. A copy that was published
  /// later keeps the signature of what it was made from.
  package func later(than day: CivilDate) -> EventDate? {
    guard [.signed, .dated].contains(when.kind), when.timex?.earliest?.date == day else { return nil }
    let sign = signs.first { sign in sign.timex.earliest.map { $0.date > day } ?? false }
    return sign.map {
      EventDate(
        timex: $0.timex, basis: $0.basis, kind: $0.kind, text: $0.text,
        why: ["the version before it has the same day, \(day): dated by another sign"] + signs.map(\.why))
    }
  }

  /// "v03_2019-04-12_d50be29c.md"
  private static func isoDay(_ text: String) -> Timex? {
    let bytes = Array(text.utf8)
    guard bytes.count >= 10 else { return nil }
    for start in 0...(bytes.count - 10) {
      let part = bytes[start..<(start + 10)]
      guard part[start + 4] == 0x2D, part[start + 7] == 0x2D, start == 0 || !Bytes.isDigit(bytes[start - 1]),
        let year = Int(String(decoding: part.prefix(4), as: UTF8.self)), (1900...2199).contains(year),
        let month = Int(String(decoding: part.dropFirst(5).prefix(2), as: UTF8.self)),
        let day = Int(String(decoding: part.suffix(2), as: UTF8.self)),
        let date = CivilDate(year: year, month: month, day: day)
      else { continue }
      return Timex(day: date)
    }
    return nil
  }

  /// Indices of versions, the oldest first: by day of the best sign; of one day by the first of these that all
  /// of that day have: when it was saved, its label, the day in its name, the mail that carried it. What nothing
  /// dates comes last, in the order of the labels.
  package static func order(_ moments: [VersionMoment]) -> [Int] {
    var days: [Int: [Int]] = [:]
    for (index, moment) in moments.enumerated() {
      let first = moment.when.timex?.earliest ?? moment.when.timex?.latest
      days[(first?.date ?? moment.bound)?.dayNumber ?? .max, default: []].append(index)
    }
    return days.keys.sorted().flatMap { settle(days[$0] ?? [], moments, keys[...]) }
  }

  private static let keys: [@Sendable (VersionMoment) -> [Int]?] = [
    { $0.saved.map { [$0.sortKey] } }, { $0.number?.parts }, { $0.named.map { [$0.sortKey] } },
    { $0.mailed.map { [$0.sortKey] } },
  ]

  private static func settle(
    _ group: [Int], _ moments: [VersionMoment], _ signs: ArraySlice<@Sendable (VersionMoment) -> [Int]?>
  ) -> [Int] {
    guard group.count > 1, let sign = signs.first else { return group }
    let keys = group.compactMap { index in sign(moments[index]).map { (index: index, key: $0) } }
    guard keys.count == group.count else { return settle(group, moments, signs.dropFirst()) }
    let sorted = keys.sorted {
      $0.key == $1.key ? $0.index < $1.index : $0.key.lexicographicallyPrecedes($1.key)
    }
    var result: [Int] = []
    var start = 0
    while start < sorted.count {
      var end = start + 1
      while end < sorted.count, sorted[end].key == sorted[start].key { end += 1 }
      result += settle(sorted[start..<end].map(\.index), moments, signs.dropFirst())
      start = end
    }
    return result
  }
}

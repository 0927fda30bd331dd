import DaybookCore

/// Reads the lines of a bundle's index: number, date, what it is.
///
/// Shape: "12   15 March 2022   Letter: Comments on the DPIA". Two entries may stand on one line of the text,
/// so an entry begins at its number, one more than the last, with a date behind it or at the start of a line.
struct BundleIndex {
  private(set) var entries: [IndexEntry] = []

  /// Words for kinds of papers. Sources: published indexes of FOI releases and court bundles.
  private static let kinds: [(word: String, kind: DocumentKind)] = [
    ("e-mail", .emailChain), ("email", .emailChain), ("mail", .emailChain), ("correspondence", .emailChain),
    ("letter", .letter), ("note", .note), ("minutes", .note), ("assessment", .dpia), ("dpia", .dpia),
    ("brief", .letter), ("courriel", .emailChain), ("lettre", .letter), ("e-mel", .emailChain),
    ("llythyr", .letter), ("correo", .emailChain), ("carta", .letter), ("lettera", .letter),
  ]
  private static let longestTitle = 200

  init(_ page: PageText, lines: Range<Int>, dates: HeaderDates) {
    var starts: [(offset: Int, number: Int, dateEnd: Int?)] = []
    var wanted = 1
    for line in lines where !page.lines[line].isSilent {
      let content = page.lines[line].text.content
      var index = content.lowerBound
      while index < content.upperBound {
        guard let token = BundleIndex.number(page.text, index, content.upperBound) else {
          index = BundleIndex.afterWord(page.text, index, content.upperBound)
          continue
        }
        let isLineStart = index == content.lowerBound
        let date = BundleIndex.date(page.text, token.end, content.upperBound)
        if token.value == wanted, isLineStart || date != nil {
          starts.append((index, wanted, date))
          wanted += 1
          index = date ?? token.end
        } else {
          index = BundleIndex.afterWord(page.text, index, content.upperBound)
        }
      }
    }
    let limit = lines.isEmpty ? 0 : page.lines[lines.upperBound - 1].text.content.upperBound
    for (index, start) in starts.enumerated() {
      let end = index + 1 < starts.count ? starts[index + 1].offset : limit
      guard start.offset < end else { continue }
      var from = start.offset
      while from < end, (0x30...0x39).contains(page.text[from]) || page.text[from] == UInt8(ascii: ".") {
        from += 1
      }
      var date: CivilDate?
      if let dateEnd = start.dateEnd, dateEnd <= end {
        date = dates.read(MailLine.cleaned(page.text[from..<dateEnd]), nil)?.earliest?.date
        if date != nil { from = dateEnd }
      }
      var title = MailLine.cleaned(page.text[from..<end].prefix(BundleIndex.longestTitle))
      var kind: DocumentKind?
      let lower = Fold.lower(title)
      for row in BundleIndex.kinds where lower.starts(with: row.word.utf8) {
        kind = row.kind
        let rest = title.dropFirst(row.word.utf8.count)
        if rest.first == UInt8(ascii: ":") { title = MailLine.cleaned(rest.dropFirst()) }
        break
      }
      entries.append(
        IndexEntry(
          number: start.number, date: date, title: String(decoding: title, as: UTF8.self), kind: kind,
          bytes: start.offset..<end, words: String(decoding: page.text[start.offset..<end], as: UTF8.self)))
    }
  }

  /// A number of one to four digits that stands by itself.
  private static func number(_ text: [UInt8], _ start: Int, _ limit: Int) -> (value: Int, end: Int)? {
    var end = start
    var value = 0
    while end < limit, end - start < 5, (0x30...0x39).contains(text[end]) {
      value = value * 10 + Int(text[end] - 0x30)
      end += 1
    }
    guard end > start, end - start < 5 else { return nil }
    if end < limit, text[end] == UInt8(ascii: ".") || text[end] == UInt8(ascii: ")") { end += 1 }
    guard end < limit, text[end] <= 0x20 else { return nil }
    return (value, end)
  }

  private static func afterWord(_ text: [UInt8], _ start: Int, _ limit: Int) -> Int {
    var index = start
    while index < limit, text[index] > 0x20 { index += 1 }
    while index < limit, text[index] <= 0x20 { index += 1 }
    return max(index, start + 1)
  }

  /// The end of a date of one to five words right behind a place: as soon as the words hold a day and a year.
  private static func date(_ text: [UInt8], _ start: Int, _ limit: Int) -> Int? {
    var index = start
    var last: Int?
    for _ in 0..<5 {
      while index < limit, text[index] <= 0x20 { index += 1 }
      guard index < limit else { break }
      while index < limit, text[index] > 0x20 { index += 1 }
      var begin = start
      while begin < index, text[begin] <= 0x20 { begin += 1 }
      if PageTop.isDate(Fold.lower(text[begin..<index])) || isShortDate(text[begin..<index]) {
        last = index
        break
      }
    }
    return last
  }

  /// "15/03/2022", "2022-03-15".
  private static func isShortDate(_ word: ArraySlice<UInt8>) -> Bool {
    guard (8...10).contains(word.count) else { return false }
    let parts = word.split { $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: ".") }
    return parts.count == 3
      && parts.allSatisfy { $0.count <= 4 && $0.allSatisfy { (0x30...0x39).contains($0) } }
  }
}

/// Which papers an index lists, by date and title.
struct IndexLookup {
  private struct Key: Hashable {
    var date: CivilDate
    var title: [UInt8]
  }

  /// How many papers of one date and title are still to come.
  private var listed: [Key: Int] = [:]

  mutating func add(_ entries: [IndexEntry]) {
    for entry in entries {
      if let date = entry.date {
        listed[Key(date: date, title: SubjectLine.folded(entry.title.utf8)), default: 0] += 1
      }
    }
  }

  /// Whether a paper that begins with this message is listed and has not come yet.
  func holds(_ header: MessageHeader) -> Bool {
    IndexLookup.key(header).map { listed[$0, default: 0] > 0 } ?? false
  }

  /// The paper has come.
  mutating func take(_ header: MessageHeader) {
    if let key = IndexLookup.key(header), let count = listed[key], count > 0 { listed[key] = count - 1 }
  }

  private static func key(_ header: MessageHeader) -> Key? {
    guard let date = header.sent?.earliest?.date, let subject = header.subject else { return nil }
    return Key(date: date, title: SubjectLine.folded(subject.utf8))
  }
}

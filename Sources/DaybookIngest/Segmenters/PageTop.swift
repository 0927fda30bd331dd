import DaybookCore

/// What a page shows to be: the first page of a paper that says what it is.
struct Sheet {
  var kind: DocumentKind
  var title: String?
  var evidence: BoundaryEvidence
}

/// The first lines of a page.
struct PageTop {
  let page: PageText
  /// Indices of the first lines with words.
  let lines: [Int]
  private let lowered: [[UInt8]]
  let isWholePage: Bool
  let end: Int

  init(_ page: PageText, page number: Int) {
    let end = number + 1 < page.pageStarts.count ? page.pageStarts[number + 1] : page.lines.count
    self.init(page, lines: page.pageStarts[number]..<end)
  }

  /// A page from one of its lines on.
  init(_ page: PageText, lines range: Range<Int>) {
    self.page = page
    end = range.upperBound
    var found: [Int] = []
    var index = range.lowerBound
    while index < end, found.count < 30 {
      if !page.lines[index].isSilent { found.append(index) }
      index += 1
    }
    lines = found
    lowered = found.map { Fold.lower(page.text[page.lines[$0].text.content]) }
    isWholePage = index == end
  }

  /// The words of a line, in lower case.
  func words(_ position: Int) -> [UInt8] { lowered[position] }

  func title(_ position: Int) -> String {
    String(decoding: MailLine.cleaned(page.text[page.lines[lines[position]].text.content]), as: UTF8.self)
  }

  func sheet(isFirst: Bool) -> Sheet? {
    if lines.isEmpty { return nil }
    if isWholePage, lines.count <= 2, isSeparator(words(0)) {
      return Sheet(kind: .separator, title: title(0), evidence: .init(.separatorSheet, title(0)))
    }
    if isIndex(words(0)) { return Sheet(kind: .index, title: title(0), evidence: .init(.title, title(0))) }
    // Before the titles: a letter's subject may name an assessment.
    if let letter = letter(isFirst: isFirst) { return letter }
    // "Subject: The DPIA" is the rest of a header that the page break cut.
    if let line = lines.indices.prefix(6).first(where: {
      isTitle(words($0), of: PaperMarkTable.dpia)
        && PrintedLabel(page.text, page.lines[lines[$0]].text.content) == nil
    }) {
      return Sheet(kind: .dpia, title: title(line), evidence: .init(.title, title(line)))
    }
    if PaperMarkTable.note.contains(where: { words(0).starts(with: $0.words.utf8) }), words(0).count <= 100,
      words(0).last != UInt8(ascii: ".")
    {
      return Sheet(kind: .note, title: title(0), evidence: .init(.title, title(0)))
    }
    return nil
  }

  private func isIndex(_ words: [UInt8]) -> Bool {
    words.count <= 60 && PaperMarkTable.index.contains { row in words.starts(with: row.words.utf8) }
  }

  /// "Document 12", "Annex A", "Tab 3b", and a short title below it at most.
  private func isSeparator(_ words: [UInt8]) -> Bool {
    guard
      let row = PaperMarkTable.separator.first(where: { words.starts(with: Array($0.words.utf8) + [0x20]) })
    else { return false }
    let label = words.dropFirst(row.words.utf8.count + 1)
    return (1...5).contains(label.count) && label.allSatisfy { $0 != 0x20 }
  }

  /// The mark, with no more than a few words around it: a title, not a sentence.
  private func isTitle(_ words: [UInt8], of rows: [PaperMarkTable.Row]) -> Bool {
    guard words.count <= 100, words.last != UInt8(ascii: "."), words.last != UInt8(ascii: ",") else {
      return false
    }
    return rows.contains { row in
      let mark = Array(row.words.utf8)
      guard words.count <= mark.count + 40 else { return false }
      if words.starts(with: mark) { return words.count == mark.count || !isLetter(words[mark.count]) }
      return words.count > mark.count && words.suffix(mark.count).elementsEqual(mark)
        && !isLetter(words[words.count - mark.count - 1])
        && words.count <= mark.count + 25
    }
  }

  /// A line that is a date, a salutation within the next lines, and a letterhead or nothing before them.
  private func letter(isFirst: Bool) -> Sheet? {
    guard let salutation = lines.indices.prefix(22).first(where: { isSalutation(words($0)) }),
      lines.indices.prefix(salutation + 3).contains(where: { PageTop.isDate(words($0)) })
    else { return nil }
    // A mail header is no letterhead.
    guard
      !lines.prefix(salutation).contains(where: {
        PrintedLabel(page.text, page.lines[$0].text.content)?.field == .from
      })
    else {
      return nil
    }
    // Above a salutation stand a letterhead, an address and references, no prose.
    guard lines.prefix(salutation).allSatisfy({ page.lines[$0].columns <= 75 }) else { return nil }
    let answers = lines.indices.contains { line in
      PaperMarkTable.answer.contains { contains(words(line), $0.words) }
    }
    let next = salutation + 1
    let subject =
      next < lines.count && page.lines[lines[next]].columns <= 80 && words(next).last != UInt8(ascii: ".")
        && words(next).last != UInt8(ascii: ",") ? title(next) : nil
    return Sheet(
      kind: isFirst && answers ? .coverLetter : .letter, title: subject,
      evidence: .init(.letterhead, title(salutation)))
  }

  private func isSalutation(_ words: [UInt8]) -> Bool {
    words.count <= 80 && PaperMarkTable.salutation.contains { words.starts(with: $0.words.utf8) }
  }

  /// Has the shape of a written date and nothing else: a year, a day, few words. What it means is for the
  /// reader of dates.
  static func isDate(_ line: [UInt8]) -> Bool {
    var words = line.split {
      $0 == 0x20 || $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: ".")
        || $0 == UInt8(ascii: "-")
    }
    if let first = words.first, first.elementsEqual("date:".utf8) || first.elementsEqual("dated".utf8) {
      words.removeFirst()
    }
    guard (3...5).contains(words.count), line.count <= 40 else { return false }
    let years = words.filter {
      $0.count == 4 && $0.allSatisfy(isDigit) && ($0.first == 0x31 || $0.first == 0x32)
    }
    let days = words.filter { (1...2).contains($0.prefix(while: isDigit).count) && $0.count <= 4 }
    return years.count == 1 && !days.isEmpty
      && words.allSatisfy { $0.count <= 11 && !$0.contains(UInt8(ascii: ":")) }
  }

  private func contains(_ line: [UInt8], _ words: String) -> Bool {
    let needle = Array(words.utf8)
    guard line.count >= needle.count else { return false }
    return (0...(line.count - needle.count)).contains {
      line[$0..<($0 + needle.count)].elementsEqual(needle)
    }
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
  private func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte) || byte >= 0x80 }
}

import DaybookCore

/// Title, date, version and sign-off of a paper, from its own words.
struct PaperDetails {
  private let page: PageText
  private let lines: Range<Int>
  private let dates: HeaderDates

  /// Lines with words at the head of a paper among which its date and its version stand.
  private static let headLines = 24

  init(_ page: PageText, lines: Range<Int>, dates: HeaderDates) {
    self.page = page
    self.lines = lines
    self.dates = dates
  }

  func write(into segment: inout Segment, firstMessage: PrintedMessage?) {
    switch segment.kind {
    case .emailChain:
      if let message = firstMessage, let sent = message.header.sent {
        segment.dates.append(
          DocumentDate(
            kind: .sent, when: sent, basis: .header, text: message.header.sentText ?? "",
            bytes: message.header.sentBytes))
      }
    case .letter, .coverLetter, .note, .other:
      if let date = datedLine() { segment.dates.append(date) }
      segment.version = version()
    case .dpia:
      segment.version = version()
      if let date = signOff() { segment.dates.append(date) }
      if let date = datedLine() { segment.dates.append(date) }
    default: break
    }
  }

  private func head() -> [Int] {
    var found: [Int] = []
    for line in lines where !page.lines[line].isSilent {
      found.append(line)
      if found.count == PaperDetails.headLines { break }
    }
    return found
  }

  /// The first line at the head that is a date and nothing else, or begins with the word for it.
  private func datedLine() -> DocumentDate? {
    for line in head() {
      let content = page.lines[line].text.content
      let words = Fold.lower(page.text[content])
      guard PageTop.isDate(words) || PaperDetails.dateLabels.contains(where: { words.starts(with: $0) }),
        let when = dates.read(Array(page.text[content]), nil), when.earliest != nil
      else { continue }
      return date(.dated, when, content)
    }
    return nil
  }

  private static let dateLabels: [[UInt8]] = ["date:", "dated ", "date of issue:", "datum:", "dyddiad:"].map {
    Array($0.utf8)
  }

  private func date(_ kind: DocumentDate.Kind, _ when: Timex, _ bytes: Range<Int>) -> DocumentDate {
    DocumentDate(
      kind: kind, when: when, basis: .explicit,
      text: String(decoding: MailLine.cleaned(page.text[bytes]), as: UTF8.self), bytes: bytes)
  }

  // MARK: - Version

  /// "Version 1.0", "v2.1", "Version: Draft 3" in a short line of the head.
  private func version() -> String? {
    for line in head() where page.lines[line].columns <= 80 {
      let words = Fold.lower(page.text[page.lines[line].text.content])
      if let label = PaperDetails.version(in: words) { return label }
    }
    return nil
  }

  static func version(in words: [UInt8]) -> String? {
    let parts = words.split {
      $0 == 0x20 || $0 == 0x09 || $0 == UInt8(ascii: ":") || $0 == UInt8(ascii: "(")
        || $0 == UInt8(ascii: ")")
    }
    for (index, part) in parts.enumerated() {
      let next = index + 1 < parts.count ? Array(parts[index + 1]) : []
      if versionWords.contains(Array(part)), isNumber(next) { return String(decoding: next, as: UTF8.self) }
      if part.first == UInt8(ascii: "v"), part.count > 1 {
        let rest = Array(part.dropFirst(part.dropFirst().first == UInt8(ascii: ".") ? 2 : 1))
        if isNumber(rest) { return String(decoding: rest, as: UTF8.self) }
      }
    }
    return nil
  }

  private static let versionWords: Set<[UInt8]> = Set(
    [
      "version", "fersiwn", "versión", "versione", "versie", "v", "v.", "ver", "ver.", "draft", "issue",
      "revision",
    ]
    .map { Array($0.utf8) })

  /// "1", "1.0", "2.1.3", "0.2a".
  private static func isNumber(_ word: [UInt8]) -> Bool {
    guard let first = word.first, (0x30...0x39).contains(first), word.count <= 8,
      let last = word.last, last != UInt8(ascii: ".")
    else { return false }
    // "Version 2022" is a year.
    let digits = word.prefix { (0x30...0x39).contains($0) }.count
    return digits <= 3
      && word.allSatisfy {
        (0x30...0x39).contains($0) || $0 == UInt8(ascii: ".") || (0x61...0x7A).contains($0)
      }
  }

  // MARK: - Sign-off

  private static let signOffHeads: [[UInt8]] = [
    "sign-off", "sign off", "signoff", "signed off", "approval", "sign-off and record outcomes", "signatures",
    "freigabe", "validation", "firma", "approbation", "goedkeuring", "cymeradwyo",
  ].map { Array($0.utf8) }
  private static let approvals: [[UInt8]] = [
    "approved", "signed", "senior responsible owner", "freigegeben", "approuvé", "aprobado", "approvato",
    "goedgekeurd", "cymeradwywyd",
  ].map { Array($0.utf8) }

  /// The date on a row of the sign-off section that says approved or signed; else the latest date there.
  private func signOff() -> DocumentDate? {
    guard let start = lines.last(where: { isSignOffHead($0) }) else { return nil }
    var best: (isApproval: Bool, when: Timex, bytes: Range<Int>)?
    var rows = 0
    for line in (start + 1)..<max(start + 1, lines.upperBound) where !page.lines[line].isSilent {
      rows += 1
      if rows > 40 { break }
      let content = page.lines[line].text.content
      guard page.text[content].contains(where: { (0x30...0x39).contains($0) }) else { continue }
      let words = Fold.lower(page.text[content])
      guard let when = dates.read(Array(page.text[content]), nil), let moment = when.earliest else {
        continue
      }
      let isApproval = PaperDetails.approvals.contains { BytePattern.contains(words, $0) }
      let isBetter =
        best.map { old in
          isApproval != old.isApproval
            ? isApproval : !isApproval && (old.when.earliest.map { $0 < moment } ?? true)
        } ?? true
      if isBetter { best = (isApproval, when, content) }
    }
    return best.map { date(.signed, $0.when, $0.bytes) }
  }

  private func isSignOffHead(_ line: Int) -> Bool {
    guard !page.lines[line].isSilent, page.lines[line].columns <= 60 else { return false }
    var words = Fold.lower(page.text[page.lines[line].text.content])[...]
    // "7. Sign-off", "Step 7: Sign off and record outcomes".
    if words.starts(with: "step ".utf8) { words = words.dropFirst(5) }
    while let first = words.first,
      (0x30...0x39).contains(first) || first == UInt8(ascii: ".") || first == 0x20
        || first == UInt8(ascii: ":")
    {
      words = words.dropFirst()
    }
    return PaperDetails.signOffHeads.contains { words.starts(with: $0) }
  }
}

/// Plain search for short words.
enum BytePattern {
  static func contains(_ text: [UInt8], _ word: [UInt8]) -> Bool {
    guard let first = word.first, text.count >= word.count else { return false }
    for start in 0...(text.count - word.count) where text[start] == first {
      if text[start..<(start + word.count)].elementsEqual(word) { return true }
    }
    return false
  }
}

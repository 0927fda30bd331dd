import DaybookCore

/// Names and addresses as mail programs print them: `Name <a@b>; Name2 [mailto:c@d]; e@f`.
///
/// Shape: one mailbox for each entry, in order; what is withheld is nil, so that a wholly withheld entry is a
/// mailbox without either part. Printed lists follow no grammar, so commas part entries only where both sides
/// can be one: "Smith, John <j@s>" is one.
enum AddressList {
  static func mailboxes(in text: some Collection<UInt8>) -> [MessageHeader.Mailbox] {
    entries(of: MailLine.cleaned(text)).map(mailbox(of:))
  }

  /// Name and address of one entry.
  static func mailbox(of entry: [UInt8]) -> MessageHeader.Mailbox {
    let parts = split(entry)
    let name = parts.name.flatMap { Withheld.remainder(of: unquoted($0)) }.map(unquoted)
    let address = parts.address.flatMap { Withheld.remainder(of: $0) }
    var mailbox = MessageHeader.Mailbox(
      name: name.map { String(decoding: $0, as: UTF8.self) },
      address: address.map { String(decoding: $0, as: UTF8.self) })
    // `a@b ([s.40(2)])`: what is left of it is no name.
    if mailbox.address == nil, let name, isBareAddress(name) {
      (mailbox.name, mailbox.address) = (nil, mailbox.name)
    }
    if mailbox.name == mailbox.address { mailbox.name = nil }
    if mailbox.name?.isEmpty == true { mailbox.name = nil }
    return mailbox
  }

  // MARK: - Entries

  private static func entries(of line: [UInt8]) -> [[UInt8]] {
    let bySemicolon = pieces(of: line, at: UInt8(ascii: ";"))
    if bySemicolon.count > 1 { return bySemicolon }
    var entries: [[UInt8]] = []
    var open: [UInt8] = []
    for piece in pieces(of: line, at: UInt8(ascii: ",")) {
      if open.isEmpty {
        open = piece
      } else if canStandAlone(open), canStandAlone(piece) {
        entries.append(open)
        open = piece
      } else {
        open += [UInt8(ascii: ","), 0x20] + piece
        // "Smith, John": two halves make one, a third begins the next.
        if !isClosed(open), !piece.contains(UInt8(ascii: "@")) {
          entries.append(open)
          open = []
        }
      }
      if isClosed(open) {
        entries.append(open)
        open = []
      }
    }
    if !open.isEmpty { entries.append(open) }
    return entries
  }

  private static func isClosed(_ entry: [UInt8]) -> Bool {
    entry.last == UInt8(ascii: ">") || (entry.last == UInt8(ascii: "]") && entry.count > 1)
  }

  /// Two words, or an address: a surname or a first name alone is half an entry.
  private static func canStandAlone(_ piece: [UInt8]) -> Bool {
    piece.contains(UInt8(ascii: "@")) || piece.contains(0x20) || Withheld.remainder(of: piece) == nil
  }

  /// Cut at a separator outside quotes and brackets; empty pieces are no entries.
  private static func pieces(of line: [UInt8], at separator: UInt8) -> [[UInt8]] {
    var pieces: [[UInt8]] = []
    var start = 0
    var depth = 0
    var isQuoted = false
    for (index, byte) in line.enumerated() {
      switch byte {
      case UInt8(ascii: "\""): isQuoted.toggle()
      case UInt8(ascii: "<"), UInt8(ascii: "["), UInt8(ascii: "("): depth += 1
      case UInt8(ascii: ">"), UInt8(ascii: "]"), UInt8(ascii: ")"): depth = max(0, depth - 1)
      case separator where depth == 0 && !isQuoted:
        pieces.append(MailLine.cleaned(line[start..<index]))
        start = index + 1
      default: break
      }
    }
    pieces.append(MailLine.cleaned(line[start...]))
    return pieces.filter { !$0.isEmpty }
  }

  // MARK: - One entry

  private static func split(_ entry: [UInt8]) -> (name: [UInt8]?, address: [UInt8]?) {
    if let scheme = mailto(entry),
      let open = entry[..<scheme].lastIndex(where: { $0 == UInt8(ascii: "[") || $0 == UInt8(ascii: "<") })
    {
      let inside = entry[(scheme + 7)...].prefix { $0 != UInt8(ascii: "]") && $0 != UInt8(ascii: ">") }.filter
      { $0 != 0x20 }
      return (MailLine.cleaned(entry[..<open]), inside.contains(UInt8(ascii: "@")) ? inside : nil)
    }
    for (opening, closing) in [
      (UInt8(ascii: "<"), UInt8(ascii: ">")), (UInt8(ascii: "["), UInt8(ascii: "]")),
      (UInt8(ascii: "("), UInt8(ascii: ")")),
    ] {
      guard let open = entry.lastIndex(of: opening),
        let close = entry[open...].firstIndex(of: closing)
          ?? (opening == UInt8(ascii: "<") ? entry.endIndex : nil)
      else { continue }
      let inside = withoutScheme(plain(entry[(open + 1)..<close]).filter { $0 != 0x20 })
      let isAddress = inside.contains(UInt8(ascii: "@")) && inside.count > 2
      // `Name [mailto: ]`, `Name [██]`: the address was under a box.
      let isMark =
        inside.isEmpty || inside.allSatisfy { $0 == 0xE2 || $0 == 0x96 || $0 == 0x88 }
        || opening == UInt8(ascii: "<") && Withheld.remainder(of: entry[(open + 1)..<close]) == nil
      if isAddress || isMark {
        let before = MailLine.cleaned(entry[..<open])
        let name = before.isEmpty && close < entry.count ? MailLine.cleaned(entry[(close + 1)...]) : before
        return (name, isAddress ? inside : nil)
      }
      // `Name <[s.40(2)]>`: the mark is inside both brackets.
      if opening == UInt8(ascii: "["), Withheld.remainder(of: entry[open...close]) == nil { break }
    }
    if let angle = entry.firstIndex(of: UInt8(ascii: "<")),
      Withheld.remainder(of: entry[(angle + 1)...]) == nil
    {
      return (MailLine.cleaned(entry[..<angle]), nil)
    }
    // `a@b (Name)`: the name is a comment, as in RFC 822.
    if entry.last == UInt8(ascii: ")"), let open = entry.lastIndex(of: UInt8(ascii: "(")), open > 0 {
      let before = plain(MailLine.cleaned(entry[..<open]))
      let inside = MailLine.cleaned(entry[(open + 1)..<(entry.count - 1)])
      if isBareAddress(withoutScheme(before)) { return (inside, withoutScheme(before)) }
      if Withheld.remainder(of: before) == nil, Withheld.remainder(of: inside) == inside {
        return (inside, nil)
      }
    }
    let bare = withoutScheme(plain(entry))
    return isBareAddress(bare) ? (nil, unquoted(bare)) : (entry, nil)
  }

  /// Where `mailto:` stands, in any case.
  private static func mailto(_ entry: [UInt8]) -> Int? {
    let scheme = Array("mailto:".utf8)
    guard entry.count >= scheme.count else { return nil }
    return (0...(entry.count - scheme.count)).first { start in
      zip(entry[start...], scheme).allSatisfy { $0 == $1 || $0 | 0x20 == $1 }
    }
  }

  /// "jane.doe at example.org", as archives of mailing lists print it: one word, " at ", one word with a dot.
  private static func plain(_ text: some Collection<UInt8>) -> [UInt8] {
    let words = MailLine.cleaned(text).split(separator: 0x20)
    guard words.count == 3, words[1].elementsEqual("at".utf8), !words[0].contains(UInt8(ascii: "@")),
      words[2].dropLast().contains(UInt8(ascii: ".")), !words[2].contains(UInt8(ascii: "@"))
    else { return Array(text) }
    return Array(words[0]) + [UInt8(ascii: "@")] + words[2]
  }

  private static func isBareAddress(_ text: [UInt8]) -> Bool {
    text.contains(UInt8(ascii: "@")) && !text.contains(0x20) && text.first != UInt8(ascii: "@")
      && text.last != UInt8(ascii: "@")
  }

  private static func withoutScheme(_ text: [UInt8]) -> [UInt8] {
    let scheme = Array("mailto:".utf8)
    guard text.count >= scheme.count, zip(text, scheme).allSatisfy({ $0 | 0x20 == $1 | 0x20 }) else {
      return text
    }
    return Array(text.dropFirst(scheme.count))
  }

  private static func unquoted(_ text: [UInt8]) -> [UInt8] {
    var text = text[...]
    while let first = text.first, text.count > 1, first == UInt8(ascii: "\"") || first == UInt8(ascii: "'"),
      text.last == first
    {
      text = text.dropFirst().dropLast()
    }
    return MailLine.cleaned(text)
  }
}

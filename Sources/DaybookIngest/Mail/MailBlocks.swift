import DaybookCore

/// Paragraphs, list entries, quotations and the signature of a plain-text body.
///
/// Shape: blocks in order, none overlapping, each without the line break at its end; blank lines belong to
/// none. Quotation goes by `>` marks, whose number is the block's level; the block begins behind the marks of
/// its first line, those of its other lines stay in it. A signature is what follows "-- " (RFC 3676 section
/// 4.3), or a closing phrase on a line of its own with the short lines below it.
struct MailBlocks {
  private(set) var blocks: [Block] = []
  private let text: [UInt8]
  /// The paragraph being read: its kind, where it began, and where its last line ended.
  private var open: (kind: Block.Kind, level: Int, start: Int, end: Int)?
  private var isSignature = false
  /// Paragraphs begun, and blank lines seen in a row, since the signature began.
  private var signatureParagraphs = 0
  private var blanks = 0

  init(of text: [UInt8], in range: Range<Int>) {
    self.text = text
    var headers = PrintedHeader.ranges(in: text, range)[...]
    var position = range.lowerBound
    while position < range.upperBound {
      let line = QuotedLine(text, at: position, limit: range.upperBound)
      while let header = headers.first, header.upperBound <= line.content.lowerBound {
        headers = headers.dropFirst()
      }
      if let header = headers.first, header.lowerBound < line.content.upperBound {
        takeHeader(header, line)
      } else {
        take(line)
      }
      position = line.next
    }
    close()
  }

  /// Labels and values of an older message's header are nobody's sentences.
  private mutating func takeHeader(_ header: Range<Int>, _ line: QuotedLine) {
    isSignature = false
    guard open?.kind != .messageHeader else { return }
    close()
    open = (.messageHeader, line.quotes, header.lowerBound, header.upperBound)
  }

  private mutating func take(_ line: QuotedLine) {
    if open?.kind == .messageHeader { close() }
    guard !line.isBlank else {
      close()
      blanks += 1
      return
    }
    defer { blanks = 0 }
    if line.quotes > 0 {
      isSignature = false
      if let open, open.kind == .quoted, open.level == line.quotes, !line.startsListItem(in: text) {
        self.open?.end = line.content.upperBound
      } else {
        begin(.quoted, level: line.quotes, at: line.content)
      }
      return
    }
    if text[line.content].elementsEqual([0x2D, 0x2D]) || SignOffTable.matches(text[line.content]) {
      isSignature = true
      signatureParagraphs = 0
    } else if isSignature {
      if open == nil { signatureParagraphs += 1 }
      // Name, office, disclaimer: behind a wide gap, a long line or a third paragraph stands something else,
      // such as quoted mail.
      if blanks > 2 || signatureParagraphs > 2 || line.content.count > 90
        || Separator.matches(text[line.content])
        || PrintedLabel(text, line.content)?.field == .from
      {
        close()
        isSignature = false
      }
    }
    let kind: Block.Kind = isSignature ? .signature : line.startsListItem(in: text) ? .listItem : .paragraph
    if let open, open.level == 0,
      kind == open.kind && kind != .listItem || (open.kind == .listItem && kind == .paragraph)
    {
      self.open?.end = line.content.upperBound
    } else {
      begin(kind, level: kind == .listItem ? 1 : 0, at: line.content)
    }
  }

  private mutating func begin(_ kind: Block.Kind, level: Int, at line: Range<Int>) {
    close()
    open = (kind, level, line.lowerBound, line.upperBound)
  }

  private mutating func close() {
    if let open { blocks.append(Block(open.kind, open.start..<open.end, level: open.level)) }
    open = nil
  }
}

/// Phrases that close a letter or a message, in lower case and without their comma.
enum SignOffTable {
  static func matches(_ line: ArraySlice<UInt8>) -> Bool {
    guard line.count <= 40 else { return false }
    var words = line
    while let last = words.last, last == UInt8(ascii: ",") || last == 0x20 { words = words.dropLast() }
    return phrases.contains(String(decoding: words, as: UTF8.self).lowercased())
  }

  /// Sources: Debrett's on letters (English); Duden, Briefschlussformeln (German); Académie d'Orléans-Tours
  /// (French); BydTermCymru (Welsh).
  private static let phrases: Set<String> = [
    "regards", "kind regards", "best regards", "warm regards", "with kind regards", "kindest regards",
    "best wishes", "with best wishes",
    "best", "many thanks", "thanks", "thank you", "with thanks", "cheers", "yours sincerely",
    "yours faithfully", "yours truly", "yours",
    "sincerely", "mit freundlichen grüßen", "mit freundlichem gruß", "freundliche grüße", "viele grüße",
    "beste grüße", "cordialement",
    "bien cordialement", "salutations distinguées", "cofion", "cofion gorau", "yn gywir",
    "yr eiddoch yn gywir", "saludos",
    "un saludo", "atentamente", "saluti", "cordiali saluti", "distinti saluti", "met vriendelijke groet",
    "vriendelijke groet",
  ]
}

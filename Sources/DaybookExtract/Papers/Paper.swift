import DaybookCore

/// A document, or a part of it that is a paper of its own: the frame in which "we", "you" and "today" are
/// read.
struct Paper: Sendable {
  /// All of it, with what it quotes.
  var bytes: Range<Int>
  var kind: DocumentKind
  var header: MessageHeader?
  var title: String?
  /// When its words were written, and how that is known.
  var written: DocumentDate?
  /// Who writes: bodies first.
  var authors: [PartyReading] = []
  /// To whom.
  var addressees: [PartyReading] = []
  /// Copied in.
  var copied: [PartyReading] = []

  /// Whether it is written by one party to another.
  var isCorrespondence: Bool {
    switch kind {
    case .message, .emailChain, .letter, .coverLetter: true
    default: header?.from.isEmpty == false
    }
  }

  var isMessage: Bool { header?.from.isEmpty == false || header?.sent != nil || header?.sentText != nil }

  /// "message of 9 February 2022 10:14"; nil where nothing is known.
  var context: String? {
    guard isMessage || kind != .other, let when = written?.when else { return nil }
    return "\(isMessage ? "message" : kind.rawValue) of \(when.edtf)"
  }
}

/// Which paper each byte of a document belongs to: the innermost one.
struct PaperMap: Sendable {
  var papers: [Paper]
  /// Starts of stretches that belong to one paper, ascending, with its index.
  private var starts: [Int] = []
  private var owners: [Int] = []

  init(_ document: Document) {
    papers = [
      Paper(
        bytes: 0..<document.text.count, kind: document.kind, header: document.header, title: document.title,
        written: PaperMap.written(header: document.header, dates: document.dates, segment: false))
    ]
    let segments = document.segments.sorted {
      ($0.bytes.lowerBound, -$0.bytes.upperBound) < ($1.bytes.lowerBound, -$1.bytes.upperBound)
    }
    starts = [0]
    owners = [0]
    var open: [(end: Int, paper: Int)] = [(document.text.count, 0)]
    func note(_ start: Int, _ owner: Int) {
      if starts.last == start {
        owners[owners.count - 1] = owner
      } else {
        starts.append(start)
        owners.append(owner)
      }
    }
    for segment in segments {
      while open.count > 1, let last = open.last, last.end <= segment.bytes.lowerBound {
        open.removeLast()
        note(last.end, open[open.count - 1].paper)
      }
      papers.append(
        Paper(
          bytes: segment.bytes, kind: segment.kind, header: segment.header,
          title: segment.title ?? segment.header?.subject,
          written: PaperMap.written(header: segment.header, dates: segment.dates, segment: true)))
      note(segment.bytes.lowerBound, papers.count - 1)
      open.append((segment.bytes.upperBound, papers.count - 1))
    }
    while open.count > 1 {
      let last = open.removeLast()
      note(last.end, open[open.count - 1].paper)
    }
  }

  /// Index of the paper that a byte belongs to. `hint` is the stretch of the last question: asking in order
  /// costs nothing.
  func owner(of byte: Int, hint: inout Int) -> Int {
    while hint > 0, starts[hint] > byte { hint -= 1 }
    while hint + 1 < starts.count, starts[hint + 1] <= byte { hint += 1 }
    return owners[hint]
  }

  /// The date that a paper bears: its header's, else a sent, dated or published one that it states.
  private static func written(header: MessageHeader?, dates: [DocumentDate], segment: Bool) -> DocumentDate? {
    if let header, let sent = header.sent {
      return DocumentDate(
        kind: .sent, when: sent, basis: .header, text: header.sentText ?? "", bytes: header.bytes)
    }
    for kind in [DocumentDate.Kind.sent, .dated, .published] {
      if let date = dates.first(where: { $0.kind == kind }) { return date }
    }
    return nil
  }
}

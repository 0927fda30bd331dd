import DaybookCore

/// Weaves the paragraphs of an op's old and new side into one run of paragraphs with marks.
///
/// Exact by construction: a byte that lies in a paragraph of both sides is kept, one of OLD alone is deleted,
/// one of NEW alone inserted; so is the end of a paragraph. What is marked as kept or inserted therefore reads
/// as NEW, and what is kept or deleted as OLD.
struct RedlineWeaver {
  struct Side {
    let text: [UInt8]
    let paragraphs: [(bytes: Range<Int>, style: RedlineStyle)]
  }

  private let old: Side
  private let new: Side
  private var atOld = 0
  private var atNew = 0
  private var open = RedlineParagraph()
  private var done: [RedlineParagraph] = []

  static func weave(_ old: Side, _ new: Side, _ words: [WordOp]) -> [RedlineParagraph] {
    var weaver = RedlineWeaver(old: old, new: new)
    for word in words {
      if word.kind == .equal {
        weaver.addKept(word.old, word.new)
      } else {
        weaver.addOne(word.old, isOld: true)
        weaver.addOne(word.new, isOld: false)
      }
    }
    return weaver.finish()
  }

  private init(old: Side, new: Side) {
    self.old = old
    self.new = new
  }

  private func paragraph(_ place: Int, _ side: Side, from start: Int) -> (index: Int?, until: Int) {
    var index = start
    while index < side.paragraphs.count, side.paragraphs[index].bytes.upperBound <= place { index += 1 }
    guard index < side.paragraphs.count else { return (nil, .max) }
    let bytes = side.paragraphs[index].bytes
    return place < bytes.lowerBound ? (nil, bytes.lowerBound) : (index, bytes.upperBound)
  }

  private mutating func addKept(_ oldBytes: Range<Int>, _ newBytes: Range<Int>) {
    var (a, b) = (oldBytes.lowerBound, newBytes.lowerBound)
    while a < oldBytes.upperBound, b < newBytes.upperBound {
      let inOld = paragraph(a, old, from: atOld)
      let inNew = paragraph(b, new, from: atNew)
      let step = min(
        inOld.until == .max ? .max : inOld.until - a, inNew.until == .max ? .max : inNew.until - b,
        oldBytes.upperBound - a, newBytes.upperBound - b)
      turn(to: inOld.index, inNew.index)
      switch (inOld.index, inNew.index) {
      case (_?, let index?): add(.kept, new.text[b..<(b + step)], new.paragraphs[index].style)
      case (let index?, nil): add(.deleted, old.text[a..<(a + step)], old.paragraphs[index].style)
      case (nil, let index?): add(.inserted, new.text[b..<(b + step)], new.paragraphs[index].style)
      case (nil, nil): break
      }
      a += step
      b += step
    }
  }

  private mutating func addOne(_ bytes: Range<Int>, isOld: Bool) {
    let side = isOld ? old : new
    var place = bytes.lowerBound
    while place < bytes.upperBound {
      let found = paragraph(place, side, from: isOld ? atOld : atNew)
      let end = min(found.until, bytes.upperBound)
      if let index = found.index {
        turn(to: isOld ? index : nil, isOld ? nil : index)
        add(isOld ? .deleted : .inserted, side.text[place..<end], side.paragraphs[index].style)
      }
      place = end
    }
  }

  /// Ends paragraphs until the ones that come next are reached.
  private mutating func turn(to nextOld: Int?, _ nextNew: Int?) {
    while true {
      let endsOld = nextOld.map { $0 > atOld } ?? false
      let endsNew = nextNew.map { $0 > atNew } ?? false
      if endsOld, endsNew {
        close(.kept)
      } else if endsOld {
        close(.deleted)
      } else if endsNew {
        close(.inserted)
      } else {
        return
      }
    }
  }

  private mutating func close(_ mark: RedlineMark) {
    open.mark = mark
    let oldStyle = atOld < old.paragraphs.count ? old.paragraphs[atOld].style : nil
    let newStyle = atNew < new.paragraphs.count ? new.paragraphs[atNew].style : nil
    switch mark {
    case .kept:
      open.style = newStyle ?? oldStyle ?? RedlineStyle()
      if let oldStyle, newStyle != nil, oldStyle != newStyle { open.oldStyle = oldStyle }
    case .deleted, .movedFrom: open.style = oldStyle ?? newStyle ?? RedlineStyle()
    case .inserted, .movedTo: open.style = newStyle ?? oldStyle ?? RedlineStyle()
    }
    done.append(open)
    open = RedlineParagraph()
    if mark.isInOld { atOld += 1 }
    if mark.isInNew { atNew += 1 }
  }

  private mutating func add(_ mark: RedlineMark, _ bytes: ArraySlice<UInt8>, _ style: RedlineStyle) {
    let text = RedlineWeaver.plain(bytes, style)
    if text.isEmpty { return }
    if let last = open.runs.last, last.mark == mark {
      open.runs[open.runs.count - 1].text += text
    } else {
      open.runs.append(RedlineRun(mark: mark, text: text))
    }
  }

  /// Breaks of a line inside a paragraph mean nothing but in office files and listings.
  private static func plain(_ bytes: ArraySlice<UInt8>, _ style: RedlineStyle) -> String {
    if style.keepsLines { return String(decoding: bytes, as: UTF8.self) }
    var kept: [UInt8] = []
    kept.reserveCapacity(bytes.count)
    for byte in bytes {
      if byte == 0x20 || (0x09...0x0D).contains(byte) {
        if kept.last != 0x20 { kept.append(0x20) }
      } else {
        kept.append(byte)
      }
    }
    return String(decoding: kept, as: UTF8.self)
  }

  private mutating func finish() -> [RedlineParagraph] {
    // The last paragraph of either side ends together.
    let lastOld = max(old.paragraphs.count - 1, 0)
    let lastNew = max(new.paragraphs.count - 1, 0)
    turn(to: lastOld, lastNew)
    close(.kept)
    return done.map(RedlineWeaver.settled)
  }

  /// White space that only turned into other white space is no change.
  private static func settled(_ paragraph: RedlineParagraph) -> RedlineParagraph {
    var paragraph = paragraph
    var runs: [RedlineRun] = []
    for run in paragraph.runs {
      if let last = runs.last, last.text == run.text, last.text == " ",
        last.mark == .deleted && run.mark == .inserted || last.mark == .inserted && run.mark == .deleted
      {
        runs[runs.count - 1].mark = .kept
      } else if let last = runs.last, last.mark == run.mark {
        runs[runs.count - 1].text += run.text
      } else {
        runs.append(run)
      }
    }
    paragraph.runs = runs
    return paragraph
  }
}

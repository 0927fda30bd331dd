import DaybookCore

/// Words read from a picture → the lines of a page, in the form in which a text layer gives them.
///
/// Shape: boxes count in tenths of a point from the top left corner of the page as it was read: upright and
/// straight. Letter sizes are settled for the page, since boxes of words vary with their letters.
struct OCRLayout {
  private let scale: Double
  /// Black boxes in dots: what was read inside them is noise, and lines are cut at them.
  private let boxes: [(left: Int, top: Int, right: Int, bottom: Int)]
  private(set) var text: [UInt8] = []
  private(set) var lines: [PageLayout.Line] = []
  private(set) var words: [PageLayout.Word] = []

  init(_ reading: OCRReading) {
    scale = 720 / Double(max(1, reading.picture.resolution))
    boxes = reading.picture.blackBoxes
    var line: [OCREngine.Word] = []
    let typical = OCRLayout.typicalHeight(reading.words)
    for word in reading.words {
      if word.beginsLine, !line.isEmpty {
        add(line, typical: typical)
        line = []
      }
      if !isInBox(word) { line.append(word) }
    }
    if !line.isEmpty { add(line, typical: typical) }
  }

  private func isInBox(_ word: OCREngine.Word) -> Bool {
    let (x, y) = ((word.left + word.right) / 2, (word.top + word.bottom) / 2)
    return boxes.contains { $0.left <= x && x <= $0.right && $0.top <= y && y <= $0.bottom }
  }

  private func isBox(between last: OCREngine.Word, _ next: OCREngine.Word) -> Bool {
    let y = (next.top + next.bottom) / 2
    return boxes.contains {
      let middle = ($0.left + $0.right) / 2
      return $0.top <= y && y <= $0.bottom && last.right - 8 <= middle && middle <= next.left + 8
    }
  }

  /// How far most words rise above their baseline, in dots.
  private static func typicalHeight(_ words: [OCREngine.Word]) -> Int {
    let heights = words.compactMap(rise).sorted()
    return heights.isEmpty ? 25 : heights[heights.count / 2]
  }

  /// From the baseline to the top of a capital, a figure or a long letter; nil for a word that has none: letters
  /// without one say nothing of the size, and tails below the line must not count.
  private static func rise(_ word: OCREngine.Word) -> Int? {
    let long = Array("bdfhklABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789".utf8)
    guard word.text.contains(where: long.contains), word.baseline > word.top else { return nil }
    return word.baseline - word.top
  }

  private mutating func add(_ line: [OCREngine.Word], typical: Int) {
    let heights = line.compactMap(OCRLayout.rise).sorted()
    let own = heights.isEmpty ? typical : heights[heights.count / 2]
    // What differs by no more than the dots' own roughness is of the page's usual size.
    let height = abs(own - typical) * 100 <= typical * 11 ? typical : own
    // Capitals have 0.72 of their letter's size in the usual faces.
    let size = tenths(height) * 100 / 72
    let letterSize = max(40, size)
    var piece: [OCREngine.Word] = []
    for word in line {
      // Two letters' room and more: another column or cell.
      if let last = piece.last, tenths(word.left - last.right) > letterSize * 2 || isBox(between: last, word)
      {
        addPiece(piece, size: letterSize)
        piece = []
      }
      piece.append(word)
    }
    if !piece.isEmpty { addPiece(piece, size: letterSize) }
  }

  private mutating func addPiece(_ piece: [OCREngine.Word], size: Int) {
    let start = text.count
    for word in piece {
      if text.count > start { text.append(0x20) }
      let begin = text.count
      text += word.text
      words.append(
        PageLayout.Word(
          bytes: begin..<text.count,
          box: PageBox(
            left: tenths(word.left), top: tenths(word.top), right: tenths(word.right),
            bottom: tenths(word.bottom)),
          confidence: Int(word.confidence.rounded())))
    }
    let baselines = piece.map(\.baseline).sorted()
    let baseline = tenths(baselines[baselines.count / 2])
    let box = PageBox(
      left: tenths(piece.map(\.left).min() ?? 0), top: baseline - size * 8 / 10,
      right: tenths(piece.map(\.right).max() ?? 0), bottom: baseline + size * 2 / 10)
    lines.append(PageLayout.Line(bytes: start..<text.count, box: box, size: size, index: lines.count))
  }

  private func tenths(_ dots: Int) -> Int { Int((Double(dots) * scale).rounded()) }
}

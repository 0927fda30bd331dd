import CPoppler
import DaybookCore

/// Reads one page into lines.
struct PDFPageReader {
  /// Which scalars of the page nobody sees; empty where all are seen.
  typealias HiddenScalars = [Bool]

  private var text: [UInt8] = []
  private var lines: [PageLayout.Line] = []
  private var hidden: [PageLayout.Hidden] = []
  private var grids: [PageGrid] = []
  private var boxes: [PageBox] = []

  /// Fills in lines and hidden words.
  ///
  /// A line that runs through the drawn lines of a table is cut at them, and one that runs past `boxes` at those.
  static func read(
    _ source: PDFPageText, hidden isHidden: HiddenScalars, grids: [PageGrid] = [], boxes: [PageBox] = [],
    into layout: inout PageLayout
  ) {
    var reader = PDFPageReader()
    reader.grids = grids
    reader.boxes = boxes
    reader.text.reserveCapacity(source.byteCount)
    reader.readLines(of: source, hidden: isHidden)
    if !isUTF8(reader.text) { reader.repair() }
    layout.text = reader.text
    layout.lines = reader.lines
    layout.hidden = reader.hidden
  }

  private mutating func readLines(of source: PDFPageText, hidden isHidden: HiddenScalars) {
    let bytes = source.bytes
    let fonts = source.fonts
    var font = 0
    var (offset, scalar, index) = (0, 0, 0)
    while offset < bytes.count {
      let (lineStart, firstScalar) = (offset, scalar)
      while offset < bytes.count, bytes[offset] != 0x0A {
        if bytes[offset] & 0xC0 != 0x80 { scalar += 1 }
        offset += 1
      }
      while font < fonts.count, fonts[font].end <= firstScalar { font += 1 }
      let scalars = firstScalar..<scalar
      if isHidden.isEmpty || !isHidden[scalars.clamped(to: 0..<isHidden.count)].contains(true) {
        appendPieces(bytes[lineStart..<offset], scalars: scalars, font: font, index: index, of: source)
      } else {
        appendSeen(
          UnsafeBufferPointer(rebasing: bytes[lineStart..<offset]), scalars: scalars, font: font,
          index: index,
          of: source, hidden: isHidden)
      }
      offset += 1
      scalar += 1
      index += 1
    }
  }

  /// A line as the library gives it may run two cells of a table together, "v1" and "14 February" as "v114
  /// February": it is cut wherever letters that no space divides stand clearly apart.
  private mutating func appendPieces(
    _ bytes: Slice<UnsafeBufferPointer<UInt8>>, scalars: Range<Int>, font: Int, index: Int,
    of source: PDFPageText
  ) {
    let grid = grid(of: scalars, source)
    let near = boxesBeside(scalars, source)
    if grid == nil, near.isEmpty {
      appendPlainPieces(bytes, scalars: scalars, font: font, index: index, of: source)
      return
    }
    var (pieceStart, firstScalar) = (bytes.startIndex, scalars.lowerBound)
    var scalar = scalars.lowerBound - 1
    var column: Int?
    for place in bytes.indices where bytes[place] & 0xC0 != 0x80 {
      scalar += 1
      if bytes[place] == 0x20 { continue }
      let before = column
      if let grid, let box = source.box(scalar) { column = grid.cell(of: box)?.column }
      guard scalar > firstScalar,
        before != column && place > bytes.startIndex || bytes[place - 1] != 0x20 && source.isApart(scalar)
          || isBehind(near, scalar, firstScalar, of: source)
      else { continue }
      append(bytes[pieceStart..<place], scalars: firstScalar..<scalar, font: font, index: index, of: source)
      (pieceStart, firstScalar) = (place, scalar)
    }
    append(
      bytes[pieceStart..<bytes.endIndex], scalars: firstScalar..<scalars.upperBound, font: font, index: index,
      of: source)
  }

  /// The same where the page has neither tables nor boxes, which is nearly always: every letter comes through here.
  private mutating func appendPlainPieces(
    _ bytes: Slice<UnsafeBufferPointer<UInt8>>, scalars: Range<Int>, font: Int, index: Int,
    of source: PDFPageText
  ) {
    let (start, end) = (bytes.startIndex, bytes.endIndex)
    let text = bytes.base
    var (pieceStart, firstScalar) = (start, scalars.lowerBound)
    var scalar = scalars.lowerBound - 1
    var place = start
    var before: UInt8 = 0
    while place < end {
      let byte = text[place]
      if byte & 0xC0 != 0x80 {
        scalar += 1
        if byte != 0x20, before != 0x20, scalar > firstScalar, source.isApart(scalar) {
          append(
            bytes[pieceStart..<place], scalars: firstScalar..<scalar, font: font, index: index, of: source)
          (pieceStart, firstScalar) = (place, scalar)
        }
      }
      before = byte
      place += 1
    }
    append(
      bytes[pieceStart..<end], scalars: firstScalar..<scalars.upperBound, font: font, index: index,
      of: source)
  }

  /// The boxes at the height of a line.
  private func boxesBeside(_ scalars: Range<Int>, _ source: PDFPageText) -> [PageBox] {
    guard !boxes.isEmpty, let line = source.box(scalars) else { return [] }
    return boxes.filter { $0.top <= line.bottom && $0.bottom >= line.top }
  }

  /// Whether a box stands between a letter and the one before it on its line.
  private func isBehind(_ boxes: [PageBox], _ scalar: Int, _ first: Int, of source: PDFPageText) -> Bool {
    guard !boxes.isEmpty, let this = source.box(scalar) else { return false }
    var before = scalar - 1
    while before > first, let box = source.box(before), box.right > this.left || box.width < 5 { before -= 1 }
    guard let last = source.box(before) else { return false }
    let middle = (this.top + this.bottom) / 2
    return boxes.contains { box in
      let centre = box.left + box.width / 2
      return box.top <= middle && middle <= box.bottom && box.left >= last.left
        && box.right <= this.right + 10
        && centre > last.right - 10 && centre < this.left + 10
    }
  }

  /// The drawn table that a line stands in.
  private func grid(of scalars: Range<Int>, _ source: PDFPageText) -> PageGrid? {
    guard !grids.isEmpty, let box = source.box(scalars) else { return nil }
    let y = (box.top + box.bottom) / 2
    return grids.first { grid in
      grid.cell(x: (grid.columns[0] + grid.columns[1]) / 2, y: y) != nil && box.left < grid.columns.last ?? 0
        && box.right > grid.columns[0]
    }
  }

  private mutating func append(
    _ bytes: Slice<UnsafeBufferPointer<UInt8>>, scalars: Range<Int>, font: Int, index: Int,
    of source: PDFPageText
  ) {
    let start = text.count
    PDFLetters.append(bytes, to: &text)
    while text.count > start, text[text.count - 1] == 0x20 { text.removeLast() }
    guard text.count > start, let box = source.box(scalars) else {
      text.removeLast(text.count - start)
      return
    }
    let style = Self.style(of: scalars, from: font, in: source.fonts)
    let isVertical = scalars.count >= 4 && box.height > 2 * box.width && box.height > 3 * style.size
    lines.append(
      PageLayout.Line(
        bytes: start..<text.count, box: box, size: style.size, isBold: style.isBold, isVertical: isVertical,
        index: index))
  }

  /// The size of most of the letters, and whether all are bold.
  private static func style(of scalars: Range<Int>, from font: Int, in fonts: [PDFPageText.Font]) -> (
    size: Int, isBold: Bool
  ) {
    guard font < fonts.count else { return (0, false) }
    if fonts[font].end >= scalars.upperBound { return (fonts[font].size, fonts[font].isBold) }
    var (best, size, isBold) = (0, fonts[font].size, true)
    var (index, start) = (font, scalars.lowerBound)
    while index < fonts.count, start < scalars.upperBound {
      let end = min(fonts[index].end, scalars.upperBound)
      if end - start > best { (best, size) = (end - start, fonts[index].size) }
      // A single letter, such as a bullet or a space, does not make a line less bold.
      if end - start > 1, !fonts[index].isBold { isBold = false }
      start = max(start, end)
      index += 1
    }
    return (size, isBold)
  }

  /// A line of which some letters are hidden: what is seen on either side of them stays apart by a space.
  private mutating func appendSeen(
    _ bytes: UnsafeBufferPointer<UInt8>, scalars: Range<Int>, font: Int, index: Int, of source: PDFPageText,
    hidden isHidden: HiddenScalars
  ) {
    var (seen, run): ([UInt8], [UInt8]) = ([], [])
    var (first, last) = (scalars.lowerBound, scalars.lowerBound)
    var seenBox: PageBox?
    var scalar = scalars.lowerBound - 1
    var runStart = scalars.lowerBound
    func close(_ run: inout [UInt8], upTo end: Int, into hidden: inout [PageLayout.Hidden]) {
      if !run.isEmpty, let box = source.box(runStart..<end) {
        hidden.append(PageLayout.Hidden(text: run, box: box))
      }
      run.removeAll()
    }
    for byte in bytes {
      if byte & 0xC0 != 0x80 { scalar += 1 }
      if scalar < isHidden.count, isHidden[scalar] {
        if run.isEmpty { runStart = scalar }
        run.append(byte)
        if seen.last.map({ $0 != 0x20 }) ?? false { seen.append(0x20) }
      } else {
        close(&run, upTo: scalar, into: &hidden)
        if seen.isEmpty { first = scalar }
        if byte != 0x20 || seen.last != 0x20 { seen.append(byte) }
        if byte != 0x20, byte & 0xC0 != 0x80, let box = source.box(scalar) {
          seenBox = seenBox?.union(box) ?? box
        }
        last = scalar + 1
      }
    }
    close(&run, upTo: scalar + 1, into: &hidden)
    guard let seenBox, first < last else { return }
    let count = lines.count
    seen.withUnsafeBufferPointer {
      append($0[...], scalars: first..<last, font: font, index: index, of: source)
    }
    if lines.count > count { lines[count].box = seenBox }
  }

  private static func isUTF8(_ bytes: [UInt8]) -> Bool { String(validating: bytes, as: UTF8.self) != nil }

  /// Fonts with false tables give half surrogates and the like: they become U+FFFD, line by line.
  private mutating func repair() {
    var (repaired, moved): ([UInt8], [PageLayout.Line]) = ([], [])
    for line in lines {
      let start = repaired.count
      repaired.append(contentsOf: String(decoding: text[line.bytes], as: UTF8.self).utf8)
      var line = line
      line.bytes = start..<repaired.count
      moved.append(line)
    }
    (text, lines) = (repaired, moved)
  }
}

/// Letters that stand for others in the fonts of PDF files.
enum PDFLetters {
  /// Control letters and no-break spaces become spaces, ligatures their letters, bullets of the font Symbol
  /// U+2022.
  static func append(_ bytes: Slice<UnsafeBufferPointer<UInt8>>, to text: inout [UInt8]) {
    let end = bytes.endIndex
    var (index, copied) = (bytes.startIndex, bytes.startIndex)
    while index < end {
      let byte = bytes[index]
      var replacement: [UInt8]?
      var length = 1
      if byte < 0x20 || byte == 0x7F {
        replacement = [0x20]
      } else if byte == 0xC2, index + 1 < end, bytes[index + 1] <= 0xA0 {
        (replacement, length) = ([0x20], 2)
      } else if byte == 0xEF, index + 2 < end {
        replacement = threeByteReplacement(bytes[index + 1], bytes[index + 2])
        length = 3
      }
      guard let replacement else {
        index += 1
        continue
      }
      text.append(contentsOf: bytes[copied..<index])
      text.append(contentsOf: replacement)
      index += length
      copied = index
    }
    text.append(contentsOf: bytes[copied..<end])
  }

  private static let ligatures: [[UInt8]] = ["ff", "fi", "fl", "ffi", "ffl", "st", "st"].map {
    Array($0.utf8)
  }

  /// U+FB00…FB06 are Latin ligatures, U+F0B7 and U+F0A7 the bullets of the fonts Symbol and Wingdings.
  private static func threeByteReplacement(_ second: UInt8, _ third: UInt8) -> [UInt8]? {
    switch (second, third) {
    case (0xAC, 0x80...0x86): ligatures[Int(third - 0x80)]
    case (0x82, 0xB7), (0x82, 0xA7): Array("•".utf8)
    default: nil
    }
  }
}

import CPoppler
import DaybookCore

/// Finds the letters of a page that no reader sees: under a box or a picture, white on white, invisible,
/// outside the page.
///
/// Drawing a page costs more than reading it, so a scan of its content sorts out first the pages on which
/// nothing can hide text.
struct HiddenText {
  private let page: OpaquePointer
  private let text: PDFPageText
  private let layout: PageLayout
  private let scan: ContentScan?
  /// What is painted over text, in the page's tenths of a point.
  private var covers: [PageBox] = []
  private let pageArea: Double
  /// Boxes filled with black that nothing is written on, in the page's tenths of a point.
  private(set) var blackBoxes: [PageBox] = []
  /// Straight lines drawn on the page.
  private(set) var rules: [PageBox] = []
  private(set) var isOCR = false
  private(set) var findings: [Finding] = []

  init(page: OpaquePointer, text: PDFPageText, layout: PageLayout, objects: PDFObjects?) {
    (self.page, self.text, self.layout) = (page, text, layout)
    let space = PageSpace(page: page, rotation: objects?.page(layout.number)?.entry.rotation ?? 0)
    pageArea = space.crop.area
    scan = HiddenText.scan(layout.number, in: objects, crop: space.crop)
    blackBoxes = (scan?.blackBoxes ?? []).map { space.pageBox($0) }
    covers = (scan?.covers ?? []).map { space.pageBox($0.box) } + PDFNotes.covers(on: page)
    rules = (scan?.rules ?? []).map { space.pageBox($0) }
    guard let scan else {
      isOCR = PDFConverter.pictureArea(page) * 2 > pageArea
      return
    }
    isOCR =
      scan.largestPicture * 2 > pageArea
      && (scan.hasInvisibleText || scan.covers.contains { $0.isPicture && $0.box.area * 2 > pageArea })
    if let outside = scan.outside {
      let place = space.pageBox(outside).label
      findings.append(
        Finding(
          "hidden-text", .warning,
          "page \(layout.number): text stands outside the page, at \(place); it is left out",
          page: layout.number))
    }
  }

  /// Nil where the content cannot be followed.
  private static func scan(_ number: Int, in objects: PDFObjects?, crop: UserBox) -> ContentScan? {
    guard let objects, let (entry, dictionary) = objects.page(number) else { return nil }
    var streams: [PDFValue] = []
    switch objects.value(dictionary["Contents"]) {
    case nil: streams = []
    case .array(let parts)?: streams = parts
    default: streams = dictionary["Contents"].map { [$0] } ?? []
    }
    var content: [UInt8] = []
    for stream in streams {
      guard let part = objects.stream(stream), content.count < 64 << 20 else { return nil }
      if content.isEmpty { content = part } else { content += [0x0A] + part }
    }
    var scan = ContentScan(objects: objects, page: crop)
    scan.scan(content, resources: entry.resources)
    return scan
  }

  /// Whether the page has to be drawn to know.
  private var isSuspicious: Bool {
    guard let scan else { return true }
    if scan.isUnclear || scan.hasPaleText || scan.hasInvisibleText { return true }
    return covers.contains { cover in layout.lines.contains { HiddenText.overlap(cover, $0.box) } }
  }

  /// A quarter of the line's height and two points of its length.
  private static func overlap(_ cover: PageBox, _ line: PageBox) -> Bool {
    min(cover.right, line.right) - max(cover.left, line.left) >= 20
      && (min(cover.bottom, line.bottom) - max(cover.top, line.top)) * 4 >= line.height
  }

  /// One flag for each scalar of the text; empty where all are seen.
  mutating func hiddenScalars() -> [Bool] {
    guard isSuspicious else { return [] }
    let size = layout.lines.map(\.size).filter { $0 >= 40 }.min() ?? 100
    // Ten dots to the height of the smallest letters.
    let scale = max(1.5, min(4, 100 / Double(size)))
    guard
      let drawing = PageDrawing(
        page: page, width: Double(layout.width) / 10, height: Double(layout.height) / 10, scale: scale)
    else {
      note("the page cannot be drawn, so nobody knows whether all of its text can be seen")
      return []
    }
    let letters = text.letters()
    var brightness = [Int?](repeating: nil, count: letters.count)
    var seen = 0
    for (index, letter) in letters.enumerated() where letter.isWord {
      brightness[index] = text.box(index).flatMap(drawing.flatBrightness)
      if brightness[index] == nil { seen += 1 }
    }
    // Where nothing at all is seen the fonts may be missing here, unless all of the text is pale or
    // invisible.
    let canDraw = seen > 0 || !(scan?.hasPlainText ?? true)
    var isFlat = [Bool](repeating: false, count: letters.count)
    var font = 0
    for index in letters.indices {
      while font < text.fonts.count, text.fonts[font].end <= index { font += 1 }
      guard let ground = brightness[index], let box = text.box(index) else { continue }
      let isPale = font < text.fonts.count && text.fonts[font].brightness >= 200
      isFlat[index] = isHidden(box, ground: ground, isPale: isPale, canDraw: canDraw)
    }
    guard isFlat.contains(true) else {
      if !canDraw, letters.contains(where: \.isWord) {
        note("its letters cannot be drawn here, so nobody knows whether all of its text can be seen")
      }
      return []
    }
    return HiddenText.words(letters, isFlat: isFlat)
  }

  /// A letter of which nothing can be seen is hidden where something explains it: a font that cannot be drawn
  /// here must not hide a page. `ground` is the brightness of the place, `isPale` tells of the letter's own
  /// colour.
  private func isHidden(_ box: PageBox, ground: Int, isPale: Bool, canDraw: Bool) -> Bool {
    // Under a picture of the page the letters are somebody's OCR; black bars in the picture cover what it
    // read before.
    if isOCR { return ground < 90 }
    let (x, y) = ((box.left + box.right) / 2, (box.top + box.bottom) / 2)
    if covers.contains(where: { $0.left <= x && x <= $0.right && $0.top <= y && y <= $0.bottom }) {
      return true
    }
    guard canDraw else { return false }
    if ground < 200 { return !isPale || ground < 90 }
    return isPale || scan.map { $0.isUnclear || $0.hasInvisibleText } ?? false
  }

  /// Whole words where half of their letters are hidden, otherwise runs of three letters and more; what has
  /// no letters goes with its neighbours.
  private static func words(_ letters: [PDFPageText.Letter], isFlat: [Bool]) -> [Bool] {
    var hidden = [Bool](repeating: false, count: letters.count)
    var start = 0
    while start < letters.count {
      var end = start
      while end < letters.count, !letters[end].isSpace { end += 1 }
      let word = start..<end
      let known = word.count { letters[$0].isWord }
      let flat = word.count { isFlat[$0] }
      if flat > 0, flat * 2 >= known {
        for index in word { hidden[index] = true }
      } else if flat >= 3 {
        markRuns(in: word, isFlat: isFlat, letters: letters, &hidden)
      }
      start = end + 1
    }
    bridge(letters, &hidden)
    return hidden.contains(true) ? hidden : []
  }

  private static func markRuns(
    in word: Range<Int>, isFlat: [Bool], letters: [PDFPageText.Letter], _ hidden: inout [Bool]
  ) {
    var start = word.lowerBound
    while start < word.upperBound {
      var end = start
      while end < word.upperBound, isFlat[end] || !letters[end].isWord { end += 1 }
      if (start..<end).count(where: { isFlat[$0] }) >= 3 { for index in start..<end { hidden[index] = true } }
      start = end + 1
    }
  }

  /// Spaces and marks between two hidden words of a line are hidden with them.
  private static func bridge(_ letters: [PDFPageText.Letter], _ hidden: inout [Bool]) {
    var last: Int?
    for index in letters.indices {
      if letters[index].isBreak { last = nil }
      guard hidden[index] else {
        if letters[index].isWord { last = nil }
        continue
      }
      if let last, index - last > 1 { for between in (last + 1)..<index { hidden[between] = true } }
      last = index
    }
  }

  private mutating func note(_ words: String) {
    findings.append(
      Finding("hidden-text-unchecked", .note, "page \(layout.number): \(words)", page: layout.number))
  }
}

/// How the space of a page's content lies on the page as it is shown.
struct PageSpace {
  let crop: UserBox
  private let rotation: Int

  init(page: OpaquePointer, rotation: Int) {
    var box = PopplerRectangle()
    poppler_page_get_crop_box(page, &box)
    crop = UserBox(left: box.x1, bottom: box.y1, right: box.x2, top: box.y2)
    self.rotation = rotation
  }

  func pageBox(_ box: UserBox) -> PageBox {
    let (first, second) = (point(box.left, box.bottom), point(box.right, box.top))
    return PageBox(
      left: PDFPageText.tenths(min(first.x, second.x)), top: PDFPageText.tenths(min(first.y, second.y)),
      right: PDFPageText.tenths(max(first.x, second.x)), bottom: PDFPageText.tenths(max(first.y, second.y)))
  }

  /// From the top left corner of the page as it is shown.
  private func point(_ x: Double, _ y: Double) -> (x: Double, y: Double) {
    switch rotation {
    case 90: (y - crop.bottom, x - crop.left)
    case 180: (crop.right - x, y - crop.bottom)
    case 270: (crop.top - y, crop.right - x)
    default: (x - crop.left, crop.top - y)
    }
  }
}

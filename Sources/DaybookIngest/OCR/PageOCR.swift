import CPoppler
import DaybookCore
import Synchronization

/// Reads pages from their pictures, with one engine for each process.
final class PageOCR: Sendable {
  static let shared = PageOCR()

  private struct Kept: @unchecked Sendable {
    var languages: [String]
    var engine: OCREngine
  }

  private let kept = Mutex<Kept?>(nil)

  /// Nil where the engine cannot be opened.
  func withEngine<T>(_ languages: [String], _ body: (OCREngine) -> T?) -> T? {
    // Taken out while it is used, so that no two calls use it at the same time.
    let found = kept.withLock { kept in
      defer { kept = nil }
      return kept
    }
    let engine: OCREngine
    if let found, found.languages == languages {
      engine = found.engine
    } else if let opened = OCREngine(languages: languages) {
      engine = opened
    } else {
      return nil
    }
    let result = body(engine)
    let again = Kept(languages: languages, engine: engine)
    kept.withLock { $0 = again }
    return result
  }

  /// Dots per inch at which pages are drawn: what tesseract was trained on.
  private static let resolution = 300.0

  static func picture(of page: OpaquePointer, _ layout: PageLayout) -> GreyPicture? {
    let (width, height) = (Double(layout.width) / 10, Double(layout.height) / 10)
    return PageDrawing(page: page, width: width, height: height, scale: resolution / 72, mostDots: 24e6)?.grey
  }

  // MARK: Putting it together

  /// The page with what was read. Visible text of the file itself is never replaced: words from the picture come
  /// beside it where it has none. A text layer that somebody's OCR made, or that is broken, gives way to words
  /// that were read well.
  static func merged(_ layout: PageLayout, _ reading: OCRReading) -> PageLayout {
    var result = layout
    result.wantsOCR = false
    let read = OCRLayout(reading)
    let gives = layout.isOCR || PictureChoice.isBroken(layout.text)
    if gives, reading.quality.confidence < 50, !layout.lines.isEmpty {
      result.findings.append(
        Finding(
          "ocr-not-used", .note,
          "page \(layout.number): was read with confidence \(reading.quality.confidence) of 100, so its text layer was kept",
          page: layout.number))
      return result
    }
    result.ocr = reading.quality
    result.isOCR = true
    if layout.lines.isEmpty || gives {
      (result.text, result.lines, result.words) = (read.text, read.lines, read.words)
      if layout.lines.isEmpty, reading.quality.turn % 180 == 90 {
        (result.width, result.height) = (layout.height, layout.width)
      }
    } else {
      add(read, to: &result)
    }
    let scale = 720 / Double(max(1, reading.picture.resolution))
    func tenths(_ dots: Int) -> Int { Int((Double(dots) * scale).rounded()) }
    let black = reading.picture.blackBoxes.map {
      PageBox(left: tenths($0.left), top: tenths($0.top), right: tenths($0.right), bottom: tenths($0.bottom))
    }
    RedactionBoxes.insert(RedactionBoxes.plausible(black, on: result), into: &result)
    report(&result, replaced: gives && !layout.lines.isEmpty)
    return result
  }

  private static func add(_ read: OCRLayout, to result: inout PageLayout) {
    let native = result.lines.map(\.box)
    for line in read.lines where !native.contains(where: { covers($0, line.box) }) {
      let start = result.text.count
      result.text += read.text[line.bytes]
      var line = line
      let shift = start - line.bytes.lowerBound
      for var word in read.words where line.bytes.contains(word.bytes.lowerBound) {
        word.bytes = (word.bytes.lowerBound + shift)..<(word.bytes.upperBound + shift)
        result.words.append(word)
      }
      line.bytes = start..<result.text.count
      line.index = result.lines.count
      result.lines.append(line)
    }
  }

  /// Whether native text stands where a line was read.
  private static func covers(_ native: PageBox, _ line: PageBox) -> Bool {
    min(native.bottom, line.bottom) - max(native.top, line.top) > line.height * 4 / 10
      && min(native.right, line.right) > max(native.left, line.left)
  }

  private static func report(_ layout: inout PageLayout, replaced: Bool) {
    guard let quality = layout.ocr else { return }
    let number = layout.number
    if quality.words > 0, quality.confidence < 70 {
      layout.findings.append(
        Finding(
          "ocr-doubtful", .warning,
          "page \(number): was read from its picture with confidence \(quality.confidence) of 100; hold its quotes against the page",
          page: number))
    }
    if replaced {
      layout.findings.append(
        Finding(
          "ocr-replaced", .note, "page \(number): its text layer was of no use and was replaced by OCR",
          page: number))
    }
  }
}

import COCR
import DaybookCore

/// Tesseract, opened for some languages. Not to be used by two threads at once.
final class OCREngine {
  struct Word {
    var text: [UInt8]
    /// Dots of the picture, from its top left corner.
    var left: Int
    var top: Int
    var right: Int
    var bottom: Int
    var baseline: Int
    /// 0…100.
    var confidence: Double
    var beginsLine: Bool
  }

  private let engine: OpaquePointer
  private let osd: OpaquePointer?

  /// Nil where the library or a language cannot be loaded.
  init?(languages: [String]) {
    guard !languages.isEmpty, languages.allSatisfy(OCRSettings.isLanguage),
      let folder = OCRSupport.dataFolder(for: languages),
      let engine = daybook_ocr_open(folder, languages.joined(separator: "+"))
    else { return nil }
    self.engine = engine
    osd = OCRSupport.dataFolder(for: ["osd"]).flatMap { daybook_ocr_open($0, "osd") }
  }

  deinit {
    daybook_ocr_close(engine)
    daybook_ocr_close(osd)
  }

  static var version: String { String(cString: daybook_ocr_version()) }

  /// Words in reading order; nil where the library gives up.
  func words(in picture: GreyPicture, alive: @escaping () -> Void = {}) -> [Word]? {
    final class Collector {
      var words: [Word] = []
      let alive: () -> Void
      init(_ alive: @escaping () -> Void) { self.alive = alive }
    }
    let collector = Collector(alive)
    let result = withGrey(picture) { grey in
      daybook_ocr_read(engine, grey, Unmanaged.passUnretained(collector).toOpaque()) { context, word in
        guard let context else { return }
        let collector = Unmanaged<Collector>.fromOpaque(context).takeUnretainedValue()
        guard let word = word?.pointee, let text = word.text else { return collector.alive() }
        guard collector.words.count < 200_000 else { return }
        let bytes = UnsafeRawBufferPointer(start: text, count: OCREngine.length(of: text))
        collector.words.append(
          Word(
            text: MailLine.cleaned(bytes), left: Int(word.left), top: Int(word.top), right: Int(word.right),
            bottom: Int(word.bottom), baseline: Int(word.baseline), confidence: Double(word.confidence),
            beginsLine: word.begins_line != 0))
      }
    }
    return withExtendedLifetime(collector) { result == 0 ? collector.words : nil }
  }

  /// How far the picture must be turned clockwise to stand upright: 0, 90, 180, 270; nil where nobody can tell.
  func turn(of picture: GreyPicture) -> Int? {
    guard let osd else { return nil }
    var confidence: Float = 0
    let turn = withGrey(picture) { daybook_ocr_turn(osd, $0, &confidence) }
    return turn >= 0 && confidence > 0.5 ? Int(turn) : nil
  }

  /// The slant of its lines in degrees; positive where they must be turned clockwise.
  func skew(of picture: GreyPicture) -> Double {
    let angle = withGrey(picture) { daybook_ocr_skew(engine, $0) }
    return angle.isFinite && abs(angle) < 15 ? angle : 0
  }

  private func withGrey<T>(_ picture: GreyPicture, _ body: (daybook_grey) -> T) -> T {
    picture.dots.withUnsafeBufferPointer {
      body(
        daybook_grey(
          dots: $0.baseAddress, width: Int32(picture.width), height: Int32(picture.height),
          resolution: Int32(picture.resolution)))
    }
  }

  private static func length(of text: UnsafePointer<CChar>) -> Int {
    var length = 0
    while length < 10_000, text[length] != 0 { length += 1 }
    return length
  }
}

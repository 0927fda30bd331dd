import CPoppler

/// The text of one page as the library gives it: letters, one rectangle for each Unicode scalar, and fonts.
///
/// Lines are separated by line feeds, which have a rectangle too. Freed with the value.
final class PDFPageText {
  struct Font {
    /// Number of the scalar behind its last one.
    var end: Int
    /// Tenths of a point.
    var size: Int
    var isBold: Bool
    /// Brightness of the text colour, 0…255.
    var brightness: Int
  }

  private let start: UnsafeMutablePointer<CChar>
  private let rectangles: UnsafeMutablePointer<PopplerRectangle>?
  private let rectangleCount: Int
  let byteCount: Int
  let fonts: [Font]

  /// Nil where the page has no text layer at all.
  init?(page: OpaquePointer) {
    guard let text = poppler_page_get_text(page) else { return nil }
    let length = strlen(text)
    guard length > 0 else {
      g_free(text)
      return nil
    }
    start = text
    byteCount = length
    var list: UnsafeMutablePointer<PopplerRectangle>?
    var count: guint = 0
    let found = poppler_page_get_text_layout(page, &list, &count) != 0
    rectangles = list
    rectangleCount = found && list != nil ? Int(count) : 0
    fonts = PDFPageText.fonts(of: page)
  }

  deinit {
    g_free(start)
    g_free(rectangles)
  }

  var bytes: UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(start: UnsafeRawPointer(start).assumingMemoryBound(to: UInt8.self), count: byteCount)
  }

  /// The box of a scalar; nil where the library gave fewer boxes than letters.
  func box(_ scalar: Int) -> PageBox? {
    guard let rectangles, scalar >= 0, scalar < rectangleCount else { return nil }
    let found = rectangles[scalar]
    let (left, right) = (PDFPageText.tenths(found.x1), PDFPageText.tenths(found.x2))
    let (top, bottom) = (PDFPageText.tenths(found.y1), PDFPageText.tenths(found.y2))
    return PageBox(
      left: min(left, right), top: min(top, bottom), right: max(left, right), bottom: max(top, bottom))
  }

  /// Whether a scalar stands clearly apart from the one before it on its line: by more than a quarter of its
  /// height, which is more than letters of one word ever do.
  func isApart(_ scalar: Int) -> Bool {
    guard let rectangles, scalar > 0, scalar < rectangleCount else { return false }
    let (before, this) = (rectangles[scalar - 1], rectangles[scalar])
    return this.x1 - max(before.x1, before.x2) > 0.25 * abs(this.y2 - this.y1)
  }

  /// The box around scalars that stand behind one another.
  func box(_ scalars: Range<Int>) -> PageBox? {
    let scalars = scalars.clamped(to: 0..<rectangleCount)
    guard let rectangles, !scalars.isEmpty else { return nil }
    var (left, right, top, bottom) = (Double.infinity, -Double.infinity, Double.infinity, -Double.infinity)
    for index in scalars {
      let found = rectangles[index]
      left = min(left, found.x1, found.x2)
      right = max(right, found.x1, found.x2)
      top = min(top, found.y1, found.y2)
      bottom = max(bottom, found.y1, found.y2)
    }
    return PageBox(
      left: PDFPageText.tenths(left), top: PDFPageText.tenths(top), right: PDFPageText.tenths(right),
      bottom: PDFPageText.tenths(bottom))
  }

  /// What one scalar is, as far as it matters to whether it can be seen.
  struct Letter {
    /// A letter or a digit: something that leaves ink in the middle of its box.
    var isWord: Bool
    var isSpace: Bool
    var isBreak: Bool
  }

  /// One for each scalar.
  func letters() -> [Letter] {
    var letters: [Letter] = []
    letters.reserveCapacity(byteCount)
    for byte in bytes where byte & 0xC0 != 0x80 {
      let isAlphanumeric =
        (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
      letters.append(
        Letter(
          isWord: isAlphanumeric || byte >= 0xC3 && byte != 0xE2, isSpace: byte <= 0x20, isBreak: byte == 0x0A
        ))
    }
    return letters
  }

  /// Tenths of a point; what no page can hold is cut off.
  static func tenths(_ points: Double) -> Int {
    guard points.isFinite else { return 0 }
    // As `rounded()` does, which is a call into the library of mathematics, and every letter has four of these.
    let exact = max(-1e6, min(1e6, points)) * 10
    let whole = Int(exact)
    let rest = exact - Double(whole)
    return whole + (rest >= 0.5 ? 1 : rest <= -0.5 ? -1 : 0)
  }

  private static func fonts(of page: OpaquePointer) -> [Font] {
    let list = poppler_page_get_text_attributes(page)
    defer { poppler_page_free_text_attributes(list) }
    var fonts: [Font] = []
    for item in PDFList(list) {
      let found = item.assumingMemoryBound(to: PopplerTextAttributes.self).pointee
      let colour = found.color
      // Weights of ITU-R BT.601; 16 bits a channel.
      let brightness = (299 * Int(colour.red) + 587 * Int(colour.green) + 114 * Int(colour.blue)) / 1000 >> 8
      fonts.append(
        Font(
          end: Int(found.end_index) + 1, size: tenths(found.font_size), isBold: isBold(found.font_name),
          brightness: brightness))
    }
    return fonts
  }

  private static let heavyWords = ["bold", "black", "heavy"].map { Array($0.utf8) }

  /// By the words that font makers use for heavy cuts; a PDF has no better sign that this library hands out.
  private static func isBold(_ name: UnsafePointer<CChar>?) -> Bool {
    guard let name else { return false }
    let lowered = UnsafeBufferPointer(start: name, count: strlen(name)).map { UInt8(bitPattern: $0) | 0x20 }
    return heavyWords.contains { ByteSearch.first($0, in: lowered) != nil }
  }
}

import CPoppler
import DaybookCore

/// Whether a page of a PDF is to be read from its picture.
enum PictureChoice {
  /// `layout` is what its text layer gives.
  static func isWanted(_ layout: PageLayout, page: OpaquePointer, mode: OCRSettings.Mode) -> Bool {
    guard mode != .off else { return false }
    if layout.lines.isEmpty { return layout.hasPicture }
    if isBroken(layout.text) { return true }
    let area = Double(layout.width) * Double(layout.height) / 100
    // A stamp or a running line over a scan: what the page says is in its picture.
    if layout.text.count < 200, !layout.isOCR, PDFConverter.pictureArea(page) * 2 > area { return true }
    return mode == .force && (layout.isOCR || PDFConverter.pictureArea(page) * 4 > area)
  }

  /// A text layer of letters that stand for nothing: the font's table is missing or false.
  static func isBroken(_ text: [UInt8]) -> Bool {
    var (letters, odd) = (0, 0)
    var index = 0
    while index < text.count {
      let byte = text[index]
      if byte > 0x20, byte & 0xC0 != 0x80 { letters += 1 }
      // U+E000 to U+F8FF (private use) and U+FFFD.
      if byte == 0xEE || byte == 0xEF && index + 1 < text.count && text[index + 1] <= 0xA3 {
        odd += 1
      } else if byte == 0xEF, index + 2 < text.count, text[index + 1] == 0xBF, text[index + 2] == 0xBD {
        odd += 1
      }
      index += 1
    }
    return letters >= 40 && odd * 100 > letters * 15
  }
}

import COCR
import DaybookCore
import Foundation

/// Reads a picture of a page: PNG, JPEG, TIFF (of many pages), GIF.
///
/// Shape: one `Document`, a page for each picture in the file; the words are those that OCR finds. Without OCR
/// there is a document of pages without text, and a finding. Source: leptonica, tesseract.
struct PictureConverter: Converter {
  let name = "picture"
  let version = 1
  let signature = Signature(
    mediaTypes: ["image/png", "image/jpeg", "image/tiff", "image/gif", "image/bmp", "image/webp"],
    extensions: ["png", "jpg", "jpeg", "tif", "tiff", "gif", "bmp"])

  private static let mostPages = 5000
  /// 100 million dots: A3 at 600 dpi has 70.
  private static let mostDots = 100_000_000
  /// A resolution that the file does not give, or gives wrongly.
  private static let assumed = 200

  func convert(_ input: ConversionInput, emit: (ConversionPart) -> Void) throws(ConversionError) {
    if case .picture(let page)? = input.piece {
      guard let layout = read(page, input) else {
        throw .unreadable(reason: "picture \(page) cannot be decoded or read")
      }
      emit(.layout(layout))
      return
    }
    let count = input.bytes.withBytes {
      daybook_picture_pages(
        $0.baseAddress?.assumingMemoryBound(to: UInt8.self), $0.count, Int32(PictureConverter.mostPages))
    }
    guard count > 0 else { throw .unreadable(reason: "the picture file has no picture") }
    let head = Document(source: input.source, provenance: provenance(for: input))
    emit(.head(head, pageCount: Int(count)))
    for number in 1...Int(count) {
      input.alive()
      var layout = PageLayout(number: number, width: 5950, height: 8420, hasPicture: true)
      layout.wantsOCR = input.options.ocr.mode != .off
      if layout.wantsOCR, input.options.readsPicturesAtOnce, let read = read(number, input) { layout = read }
      emit(.layout(layout))
    }
  }

  private func read(_ number: Int, _ input: ConversionInput) -> PageLayout? {
    PageOCR.shared.withEngine(input.options.ocr.languages) { engine in
      guard let picture = PictureConverter.picture(number, in: input.bytes) else { return nil }
      input.alive()
      var layout = PageLayout(
        number: number, width: picture.width * 720 / picture.resolution,
        height: picture.height * 720 / picture.resolution, hasPicture: true)
      // Icons and lines in a mail's signature: nothing to read, and nothing lost.
      if picture.width < 100 || picture.height < 40 {
        layout.ocr = OCRQuality()
        layout.hasPicture = false
        return layout
      }
      guard let reading = OCRReading(picture, by: engine, alive: input.alive) else { return nil }
      return PageOCR.merged(layout, reading)
    }
  }

  private static func picture(_ number: Int, in bytes: SourceBytes) -> GreyPicture? {
    bytes.withBytes { raw in
      var (width, height, resolution): (Int32, Int32, Int32) = (0, 0, 0)
      guard
        let dots = daybook_picture_draw(
          raw.baseAddress?.assumingMemoryBound(to: UInt8.self), raw.count, Int32(number - 1), mostDots,
          &width,
          &height, &resolution)
      else { return nil }
      defer { free(dots) }
      let usual = (70...1200).contains(Int(resolution)) ? Int(resolution) : assumed
      return GreyPicture(
        dots: Array(UnsafeBufferPointer(start: dots, count: Int(width) * Int(height))), width: Int(width),
        height: Int(height), resolution: usual)
    }
  }
}

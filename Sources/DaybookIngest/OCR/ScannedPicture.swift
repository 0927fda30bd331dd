import COCR
import DaybookCore
import Foundation

/// The picture of a page out of the file itself, where the page cannot be drawn from it: some scanners and scripts
/// call a colour picture grey, and a page drawn so shows every line three times.
enum ScannedPicture {
  private static let mostDots = 100_000_000
  private static let resolution = 300

  /// Nil where the page has no such picture, or more than one.
  static func misdeclared(on layout: PageLayout, in objects: PDFObjects?) -> GreyPicture? {
    guard let objects, layout.lines.isEmpty, let (entry, _) = objects.page(layout.number),
      let all = objects.value(objects.value(entry.resources)?.dictionary?["XObject"])?.dictionary,
      all.count == 1,
      let reference = all.first?.value, let dictionary = objects.value(reference)?.dictionary,
      objects.value(dictionary["Subtype"])?.name == "Image", let bytes = objects.jpeg(reference),
      let declared = components(objects.value(dictionary["ColorSpace"])?.name),
      let own = components(ofJPEG: bytes),
      declared != own
    else { return nil }
    return draw(bytes, width: layout.width, height: layout.height)
  }

  private static func components(_ space: String?) -> Int? {
    switch space {
    case "DeviceGray", "CalGray", "G": 1
    case "DeviceRGB", "CalRGB", "RGB": 3
    case "DeviceCMYK", "CMYK": 4
    default: nil
    }
  }

  /// Of the frame header. Source: ISO/IEC 10918-1, B.2.2.
  static func components(ofJPEG bytes: UnsafeRawBufferPointer) -> Int? {
    guard bytes.count > 4, bytes[0] == 0xFF, bytes[1] == 0xD8 else { return nil }
    var index = 2
    while index + 9 < bytes.count {
      guard bytes[index] == 0xFF else { return nil }
      let marker = bytes[index + 1]
      if (0xC0...0xCF).contains(marker), ![0xC4, 0xC8, 0xCC].contains(marker) {
        return Int(bytes[index + 9])
      }
      index += 2 + (Int(bytes[index + 2]) << 8 | Int(bytes[index + 3]))
    }
    return nil
  }

  /// At the resolution that pages are read in, upright as the page has it.
  private static func draw(_ bytes: UnsafeRawBufferPointer, width: Int, height: Int) -> GreyPicture? {
    var (across, down, given): (Int32, Int32, Int32) = (0, 0, 0)
    guard width > 0, height > 0,
      let dots = daybook_picture_draw(
        bytes.baseAddress?.assumingMemoryBound(to: UInt8.self), bytes.count, 0, mostDots, &across, &down,
        &given)
    else { return nil }
    defer { free(dots) }
    let (wide, high) = (width * resolution / 720, height * resolution / 720)
    guard wide > 0, high > 0, wide <= mostDots / high else { return nil }
    var scaled = [UInt8](repeating: 255, count: wide * high)
    scaled.withUnsafeMutableBufferPointer {
      daybook_grey_scale(dots, across, down, $0.baseAddress, Int32(wide), Int32(high))
    }
    return GreyPicture(dots: scaled, width: wide, height: high, resolution: resolution)
  }
}

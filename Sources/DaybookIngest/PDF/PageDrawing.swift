import COCR
import CPoppler

/// A page as it looks, in few dots: enough to tell a place with ink in it from one of a single colour.
final class PageDrawing {
  private let surface: OpaquePointer
  private let pixels: UnsafeMutablePointer<UInt8>
  private let (width, height, stride): (Int, Int, Int)
  private let scale: Double

  /// Width and height in points. Nil where there is no memory or no page.
  init?(page: OpaquePointer, width: Double, height: Double, scale wanted: Double, mostDots: Double = 8e6) {
    guard width > 0, height > 0, width.isFinite, height.isFinite else { return nil }
    // 8 million dots are 32 MB: a larger page is drawn more coarsely.
    let scale = min(wanted, (mostDots / (width * height)).squareRoot())
    let (across, down) = (Int((width * scale).rounded(.up)), Int((height * scale).rounded(.up)))
    guard (1...30_000).contains(across), (1...30_000).contains(down),
      let surface = cairo_image_surface_create(CAIRO_FORMAT_RGB24, Int32(across), Int32(down))
    else { return nil }
    guard cairo_surface_status(surface) == CAIRO_STATUS_SUCCESS, let context = cairo_create(surface) else {
      cairo_surface_destroy(surface)
      return nil
    }
    cairo_set_source_rgb(context, 1, 1, 1)
    cairo_paint(context)
    cairo_scale(context, scale, scale)
    poppler_page_render(page, context)
    cairo_destroy(context)
    cairo_surface_flush(surface)
    guard let pixels = cairo_image_surface_get_data(surface) else {
      cairo_surface_destroy(surface)
      return nil
    }
    (self.surface, self.pixels, self.scale) = (surface, pixels, scale)
    (self.width, self.height, stride) = (across, down, Int(cairo_image_surface_get_stride(surface)))
  }

  deinit { cairo_surface_destroy(surface) }

  /// Colours closer than this are one: far below what an eye tells apart on paper.
  private static let tolerance = 12

  /// The brightness, 0…255, of a box that is of one colour; nil where there is ink in it. The rim of the box
  /// is left out, since letters of the neighbours and edges of a cover reach into it.
  func flatBrightness(_ box: PageBox) -> Int? {
    let (insetX, insetY) = (box.width / 8, box.height / 6)
    let columns = range(box.left + insetX, box.right - insetX, below: width)
    let rows = range(box.top + insetY, box.bottom - insetY, below: height)
    guard !columns.isEmpty, !rows.isEmpty else { return nil }
    var (low, high) = (SIMD4<UInt8>(repeating: 255), SIMD4<UInt8>(repeating: 0))
    for y in rows {
      let row = pixels + y * stride
      for x in columns {
        let dot = SIMD4(row[x * 4], row[x * 4 + 1], row[x * 4 + 2], 0)
        low = pointwiseMin(low, dot)
        high = pointwiseMax(high, dot)
      }
    }
    for channel in 0..<3 where Int(high[channel]) - Int(low[channel]) > PageDrawing.tolerance { return nil }
    return (Int(high[0]) * 114 + Int(high[1]) * 587 + Int(high[2]) * 299) / 1000
  }

  /// The page in grey, as pictures are read.
  var grey: GreyPicture {
    var dots = [UInt8](repeating: 255, count: width * height)
    dots.withUnsafeMutableBufferPointer {
      daybook_grey_from_rgb(pixels, Int32(stride), Int32(width), Int32(height), $0.baseAddress)
    }
    return GreyPicture(dots: dots, width: width, height: height, resolution: Int((scale * 72).rounded()))
  }

  /// Whether anything but white paper can be seen.
  var hasInk: Bool {
    for y in 0..<height {
      let row = pixels + y * stride
      for x in 0..<width where row[x * 4] < 240 || row[x * 4 + 1] < 240 || row[x * 4 + 2] < 240 {
        return true
      }
    }
    return false
  }

  private func range(_ from: Int, _ to: Int, below limit: Int) -> Range<Int> {
    let first = Int((Double(from) / 10 * scale).rounded(.down))
    let last = Int((Double(to) / 10 * scale).rounded(.up))
    return max(0, first)..<max(max(0, first), min(limit, max(last, first + 1)))
  }
}

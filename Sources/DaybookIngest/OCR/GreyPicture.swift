import COCR

/// A picture in grey, one byte a dot, rows one behind the other from the top.
struct GreyPicture {
  var dots: [UInt8]
  var width: Int
  var height: Int
  /// Dots per inch.
  var resolution: Int

  /// Turned clockwise by 90, 180 or 270 degrees.
  func turned(_ degrees: Int) -> GreyPicture {
    guard [90, 180, 270].contains(degrees) else { return self }
    var result = [UInt8](repeating: 255, count: dots.count)
    dots.withUnsafeBufferPointer { from in
      result.withUnsafeMutableBufferPointer { to in
        daybook_grey_turn(from.baseAddress, Int32(width), Int32(height), Int32(degrees), to.baseAddress)
      }
    }
    let isSideways = degrees != 180
    return GreyPicture(
      dots: result, width: isSideways ? height : width, height: isSideways ? width : height,
      resolution: resolution)
  }

  /// Turned clockwise by a few degrees about its middle; what comes in from outside is white.
  func straightened(_ degrees: Double) -> GreyPicture {
    let angle = degrees * .pi / 180
    // Sine and cosine of a small angle, by their series: the same on every machine.
    let sine = angle - angle * angle * angle / 6
    let cosine = 1 - angle * angle / 2 + angle * angle * angle * angle / 24
    var result = [UInt8](repeating: 255, count: dots.count)
    dots.withUnsafeBufferPointer { from in
      result.withUnsafeMutableBufferPointer { to in
        daybook_grey_rotate(from.baseAddress, Int32(width), Int32(height), sine, cosine, to.baseAddress)
      }
    }
    return GreyPicture(dots: result, width: width, height: height, resolution: resolution)
  }

  /// Rectangles filled with black, in dots: 6 points wide and 5 points high, or more.
  var blackBoxes: [(left: Int, top: Int, right: Int, bottom: Int)] {
    var boxes = [daybook_box](repeating: daybook_box(), count: 500)
    let found = dots.withUnsafeBufferPointer { dots in
      boxes.withUnsafeMutableBufferPointer { boxes in
        daybook_grey_black_boxes(
          dots.baseAddress, Int32(width), Int32(height), Int32(max(8, resolution * 6 / 72)),
          Int32(max(6, resolution * 5 / 72)), boxes.baseAddress, Int32(boxes.count))
      }
    }
    return boxes.prefix(Int(max(0, found))).map { (Int($0.left), Int($0.top), Int($0.right), Int($0.bottom)) }
  }
}

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
    let isSideways = degrees != 180
    let (across, down) = isSideways ? (height, width) : (width, height)
    var result = [UInt8](repeating: 255, count: dots.count)
    dots.withUnsafeBufferPointer { from in
      result.withUnsafeMutableBufferPointer { to in
        for y in 0..<height {
          for x in 0..<width {
            let place =
              switch degrees {
              case 90: x * across + (across - 1 - y)
              case 180: (down - 1 - y) * across + (across - 1 - x)
              default: (down - 1 - x) * across + y
              }
            to[place] = from[y * width + x]
          }
        }
      }
    }
    return GreyPicture(dots: result, width: across, height: down, resolution: resolution)
  }

  /// Turned clockwise by a few degrees about its middle; what comes in from outside is white.
  func straightened(_ degrees: Double) -> GreyPicture {
    let angle = degrees * .pi / 180
    // Sine and cosine of a small angle, by their series: the same on every machine.
    let sine = angle - angle * angle * angle / 6
    let cosine = 1 - angle * angle / 2 + angle * angle * angle * angle / 24
    let (middleX, middleY) = (Double(width) / 2, Double(height) / 2)
    var result = [UInt8](repeating: 255, count: dots.count)
    dots.withUnsafeBufferPointer { from in
      result.withUnsafeMutableBufferPointer { to in
        for y in 0..<height {
          let dy = Double(y) - middleY
          var sourceX = -middleX * cosine + dy * sine + middleX
          var sourceY = middleX * sine + dy * cosine + middleY
          for x in 0..<width {
            let (left, top) = (Int(sourceX), Int(sourceY))
            if sourceX >= 0, sourceY >= 0, left < width - 1, top < height - 1 {
              let (fx, fy) = (Int((sourceX - Double(left)) * 256), Int((sourceY - Double(top)) * 256))
              let row = top * width + left
              let upper = Int(from[row]) * (256 - fx) + Int(from[row + 1]) * fx
              let lower = Int(from[row + width]) * (256 - fx) + Int(from[row + width + 1]) * fx
              to[y * width + x] = UInt8(min(255, (upper * (256 - fy) + lower * fy) >> 16))
            }
            sourceX += cosine
            sourceY -= sine
          }
        }
      }
    }
    return GreyPicture(dots: result, width: width, height: height, resolution: resolution)
  }
}

import DaybookCore

/// What stands near a place of the text, and its words.
extension DateWalk {
  /// The dated words nearest to a place on a page that does not say when it was written, within 800 bytes.
  func implied(near range: Range<Int>) -> DateAnchor? {
    let section = sectionBounds(around: range)
    var best: (anchor: DateAnchor, distance: Int)?
    var low = 0
    var high = landmarks.count
    while low < high {
      let middle = (low + high) / 2
      if (landmarks[middle].bytes?.lowerBound ?? 0) < range.lowerBound - 800 {
        low = middle + 1
      } else {
        high = middle
      }
    }
    while low < landmarks.count, let place = landmarks[low].bytes, place.lowerBound < range.upperBound + 800 {
      let distance =
        place.lowerBound > range.lowerBound
        ? place.lowerBound - range.upperBound : range.lowerBound - place.upperBound
      if place != range, section.contains(place.lowerBound), best.map({ distance < $0.distance }) ?? true {
        best = (landmarks[low], distance)
      }
      low += 1
    }
    var anchor = best?.anchor
    if let bytes = anchor?.bytes { anchor?.bytes = place(bytes) }
    return anchor
  }

  /// Landmarks of another post do not count: the stretch up to the next date line.
  private func sectionBounds(around range: Range<Int>) -> Range<Int> {
    var low = 0
    var high = datedLines.count
    while low < high {
      let middle = (low + high) / 2
      if datedLines[middle] <= range.lowerBound { low = middle + 1 } else { high = middle }
    }
    let next = low < datedLines.count ? datedLines[low] : bytes.count
    let start = low > 0 ? datedLines[low - 1] : 0
    return start..<max(start, next)
  }

  func words(_ range: Range<Int>) -> String { DateWalk.words(bytes, range) }

  /// The end of a heading up to its date, from a word's start.
  static func headingWords(_ bytes: UnsafeBufferPointer<UInt8>, _ unit: Range<Int>, _ date: Range<Int>)
    -> String
  {
    var start = max(unit.lowerBound, date.upperBound - 60)
    if start > unit.lowerBound {
      while start < date.lowerBound, bytes[start] != 0x20 { start += 1 }
    }
    let text = words(bytes, start..<date.upperBound)
    return start > unit.lowerBound ? "… " + text : text
  }

  /// The words at a place on one line, cut at 90 bytes.
  static func words(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> String {
    var end = min(range.upperBound, range.lowerBound + 90, bytes.count)
    while end > range.lowerBound, end < bytes.count, bytes[end] & 0xC0 == 0x80 { end -= 1 }
    var start = range.lowerBound
    while start < end, ByteClass.isBlank(bytes[start]) { start += 1 }
    while end > start, ByteClass.isBlank(bytes[end - 1]) { end -= 1 }
    let text = bytes[start..<end].map { ByteClass.isBlank($0) ? 0x20 : $0 }
    return String(decoding: text, as: UTF8.self) + (end < range.upperBound && range.count > 90 ? "…" : "")
  }
}

/// Where a long text is cut, so that it can be read with the memory of one window.
package enum DateWindow {
  /// Bytes of one window. A text up to this size is one window, and everything in it is known to everything
  /// else; a longer one goes on with the date line, the date last named and the votes of the windows before.
  package static let size = 1 << 20

  /// The end of the window that begins at `start`: behind an empty line if there is one in its second half,
  /// else behind a line, else behind a blank, else anywhere but inside a character.
  package static func end(in bytes: UnsafeBufferPointer<UInt8>, from start: Int, size: Int = size) -> Int {
    guard bytes.count - start > size else { return bytes.count }
    let limit = start + size
    let floor = start + size / 2
    var line: Int?
    var blank: Int?
    var position = limit
    while position > floor {
      let byte = bytes[position - 1]
      if byte == 0x0A {
        if line == nil { line = position }
        let before = position >= 2 && bytes[position - 2] == 0x0D ? position - 2 : position - 1
        if before > floor, bytes[before - 1] == 0x0A { return position }
      } else if byte == 0x20, blank == nil {
        blank = position
      }
      position -= 1
    }
    if let end = line ?? blank { return end }
    var end = limit
    while end > limit - 4, bytes[end] & 0xC0 == 0x80 { end -= 1 }
    return end
  }
}

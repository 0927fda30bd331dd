private import Foundation

/// Text in one of the many national encodings as UTF-8, by the C library's iconv.
enum CharsetConverter {
  /// Nil where the C library does not know the encoding (or a sandbox keeps its tables away).
  static func utf8(from raw: UnsafeRawBufferPointer, charset: String) -> (text: [UInt8], replaced: Int)? {
    guard let converter = iconv_open("UTF-8", charset), Int(bitPattern: converter) != -1 else { return nil }
    defer { iconv_close(converter) }
    guard let base = raw.baseAddress else { return ([], 0) }

    var text: [UInt8] = []
    text.reserveCapacity(raw.count + raw.count / 2)
    var replaced = 0
    var input: UnsafeMutablePointer<CChar>? = UnsafeMutablePointer(
      mutating: base.assumingMemoryBound(to: CChar.self))
    var inputLeft = raw.count
    var chunk = [CChar](repeating: 0, count: 64 << 10)
    while inputLeft > 0 {
      let leftBefore = inputLeft
      var written = 0
      let outcome = chunk.withUnsafeMutableBufferPointer { buffer in
        var output = buffer.baseAddress
        var outputLeft = buffer.count
        let outcome = iconv(converter, &input, &inputLeft, &output, &outputLeft)
        written = buffer.count - outputLeft
        return outcome == -1 ? errno : 0
      }
      for index in 0..<written { text.append(chunk[index] == 0 ? 0x20 : UInt8(bitPattern: chunk[index])) }
      if outcome == 0 { break }
      if outcome == E2BIG, inputLeft < leftBefore || written > 0 { continue }
      text.append(contentsOf: UTF8Scan.replacement)
      replaced += 1
      guard inputLeft > 0 else { break }
      input = input.map { $0 + 1 }
      inputLeft -= 1
    }
    return (text, replaced)
  }
}

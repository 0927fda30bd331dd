/// Undoes the compression of RTF bodies in Outlook items.
///
/// Source: MS-OXRTFCP, sections 2.1.3 (header) and 2.2 (decompression); the dictionary's first words from
/// section 2.1.2.1.
enum CompressedRTF {
  private static let preset = Array(
    ("{\\rtf1\\ansi\\mac\\deff0\\deftab720{\\fonttbl;}{\\f0\\fnil \\froman \\fswiss \\fmodern \\fscript "
      + "\\fdecor MS Sans SerifSymbolArialTimes New RomanCourier{\\colortbl\\red0\\green0\\blue0\r\n\\par "
      + "\\pard\\plain\\f0\\fs20\\b\\i\\u\\tab\\tx").utf8)

  /// Nil where the bytes are of neither form. What a damaged body still gives is given.
  static func decompressed(_ bytes: [UInt8]) -> [UInt8]? {
    bytes.withUnsafeBytes { raw in
      guard let size = raw.uint32(at: 4), let kind = raw.uint32(at: 8) else { return nil }
      switch kind {
      case 0x414C_454D: return Array(raw.slice(16, size))  // "MELA": not compressed
      case 0x7546_5A4C: return expanded(raw.slice(16, raw.count), size: size)  // "LZFu"
      default: return nil
      }
    }
  }

  private static func expanded(_ input: UnsafeRawBufferPointer, size: Int) -> [UInt8] {
    var window = [UInt8](repeating: 0x20, count: 4096)
    window.replaceSubrange(0..<preset.count, with: preset)
    var place = preset.count
    var text: [UInt8] = []
    // Eight references of 17 bytes each for every 17 bytes of input: a false size asks for no more than that.
    let limit = min(size, input.count * 9 + 64)
    text.reserveCapacity(limit)
    var index = 0
    func keep(_ byte: UInt8) {
      text.append(byte)
      window[place] = byte
      place = (place + 1) & 4095
    }
    while index < input.count, text.count < limit {
      let control = input[index]
      index += 1
      for bit in 0..<8 where text.count < limit {
        guard index < input.count else { return text }
        if control >> bit & 1 == 0 {
          keep(input[index])
          index += 1
          continue
        }
        guard index + 1 < input.count else { return text }
        let word = Int(input[index]) << 8 | Int(input[index + 1])
        index += 2
        let start = word >> 4
        if start == place { return text }
        for offset in 0..<((word & 15) + 2) { keep(window[(start + offset) & 4095]) }
      }
    }
    return text
  }
}

import DaybookCore

/// What a text without properties may be called.
enum TextTitle {
  /// The first of the opening headings with at least three words, else the first of them; nil where the text
  /// opens without one.
  static func title(of blocks: [Block], in text: [UInt8]) -> String? {
    let headings = blocks.prefix(6).filter { $0.kind == .heading }
    let chosen =
      headings.first { block in block.bytes.count { text[$0] == 0x20 } >= 2 } ?? headings.first
    return chosen.map { String(decoding: text[$0.bytes], as: UTF8.self) }
  }
}

/// The encoding that an HTML file names in its first bytes.
///
/// Source: HTML Living Standard 13.2.3.2 (prescan), with the XML declaration added; a byte order mark is
/// looked at before.
enum HTMLCharset {
  static func declared(in bytes: UnsafeRawBufferPointer) -> String? {
    let head = bytes.prefix(4096).map { $0 < 0x80 ? ($0 >= 0x41 && $0 <= 0x5A ? $0 | 0x20 : $0) : 0x3F }
    if head.starts(with: "<?xml".utf8), let end = head.firstIndex(of: 0x3E) {
      if let name = value(after: "encoding", in: head[..<end]) { return name }
    }
    var index = 0
    while let open = head[index...].firstIndex(of: 0x3C) {
      index = open + 1
      if head[open...].starts(with: "<!--".utf8) {
        guard let end = find("-->", in: head[(open + 4)...]) else { return nil }
        index = end + 3
        continue
      }
      guard head[open...].starts(with: "<meta".utf8), let end = head[open...].firstIndex(of: 0x3E) else {
        continue
      }
      if let name = value(after: "charset", in: head[open..<end]) { return name }
      index = end
    }
    return nil
  }

  private static func value(after key: String, in bytes: ArraySlice<UInt8>) -> String? {
    guard let start = find(key, in: bytes) else { return nil }
    let rest = bytes[(start + key.utf8.count)...].drop { $0 == 0x20 }
    guard rest.first == 0x3D else { return nil }
    let word = rest.dropFirst().drop { [0x20, 0x22, 0x27].contains($0) }.prefix {
      ![0x20, 0x22, 0x27, 0x3B, 0x2F, 0x3F].contains($0)
    }
    return word.isEmpty ? nil : String(decoding: word, as: UTF8.self)
  }

  private static func find(_ words: String, in bytes: ArraySlice<UInt8>) -> Int? {
    let words = Array(words.utf8)
    return bytes.indices.first { bytes[$0] == words[0] && bytes[$0...].starts(with: words) }
  }
}

/// Takes a few values out of JSON-LD without building anything of it.
///
/// Shape: the first value of each key at the lowest depth it stands at: an article's own date, not that of
/// the comments below it.
/// Source: JSON-LD 1.1; schema.org CreativeWork (datePublished, dateModified, dateCreated, headline, author).
enum LinkedDataScan {
  private static let keys: Set<String> = [
    "datePublished", "dateModified", "dateCreated", "headline", "author",
  ]

  static func values(in json: [UInt8]) -> [(key: String, value: String)] {
    var found: [(key: String, value: String, depth: Int)] = []
    var depth = 0
    var index = 0
    var key: String?
    var authorDepth: Int?
    while index < json.count {
      switch json[index] {
      case 0x7B, 0x5B:
        depth += 1
        if key == "author" { authorDepth = authorDepth ?? depth }
        key = nil
      case 0x7D, 0x5D:
        depth -= 1
        if let open = authorDepth, depth < open { authorDepth = nil }
        key = nil
      case 0x22:
        guard let string = string(json, &index) else { return order(found) }
        if let name = key {
          let isName = name == "name" && authorDepth != nil
          if keys.contains(name) || isName { found.append((isName ? "author" : name, string, depth)) }
          key = nil
        } else if let colon = json[index...].dropFirst().first(where: {
          ![0x20, 0x09, 0x0A, 0x0D].contains($0)
        }), colon == 0x3A {
          key = string
        }
      case 0x2C: key = nil
      default: break
      }
      index += 1
    }
    return order(found)
  }

  private static func order(_ found: [(key: String, value: String, depth: Int)]) -> [(
    key: String, value: String
  )] {
    var best: [(key: String, value: String, depth: Int)] = []
    for item in found.prefix(4096) {
      if let index = best.firstIndex(where: { $0.key == item.key }) {
        if item.depth < best[index].depth { best[index] = item }
      } else {
        best.append(item)
      }
    }
    return best.map { ($0.key, $0.value) }
  }

  /// The string that opens at `index`, which is left at its closing mark; nil where it has none.
  private static func string(_ json: [UInt8], _ index: inout Int) -> String? {
    var bytes: [UInt8] = []
    index += 1
    while index < json.count {
      let byte = json[index]
      if byte == 0x22 { return String(decoding: bytes.prefix(1024), as: UTF8.self) }
      if byte == 0x5C, index + 1 < json.count {
        index += 1
        switch json[index] {
        case 0x6E, 0x72, 0x74: bytes.append(0x20)
        case 0x75 where index + 4 < json.count:
          let code = UInt32(String(decoding: json[(index + 1)...(index + 4)], as: UTF8.self), radix: 16)
          UTF8Scan.append(code ?? 0xFFFD, to: &bytes)
          index += 4
        default: bytes.append(json[index])
        }
      } else {
        bytes.append(byte)
      }
      index += 1
    }
    return nil
  }
}

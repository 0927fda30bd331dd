/// Looks into a ZIP file, far enough to know which format it carries.
///
/// Names come from the central directory; of a file that was cut short, from the local headers that are left.
/// Source: PKWARE APPNOTE 6.3.10, sections 4.3.7, 4.3.12, 4.3.16; ODF 1.3 part 2, section 3.3 (mimetype);
/// ECMA-376 part 2.
enum ZIPProbe {
  private static let mostNames = 4096

  static func mediaType(of bytes: UnsafeRawBufferPointer) -> String {
    if let declared = declaredType(bytes) {
      return ["", "-template", "-master"].contains { declared == MediaType.odt + $0 }
        ? MediaType.odt : declared
    }
    let names = names(in: bytes)
    if names.contains(where: { $0.hasPrefix("word/") && $0.hasSuffix(".xml") }), isPackage(names) {
      return MediaType.docx
    }
    if names.contains(where: { $0.hasPrefix("xl/") }), isPackage(names) { return MediaType.xlsx }
    if names.contains(where: { $0.hasPrefix("ppt/") }), isPackage(names) { return MediaType.pptx }
    if names.contains("content.xml"), names.contains("META-INF/manifest.xml") { return MediaType.odt }
    return "application/zip"
  }

  /// Whether the end of the file is there; without it, what the file was cannot be told by its members.
  static func isWhole(_ bytes: UnsafeRawBufferPointer) -> Bool { centralDirectory(bytes) != nil }

  /// Whether it is an Office package and not an archive that has a folder called "word".
  private static func isPackage(_ names: [String]) -> Bool {
    names.contains { $0.caseInsensitiveEquals("[Content_Types].xml") } || names.contains("_rels/.rels")
  }

  /// What the first member "mimetype" says, which ODF and EPUB store uncompressed.
  private static func declaredType(_ bytes: UnsafeRawBufferPointer) -> String? {
    guard bytes.uint32(at: 0) == 0x0403_4B50, bytes.uint16(at: 26) == 8,
      bytes.slice(30, 8).elementsEqual("mimetype".utf8),
      bytes.uint16(at: 8) == 0, let extra = bytes.uint16(at: 28), let size = bytes.uint32(at: 18)
    else { return nil }
    let content = bytes.slice(38 + extra, min(size, 128))
    guard !content.isEmpty, content.allSatisfy({ (0x21...0x7E).contains($0) }) else { return nil }
    return String(decoding: content, as: UTF8.self)
  }

  private static func names(in bytes: UnsafeRawBufferPointer) -> [String] {
    let central = centralDirectory(bytes).map { entries(bytes, from: $0, signature: 0x0201_4B50) } ?? []
    return central.isEmpty ? entries(bytes, from: 0, signature: 0x0403_4B50) : central
  }

  /// Offset that the end record gives; the record stands in the last 65,557 bytes.
  private static func centralDirectory(_ bytes: UnsafeRawBufferPointer) -> Int? {
    var index = bytes.count - 22
    let lowest = max(0, bytes.count - 65_557)
    while index >= lowest {
      if bytes[index] == 0x50, bytes.uint32(at: index) == 0x0605_4B50 { return bytes.uint32(at: index + 16) }
      index -= 1
    }
    return nil
  }

  private static func entries(_ bytes: UnsafeRawBufferPointer, from start: Int, signature: Int) -> [String] {
    let isCentral = signature == 0x0201_4B50
    var names: [String] = []
    var offset = start
    while names.count < mostNames, bytes.uint32(at: offset) == signature {
      let base = offset + (isCentral ? 28 : 26)
      guard let nameLength = bytes.uint16(at: base), let extra = bytes.uint16(at: base + 2),
        let packed = bytes.uint32(at: offset + 18), let comment = isCentral ? bytes.uint16(at: base + 4) : 0
      else { break }
      let nameStart = offset + (isCentral ? 46 : 30)
      names.append(String(decoding: bytes.slice(nameStart, nameLength), as: UTF8.self))
      offset = nameStart + nameLength + extra + (isCentral ? comment : packed)
    }
    return names
  }
}

extension String {
  func caseInsensitiveEquals(_ other: String) -> Bool { lowercased() == other.lowercased() }
}

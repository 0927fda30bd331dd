import DaybookCore

/// Tells what kind of file a source is: by content first, by name last.
package enum Detector {
  /// Raise when the same bytes would be taken for another kind.
  package static let version = 1

  /// `path` is that of the bundle; only the name's end counts, and only where content leaves a choice.
  package static func detect(_ source: SourceBytes, path: String) -> Detection {
    source.withBytes { detect($0, path: path) }
  }

  static func detect(_ bytes: UnsafeRawBufferPointer, path: String) -> Detection {
    let fileExtension = PathName.fileExtension(path)
    let named = fileExtension.flatMap { ExtensionTable.mediaTypes[$0] }
    var detection = kind(of: bytes, named: named)
    if let named, trusts(named, over: detection, bytes) { detection = Detection(named, .name) }
    if let named, let fileExtension, !agrees(detection.mediaType, named) {
      detection.findings.append(
        Finding(
          "wrong-extension", .note,
          "its name ends in .\(fileExtension) but its content is \(detection.mediaType)"))
    }
    return detection
  }

  /// Whether a name may stand for content that says nothing, or too little because the file is damaged.
  private static func trusts(_ named: String, over found: Detection, _ bytes: UnsafeRawBufferPointer) -> Bool
  {
    switch found.mediaType {
    case MediaType.unknown:
      !named.hasPrefix("text/") && !named.hasPrefix("message/") && named != "application/x-concordance"
        && named != "application/x-opticon"
    // Damaged files of these kinds still read as text, or as an archive without its directory.
    case "text/plain":
      named == "application/pdf" && contains(Array(bytes.prefix(16 << 10)), Array(" obj".utf8))
    case "application/zip":
      [MediaType.docx, MediaType.odt, MediaType.xlsx, MediaType.pptx].contains(named)
        && !ZIPProbe.isWhole(bytes)
    default: false
    }
  }

  private static func kind(of bytes: UnsafeRawBufferPointer, named: String?) -> Detection {
    guard !bytes.isEmpty else { return Detection(MediaType.empty, .content) }
    let head = Array(bytes.prefix(1024 + 8))
    if head.starts(with: OLEProbe.magic) { return Detection(OLEProbe.mediaType(of: bytes), .content) }
    if head.starts(with: [0x50, 0x4B, 3, 4]) { return Detection(ZIPProbe.mediaType(of: bytes), .content) }
    if head.starts(with: [0x50, 0x4B, 5, 6]) { return Detection("application/zip", .content) }
    if let magic = MagicTable.mediaType(of: head), !isWeak(magic, bytes) { return Detection(magic, .content) }
    if isPDF(bytes, head) { return Detection("application/pdf", .content) }
    if let text = TextKind.detect(bytes, named: named) { return text }
    return Detection(MediaType.unknown, .fallback)
  }

  /// The header may stand behind other bytes, but text that only speaks of it has no objects.
  ///
  /// Source: ISO 32000-1, section 7.5.2, and Adobe's implementation note 13: within the first 1024 bytes.
  private static func isPDF(_ bytes: UnsafeRawBufferPointer, _ head: [UInt8]) -> Bool {
    let header = Array("%PDF-".utf8)
    if head.starts(with: header) { return true }
    return contains(head, header) && contains(Array(bytes.prefix(16 << 10)), Array(" obj".utf8))
      && !Mailish.startsMessage(head, named: nil)
  }

  /// A file of two or three magic letters may as well be text that begins with them.
  private static func isWeak(_ magic: String, _ bytes: UnsafeRawBufferPointer) -> Bool {
    switch magic {
    case "application/vnd.microsoft.portable-executable", "application/x-bzip2", "audio/mpeg",
      "application/x-lzip":
      TextKind.isText(bytes)
    case "image/bmp": TextKind.isText(bytes) || (bytes.uint32(at: 2) ?? 0) != bytes.count
    case "image/vnd.microsoft.icon": (bytes.uint16(at: 4) ?? 0) == 0 || bytes.count < 22
    default: false
    }
  }

  /// Whether a name's promise is kept: the same kind, or one that is told apart by name only.
  private static func agrees(_ found: String, _ named: String) -> Bool {
    if found == named || found == MediaType.empty { return true }
    // Many programs call their files .dat, mail servers among them.
    if named == "application/x-concordance" { return true }
    return families.contains { $0.contains(found) && $0.contains(named) }
  }

  private static let families: [Set<String>] = [
    // Any text may be called .txt or .log.
    [
      "text/plain", "text/markdown", "text/html", "text/csv", "text/tab-separated-values", "message/rfc822",
      "application/mbox",
      "application/json", "application/xml", "application/x-concordance", "application/x-opticon",
    ],
    ["message/rfc822", "application/mbox"],
    // Word opens them all under the old name.
    ["application/msword", "application/rtf", "text/html"],
    [MediaType.encryptedOffice, MediaType.docx, MediaType.xlsx, MediaType.pptx],
  ]

  static func contains(_ bytes: [UInt8], _ words: [UInt8]) -> Bool {
    guard bytes.count >= words.count, let first = words.first else { return false }
    for start in 0...(bytes.count - words.count)
    where bytes[start] == first && bytes[start..<(start + words.count)].elementsEqual(words) {
      return true
    }
    return false
  }
}

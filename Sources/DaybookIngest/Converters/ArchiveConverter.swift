import DaybookCore

/// Unpacks an archive: each member becomes a child of the archive and goes back to detection.
///
/// Shape: `letters.zip` → children `2022/reply.pdf` …, in the archive's order; `note.txt.gz` → one child
/// `note.txt`. No documents. Nothing is written to disk and no link is followed. Limits of
/// `ConversionOptions` bound depth, count, size and ratio; where one is reached, what came before stays and a
/// finding says what is missing.
struct ArchiveConverter: Converter {
  let name = "archive"
  let version = 1
  let signature = Signature(
    mediaTypes: Array(ArchiveConverter.formats.keys.sorted()), extensions: ["zip", "tar", "gz", "7z", "rar"])

  private static let formats: [String: ArchiveReader.Format] = [
    "application/zip": .zip, "application/x-tar": .tar, "application/x-7z-compressed": .sevenZip,
    "application/vnd.rar": .rar,
    "application/vnd.ms-cab-compressed": .cab, "application/gzip": .compressed,
    "application/x-bzip2": .compressed,
    "application/x-xz": .compressed, "application/x-compress": .compressed, "application/zstd": .compressed,
  ]

  func convert(_ input: ConversionInput, emit: (ConversionPart) -> Void) throws(ConversionError) {
    let depth = input.source.path.utf8.count { $0 == 0x23 }
    guard depth < input.options.maxDepth else {
      throw .limit(reason: "containers inside containers, more than \(input.options.maxDepth) deep")
    }
    let format = ArchiveConverter.formats[input.source.mediaType] ?? .zip
    let reader = try ArchiveReader(input.bytes, format: format)
    var unpacking = Unpacking(input, isRaw: format == .compressed)
    try unpacking.run(reader, emit: emit)
  }
}

/// Bytes at a fixed place that give a format away.
///
/// Source: IANA media types and the format's own specification or the PRONOM registry (number in the row
/// where it is one of theirs).
enum MagicTable {
  struct Row {
    var offset: Int
    var bytes: [UInt8]
    var mediaType: String

    init(_ offset: Int, _ bytes: [UInt8], _ mediaType: String) {
      self.offset = offset
      self.bytes = bytes
      self.mediaType = mediaType
    }

    init(_ offset: Int, _ text: String, _ mediaType: String) {
      self.init(offset, Array(text.utf8), mediaType)
    }
  }

  static let rows: [Row] = [
    Row(0, [0x1F, 0x8B], "application/gzip"),  // RFC 1952
    Row(0, "BZh", "application/x-bzip2"),
    Row(0, [0xFD, 0x37, 0x7A, 0x58, 0x5A, 0], "application/x-xz"),
    Row(0, [0x28, 0xB5, 0x2F, 0xFD], "application/zstd"),  // RFC 8878
    Row(0, [0x1F, 0x9D], "application/x-compress"),
    Row(0, "LZIP", "application/x-lzip"),
    Row(0, [0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C], "application/x-7z-compressed"),
    Row(0, [0x52, 0x61, 0x72, 0x21, 0x1A, 0x07], "application/vnd.rar"),
    Row(257, "ustar", "application/x-tar"),  // POSIX.1-2017, pax
    Row(0, "MSCF", "application/vnd.ms-cab-compressed"),
    Row(0, "!BDN", "application/vnd.ms-outlook-pst"),  // MS-PST 2.2.2.6
    Row(0, [0x78, 0x9F, 0x3E, 0x22], "application/ms-tnef"),  // MS-OXTNEF
    Row(0, "{\\rtf", "application/rtf"),
    Row(0, [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A], "image/png"),
    Row(0, [0xFF, 0xD8, 0xFF], "image/jpeg"),
    Row(0, "GIF87a", "image/gif"),
    Row(0, [0x42, 0x4D], "image/bmp"),
    Row(0, "GIF89a", "image/gif"),
    Row(0, [0x49, 0x49, 0x2A, 0], "image/tiff"),
    Row(0, [0x4D, 0x4D, 0, 0x2A], "image/tiff"),
    Row(0, [0, 0, 1, 0], "image/vnd.microsoft.icon"),
    Row(0, [0xD7, 0xCD, 0xC6, 0x9A], "image/wmf"),  // fmt/119
    Row(40, " EMF", "image/emf"),  // MS-EMF 2.2.9
    Row(8, "WEBP", "image/webp"),
    Row(8, "WAVE", "audio/vnd.wave"),
    Row(8, "AVI ", "video/vnd.avi"),
    Row(4, "ftyp", "video/mp4"),  // ISO 14496-12; HEIC too, told apart below
    Row(0, "ID3", "audio/mpeg"),
    Row(0, [0xFF, 0xFB], "audio/mpeg"),
    Row(0, "OggS", "audio/ogg"),
    Row(0, "fLaC", "audio/flac"),
    Row(0, [0x1A, 0x45, 0xDF, 0xA3], "video/matroska"),
    Row(0, "%!PS", "application/postscript"),
    Row(0, [0xC5, 0xD0, 0xD3, 0xC6], "application/postscript"),
    Row(0, "SQLite format 3\0", "application/vnd.sqlite3"),
    Row(0, [0x7F, 0x45, 0x4C, 0x46], "application/x-elf"),
    Row(0, "MZ", "application/vnd.microsoft.portable-executable"),
    Row(0, [0x49, 0x54, 0x53, 0x46], "application/vnd.ms-htmlhelp"),
    Row(0, "wOFF", "font/woff"),
    Row(0, "wOF2", "font/woff2"),
    Row(0, "WARC/", "application/warc"),  // ISO 28500
    Row(0, "BEGIN:VCALENDAR", "text/calendar"),  // RFC 5545
    Row(0, "BEGIN:VCARD", "text/vcard"),  // RFC 6350
    Row(0, "-----BEGIN PGP", "application/pgp-encrypted"),
  ]

  /// Media type of the first row that fits.
  static func mediaType(of head: [UInt8]) -> String? {
    for row in rows where head.count >= row.offset + row.bytes.count {
      guard head[row.offset..<(row.offset + row.bytes.count)].elementsEqual(row.bytes) else { continue }
      if row.offset == 4, [Array("heic".utf8), Array("mif1".utf8)].contains(Array(head[8...].prefix(4))) {
        return "image/heic"
      }
      if row.offset == 8, !head.starts(with: "RIFF".utf8) { continue }
      return row.mediaType
    }
    return nil
  }
}

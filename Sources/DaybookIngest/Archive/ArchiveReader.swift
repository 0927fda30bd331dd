import CArchive
private import Foundation

/// Walks the members of an archive, by libarchive, without trusting anything that the archive says of itself.
///
/// One pass, one member at a time. Sizes are counted, not believed; filters that would start programs are not
/// on.
final class ArchiveReader {
  enum Format {
    case zip, tar, sevenZip, rar, cab
    /// gzip, bzip2, xz, compress, zstd: a tar inside, or one file.
    case compressed
  }

  /// What the archive has next.
  enum Step {
    case member(Member)
    case end
    /// Nothing more can be read. `isEncrypted`: because names are behind a password.
    case broken(reason: String, isEncrypted: Bool)
  }

  struct Member {
    enum Kind { case file, folder, link, special }

    /// As stored; in no certain encoding.
    var name: [UInt8]
    var kind: Kind
    var isEncrypted: Bool
  }

  enum Ending: Equatable {
    case whole
    /// The member's data ends early or is damaged; what came before is good.
    case damaged(reason: String)
    /// `limit` bytes came and there were more.
    case overLimit
  }

  private let archive: OpaquePointer
  private let bytes: SourceBytes
  private let locale: locale_t?

  /// Throws where libarchive cannot make sense of the beginning; `bytes` stays alive as long as the reader.
  init(_ bytes: SourceBytes, format: Format) throws(ConversionError) {
    guard let archive = archive_read_new() else { throw .unreadable(reason: "no memory to unpack it") }
    self.archive = archive
    self.bytes = bytes
    // Names come out as UTF-8 only where the thread's locale is: in the C locale one accent ends the listing.
    locale = newlocale(1 << LC_CTYPE, "C.UTF-8", nil)
    let isOpen = inLocale {
      enable(format)
      return bytes.withBytes { archive_read_open_memory(archive, $0.baseAddress, $0.count) } >= ARCHIVE_WARN
    }
    guard isOpen else { throw .unreadable(reason: "damaged archive: \(reason)") }
  }

  deinit {
    archive_read_free(archive)
    if let locale { freelocale(locale) }
  }

  private func enable(_ format: Format) {
    switch format {
    case .zip: archive_read_support_format_zip(archive)
    case .tar:
      archive_read_support_format_tar(archive)
      archive_read_support_format_empty(archive)
    case .sevenZip: archive_read_support_format_7zip(archive)
    case .rar:
      archive_read_support_format_rar(archive)
      archive_read_support_format_rar5(archive)
    case .cab: archive_read_support_format_cab(archive)
    case .compressed:
      archive_read_support_filter_gzip(archive)
      archive_read_support_filter_bzip2(archive)
      archive_read_support_filter_xz(archive)
      archive_read_support_filter_compress(archive)
      archive_read_support_filter_zstd(archive)
      archive_read_support_format_tar(archive)
      archive_read_support_format_raw(archive)
    }
  }

  func next() -> Step {
    inLocale {
      var entry: OpaquePointer?
      while true {
        let status = archive_read_next_header(archive, &entry)
        if status == ARCHIVE_EOF { return .end }
        if status == ARCHIVE_RETRY { continue }
        guard status >= ARCHIVE_WARN, let entry else {
          return .broken(reason: reason, isEncrypted: archive_read_has_encrypted_entries(archive) > 0)
        }
        return .member(
          Member(
            name: name(of: entry), kind: kind(of: entry), isEncrypted: archive_entry_is_encrypted(entry) != 0)
        )
      }
    }
  }

  private func name(of entry: OpaquePointer) -> [UInt8] {
    guard let name = archive_entry_pathname(entry) ?? archive_entry_pathname_utf8(entry) else { return [] }
    return Array(UnsafeRawBufferPointer(start: name, count: strlen(name)))
  }

  /// Source: POSIX sys/stat.h, S_IFMT and its values, which archive_entry.h repeats as macros that Swift
  /// cannot see.
  private func kind(of entry: OpaquePointer) -> Member.Kind {
    if archive_entry_hardlink(entry) != nil { return .link }
    switch archive_entry_filetype(entry) & 0o170000 {
    case 0o100000, 0: return .file
    case 0o040000: return .folder
    case 0o120000: return .link
    default: return .special
    }
  }

  /// The bytes of the member that `next` gave last, up to `limit`. `alive` is called for each chunk.
  func read(limit: Int, alive: () -> Void) -> (bytes: [UInt8], ending: Ending) {
    var content: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 256 << 10)
    while true {
      let count = chunk.withUnsafeMutableBytes { archive_read_data(archive, $0.baseAddress, $0.count) }
      if count == 0 { return (content, .whole) }
      if count == Int(ARCHIVE_RETRY) { continue }
      // A warning stands for a checksum that does not fit: the data is there and is not to be trusted.
      guard count > 0 else { return (content, .damaged(reason: reason)) }
      let room = limit - content.count
      content.append(contentsOf: chunk[..<min(count, room)])
      alive()
      if count > room { return (content, .overLimit) }
    }
  }

  /// What libarchive says went wrong, in printable ASCII.
  private var reason: String {
    guard let text = archive_error_string(archive) else { return "damaged archive" }
    let bytes = UnsafeRawBufferPointer(start: text, count: min(strlen(text), 200))
    return String(decoding: bytes.map { (0x20..<0x7F).contains($0) ? $0 : 0x3F }, as: UTF8.self)
  }

  private func inLocale<T>(_ body: () -> T) -> T {
    guard let locale else { return body() }
    let before = uselocale(locale)
    defer { uselocale(before) }
    return body()
  }
}

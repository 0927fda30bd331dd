import CArchive
import DaybookCore

/// Packs parts into a ZIP by libarchive, in memory: same parts, same bytes.
///
/// Every member has the first date that a ZIP can hold, and no owner. Source: PKWARE APPNOTE 6.3.10.
enum ZIPWriter {
  struct Failure: Error {
    var reason: String
  }

  private final class Bytes {
    var all: [UInt8] = []
  }

  /// 1 January 1980, 00:00 UTC.
  private static let firstDate = 315_532_800

  static func pack(_ parts: [(name: String, bytes: [UInt8])]) throws(Failure) -> [UInt8] {
    guard let archive = archive_write_new() else { throw Failure(reason: "no memory") }
    defer { archive_write_free(archive) }
    archive_write_set_format_zip(archive)
    // Without the options a member carries the zone and the owner of this machine.
    archive_write_set_options(archive, "zip:compression=deflate,zip:!experimental,zip:hdrcharset=UTF-8")
    archive_write_set_bytes_in_last_block(archive, 1)
    let bytes = Bytes()
    let status = archive_write_open(
      archive, Unmanaged.passUnretained(bytes).toOpaque(), nil,
      { _, data, buffer, length in
        guard let data, let buffer else { return -1 }
        let bytes = Unmanaged<Bytes>.fromOpaque(data).takeUnretainedValue()
        bytes.all.append(contentsOf: UnsafeRawBufferPointer(start: buffer, count: length))
        return la_ssize_t(length)
      }, nil)
    try check(status, archive)
    for part in parts {
      guard let entry = archive_entry_new() else { throw Failure(reason: "no memory") }
      defer { archive_entry_free(entry) }
      archive_entry_set_pathname(entry, part.name)
      archive_entry_set_size(entry, la_int64_t(part.bytes.count))
      archive_entry_set_filetype(entry, UInt32(0o100000))
      archive_entry_set_perm(entry, 0o644)
      archive_entry_set_mtime(entry, time_t(firstDate), 0)
      try check(archive_write_header(archive, entry), archive)
      let written = part.bytes.withUnsafeBytes { archive_write_data(archive, $0.baseAddress, $0.count) }
      if written < 0 { throw Failure(reason: reason(archive)) }
    }
    try check(archive_write_close(archive), archive)
    return withExtendedLifetime(bytes) { bytes.all }
  }

  private static func check(_ status: Int32, _ archive: OpaquePointer) throws(Failure) {
    // A warning leaves the archive whole.
    if status != ARCHIVE_OK, status != ARCHIVE_WARN { throw Failure(reason: reason(archive)) }
  }

  private static func reason(_ archive: OpaquePointer) -> String {
    archive_error_string(archive).map { String(cString: $0) } ?? "the archive cannot be written"
  }
}

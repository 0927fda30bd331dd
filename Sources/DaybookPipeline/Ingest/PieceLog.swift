import DaybookCore
import DaybookStore
private import Foundation

/// What workers have said so far of one long source, so that a run that was interrupted goes on from there.
///
/// A long document is put together from its first page to its last, and what stands on one page decides how
/// the next is read; so answers are kept as they came, and an interrupted document is put together from them
/// again, which takes a tenth of the time. One file for each source of at least `worthwhile` pieces in the
/// folder `STORE-pieces`, gone when the source is finished. Nothing depends on it: what is damaged, cut off or
/// of another build is read again, and where it cannot be written no line is lost but these.
///
/// Shape of the file: a line with the fingerprint of the results, then records: length of the payload
/// (UInt32, little endian), name (32 bytes), the first eight bytes of the payload's SHA-256 (UInt64, little
/// endian), payload (a list of results).
final class PieceLog {
  /// What an answer is about.
  enum Part {
    /// The pages of a piece; nil for the first answer, which names the pieces.
    case pages(piece: Int?)
    /// What was extracted from a stretch.
    case stretch(Int)

    fileprivate var name: String {
      switch self {
      case .pages(nil): Identifier<PieceLog>(of: ["first"]).text
      case .pages(let piece?): Identifier<PieceLog>(of: ["pages", "\(piece)"]).text
      case .stretch(let number): Identifier<PieceLog>(of: ["stretch", "\(number)"]).text
      }
    }
  }

  /// Fewer pieces are read again before anybody notices.
  static let worthwhile = 8
  private static let headLength = 4 + 32 + 8

  private let path: String
  /// Where each payload lies.
  private var places: [String: Range<Int>] = [:]
  private var end = 0

  /// Begins a log, or takes up the one that is there. Nil where it cannot be written.
  init?(of key: ConversionRecord.Key, in folder: String, fingerprint: String) {
    path = PieceLog.path(of: key, in: folder)
    _ = mkdir(folder, 0o700)
    let file = PieceLog.open(path, O_RDWR | O_CREAT)
    guard file >= 0 else { return nil }
    defer { close(file) }
    let line = Array((fingerprint + "\n").utf8)
    if PieceLog.read(file, 0..<line.count) == line {
      end = line.count
      index(file)
    } else {
      guard ftruncate(file, 0) == 0, PieceLog.write(line, to: file, at: 0) else { return nil }
      end = line.count
    }
  }

  /// Whether an interrupted run has left one.
  static func exists(of key: ConversionRecord.Key, in folder: String) -> Bool {
    access(path(of: key, in: folder), R_OK | W_OK) == 0
  }

  static func folder(of store: CaseStore) -> String { store.path + "-pieces" }

  /// How many answers are kept.
  var count: Int { places.count }

  /// The results of a part; nil where they are not there as they were written.
  func results(of part: Part) -> [[UInt8]]? {
    guard let place = places[part.name] else { return nil }
    let file = PieceLog.open(path, O_RDONLY)
    guard file >= 0 else { return nil }
    defer { close(file) }
    guard let head = PieceLog.read(file, (place.lowerBound - 8)..<place.lowerBound),
      let payload = PieceLog.read(file, place),
      PieceLog.number(head[...]) == SHA256Digest(of: payload).prefix64
    else { return nil }
    var reader = WireReader(payload)
    return try? reader.list { reader throws(WireError) in try reader.raw() }
  }

  /// Keeps the results of a part. What does not fit on the disk is not kept.
  func append(_ results: [[UInt8]], of part: Part) {
    let name = part.name
    guard places[name] == nil else { return }
    var writer = WireWriter()
    writer.list(results) { $0.raw($1) }
    let payload = writer.bytes
    guard let length = UInt32(exactly: payload.count) else { return }
    let record =
      PieceLog.bytes(UInt64(length), count: 4) + Array(name.utf8)
      + PieceLog.bytes(SHA256Digest(of: payload).prefix64, count: 8) + payload
    let file = PieceLog.open(path, O_WRONLY)
    guard file >= 0 else { return }
    defer { close(file) }
    guard PieceLog.write(record, to: file, at: end) else {
      ftruncate(file, off_t(end))
      return
    }
    places[name] = (end + PieceLog.headLength)..<(end + record.count)
    end += record.count
  }

  func remove() { unlink(path) }

  /// Removes all that was kept of any source.
  static func removeAll(in folder: String) {
    guard access(folder, F_OK) == 0 else { return }
    try? FileManager.default.removeItem(atPath: folder)
  }

  /// Finds the records; the first that is not whole, and all behind it, are written over.
  private func index(_ file: Int32) {
    while let head = PieceLog.read(file, end..<(end + PieceLog.headLength)) {
      let start = end + PieceLog.headLength
      let length = Int(PieceLog.number(head[..<4]))
      guard length > 0, PieceLog.read(file, (start + length - 1)..<(start + length)) != nil else { break }
      places[String(decoding: head[4..<36], as: UTF8.self)] = start..<(start + length)
      end = start + length
    }
  }

  // MARK: Bytes

  private static func path(of key: ConversionRecord.Key, in folder: String) -> String {
    "\(folder)/\(key.sha256)\(key.suffix.isEmpty ? "" : "-" + key.suffix)"
  }

  private static func open(_ path: String, _ flags: Int32) -> Int32 {
    Foundation.open(path, flags | O_CLOEXEC | O_NOFOLLOW, 0o600)
  }

  /// Nil where the file ends before.
  private static func read(_ file: Int32, _ range: Range<Int>) -> [UInt8]? {
    var filled = 0
    let bytes = [UInt8](unsafeUninitializedCapacity: range.count) { buffer, count in
      while filled < range.count {
        let got = pread(
          file, buffer.baseAddress.map { $0 + filled }, range.count - filled, off_t(range.lowerBound + filled)
        )
        if got < 0, errno == EINTR { continue }
        if got <= 0 { break }
        filled += got
      }
      count = filled
    }
    return bytes.count == range.count ? bytes : nil
  }

  private static func write(_ bytes: [UInt8], to file: Int32, at offset: Int) -> Bool {
    var done = 0
    while done < bytes.count {
      let wrote = bytes.withUnsafeBytes {
        pwrite(file, $0.baseAddress.map { $0 + done }, $0.count - done, off_t(offset + done))
      }
      if wrote < 0, errno == EINTR { continue }
      if wrote <= 0 { return false }
      done += wrote
    }
    return true
  }

  private static func bytes(_ number: UInt64, count: Int) -> [UInt8] {
    (0..<count).map { UInt8(truncatingIfNeeded: number >> UInt64($0 * 8)) }
  }

  private static func number(_ bytes: ArraySlice<UInt8>) -> UInt64 {
    bytes.reversed().reduce(0) { $0 << 8 | UInt64($1) }
  }
}

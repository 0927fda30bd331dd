private import CGMime
private import Foundation

/// Where the messages of a mailbox begin and end, found without reading them.
///
/// Shape: call `next()` until nil; a range of the mailbox gives the same messages as the whole, if it begins
/// at one. A message begins at an envelope line (`EnvelopeLine`), or where a `Content-Length` that fits says
/// that the one before it ends (mboxcl, mboxcl2), so that "From " in a body costs nothing. Runs at the speed
/// of `memmem`. Sources: RFC 4155; qmail's mbox(5) for mboxo, mboxrd, mboxcl and mboxcl2.
struct MailboxSplitter {
  struct Entry: Equatable {
    /// The envelope line with its line break.
    var envelope: Range<Int>
    /// The message: header and body, without the blank line that closes it in the mailbox.
    var message: Range<Int>
    /// Whether its length is that of its `Content-Length` field: then nothing in it was escaped for the
    /// mailbox's sake.
    var isCounted: Bool
  }

  private let bytes: UnsafeRawBufferPointer
  private let end: Int
  private let style: EnvelopeLine.Style
  private var position: Int
  /// Bytes in front of the first envelope line, which belong to no message.
  let preamble: Range<Int>

  init(_ bytes: UnsafeRawBufferPointer, range: Range<Int>? = nil) {
    self.bytes = bytes
    let range = (range ?? 0..<bytes.count).clamped(to: 0..<bytes.count)
    end = range.upperBound
    // The style is the file's, not the piece's: pieces must be cut in the same places as the whole.
    style = EnvelopeLine.style(of: bytes)
    var start = range.lowerBound
    if EnvelopeLine.end(in: bytes, at: start, limit: end, style: style) == nil {
      start = MailboxSplitter.nextEnvelope(in: bytes, from: start, limit: end, style: style)
    }
    preamble = range.lowerBound..<start
    position = start
  }

  /// Where the next message's envelope line begins; the end of the range when there is none.
  var nextStart: Int { position }

  mutating func next() -> Entry? {
    guard position < end, let lineEnd = EnvelopeLine.end(in: bytes, at: position, limit: end, style: style)
    else {
      return nil
    }
    var start = lineEnd
    // sendmail leaves older envelope lines behind the new one, escaped.
    while bytes.starts(with: ">From ", at: start, limit: end) {
      start = bytes.lineEnd(from: start, limit: end)
    }
    var stop = end
    var isCounted = false
    if let counted = countedEnd(of: start) {
      (stop, isCounted) = (counted, true)
    } else {
      stop = MailboxSplitter.nextEnvelope(in: bytes, from: start, limit: end, style: style)
    }
    let entry = Entry(
      envelope: position..<lineEnd, message: start..<max(start, withoutClosingLine(start..<stop)),
      isCounted: isCounted)
    position = stop
    return entry
  }

  private static func nextEnvelope(
    in bytes: UnsafeRawBufferPointer, from start: Int, limit: Int, style: EnvelopeLine.Style
  ) -> Int {
    var position = start
    if position < limit, position > 0, bytes[position - 1] == 0x0A,
      EnvelopeLine.end(in: bytes, at: position, limit: limit, style: style) != nil
    {
      return position
    }
    while let found = bytes.firstOffset(of: "\nFrom ", from: position, limit: limit) {
      if EnvelopeLine.end(in: bytes, at: found + 1, limit: limit, style: style) != nil { return found + 1 }
      position = found + 1
    }
    return limit
  }

  /// The end of a message by its `Content-Length`, where an envelope line or the end of the mailbox stands
  /// just behind it.
  private func countedEnd(of start: Int) -> Int? {
    var line = start
    var length: Int?
    while line < end {
      let next = bytes.lineEnd(from: line, limit: end)
      if bytes[line] == 0x0A || (bytes[line] == 0x0D && next - line == 2) {
        line = next
        break
      }
      if length == nil, bytes[line] | 0x20 == UInt8(ascii: "c"), next - line < 40 {
        length = bytes.numberField("content-length:", in: line..<next)
      }
      line = next
    }
    guard let length, length <= end - line else { return nil }
    var stop = line + length
    for _ in 0..<2 where stop < end {
      if bytes[stop] == 0x0A {
        stop += 1
      } else if bytes[stop] == 0x0D, stop + 1 < end, bytes[stop + 1] == 0x0A {
        stop += 2
      }
    }
    if stop == end { return end }
    return EnvelopeLine.end(in: bytes, at: stop, limit: end, style: style) == nil ? nil : stop
  }

  private func withoutClosingLine(_ range: Range<Int>) -> Int {
    let stop = range.upperBound
    guard stop - 1 > range.lowerBound, bytes[stop - 1] == 0x0A else { return stop }
    let before = bytes[stop - 2] == 0x0D ? stop - 2 : stop - 1
    return before > range.lowerBound && bytes[before - 1] == 0x0A ? before : stop
  }
}

extension UnsafeRawBufferPointer {
  /// The first place of an ASCII needle in a range, by `memmem`.
  func firstOffset(of needle: StaticString, from start: Int, limit: Int) -> Int? {
    guard let baseAddress, start < limit else { return nil }
    guard let found = memmem(baseAddress + start, limit - start, needle.utf8Start, needle.utf8CodeUnitCount)
    else {
      return nil
    }
    return UnsafeRawPointer(found) - baseAddress
  }

  func starts(with prefix: StaticString, at start: Int, limit: Int) -> Bool {
    guard let baseAddress, start >= 0, limit - start >= prefix.utf8CodeUnitCount else { return false }
    return memcmp(baseAddress + start, prefix.utf8Start, prefix.utf8CodeUnitCount) == 0
  }

  /// Just behind the line break of the line at `start`; the limit where there is none.
  func lineEnd(from start: Int, limit: Int) -> Int {
    guard let baseAddress, start < limit, let found = memchr(baseAddress + start, 0x0A, limit - start) else {
      return limit
    }
    return UnsafeRawPointer(found) - baseAddress + 1
  }

  /// The number behind a field name in lower case; nil where the line is another field or holds no number.
  fileprivate func numberField(_ name: StaticString, in line: Range<Int>) -> Int? {
    guard line.count > name.utf8CodeUnitCount else { return nil }
    for index in 0..<name.utf8CodeUnitCount {
      let byte = self[line.lowerBound + index]
      let lower = (0x41...0x5A).contains(byte) ? byte | 0x20 : byte
      if lower != name.utf8Start[index] { return nil }
    }
    var value = 0
    var digits = 0
    for byte in self[(line.lowerBound + name.utf8CodeUnitCount)..<line.upperBound] {
      switch byte {
      case 0x30...0x39 where digits < 15:
        value = value * 10 + Int(byte - 0x30)
        digits += 1
      case 0x20, 0x09, 0x0D, 0x0A: continue
      default: return nil
      }
    }
    return digits > 0 ? value : nil
  }
}

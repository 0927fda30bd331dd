import DaybookCore

/// Shares out text files that are too large to be one document.
///
/// What has twice as many bytes or units (lines, cells) as one document may have comes apart at line breaks;
/// each piece is a child of the file, `big.log#part-3`, with a document of its own. A table's header line
/// stands at the head of each of its parts. Without this, a file of a gigabyte would have to fit into a
/// worker.
enum LargeText {
  /// Bytes of text in one document, and lines or cells: a block costs some 350 bytes of memory.
  static let bytesPerDocument = 8 << 20
  static let unitsPerDocument = 150_000

  /// Names the pieces, or hands out the one asked for. False where the file is small enough to be read whole.
  ///
  /// `units` are the bytes that end a line or a cell. `boundary` gives where the piece that begins at its
  /// second argument may end, at its third or behind.
  static func split(
    _ input: ConversionInput, units: [UInt8] = [0x0A], header: Range<Int>? = nil,
    boundary: (UnsafeRawBufferPointer, Int, Int) -> Int = { bytes, start, index in
      afterLine(bytes, start, index)
    },
    emit: (ConversionPart) -> Void
  ) throws(ConversionError) -> Bool {
    guard let piece = input.piece else {
      let size = input.bytes.withBytes {
        LargeText.size(of: $0, units: units, most: input.options.bytesPerPiece)
      }
      guard input.bytes.count >= 2 * size else { return false }
      let pieces = input.bytes.withBytes { LargeText.pieces(of: $0, size: size, boundary: boundary) }
      if pieces.count < 2 { return false }
      emit(.pieces(pieces))
      return true
    }
    guard case .bytes(let range, let first) = piece else {
      throw .unreadable(reason: "a text file has no piece \(piece)")
    }
    let name = "part-\(first)" + (PathName.fileExtension(input.source.path).map { ".\($0)" } ?? "")
    let head = first == 1 ? [] : header.map { input.bytes.copy($0) } ?? []
    emit(
      .child(
        ChildSource(name: name, bytes: head + input.bytes.copy(range), mediaType: input.source.mediaType)))
    return true
  }

  /// Bytes that one document of this file may have.
  private static func size(of bytes: UnsafeRawBufferPointer, units: [UInt8], most: Int) -> Int {
    let limit = max(min(most, bytesPerDocument), 4096)
    // Too small to have too many units, whatever is in it.
    guard bytes.count > unitsPerDocument else { return limit }
    var count = 1
    for byte in bytes where units.contains(byte) { count += 1 }
    let bytesPerUnit = max(1, bytes.count / count)
    return max(4096, min(limit, bytesPerUnit * unitsPerDocument))
  }

  private static func pieces(
    of bytes: UnsafeRawBufferPointer, size: Int, boundary: (UnsafeRawBufferPointer, Int, Int) -> Int
  ) -> [Piece] {
    var pieces: [Piece] = []
    var start = 0
    while start < bytes.count {
      let rest = bytes.count - start
      let end = rest <= size + size / 2 ? bytes.count : max(start + 1, boundary(bytes, start, start + size))
      pieces.append(.bytes(start..<end, first: pieces.count + 1))
      start = end
    }
    return pieces
  }

  /// Just behind the next line break; where none comes for as long again, behind a space; where there is not
  /// even that, between two characters.
  static func afterLine(_ bytes: UnsafeRawBufferPointer, _ start: Int, _ index: Int) -> Int {
    let end = min(bytes.count, index + (index - start))
    if isUTF16(bytes) { return afterLineUTF16(bytes, index & ~1, end) }
    if let line = bytes[index..<end].firstIndex(of: 0x0A) { return line + 1 }
    if end == bytes.count { return end }
    if let space = bytes[index..<end].firstIndex(of: 0x20) { return space + 1 }
    var cut = index
    while cut < end, bytes[cut] & 0xC0 == 0x80 { cut += 1 }
    return cut
  }

  private static func afterLineUTF16(_ bytes: UnsafeRawBufferPointer, _ start: Int, _ end: Int) -> Int {
    var index = start
    while index + 1 < end {
      if (bytes[index], bytes[index + 1]) == (0x0A, 0) || (bytes[index], bytes[index + 1]) == (0, 0x0A) {
        return index + 2
      }
      index += 2
    }
    return end == bytes.count ? end : start
  }

  static func isUTF16(_ bytes: UnsafeRawBufferPointer) -> Bool {
    bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF])
      || TextDecoding.utf16ByteOrder(bytes) != nil
  }
}

import DaybookCore

/// Shares out text files that are too large to be one document.
///
/// Twice `size` and more comes apart at line breaks; each piece is a child of the file, `big.log#part-3`, with a document of its own.
/// A table's header line stands at the head of each of its parts. Without this, a file of a gigabyte would have to fit into a worker.
enum LargeText {
  /// A block of text costs some 300 bytes of memory, and a line has one: so large may the text of one document be.
  static let bytesPerDocument = 8 << 20

  /// Names the pieces, or hands out the one asked for. False where the file is small enough to be read whole.
  ///
  /// `boundary` gives where the piece that begins at its second argument may end, at its third or behind.
  static func split(
    _ input: ConversionInput, size: Int = bytesPerDocument, header: Range<Int>? = nil,
    boundary: (UnsafeRawBufferPointer, Int, Int) -> Int = { bytes, _, index in afterLine(bytes, index) },
    emit: (ConversionPart) -> Void
  ) throws(ConversionError) -> Bool {
    let size = max(min(size, input.options.bytesPerPiece), 4096)
    guard let piece = input.piece else {
      guard input.bytes.count >= 2 * size else { return false }
      emit(.pieces(input.bytes.withBytes { pieces(of: $0, size: size, boundary: boundary) }))
      return true
    }
    guard case .bytes(let range, let first) = piece else {
      throw .unreadable(reason: "a text file has no piece \(piece)")
    }
    let name = "part-\(first)" + (PathName.fileExtension(input.source.path).map { ".\($0)" } ?? "")
    let head = first == 1 ? [] : header.map { input.bytes.copy($0) } ?? []
    emit(.child(ChildSource(name: name, bytes: head + input.bytes.copy(range), mediaType: input.source.mediaType)))
    return true
  }

  private static func pieces(
    of bytes: UnsafeRawBufferPointer, size: Int, boundary: (UnsafeRawBufferPointer, Int, Int) -> Int
  ) -> [Piece] {
    var pieces: [Piece] = []
    var start = 0
    while start < bytes.count {
      let end = bytes.count - start <= size + size / 2 ? bytes.count : boundary(bytes, start, start + size)
      pieces.append(.bytes(start..<end, first: pieces.count + 1))
      start = end
    }
    return pieces
  }

  /// Just behind the next line break at or after `index`; the end where there is none.
  static func afterLine(_ bytes: UnsafeRawBufferPointer, _ index: Int) -> Int {
    guard isUTF16(bytes) else { return bytes[index...].firstIndex(of: 0x0A).map { $0 + 1 } ?? bytes.count }
    var index = index & ~1
    while index + 1 < bytes.count {
      if (bytes[index], bytes[index + 1]) == (0x0A, 0) || (bytes[index], bytes[index + 1]) == (0, 0x0A) { return index + 2 }
      index += 2
    }
    return bytes.count
  }

  static func isUTF16(_ bytes: UnsafeRawBufferPointer) -> Bool {
    bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) || TextDecoding.utf16ByteOrder(bytes) != nil
  }
}

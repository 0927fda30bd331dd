import CPoppler

/// A second, small look at the objects of a PDF, for what the library does not hand out: which shapes a page
/// paints over its text.
///
/// Only good for sorting out pages that surely hide nothing: whatever it cannot follow (encryption, damage,
/// rare filters) gives nil, and the page is looked at in full. The newest object of a number is taken to be
/// the one that stands last in the file.
final class PDFObjects {
  struct PageEntry {
    var object: Int
    var resources: PDFValue?
    var rotation: Int
  }

  private let bytes: UnsafeRawBufferPointer
  /// Behind the word "obj".
  private var offsets: [Int: Int] = [:]
  /// Objects packed into a stream: number of the stream, place in it.
  private var packed: [Int: (stream: Int, index: Int)] = [:]
  /// The streams of objects that were used last.
  private var unpacked: [Int: (content: [UInt8], offsets: [Int])] = [:]
  /// Bytes that may still be unpacked to find objects: a bomb in a hundred streams ends here.
  private var budget = 256 << 20
  private(set) var pages: [PageEntry] = []
  private let inflater = Inflater()

  /// `bytes` must stay as long as this does.
  init?(_ bytes: UnsafeRawBufferPointer, pageCount: Int) {
    self.bytes = bytes
    guard pageCount > 0, let root = findObjects() else { return nil }
    guard let catalogue = value(root)?.dictionary, let tree = catalogue["Pages"] else { return nil }
    guard walk(tree, limit: pageCount), pages.count == pageCount else { return nil }
  }

  /// The dictionary of a page, 1-based.
  func page(_ number: Int) -> (entry: PageEntry, dictionary: [String: PDFValue])? {
    guard pages.indices.contains(number - 1),
      let found = value(.reference(pages[number - 1].object))?.dictionary
    else { return nil }
    return (pages[number - 1], found)
  }

  /// Follows references; nil where they lead nowhere.
  func value(_ value: PDFValue?) -> PDFValue? {
    var value = value
    for _ in 0..<8 {
      guard case .reference(let number)? = value else { return value }
      value = object(number)
    }
    return nil
  }

  // MARK: Finding objects

  /// Reads the file from end to end for "12 0 obj"; gives the root of the newest trailer, nil for an
  /// encrypted file.
  private func findObjects() -> PDFValue? {
    var streams: [Int] = []
    var start = 0
    while let hit = find(" obj", from: start) {
      start = hit + 4
      guard let number = objectNumber(before: hit) else { continue }
      offsets[number] = start
      packed[number] = nil
      if start < bytes.count, let kind = find("/ObjStm", from: start, to: min(start + 300, bytes.count)),
        find("stream", from: start, to: kind) == nil
      {
        streams.append(number)
      }
    }
    for stream in streams { index(stream) }
    guard find("/Encrypt", from: 0) == nil else { return nil }
    var root: PDFValue?
    start = 0
    while let hit = find("/Root", from: start) {
      start = hit + 5
      var reader = PDFValueReader(bytes, at: start)
      if case .reference(let number)? = reader.value(), value(.reference(number))?.dictionary?["Pages"] != nil
      {
        root = .reference(number)
      }
    }
    return root
  }

  private func find(_ word: StaticString, from start: Int, to end: Int? = nil) -> Int? {
    let end = end ?? bytes.count
    guard start < end, let base = bytes.baseAddress else { return nil }
    guard let hit = daybook_find(base + start, end - start, word.utf8Start, word.utf8CodeUnitCount) else {
      return nil
    }
    return hit - base
  }

  /// The number in front of " obj": digits, space, digits of the generation.
  private func objectNumber(before end: Int) -> Int? {
    var index = end
    func digits() -> Int? {
      var (value, scale, count) = (0, 1, 0)
      while index > 0, count < 9, (0x30...0x39).contains(bytes[index - 1]) {
        index -= 1
        value += Int(bytes[index] - 0x30) * scale
        scale *= 10
        count += 1
      }
      return count > 0 ? value : nil
    }
    guard digits() != nil, index > 0, PDFValueReader.isSpace(bytes[index - 1]) else { return nil }
    while index > 0, PDFValueReader.isSpace(bytes[index - 1]) { index -= 1 }
    return digits()
  }

  /// Enters the objects that a stream holds.
  private func index(_ stream: Int) {
    guard budget > 0, let content = unpack(stream) else { return }
    budget -= content.content.count
    for (place, number) in content.numbers.enumerated()
    where offsets[number].map({ $0 < offsets[stream] ?? 0 }) ?? true {
      packed[number] = (stream, place)
      offsets[number] = nil
    }
  }

  private func unpack(_ stream: Int) -> (content: [UInt8], offsets: [Int], numbers: [Int])? {
    guard let dictionary = object(stream)?.dictionary, let count = dictionary["N"]?.number,
      let first = dictionary["First"]?.number,
      let content = self.stream(.reference(stream)), count >= 0, count < 100_000, first >= 0,
      Int(first) <= content.count
    else { return nil }
    return content.withUnsafeBytes { bytes in
      var reader = PDFValueReader(bytes, at: 0)
      var (numbers, offsets): ([Int], [Int]) = ([], [])
      for _ in 0..<Int(count) {
        guard let number = reader.value()?.number, let offset = reader.value()?.number, number >= 0,
          number < 1e9, offset >= 0,
          offset < 1e9
        else { return nil }
        numbers.append(Int(number))
        offsets.append(Int(first) + Int(offset))
      }
      return (content, offsets, numbers)
    }
  }

  private func object(_ number: Int) -> PDFValue? {
    if let offset = offsets[number] {
      var reader = PDFValueReader(bytes, at: offset)
      return reader.value()
    }
    guard let place = packed[number] else { return nil }
    if unpacked[place.stream] == nil, let found = unpack(place.stream) {
      if unpacked.count >= 16 { unpacked.removeAll(keepingCapacity: true) }
      unpacked[place.stream] = (found.content, found.offsets)
    }
    guard let found = unpacked[place.stream], found.offsets.indices.contains(place.index) else { return nil }
    return found.content.withUnsafeBytes { bytes in
      var reader = PDFValueReader(bytes, at: found.offsets[place.index])
      return reader.value()
    }
  }

  // MARK: Pages

  private func walk(_ tree: PDFValue, limit: Int) -> Bool {
    var waiting: [(value: PDFValue, resources: PDFValue?, rotation: PDFValue?)] = [(tree, nil, nil)]
    var steps = 0
    while let next = waiting.popLast() {
      steps += 1
      guard steps <= limit * 2 + 1_000, case .reference(let number) = next.value,
        let node = object(number)?.dictionary
      else { return false }
      let resources = node["Resources"] ?? next.resources
      let rotation = node["Rotate"] ?? next.rotation
      if let kids = value(node["Kids"])?.array {
        guard waiting.count + kids.count <= limit * 2 + 1_000 else { return false }
        waiting += kids.reversed().map { ($0, resources, rotation) }
      } else {
        let turn = value(rotation)?.number ?? 0
        guard turn.magnitude < 1e6, pages.count < limit else { return false }
        pages.append(PageEntry(object: number, resources: resources, rotation: (Int(turn) % 360 + 360) % 360))
      }
    }
    return true
  }

  // MARK: Streams

  private static let maxStream = 64 << 20

  /// The decoded content of a stream; nil for filters other than Flate and those of letters.
  func stream(_ reference: PDFValue) -> [UInt8]? {
    guard case .reference(let number) = reference, let offset = offsets[number] else { return nil }
    var reader = PDFValueReader(bytes, at: offset)
    guard let dictionary = reader.value()?.dictionary else { return nil }
    reader.skipSpace()
    var start = reader.offset
    guard find("stream", from: start, to: min(start + 6, bytes.count)) == start else { return nil }
    start += 6
    if start < bytes.count, bytes[start] == 0x0D { start += 1 }
    if start < bytes.count, bytes[start] == 0x0A { start += 1 }
    guard let end = streamEnd(from: start, length: value(dictionary["Length"])?.number) else { return nil }
    guard value(dictionary["DecodeParms"]) == nil else { return nil }
    let raw = UnsafeRawBufferPointer(rebasing: bytes[start..<end])
    switch value(dictionary["Filter"]) {
    case nil: return raw.count <= PDFObjects.maxStream ? Array(raw) : nil
    case .name(let name): return decoded(raw, by: name)
    case .array(let filters):
      let names = filters.compactMap { value($0)?.name }
      guard names.count == filters.count, let first = names.first, names.count <= 4 else { return nil }
      var content = decoded(raw, by: first)
      for name in names.dropFirst() {
        content = content.flatMap { packed in packed.withUnsafeBytes { decoded($0, by: name) } }
      }
      return content
    default: return nil
    }
  }

  private func decoded(_ packed: UnsafeRawBufferPointer, by filter: String) -> [UInt8]? {
    guard packed.count <= PDFObjects.maxStream else { return nil }
    switch filter {
    case "FlateDecode", "Fl": return inflater.inflate(packed, limit: PDFObjects.maxStream)
    case "ASCII85Decode", "A85": return ASCIIFilters.base85(packed)
    case "ASCIIHexDecode", "AHx": return ASCIIFilters.hexadecimal(packed)
    default: return nil
    }
  }

  /// The bytes of a JPEG picture as they stand in the file; nil for a stream of another kind.
  func jpeg(_ reference: PDFValue) -> UnsafeRawBufferPointer? {
    guard case .reference(let number) = reference, let offset = offsets[number] else { return nil }
    var reader = PDFValueReader(bytes, at: offset)
    guard let dictionary = reader.value()?.dictionary else { return nil }
    var filter = value(dictionary["Filter"])
    if case .array(let list)? = filter, list.count == 1 { filter = value(list[0]) }
    guard filter?.name == "DCTDecode" else { return nil }
    reader.skipSpace()
    guard find("stream", from: reader.offset, to: min(reader.offset + 6, bytes.count)) == reader.offset else {
      return nil
    }
    var start = reader.offset + 6
    if start < bytes.count, bytes[start] == 0x0D { start += 1 }
    if start < bytes.count, bytes[start] == 0x0A { start += 1 }
    guard let end = streamEnd(from: start, length: value(dictionary["Length"])?.number), end > start else {
      return nil
    }
    return UnsafeRawBufferPointer(rebasing: bytes[start..<end])
  }

  private func streamEnd(from start: Int, length: Double?) -> Int? {
    if let length, length >= 0, length <= Double(bytes.count - start) {
      let end = start + Int(length)
      if find("endstream", from: end, to: min(end + 12, bytes.count)) != nil { return end }
    }
    return find("endstream", from: start)
  }
}

/// Unpacks Flate streams (RFC 1950) with the library that is linked already.
private final class Inflater {
  private let converter = g_zlib_decompressor_new(G_ZLIB_COMPRESSOR_FORMAT_ZLIB)

  deinit { if let converter { g_object_unref(UnsafeMutableRawPointer(converter)) } }

  /// Nil where the data are damaged or longer than `limit`.
  func inflate(_ packed: UnsafeRawBufferPointer, limit: Int) -> [UInt8]? {
    guard let converter, !packed.isEmpty else { return nil }
    let stream = converter
    g_converter_reset(stream)
    var content = [UInt8](repeating: 0, count: min(max(packed.count * 4, 4_096), limit))
    var (consumed, filled) = (0, 0)
    while true {
      var (read, written): (gsize, gsize) = (0, 0)
      let room = content.count - filled
      let result = content.withUnsafeMutableBytes {
        g_converter_convert(
          stream, packed.baseAddress.map { $0 + consumed }, gsize(packed.count - consumed),
          $0.baseAddress.map { $0 + filled },
          gsize(room), G_CONVERTER_INPUT_AT_END, &read, &written, nil)
      }
      consumed += Int(read)
      filled += Int(written)
      if result == G_CONVERTER_FINISHED {
        content.removeLast(content.count - filled)
        return content
      }
      guard result == G_CONVERTER_CONVERTED || room == 0 || filled == content.count else { return nil }
      if filled == content.count {
        guard content.count < limit else { return nil }
        content.append(contentsOf: repeatElement(0, count: min(content.count, limit - content.count)))
      } else if read == 0, written == 0 {
        return nil
      }
    }
  }
}

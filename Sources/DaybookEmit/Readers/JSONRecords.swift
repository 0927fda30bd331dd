/// The records of a JSON file of ours: a head, and an array with one record a line.
struct JSONRecords {
  private let bytes: [UInt8]
  private let format: String
  private let keys: [String]

  init(_ bytes: [UInt8], format: String, keys: [String]) {
    self.bytes = bytes
    self.format = format
    self.keys = keys
  }

  /// Whether the first kilobyte names a format of ours.
  static func mentions(_ format: String, in bytes: [UInt8]) -> Bool {
    let start = bytes.firstIndex { $0 > 0x20 && $0 != 0xEF && $0 != 0xBB && $0 != 0xBF }
    guard let start, bytes[start] == UInt8(ascii: "{") else { return false }
    return ByteSearch.first("\"\(format)\"", in: bytes, to: 1024) != nil
  }

  /// Hands out each record; `body` says whether it could make sense of it. Returns their number, which
  /// `declared` must confirm.
  func forEach(declared: (JSONValue) -> Int?, _ body: (JSONValue) throws -> Bool) throws -> Int {
    guard let start = arrayStart, let head = JSONValue(bytes[..<start] + Array("]}".utf8)) else {
      return try forEachOfWhole(declared: declared, body)
    }
    var count = 0
    var line = bytes[..<start].reduce(1) { $1 == 0x0A ? $0 + 1 : $0 }
    var index = start
    while true {
      guard index < bytes.count else { throw malformed(line, "the list of entries does not end") }
      if bytes[index] == UInt8(ascii: "]") { break }
      var end = bytes[index...].firstIndex(of: 0x0A) ?? bytes.count
      let next = end + 1
      if end > index, bytes[end - 1] == UInt8(ascii: ",") { end -= 1 }
      guard let record = JSONValue(bytes[index..<end]), try body(record) else {
        throw malformed(line, "not an entry")
      }
      count += 1
      line += 1
      index = next
    }
    guard bytes[index...].filter({ $0 > 0x20 }) == Array("]}".utf8) else {
      throw malformed(line, "more behind the entries")
    }
    return try confirmed(count, declared(head))
  }

  private func forEachOfWhole(
    declared: (JSONValue) -> Int?, _ body: (JSONValue) throws -> Bool
  ) throws -> Int {
    guard let root = JSONValue(bytes), root.isObject else { throw malformed(1, "not JSON") }
    var count = 0
    for key in keys {
      guard let value = root[key] else { continue }
      guard let records = value.array else {
        throw malformed(1, "\"\(key)\" is not a list of objects")
      }
      for record in records {
        count += 1
        guard try body(record) else { throw malformed(1, "record \(count) of \"\(key)\" is not an entry") }
      }
    }
    return try confirmed(count, declared(root))
  }

  /// Behind the line that opens the array. No text of JSON holds a line break, so this cannot be found inside
  /// one.
  private var arrayStart: Int? {
    for key in keys {
      let opening = "\n\"\(key)\":[\n"
      if let index = ByteSearch.first(opening, in: bytes) { return index + opening.utf8.count }
    }
    return nil
  }

  private func confirmed(_ count: Int, _ declared: Int?) throws -> Int {
    guard let declared else { throw malformed(1, "the number of entries is missing") }
    guard declared == count else {
      throw OutputReadError.incomplete(format: format, declared: declared, found: count)
    }
    return count
  }

  private func malformed(_ line: Int, _ reason: String) -> OutputReadError {
    .malformed(format: format, line: line, reason: reason)
  }
}

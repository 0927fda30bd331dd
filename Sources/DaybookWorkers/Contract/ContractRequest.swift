import Foundation

/// One line that the contract gives to a worker: a document to read.
///
/// Shape: `{"v":1,"id":…,"uri":"file:///…","sha256":…|null,"bytes":…,"media":…,"opts":{…}}`. Only what the
/// supervisor needs is taken out; the line as a whole goes to the handler.
/// Source: the worker contract, version 1, section "In".
struct ContractRequest: Equatable {
  var id: String
  /// The name of the file, as bytes: the file system's names need not be UTF-8.
  var path: [UInt8]
  /// Lower-case hexadecimal digits, where the plan knows them.
  var sha256: String?
  /// First and last page of a piece, 1-based.
  var pages: [Int]?
  /// The whole line.
  var line: [UInt8]

  init(line: [UInt8]) throws(Malformed) {
    guard line.count <= LineReader.longestLine else {
      throw Malformed(reason: "longer than \(LineReader.longestLine) bytes")
    }
    let fields: Fields
    do {
      fields = try JSONDecoder().decode(Fields.self, from: Data(line))
    } catch {
      throw Malformed(reason: Self.words(for: error))
    }
    guard fields.v == 1 else {
      throw Malformed(reason: "version \(fields.v) of the contract; this worker knows 1")
    }
    guard !fields.id.isEmpty else { throw Malformed(reason: "field \"id\" is empty") }
    if let pages = fields.opts?.pages, pages.count != 2 || pages[0] < 1 || pages[1] < pages[0] {
      throw Malformed(reason: "field \"pages\" is not [first, last], counted from 1")
    }
    if let sha256 = fields.sha256, sha256.utf8.count != 64 || !sha256.utf8.allSatisfy(Self.isLowerHex) {
      throw Malformed(reason: "field \"sha256\" is not 64 lower-case hexadecimal digits")
    }
    id = fields.id
    path = try Self.path(uri: fields.uri)
    sha256 = fields.sha256
    pages = fields.opts?.pages
    self.line = line
  }

  struct Malformed: Error { var reason: String }

  private struct Fields: Decodable {
    struct Options: Decodable { var pages: [Int]? }
    var v: Int
    var id: String
    var uri: String
    var sha256: String?
    var opts: Options?
  }

  /// The path of a `file:` URI without its member (`#…`), percent escapes read as bytes.
  /// Source: RFC 8089, section 2.
  private static func path(uri: String) throws(Malformed) -> [UInt8] {
    let document = uri.utf8.prefix { $0 != UInt8(ascii: "#") }
    let hosts = ["file:///", "file://localhost/"]
    guard let prefix = hosts.first(where: { document.starts(with: $0.utf8) }) else {
      throw Malformed(reason: "field \"uri\" is not a file:/// address")
    }
    if document.contains(UInt8(ascii: "?")) {
      throw Malformed(reason: "field \"uri\" has a query; write %3F for \"?\"")
    }
    var path: [UInt8] = []
    var rest = document.dropFirst(prefix.utf8.count - 1)
    while let byte = rest.popFirst() {
      guard byte == UInt8(ascii: "%") else {
        path.append(byte)
        continue
      }
      guard let high = rest.popFirst().flatMap(hexValue), let low = rest.popFirst().flatMap(hexValue) else {
        throw Malformed(reason: "field \"uri\" has a % without two hexadecimal digits")
      }
      path.append(high << 4 | low)
    }
    if path.contains(0) { throw Malformed(reason: "field \"uri\" holds a NUL byte") }
    return path
  }

  private static func hexValue(_ byte: UInt8) -> UInt8? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
    case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
    case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
    default: nil
    }
  }

  private static func isLowerHex(_ byte: UInt8) -> Bool {
    hexValue(byte) != nil && !(UInt8(ascii: "A")...UInt8(ascii: "F")).contains(byte)
  }

  private static func words(for error: any Error) -> String {
    switch error as? DecodingError {
    case .keyNotFound(let key, _): "field \"\(key.stringValue)\" is missing"
    case .typeMismatch(_, let context), .valueNotFound(_, let context):
      context.codingPath.last.map { "field \"\($0.stringValue)\" is of the wrong type" }
        ?? "not a JSON object"
    case .dataCorrupted, nil: "not JSON"
    @unknown default: "not JSON"
    }
  }
}

/// Rows of a CSV file, one by one.
///
/// Source: RFC 4180; a byte-order mark and bare LF or CR line ends are taken too.
struct CSVRows {
  private let bytes: [UInt8]
  private var index: Int
  /// 1-based line on which the last row began.
  private(set) var line = 0
  private var nextLine = 1

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    index = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
  }

  enum Trouble: Error { case openQuote }

  /// Nil at the end. Throws where a quotation mark is never closed.
  mutating func next() throws(Trouble) -> [[UInt8]]? {
    guard index < bytes.count else { return nil }
    line = nextLine
    var row: [[UInt8]] = []
    while true {
      row.append(try cell())
      guard index < bytes.count else { return row }
      let byte = bytes[index]
      index += 1
      if byte == 0x2C {
        if index == bytes.count {
          row.append([])
          return row
        }
        continue
      }
      if byte == 0x0D, index < bytes.count, bytes[index] == 0x0A { index += 1 }
      nextLine += 1
      return row
    }
  }

  /// Up to the comma or line end behind it, which is left.
  private mutating func cell() throws(Trouble) -> [UInt8] {
    var cell: [UInt8] = []
    if index < bytes.count, bytes[index] == 0x22 {
      index += 1
      while true {
        guard index < bytes.count else { throw .openQuote }
        let byte = bytes[index]
        index += 1
        if byte == 0x22 {
          guard index < bytes.count, bytes[index] == 0x22 else { break }
          index += 1
        } else if byte == 0x0A {
          nextLine += 1
        }
        cell.append(byte)
      }
    }
    while index < bytes.count, bytes[index] != 0x2C, bytes[index] != 0x0A, bytes[index] != 0x0D {
      cell.append(bytes[index])
      index += 1
    }
    return cell
  }

  /// A cell as it was before `CSVText` defused it.
  static func plain(_ cell: [UInt8]) -> [UInt8] {
    cell.first == UInt8(ascii: "'") ? Array(cell.dropFirst()) : cell
  }
}

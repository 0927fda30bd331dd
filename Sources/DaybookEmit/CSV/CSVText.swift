/// Cells as CSV text.
///
/// A spreadsheet takes a cell that begins with `=`, `+`, `-` or `@` for a formula, also behind blanks and in
/// its full-width form, and some versions one behind a tab or a line end. Such a cell gets an apostrophe in
/// front, and so does a cell that begins with one, so that
/// `CSVRows.plain` can take every leading apostrophe off again.
/// Source: RFC 4180; OWASP, "CSV Injection".
enum CSVText {
  /// One row with its CR LF; only text that needs it stands in quotation marks.
  static func row(_ cells: [String]) -> String {
    var row: [UInt8] = []
    append(cells, to: &row)
    return String(decoding: row, as: UTF8.self)
  }

  static func append(_ cells: [String], to out: inout [UInt8]) {
    for (index, cell) in cells.enumerated() {
      if index > 0 { out.append(UInt8(ascii: ",")) }
      if !cell.isEmpty { quote(isRisky(cell) ? "'" + cell : cell, to: &out) }
    }
    out.append(0x0D)
    out.append(0x0A)
  }

  static func defused(_ cell: String) -> String { isRisky(cell) ? "'" + cell : cell }

  static func quoted(_ cell: String) -> String {
    var out: [UInt8] = []
    quote(cell, to: &out)
    return String(decoding: out, as: UTF8.self)
  }

  private static func quote(_ cell: String, to out: inout [UInt8]) {
    var cell = cell
    cell.withUTF8 { bytes in
      guard let first = bytes.first, let last = bytes.last else { return }
      let needsQuotes =
        first <= 0x20 || last <= 0x20
        || bytes.contains { $0 == 0x22 || $0 == 0x2C || $0 == 0x0A || $0 == 0x0D }
      guard needsQuotes else { return out.append(contentsOf: bytes) }
      out.append(0x22)
      for byte in bytes {
        if byte == 0x22 { out.append(0x22) }
        out.append(byte)
      }
      out.append(0x22)
    }
  }

  private static func isRisky(_ cell: String) -> Bool {
    for scalar in cell.unicodeScalars {
      switch scalar {
      case " ", "\u{00A0}", "\u{200B}", "\u{2060}", "\u{FEFF}": continue
      case "=", "+", "-", "@", "'", "\t", "\r", "\n", "＝", "＋", "－", "＠", "\0": return true
      default: return false
      }
    }
    return false
  }
}

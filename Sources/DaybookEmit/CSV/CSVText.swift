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
    cells.map { quoted(defused($0)) }.joined(separator: ",") + "\r\n"
  }

  static func defused(_ cell: String) -> String { isRisky(cell) ? "'" + cell : cell }

  static func quoted(_ cell: String) -> String {
    let needsQuotes =
      cell.utf8.contains { $0 == 0x22 || $0 == 0x2C || $0 == 0x0A || $0 == 0x0D }
      || cell.utf8.first.map { $0 <= 0x20 } == true || cell.utf8.last.map { $0 <= 0x20 } == true
    guard needsQuotes else { return cell }
    var bytes: [UInt8] = [0x22]
    for byte in cell.utf8 {
      if byte == 0x22 { bytes.append(0x22) }
      bytes.append(byte)
    }
    bytes.append(0x22)
    return String(decoding: bytes, as: UTF8.self)
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

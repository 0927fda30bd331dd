/// Reads chronology.ics back: X-DAYBOOK-EVIDENCE of each component.
package struct CalendarReader: OutputReader {
  package let name = "ics"

  package init() {}

  package func fits(_ bytes: [UInt8]) -> Bool {
    ByteSearch.begins(bytes, with: "BEGIN:VCALENDAR")
      && ByteSearch.first("PRODID:-//Daybook//", in: bytes, to: 1024) != nil
  }

  package func read(_ bytes: [UInt8], _ body: (EvidenceClaim) throws -> Void) throws -> Int {
    var declared: Int?
    var (components, count, line) = (0, 0, 1)
    var index = 0
    while index < bytes.count {
      let (content, next, lines) = unfolded(bytes, index)
      defer {
        index = next
        line += lines
      }
      if content.starts(with: "BEGIN:VEVENT".utf8) || content.starts(with: "BEGIN:VJOURNAL".utf8) {
        components += 1
      }
      if content.starts(with: "X-DAYBOOK-ENTRIES:".utf8) {
        declared = ByteSearch.number(content.dropFirst(18))
      }
      guard content.starts(with: "X-DAYBOOK-EVIDENCE:".utf8) else { continue }
      guard let object = JSONValue(plain(content.dropFirst(19))),
        let claims = ClaimJSON.claims(object, id: "entry")
      else { throw OutputReadError.malformed(format: name, line: line, reason: "not evidence of ours") }
      count += 1
      for claim in claims { try body(claim) }
    }
    guard let declared else {
      throw OutputReadError.malformed(format: name, line: 1, reason: "the number of entries is missing")
    }
    guard declared == count, components == count else {
      throw OutputReadError.incomplete(format: name, declared: declared, found: min(count, components))
    }
    return count
  }

  /// A content line with its continuations, where the next begins, and how many lines of the file it took.
  private func unfolded(_ bytes: [UInt8], _ start: Int) -> (content: [UInt8], next: Int, lines: Int) {
    var content: [UInt8] = []
    var index = start
    var lines = 0
    while true {
      let end = bytes[index...].firstIndex(of: 0x0A) ?? bytes.count
      lines += 1
      var slice = bytes[index..<end]
      if slice.last == 0x0D { slice.removeLast() }
      content.append(contentsOf: slice)
      index = end + 1
      guard index < bytes.count, bytes[index] == 0x20 || bytes[index] == 0x09 else {
        return (content, index, lines)
      }
      index += 1
    }
  }

  private func plain(_ value: ArraySlice<UInt8>) -> [UInt8] {
    var out: [UInt8] = []
    var isEscaped = false
    for byte in value {
      if isEscaped {
        out.append(byte == UInt8(ascii: "n") || byte == UInt8(ascii: "N") ? 0x0A : byte)
        isEscaped = false
      } else if byte == 0x5C {
        isEscaped = true
      } else {
        out.append(byte)
      }
    }
    return out
  }
}

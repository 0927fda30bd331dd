/// A subject as it is, and what it is about without the marks of replying and forwarding.
package enum SubjectLine {
  /// Sources: Outlook and other programs in English, German, French, Spanish, Italian, Dutch, Welsh and the
  /// Scandinavian languages.
  private static let replies: Set<[UInt8]> = Set(
    ["re", "aw", "rif", "r", "antw", "atb", "ateb", "sv", "vs", "res", "rép", "ref", "ymateb", "odp"].map {
      Array($0.utf8)
    })
  private static let forwards: Set<[UInt8]> = Set(
    ["fw", "fwd", "wg", "tr", "rv", "i", "doorst", "ymlaen", "ymlaen", "vb", "enc", "rvs", "vl"].map {
      Array($0.utf8)
    })

  /// Whether the outermost mark is one of replying, one of forwarding, or there is none.
  package enum Mark: Hashable, Sendable { case none, reply, forward }

  package static func mark(of subject: some Collection<UInt8>) -> Mark { parse(subject).mark }

  /// Lower case (ASCII and Latin-1), one space between words, without marks.
  package static func base(of subject: some Collection<UInt8>) -> [UInt8] { parse(subject).base }

  /// Folded, without its outermost mark.
  package static func withoutMark(_ subject: some Collection<UInt8>) -> [UInt8] {
    let line = folded(subject)
    guard let colon = line.prefix(12).firstIndex(of: UInt8(ascii: ":")),
      parse(line[...colon]).mark != .none
    else { return line }
    return Array(line[(colon + 1)...].drop { $0 == 0x20 })
  }

  private static func parse(_ subject: some Collection<UInt8>) -> (mark: Mark, base: [UInt8]) {
    var rest = folded(subject)[...]
    var mark = Mark.none
    while true {
      while let first = rest.first, first == 0x20 { rest = rest.dropFirst() }
      guard let colon = rest.prefix(12).firstIndex(of: UInt8(ascii: ":")) else { break }
      // "Re[2]:" and "AW (3):" count the replies.
      let word = Array(rest[..<colon].prefix { (0x61...0x7A).contains($0) || $0 >= 0x80 })
      let counter = rest[rest.index(rest.startIndex, offsetBy: word.count)..<colon]
      let isReply = replies.contains(word)
      guard isReply || forwards.contains(word), counter.allSatisfy({ !(0x61...0x7A).contains($0) }) else {
        break
      }
      if mark == .none { mark = isReply ? .reply : .forward }
      rest = rest[(colon + 1)...]
    }
    return (mark, Array(rest))
  }

  /// Control characters and runs of spaces as one space, none at the ends.
  package static func oneLine(_ bytes: some Collection<UInt8>) -> [UInt8] {
    contiguous(bytes) { bytes in
      var line: [UInt8] = []
      line.reserveCapacity(bytes.count)
      var isSpaced = false
      for byte in bytes {
        if byte <= 0x20 || byte == 0x7F {
          isSpaced = !line.isEmpty
          continue
        }
        if isSpaced { line.append(0x20) }
        isSpaced = false
        line.append(byte)
      }
      return line
    }
  }

  /// Lower case, control characters and runs of spaces as one space, none at the ends.
  package static func folded(_ bytes: some Collection<UInt8>) -> [UInt8] {
    contiguous(bytes) { bytes in
      var line: [UInt8] = []
      line.reserveCapacity(bytes.count)
      var isSpaced = false
      var isLatin = false
      for byte in bytes {
        if byte <= 0x20 || byte == 0x7F {
          isSpaced = !line.isEmpty
          isLatin = false
          continue
        }
        if isSpaced { line.append(0x20) }
        isSpaced = false
        let isUpper = (0x41...0x5A).contains(byte) || isLatin && (0x80...0x9E).contains(byte) && byte != 0x97
        line.append(isUpper ? byte | 0x20 : byte)
        isLatin = byte == 0xC3
      }
      return line
    }
  }

  /// A generic function of one module is not made concrete in another, and would ask for each byte by a call: the
  /// bytes of whatever it is given are taken as they lie in memory.
  private static func contiguous(
    _ bytes: some Collection<UInt8>, _ body: (UnsafeBufferPointer<UInt8>) -> [UInt8]
  ) -> [UInt8] {
    bytes.withContiguousStorageIfAvailable(body) ?? Array(bytes).withUnsafeBufferPointer(body)
  }
}

/// Lines that an agency puts on every page of a release: no words of the paper, and no dates of it.
///
/// Shape: "UNCLASSIFIED U.S. Department of State Case No. … Doc No. … Date: 05/13/2015", over one line or
/// several, and "RELEASE IN PART B5,B6". The date is that of the release: taken for a message's it would be
/// years wrong. Source: releases of the US State Department as published.
enum ReleaseStamp {
  /// Whether a line is one, knowing whether the line with words above it is.
  static func matches(_ line: ArraySlice<UInt8>, afterStamp: Bool) -> Bool {
    guard line.count <= 400, let first = line.first, starts.contains(first | 0x20) else { return false }
    let words = Fold.lower(line)
    if words.starts(with: "release in".utf8) {
      return words.count == 10 || words.starts(with: "release in part".utf8)
        || words.starts(with: "release in full".utf8)
    }
    if words.starts(with: "case no.".utf8) || words.starts(with: "doc no.".utf8) {
      return words.count <= 60 || afterStamp
    }
    if words.starts(with: "unclassified".utf8) {
      return words.count <= 14 || holds(words, "department of state") || holds(words, "state dept")
    }
    if words.starts(with: "u.s. department of state".utf8) {
      return words.count <= 26 || holds(words, "case no.") || afterStamp
    }
    if words.starts(with: "state dept. - produced".utf8) || words.starts(with: "subject to agreement on".utf8)
    {
      return true
    }
    guard afterStamp else { return false }
    if words.starts(with: "date:".utf8) {
      return words.contains { (0x30...0x39).contains($0) } && words.count <= 160
    }
    return words.elementsEqual("full".utf8) || words.starts(with: "part b".utf8) && words.count <= 20
  }

  private static let starts = Set("rcdusfp".utf8)

  private static func holds(_ words: [UInt8], _ part: String) -> Bool {
    BytePattern.contains(words, Array(part.utf8))
  }

  /// A line without the exemption codes of its margin: "Jane Doe B6", "RE: Call B5 1.4(D)".
  ///
  /// Source: 5 U.S.C. 552(b)(1) to (9), as the State Department prints them beside the lines that they are of.
  static func withoutCode(_ line: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    var line = line
    while let space = line.lastIndex(of: 0x20) {
      let word = line[(space + 1)...]
      let isCode =
        word.count == 2 && word.first == UInt8(ascii: "B")
        && (0x31...0x39).contains(word[word.startIndex + 1])
        || (4...6).contains(word.count) && word.starts(with: "1.4(".utf8)
      guard isCode else { break }
      line = line[..<space]
      while line.last == 0x20 { line = line.dropLast() }
    }
    return line
  }
}

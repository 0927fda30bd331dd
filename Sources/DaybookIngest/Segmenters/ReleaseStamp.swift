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
}

/// The comment that a program leaves in a page it saves: from where, and when.
///
/// Source: what Internet Explorer and Chromium ("saved from url="), SingleFile, HTTrack and the Internet
/// Archive write.
struct CaptureNote: Hashable {
  var program: String
  var address: String?
  /// As written.
  var date: String?

  static func read(_ comments: [String]) -> [CaptureNote] { comments.compactMap(read) }

  private static func read(_ comment: String) -> CaptureNote? {
    if let address = between("saved from url=(", nil, in: comment) {
      return CaptureNote(program: "saved from url", address: between(")", nil, in: address))
    }
    if comment.contains("SingleFile") || comment.contains("url:") && comment.contains("saved date:") {
      return CaptureNote(
        program: "SingleFile", address: between("url:", "\n", in: comment),
        date: between("saved date:", "\n", in: comment))
    }
    if let rest = between("Mirrored from ", nil, in: comment), rest.contains("HTTrack") {
      return CaptureNote(
        program: "HTTrack", address: between("", " by HTTrack", in: rest), date: between("], ", nil, in: rest)
      )
    }
    if let rest = between("FILE ARCHIVED ON ", nil, in: comment) {
      return CaptureNote(
        program: "Internet Archive", date: between("", " AND RETRIEVED", in: rest).map(clockFirst))
    }
    return nil
  }

  /// "03:14:15 May 03, 2021" with its date first.
  private static func clockFirst(_ text: String) -> String {
    let words = text.split(separator: " ")
    guard words.count >= 4, words[0].contains(":") else { return text }
    return words.dropFirst().joined(separator: " ") + " " + words[0]
  }

  private static func between(_ start: String, _ end: String?, in text: String) -> String? {
    var bytes = Array(text.utf8)[...]
    if !start.isEmpty {
      guard let found = find(Array(start.utf8), in: bytes) else { return nil }
      bytes = bytes[(found + start.utf8.count)...]
    }
    if let end, let found = find(Array(end.utf8), in: bytes) { bytes = bytes[..<found] }
    let words = Blank.collapsed(Array(bytes))
    return words.isEmpty ? nil : String(decoding: words, as: UTF8.self)
  }

  private static func find(_ words: [UInt8], in bytes: ArraySlice<UInt8>) -> Int? {
    bytes.indices.first { bytes[$0] == words[0] && bytes[$0...].starts(with: words) }
  }
}

package import DaybookCore

/// What is known of a document when its family is looked for.
package struct FamilyMember: Sendable {
  package var document: Document.ID
  package var path: String
  package var mediaType: String
  package var title: String?
  /// Of a web page: where it was, in a form that can be compared.
  package var address: String?
  package var sketch: TextSketch
  /// Words of the file's name without what tells versions apart.
  package var stem: String

  package init(_ document: Document, path: String) {
    self.document = document.id
    self.path = path
    mediaType = document.source.mediaType
    title = document.title.map { FamilyMember.folded($0) }.flatMap { $0.isEmpty ? nil : $0 }
    address = FamilyMember.address(document)
    let body = document.blocks.filter(\.isBody).map(\.bytes)
    sketch = TextSketch(document.text, blocks: body.isEmpty ? [0..<document.text.count] : body)
    stem = FamilyMember.stem(path)
  }

  // MARK: Names

  /// Words that tell one version of a file from another, and no paper from another.
  private static let versionWords: Set<String> = [
    "v", "ver", "version", "draft", "final", "updated", "update", "revised", "revision", "rev", "copy", "new",
    "old",
    "clean", "tracked", "changes", "published", "publication", "signed", "latest", "amended", "captured",
    "capture", "saved", "redline", "comments", "of", "the", "and", "for", "issue", "original", "modified",
  ]

  /// "DPIA attendance v1 (updated).docx" → "dpia attendance".
  static func stem(_ path: String) -> String {
    var name = IdentityReader.fileName(path)
    if let dot = name.lastIndex(of: "."), dot != name.startIndex { name = String(name[..<dot]) }
    let words = folded(name).split(separator: " ").filter { word in
      !versionWords.contains(String(word)) && !word.utf8.contains { Bytes.isDigit($0) }
    }
    return words.joined(separator: " ")
  }

  /// What the names of files begin with in common, up to a word's end: "DPIA attendance"; empty where that says
  /// little.
  package static func sharedName(_ names: [String]) -> String {
    guard let first = names.first, names.count > 1 else { return "" }
    var prefix = Array(first.unicodeScalars)
    for name in names.dropFirst() {
      let other = Array(name.unicodeScalars)
      var count = 0
      while count < min(prefix.count, other.count), prefix[count] == other[count] { count += 1 }
      prefix = Array(prefix.prefix(count))
    }
    if let bracket = prefix.firstIndex(of: "(") { prefix = Array(prefix.prefix(bracket)) }
    let isWhole = names.allSatisfy { $0.unicodeScalars.count == prefix.count }
    if !isWhole, let last = prefix.lastIndex(where: { " _-.".unicodeScalars.contains($0) }) {
      prefix = Array(prefix.prefix(last))
    } else if !isWhole {
      return ""
    }
    var view = String.UnicodeScalarView()
    view.append(contentsOf: prefix)
    let words = String(view).split { " _-.".contains($0) }
    let text = words.joined(separator: " ")
    return text.utf8.count >= 6 && stem(text + ".x").utf8.count >= 5 ? text : ""
  }

  /// Lower-case words with one space between.
  static func folded(_ text: String) -> String {
    var result: [UInt8] = []
    for byte in text.utf8.prefix(300) {
      if Bytes.isWord(byte), byte != 0x5F {
        result.append(byte &- 0x41 < 26 ? byte | 0x20 : byte)
      } else if let last = result.last, last != 0x20 {
        result.append(0x20)
      }
    }
    if result.last == 0x20 { result.removeLast() }
    return String(decoding: result, as: UTF8.self)
  }

  /// The page's own address, without scheme, "www.", query of trackers, fragment and slash at the end.
  private static func address(_ document: Document) -> String? {
    for key in ["canonical", "captured-from", "og:url"] {
      guard let value = document.metadata.first(where: { $0.key == key })?.value else { continue }
      var bytes = Array(value.utf8.prefix(2000))
      if let scheme = bytes.firstRange(of: Array("://".utf8)) { bytes.removeSubrange(..<scheme.upperBound) }
      if bytes.starts(with: Array("www.".utf8)) { bytes.removeFirst(4) }
      if let end = bytes.firstIndex(where: { $0 == 0x23 }) { bytes.removeSubrange(end...) }
      if let query = bytes.firstRange(of: Array("?utm_".utf8)) { bytes.removeSubrange(query.lowerBound...) }
      while bytes.last == 0x2F { bytes.removeLast() }
      let text = String(decoding: bytes, as: UTF8.self).lowercased()
      if text.utf8.contains(0x2F), text.utf8.count > 5 { return text }
    }
    return nil
  }
}

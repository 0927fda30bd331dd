/// A quote in lower case, to look for phrases in: byte by byte, because `String.contains` takes some hundred
/// times as long, and an act is held against hundreds of others.
struct FoldedQuote {
  private let bytes: [UInt8]

  init(_ text: String) { bytes = text.utf8.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 } }

  /// `phrase` is ASCII in lower case.
  func contains(_ phrase: String) -> Bool {
    var phrase = phrase
    return phrase.withUTF8 { phrase in
      guard let first = phrase.first else { return true }
      return bytes.withUnsafeBufferPointer { bytes in
        var start = 0
        while start + phrase.count <= bytes.count {
          if bytes[start] == first, isEqual(bytes, start, phrase) { return true }
          start += 1
        }
        return false
      }
    }
  }

  func containsAny(of phrases: [String]) -> Bool { phrases.contains { contains($0) } }

  private func isEqual(
    _ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ phrase: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    for index in 1..<phrase.count where bytes[start + index] != phrase[index] { return false }
    return true
  }
}

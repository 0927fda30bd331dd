/// Parts of a path in a bundle.
enum PathName {
  /// Behind the last `/` or `#`.
  static func last(_ path: String) -> String {
    let bytes = path.utf8
    let start =
      bytes.lastIndex { $0 == 0x2F || $0 == 0x23 }.map { bytes.index(after: $0) } ?? bytes.startIndex
    return String(path[start...])
  }

  /// Lower case, without the dot: "pdf"; nil where the name has none, or one that no program would give.
  static func fileExtension(_ path: String) -> String? {
    let name = last(path)
    guard let dot = name.utf8.lastIndex(of: 0x2E), dot != name.startIndex else { return nil }
    let text = name[name.utf8.index(after: dot)...].lowercased()
    guard (1...8).contains(text.utf8.count),
      text.utf8.allSatisfy({ (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) })
    else { return nil }
    return text
  }
}

import DaybookCore

/// Finds the paper that a message attaches, by the name of the file.
///
/// In this order: the attachment itself, where the message is native; a file of that name; the paper that
/// the bundle's index lists under that name; a paper of that title; an assessment whose version the name
/// gives, nearest in time.
struct AttachmentLinks {
  private let papers: [ComponentDocument]
  private var byPath: [String: Int] = [:]
  private var byName: [[UInt8]: [Int]] = [:]
  private var byListedName: [[UInt8]: Int] = [:]
  private var byTitle: [[UInt8]: [Int]] = [:]
  private var byVersion: [[UInt8]: [Int]] = [:]

  private static let longestPause = 45

  /// `listed` are names that an index gives, with the paper.
  init(_ papers: [ComponentDocument], listed: [(name: String, paper: Int)]) {
    self.papers = papers
    for (index, paper) in papers.enumerated() {
      if byPath[paper.path] == nil { byPath[paper.path] = index }
      let name = paper.path.split { $0 == "/" || $0 == "#" }.last.map(String.init) ?? paper.path
      byName[AttachmentLinks.folded(name), default: []].append(index)
      if let title = paper.title { byTitle[SubjectLine.folded(title.utf8), default: []].append(index) }
      if let version = paper.version, paper.kind == .dpia || paper.kind == .other {
        byVersion[AttachmentLinks.plain(Array(version.utf8)), default: []].append(index)
      }
    }
    for (name, paper) in listed where byListedName[AttachmentLinks.folded(name)] == nil {
      byListedName[AttachmentLinks.folded(name)] = paper
    }
  }

  /// The paper that `name` is the name of. `path` is that of the native message, nil for a printed one.
  func paper(named name: String, path: String?, sent: CivilDate?) -> Int? {
    if let path, let own = byPath[path + "#" + name] { return own }
    let key = AttachmentLinks.folded(name)
    if let listed = byListedName[key] { return listed }
    if let same = byName[key], let nearest = nearest(same, to: sent, within: nil) { return nearest }
    let stem = AttachmentLinks.stem(key)
    if let same = byTitle[stem], let nearest = nearest(same, to: sent, within: nil) { return nearest }
    guard let version = AttachmentLinks.version(in: stem), let same = byVersion[version] else { return nil }
    let fitting = same.filter { isNamed(stem, papers[$0]) }
    return nearest(fitting, to: sent, within: AttachmentLinks.longestPause)
  }

  /// "dpia …" is an assessment; else the words of the title must be in the name.
  private func isNamed(_ stem: [UInt8], _ paper: ComponentDocument) -> Bool {
    let words = MailboxMatch.words(String(decoding: stem, as: UTF8.self))
    if paper.kind == .dpia, words.contains(Array("dpia".utf8)) || words.contains(Array("assessment".utf8)) {
      return true
    }
    let title = MailboxMatch.words(paper.title)
    return !title.isEmpty && title.allSatisfy { words.contains($0) }
  }

  private func nearest(_ list: [Int], to sent: CivilDate?, within days: Int?) -> Int? {
    guard let sent else { return list.count == 1 ? list[0] : nil }
    var best: (index: Int, distance: Int)?
    for index in list.prefix(256) {
      guard let date = papers[index].date?.when.earliest?.date else { continue }
      // Nobody attaches what is not written yet; a sign-off may follow within days.
      let distance = abs(date.dayNumber - sent.dayNumber) * 2 + (date > sent ? 1 : 0)
      if let days, distance > days * 2 { continue }
      if best.map({ distance < $0.distance }) ?? true { best = (index, distance) }
    }
    return best?.index ?? (list.count == 1 && days == nil ? list[0] : nil)
  }

  static func folded(_ name: String) -> [UInt8] { SubjectLine.folded(name.utf8) }

  /// Without the ending.
  static func stem(_ name: [UInt8]) -> [UInt8] {
    guard let dot = name.lastIndex(of: UInt8(ascii: ".")), name.count - dot <= 6, dot > 0 else { return name }
    return Array(name[..<dot])
  }

  /// "dpia trial v1.1" → "1.1".
  static func version(in stem: [UInt8]) -> [UInt8]? {
    let parts = stem.split {
      $0 == 0x20 || $0 == UInt8(ascii: "_") || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "(")
    }
    for (index, part) in parts.enumerated().reversed() {
      var rest = part
      if rest.first == UInt8(ascii: "v"), rest.count > 1 {
        rest = rest.dropFirst()
      } else if !(index > 0
        && (parts[index - 1].elementsEqual("version".utf8) || parts[index - 1].elementsEqual("v".utf8)))
      {
        continue
      }
      guard let first = rest.first, (0x30...0x39).contains(first),
        rest.allSatisfy({ (0x30...0x39).contains($0) || $0 == UInt8(ascii: ".") })
      else { continue }
      return plain(Array(rest))
    }
    return nil
  }

  /// "1.0" and "1" are one version.
  static func plain(_ version: [UInt8]) -> [UInt8] {
    var version = version
    while version.count > 2, version.suffix(2).elementsEqual(".0".utf8) { version.removeLast(2) }
    return version
  }
}

/// Finds known names of files in running text.
struct NameSearch {
  private var byTail: [UInt64: [(name: [UInt8], index: Int)]] = [:]
  /// One bit for each tail, by a cheap hash: hardly any place of a text gets past it to the table.
  private var mayEnd = [UInt64](repeating: 0, count: 1024)
  private static let tail = 8

  init(_ names: [String]) {
    for (index, name) in names.enumerated() {
      let folded = AttachmentLinks.folded(name)
      guard folded.count >= NameSearch.tail, folded.contains(UInt8(ascii: ".")) else { continue }
      let hash = NameSearch.hash(folded.suffix(NameSearch.tail))
      byTail[hash, default: []].append((folded, index))
      let bit = NameSearch.bit(hash)
      mayEnd[bit >> 6] |= 1 << UInt64(bit & 63)
    }
  }

  /// 0…65535.
  private static func bit(_ hash: UInt64) -> Int { Int((hash &* 0x9E37_79B9_7F4A_7C15) >> 48) }

  private static func hash(_ bytes: some Collection<UInt8>) -> UInt64 {
    bytes.reduce(0) { $0 << 8 | UInt64($1) }
  }

  /// Indices of the names that stand in a text, each once, in order of place.
  func found(in body: [UInt8]) -> [Int] {
    if byTail.isEmpty { return [] }
    let text = SubjectLine.folded(body)
    var found: [Int] = []
    var hash: UInt64 = 0
    for (index, byte) in text.enumerated() {
      hash = hash << 8 | UInt64(byte)
      let bit = NameSearch.bit(hash)
      guard mayEnd[bit >> 6] >> UInt64(bit & 63) & 1 == 1, index + 1 >= NameSearch.tail,
        let names = byTail[hash]
      else { continue }
      // The longest name that ends here.
      let matches = names.filter { name in
        let start = index + 1 - name.name.count
        return start >= 0 && text[start...index].elementsEqual(name.name)
      }
      if let longest = matches.max(by: { $0.name.count < $1.name.count }), !found.contains(longest.index) {
        found.append(longest.index)
        if found.count >= 64 { break }
      }
    }
    return found
  }
}

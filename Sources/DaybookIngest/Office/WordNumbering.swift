/// Numbering of a Word file: definitions, and the count as it stands while the text is read.
///
/// The numbers of a list are nowhere in the file; they are worked out as Word does. Source: ECMA-376 part 1,
/// sections 17.9.
final class WordNumbering: XMLHandler {
  struct Level {
    var start = 1
    var style: ListNumber.Style = .decimal
    var isBullet = false
    var text = ""
    /// Level (1-based) whose next entry starts this one anew; nil for any level above; 0 for never.
    var restart: Int?
    /// All numbers in it as plain decimals.
    var isLegal = false
    var paragraphStyle: String?
  }

  private struct Definition {
    var levels: [Int: Level] = [:]
    /// Name of the list style that holds the levels instead.
    var styleLink: String?
  }

  private struct List {
    var definition: String
    var starts: [Int: Int] = [:]
    var levels: [Int: Level] = [:]
  }

  private var definitions: [String: Definition] = [:]
  private var lists: [String: List] = [:]

  // While reading.
  private var definition: (id: String, value: Definition)?
  private var list: (id: String, value: List)?
  private var level: (index: Int, value: Level)?
  private var overridden: Int?

  // While counting.
  private var counts: [String: [Int: Int]] = [:]
  private var startedLists: Set<String> = []

  func start(_ element: XMLElement) {
    guard element.name.space == .word else { return }
    switch element.local {
    case "abstractNum": definition = (element["abstractNumId"] ?? "", Definition())
    case "numStyleLink": definition?.value.styleLink = element["val"]
    case "num": list = (element["numId"] ?? "", List(definition: ""))
    case "abstractNumId": list?.value.definition = element["val"] ?? ""
    case "lvlOverride": overridden = element.number("ilvl")
    case "startOverride":
      if let overridden { list?.value.starts[overridden] = element.number("val").map(WordNumbering.bounded) }
    case "lvl": level = (element.number("ilvl") ?? 0, Level())
    case "start": level?.value.start = WordNumbering.bounded(element.number("val") ?? 1)
    case "numFmt": setFormat(element["val"] ?? "decimal")
    case "lvlText": level?.value.text = element["val"] ?? ""
    case "lvlRestart": level?.value.restart = element.number("val")
    case "isLgl": level?.value.isLegal = !["0", "false", "off"].contains(element["val"] ?? "1")
    case "pStyle": level?.value.paragraphStyle = element["val"]
    default: break
    }
  }

  func end(_ name: XMLElement.Name) {
    guard name.space == .word else { return }
    switch name.local {
    case "lvl":
      if let level, (0...8).contains(level.index) {
        if list != nil {
          list?.value.levels[level.index] = level.value
        } else {
          definition?.value.levels[level.index] = level.value
        }
      }
      level = nil
    case "lvlOverride": overridden = nil
    case "abstractNum":
      if let definition { definitions[definition.id] = definition.value }
      definition = nil
    case "num":
      if let list { lists[list.id] = list.value }
      list = nil
    default: break
    }
  }

  func text(_: UnsafeBufferPointer<UInt8>) {}

  private static func bounded(_ number: Int) -> Int { min(max(number, 0), 1_000_000) }

  private func setFormat(_ name: String) {
    level?.value.isBullet = name == "bullet"
    level?.value.style =
      switch name {
      case "lowerLetter": .lowerLetter
      case "upperLetter": .upperLetter
      case "lowerRoman": .lowerRoman
      case "upperRoman": .upperRoman
      case "decimalZero": .decimalZero
      case "ordinal": .ordinal
      case "none": .none
      default: .decimal
      }
  }

  // MARK: Counting

  /// The level that a style belongs to by the list's own account.
  func level(ofStyle style: String, in list: String) -> Int? {
    guard let id = lists[list]?.definition else { return nil }
    return definitions[id]?.levels.filter { $0.value.paragraphStyle == style }.keys.min()
  }

  /// The label of the next paragraph of a list, which is hereby counted: "1.2", "(a)", "•"; nil where the
  /// list has none at this level.
  func next(list id: String, level index: Int, styles: WordStyles) -> String? {
    guard let list = lists[id], (0...8).contains(index) else { return nil }
    var name = list.definition
    if let link = definitions[name]?.styleLink, let other = styles.list(ofStyle: link).flatMap({ lists[$0] })
    {
      name = other.definition
    }
    guard let definition = definitions[name] else { return nil }
    func level(_ index: Int) -> Level? { list.levels[index] ?? definition.levels[index] }
    guard let own = level(index) else { return nil }
    if own.isBullet { return BulletTable.sign(for: own.text) }

    var count = counts[name] ?? [:]
    let start = list.starts[index]
    if let start, startedLists.insert("\(id)/\(index)").inserted {
      count[index] = start
    } else {
      count[index] = count[index].map { $0 + 1 } ?? start ?? own.start
    }
    for deeper in count.keys where deeper > index {
      let restart = level(deeper)?.restart
      if restart == nil || restart.map({ $0 > 0 && index < $0 }) == true { count[deeper] = nil }
    }
    for above in 0..<index where count[above] == nil {
      count[above] = list.starts[above] ?? level(above)?.start ?? 1
    }
    counts[name] = count
    return label(own, count, level)
  }

  private func label(_ own: Level, _ count: [Int: Int], _ level: (Int) -> Level?) -> String? {
    var text = ""
    var isPlace = false
    for scalar in own.text.unicodeScalars.prefix(64) {
      if isPlace, ("1"..."9").contains(scalar) {
        let index = Int(scalar.value) - 0x31
        let style = own.isLegal ? .decimal : level(index)?.style ?? .decimal
        text += ListNumber.text(count[index] ?? 1, style: style)
        isPlace = false
      } else if scalar == "%" {
        isPlace = true
      } else {
        text.unicodeScalars.append(scalar)
      }
    }
    let words = String(decoding: Blank.collapsed(Array(text.utf8)), as: UTF8.self)
    return words.isEmpty ? nil : words
  }
}

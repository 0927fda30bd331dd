/// Styles and list styles of an OpenDocument text.
///
/// Source: ODF 1.3 part 3, sections 16.2 (styles), 16.30-16.35 (lists), 19.880 (display levels).
final class OpenDocumentStyles: XMLHandler {
  struct Style {
    var name = ""
    var parent: String?
    var outline: Int?
    var isHidden = false
  }

  struct ListLevel {
    /// Nil for a level without a number or bullet.
    var style: ListNumber.Style?
    var bullet: String?
    var prefix = ""
    var suffix = ""
    var start = 1
    var shownLevels = 1
    /// LibreOffice's own pattern, "%1%.%2%.", which then counts alone.
    var pattern: String?
  }

  private var styles: [String: Style] = [:]
  private var lists: [String: [Int: ListLevel]] = [:]
  private var current: (id: String, style: Style)?
  private var list: String?

  /// The name under which the numbering of headings is kept.
  static let outline = "\u{0}outline"

  func start(_ element: XMLElement) {
    switch element.name.space {
    case .odfStyle:
      if element.local == "style" {
        var style = Style(
          name: element["display-name"] ?? element["name"] ?? "", parent: element["parent-style-name"])
        style.outline = element.number("default-outline-level")
        current = (OpenDocumentStyles.key(element["family"], element["name"]), style)
      } else if element.local == "text-properties", element["display"] == "none" {
        current?.style.isHidden = true
      }
    case .odfText:
      switch element.local {
      case "list-style": list = element["name"]
      case "outline-style": list = OpenDocumentStyles.outline
      case "list-level-style-number", "outline-level-style", "list-level-style-bullet",
        "list-level-style-image":
        addLevel(element)
      default: break
      }
    default: break
    }
  }

  private func addLevel(_ element: XMLElement) {
    guard let list, lists.count < 20_000, let number = element.number("level"), (1...10).contains(number)
    else { return }
    var level = ListLevel()
    if element.local == "list-level-style-bullet" {
      level.bullet = BulletTable.sign(for: element["bullet-char"] ?? "•")
    } else if element.local == "list-level-style-image" {
      level.bullet = "•"
    } else {
      level.style = OpenDocumentStyles.format(element["num-format"] ?? "")
      level.prefix = element["num-prefix"] ?? ""
      level.suffix = element["num-suffix"] ?? ""
      level.start = min(max(element.number("start-value") ?? 1, 0), 1_000_000)
      level.shownLevels = min(max(element.number("display-levels") ?? 1, 1), 10)
      level.pattern = element["num-list-format"]
    }
    lists[list, default: [:]][number] = level
  }

  private static func format(_ name: String) -> ListNumber.Style? {
    switch name {
    case "": nil
    case "a": .lowerLetter
    case "A": .upperLetter
    case "i": .lowerRoman
    case "I": .upperRoman
    case "01", "01, 02, 03, ...": .decimalZero
    default: .decimal
    }
  }

  func end(_ name: XMLElement.Name) {
    if name.space == .odfStyle, name.local == "style" {
      if let current, styles.count < 50_000 { styles[current.id] = current.style }
      current = nil
    } else if name.space == .odfText, name.local == "list-style" || name.local == "outline-style" {
      list = nil
    }
  }

  func text(_: UnsafeBufferPointer<UInt8>) {}

  private static func key(_ family: String?, _ name: String?) -> String {
    (family ?? "paragraph") + "/" + (name ?? "")
  }

  /// What a paragraph is by its style and those that it is based on.
  func paragraph(_ name: String) -> (
    headingLevel: Int?, isTitle: Bool, isContents: Bool, isCaption: Bool, isHidden: Bool
  ) {
    var result: (headingLevel: Int?, isTitle: Bool, isContents: Bool, isCaption: Bool, isHidden: Bool) = (
      nil, false, false, false, false
    )
    var next: String? = name
    for _ in 0..<32 {
      guard let id = next else { break }
      let style = styles[OpenDocumentStyles.key("paragraph", id)]
      let lower = (style?.name ?? id).lowercased().replacingOccurrences("_20_", " ")
      if result.headingLevel == nil {
        result.headingLevel = style?.outline ?? HeadingStyleTable.level(of: lower)
      }
      if HeadingStyleTable.titles.contains(lower) { result.isTitle = true }
      if lower.hasPrefix("contents ") { result.isContents = true }
      if ["caption", "illustration", "table", "figure"].contains(lower) { result.isCaption = true }
      if style?.isHidden == true { result.isHidden = true }
      next = style?.parent
    }
    return result
  }

  func isHiddenSpan(_ name: String) -> Bool {
    styles[OpenDocumentStyles.key("text", name)]?.isHidden ?? false
  }

  func levels(of list: String) -> [Int: ListLevel]? { lists[list] }
}

extension String {
  /// Plain replacement, byte by byte, without Foundation.
  func replacingOccurrences(_ words: String, _ other: String) -> String {
    var result: [UInt8] = []
    let (bytes, needle) = (Array(utf8), Array(words.utf8))
    var index = 0
    while index < bytes.count {
      if !needle.isEmpty, bytes[index...].starts(with: needle) {
        result.append(contentsOf: other.utf8)
        index += needle.count
      } else {
        result.append(bytes[index])
        index += 1
      }
    }
    return String(decoding: result, as: UTF8.self)
  }
}

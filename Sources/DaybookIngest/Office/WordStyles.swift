/// Styles of a Word file: what a paragraph is by the style that it has.
///
/// Source: ECMA-376 part 1, section 17.7.
final class WordStyles: XMLHandler {
  struct Style {
    var name = ""
    var basedOn: String?
    var outline: Int?
    var list: String?
    var listLevel: Int?
    var isHidden = false
  }

  /// A style with what it takes over from those it is based on.
  struct Resolved {
    /// 1…9 for headings.
    var headingLevel: Int?
    var isTitle = false
    var isContents = false
    var isCaption = false
    var list: String?
    /// Nil where the numbering itself says which level belongs to the style.
    var listLevel: Int?
  }

  private var styles: [String: Style] = [:]
  private var current: (id: String, style: Style)?
  private var changeDepth = 0
  private var resolved: [String: Resolved] = [:]

  func start(_ element: XMLElement) {
    guard element.name.space == .word else { return }
    if changeDepth > 0 || element.local.hasSuffix("Change") {
      changeDepth += 1
      return
    }
    switch element.local {
    case "style": current = (element["styleId"] ?? "", Style())
    case "name": current?.style.name = element["val"] ?? ""
    case "basedOn": current?.style.basedOn = element["val"]
    case "outlineLvl": current?.style.outline = element.number("val")
    case "numId": current?.style.list = element["val"]
    case "ilvl": current?.style.listLevel = element.number("val")
    default: break
    }
  }

  func end(_ name: XMLElement.Name) {
    guard name.space == .word else { return }
    if changeDepth > 0 {
      changeDepth -= 1
      return
    }
    if name.local == "style", let current {
      if styles.count < 20_000 { styles[current.id] = current.style }
      self.current = nil
    }
  }

  func text(_: UnsafeBufferPointer<UInt8>) {}

  func style(_ id: String) -> Resolved {
    if let known = resolved[id] { return known }
    var result = Resolved()
    var next: String? = id
    // Styles may be based on each other in a circle.
    for _ in 0..<32 {
      guard let name = next, let style = styles[name] else { break }
      let lower = style.name.lowercased()
      if result.headingLevel == nil {
        if let level = HeadingStyleTable.level(of: style.name) {
          result.headingLevel = level
        } else if let outline = style.outline, (0...8).contains(outline) {
          result.headingLevel = outline + 1
        }
      }
      if HeadingStyleTable.titles.contains(lower) { result.isTitle = true }
      if lower.hasPrefix("toc ") || lower == "table of figures" { result.isContents = true }
      if lower == "caption" { result.isCaption = true }
      if result.list == nil, let list = style.list {
        result.list = list
        result.listLevel = style.listLevel
      }
      next = style.basedOn
    }
    // Files without a styles part still name the style.
    if styles[id] == nil { result.headingLevel = HeadingStyleTable.level(of: id) }
    resolved[id] = result
    return result
  }

  /// The list that a list style stands for.
  func list(ofStyle id: String) -> String? { styles[id]?.list }
}

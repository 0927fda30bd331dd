/// Says what a box is by its element, its role and its names.
enum HTMLBoxes {
  static func box(_ name: String, _ attributes: HTMLAttributes, parent: Int) -> HTMLPage.Box {
    var box = HTMLPage.Box(parent: parent, tag: name)
    let role = attributes["role"]?.lowercased() ?? ""
    box.isMain = name == "main" || role == "main"
    box.isArticle = name == "article" || role == "article" || attributes["itemprop"] == "articleBody"
    box.isFurniture =
      HTMLElementTable.furniture.contains(name) || HTMLElementTable.furnitureRoles.contains(role)
    guard name != "body", name != "html", !box.isMain else { return box }
    let names = [attributes["class"], attributes["id"]].compactMap { $0 }.flatMap(HTMLElementTable.words)
    box.isNamedContent = names.contains { HTMLElementTable.contentWords.contains($0) }
    if !box.isArticle, names.contains(where: { HTMLElementTable.furnitureWords.contains($0) }) {
      // "article-with-sidebar" is the article.
      box.isFurniture =
        box.isFurniture || !box.isNamedContent
        || names.contains { ["comments", "related", "share", "social"].contains($0) }
    }
    return box
  }
}

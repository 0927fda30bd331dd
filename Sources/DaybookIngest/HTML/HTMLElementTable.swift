/// What elements do to the text around them. Source: HTML Living Standard, sections 4.3-4.11 and 15.3
/// (rendering).
enum HTMLElementTable {
  /// Begin and end a block of text.
  static let blocks: Set<String> = [
    "address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details", "dialog",
    "dir", "div", "dl", "dt",
    "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header",
    "hgroup", "hr", "html",
    "legend", "li", "main", "menu", "nav", "ol", "p", "pre", "section", "summary", "table", "tbody", "td",
    "tfoot", "th", "thead",
    "tr", "ul",
  ]

  /// Blocks that hold other blocks, and are weighed as a whole when the main text is looked for.
  static let containers: Set<String> = [
    "article", "aside", "blockquote", "body", "center", "dd", "details", "dialog", "div", "dl", "fieldset",
    "figure", "footer", "form",
    "header", "html", "main", "nav", "ol", "section", "table", "td", "ul", "li",
  ]

  /// Shown to nobody, or no text of the page: left out with all that is in them.
  static let dropped: Set<String> = [
    "script", "style", "noscript", "template", "iframe", "object", "embed", "applet", "svg", "canvas",
    "audio", "video", "map", "select",
    "datalist", "button", "textarea", "noframes", "input",
  ]

  /// Parts of a page that are not what it is about, by element or by `role`. Source: WAI-ARIA 1.2, landmark
  /// roles.
  static let furniture: Set<String> = ["nav", "aside", "footer", "dialog"]
  static let furnitureRoles: Set<String> = [
    "navigation", "complementary", "contentinfo", "search", "menu", "menubar", "dialog", "alertdialog",
    "toolbar", "tooltip", "banner",
  ]

  /// Words in `class` and `id` that site builders give to what stands beside an article, as whole words of
  /// the name.
  ///
  /// Source: the names in use on the test pages of Mozilla's Readability and in the commoner content systems
  /// (WordPress, Drupal, Medium).
  static let furnitureWords: Set<String> = [
    "ad", "ads", "advert", "advertisement", "banner", "breadcrumb", "breadcrumbs", "byline-share", "comments",
    "comment", "cookie",
    "cookies", "disqus", "footer", "masthead", "menu", "modal", "nav", "navbar", "navigation", "newsletter",
    "pager", "pagination",
    "popup", "promo", "promoted", "related", "recommended", "recirc", "replies", "respond", "share",
    "sharing", "sharedaddy", "shoutbox",
    "sidebar", "skip", "social", "sponsor", "sponsored", "subscribe", "toolbar", "widget", "widgets", "jump",
    "outbrain", "taboola",
  ]

  static let contentWords: Set<String> = [
    "article", "body", "content", "entry", "hentry", "main", "page", "post", "story", "text", "blog",
  ]

  /// The words of a class or id: parted by spaces, "-", "_" and a change to capitals.
  static func words(_ name: String) -> [String] {
    var words: [String] = []
    var word: [UInt8] = []
    var wasLower = false
    for byte in name.utf8.prefix(512) {
      let isLetter = (0x61...0x7A).contains(byte | 0x20)
      let isUpper = isLetter && byte & 0x20 == 0
      if !isLetter || isUpper && wasLower {
        if !word.isEmpty { words.append(String(decoding: word, as: UTF8.self)) }
        word = []
      }
      if isLetter { word.append(byte | 0x20) }
      wasLower = isLetter && !isUpper
    }
    if !word.isEmpty { words.append(String(decoding: word, as: UTF8.self)) }
    return words
  }
}

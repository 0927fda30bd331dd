import DaybookCore

/// Finds the part of a page that it is about, and what stands around it: navigation, side columns, footers,
/// comments.
///
/// The main text is the smallest box that holds four fifths of the page's prose. Prose is a run of some
/// length, hardly any of it links, in no box that calls itself something else. On 18 test
/// pages of Mozilla's Readability it has 99.4 % of their words, listings counted, and 98.4 % of its own are
/// among them (`HTMLTests`).
struct HTMLMainText {
  private let page: HTMLPage
  /// For each box: whether it, or a box around it, is furniture.
  private var isFurniture: [Bool] = []
  private var prose: [Int] = []
  private var text: [Int] = []
  private var links: [Int] = []
  private var root = 0
  private var isInside: [Bool] = []

  init(_ page: HTMLPage) {
    self.page = page
    weigh()
    chooseRoot()
    isInside = Array(repeating: false, count: page.boxes.count)
    for index in page.boxes.indices {
      isInside[index] = index == root || index > 0 && isInside[page.boxes[index].parent]
    }
  }

  /// Boxes come before those inside them, so one pass forward hands things down, and one backward adds them
  /// up.
  private mutating func weigh() {
    let count = page.boxes.count
    isFurniture = Array(repeating: false, count: count)
    prose = Array(repeating: 0, count: count)
    text = prose
    links = prose
    for index in 1..<max(count, 1) {
      isFurniture[index] = page.boxes[index].isFurniture || isFurniture[page.boxes[index].parent]
    }
    for run in page.runs {
      text[run.box] += run.words.count
      links[run.box] += run.linkBytes
      if isProse(run), !isFurniture[run.box] { prose[run.box] += run.words.count }
    }
    for index in stride(from: count - 1, to: 0, by: -1) {
      let parent = page.boxes[index].parent
      prose[parent] += prose[index]
      text[parent] += text[index]
      links[parent] += links[index]
    }
  }

  private func isProse(_ run: HTMLPage.Run) -> Bool {
    run.kind != .heading && run.words.count >= 60 && run.linkBytes * 3 <= run.words.count
  }

  private mutating func chooseRoot() {
    guard let total = prose.first, total > 0 else { return }
    // The author's own word counts where it covers half of the prose.
    if let main = page.boxes.indices.first(where: { page.boxes[$0].isMain && prose[$0] * 2 >= total }) {
      root = main
    }
    let articles = page.boxes.indices.filter { page.boxes[$0].isArticle && prose[$0] * 5 >= total * 3 }
    if let article = articles.last {
      root = article
      return
    }
    let within = prose[root]
    for index in page.boxes.indices where index > root && prose[index] * 5 >= within * 4 {
      // A box's number is higher than that of every box around it, so the last one that holds enough is the
      // smallest.
      if ["td", "li", "blockquote"].contains(page.boxes[index].tag), page.boxes[index].tag != "td" {
        continue
      }
      root = index
    }
  }

  /// What a run is in the page: its own kind in the main text, a header before it, a footer behind it.
  func kind(of run: HTMLPage.Run, isBefore: Bool) -> Block.Kind {
    isMain(run) ? run.kind : isBefore ? .header : .footer
  }

  func isMain(_ run: HTMLPage.Run) -> Bool {
    guard isInside[run.box] else { return false }
    guard !isFurniture[run.box] || isFurniture[root] else { return false }
    return !isLinkList(run)
  }

  /// Whether it stands in navigation, a side column or a footer.
  func isAside(_ run: HTMLPage.Run) -> Bool { isFurniture[run.box] && !isFurniture[root] }

  /// An entry of a list that is all links, or a run that is one link, in a box with next to no other text.
  private func isLinkList(_ run: HTMLPage.Run) -> Bool {
    guard run.linkBytes * 5 > run.words.count * 4, run.kind != .heading, run.cell == nil else { return false }
    let box = page.boxes[run.box]
    let around = box.tag == "li" ? box.parent : run.box
    return around != root && links[around] * 5 > text[around] * 4
  }
}

/// What the content of a page paints over its text, or does to make text unseen: a cheap look that decides
/// whether the page is drawn.
///
/// Follows positions and colours, not fonts: it knows where a string begins and not where it ends. Source:
/// ISO 32000-1, 8 and 9.
struct ContentScan {
  /// An opaque shape or picture painted after text, in user space.
  struct Cover {
    var box: UserBox
    var isPicture: Bool
  }

  private(set) var covers: [Cover] = []
  /// Something stands here that can hide text in a way that is not followed.
  private(set) var isUnclear = false
  /// Text was shown in white, or almost, or with little opacity.
  private(set) var hasPaleText = false
  /// Text was shown in an invisible rendering mode.
  private(set) var hasInvisibleText = false
  /// Text was shown in a colour that can be seen.
  private(set) var hasPlainText = false
  /// Where strings begin that stand outside the page.
  private(set) var outside: UserBox?
  /// The largest picture, wherever in the order it is painted.
  private(set) var largestPicture = 0.0
  /// Rectangles filled with black or nearly so, in user space, in the order painted.
  private(set) var blackBoxes: [UserBox] = []
  /// Straight lines along the axes, and bars so thin that they are seen as lines.
  private(set) var rules: [UserBox] = []
  /// Lines and rectangles of the path under way.
  private var segments: [UserBox] = []
  private var bars: [UserBox] = []

  private let objects: PDFObjects
  private let page: UserBox
  private var state = State()
  private var stack: [State] = []
  private var path: UserBox?
  /// The rectangles of the path, while it has nothing else; then the corners of what may be one more.
  private var rectangles: [UserBox] = []
  private var corners: [(x: Double, y: Double)] = []
  private var isOnlyBoxes = true
  private var point = (x: 0.0, y: 0.0)
  private var clips = false
  private var textMatrix = Matrix()
  private var lineMatrix = Matrix()
  private var leading = 0.0
  /// For each point of the page's height, how far left a string shown so far begins there.
  private var firstLeft: [Double]
  private var operators = 0

  private static let maxOperators = 2_000_000
  private static let maxCovers = 200
  private static let maxBoxes = 2000

  private struct State {
    var matrix = Matrix()
    var clip: UserBox?
    var isPale = false
    /// Filling begins in black. Source: ISO 32000-1, table 52.
    var isBlack = true
    var mode = 0
  }

  init(objects: PDFObjects, page: UserBox) {
    self.objects = objects
    self.page = page
    firstLeft = Array(repeating: .infinity, count: Int(max(0, min(page.height, 20_000))) + 2)
  }

  /// Whether anything here can hide a word.
  var isSuspicious: Bool { isUnclear || hasPaleText || hasInvisibleText || !covers.isEmpty }

  mutating func scan(_ content: [UInt8], resources: PDFValue?, depth: Int = 0) {
    content.withUnsafeBytes { bytes in
      var lexer = ContentLexer(bytes)
      while let word = lexer.next() {
        operators += 1
        guard operators < ContentScan.maxOperators, !isUnclear else {
          isUnclear = true
          return
        }
        perform(word, &lexer, resources: resources, depth: depth)
      }
    }
  }

  /// Resources are looked up only where an operator asks for them.
  private func resource(_ kind: String, _ name: String?, in resources: PDFValue?) -> PDFValue? {
    guard let name, let all = objects.value(resources)?.dictionary else { return nil }
    return objects.value(all[kind])?.dictionary?[name]
  }

  private mutating func perform(
    _ word: ContentLexer.Operator, _ lexer: inout ContentLexer, resources: PDFValue?, depth: Int
  ) {
    switch word {
    case "q": if stack.count < 200 { stack.append(state) } else { isUnclear = true }
    case "Q": if let last = stack.popLast() { state = last }
    case "cm": state.matrix = lexer.matrix.times(state.matrix)
    case "m":
      corner(lexer.number(1), lexer.number(0), begins: true)
      point = (lexer.number(1), lexer.number(0))
      extend(point.x, point.y)
    case "l":
      corner(lexer.number(1), lexer.number(0), begins: false)
      segment(to: (lexer.number(1), lexer.number(0)))
      extend(point.x, point.y)
    case "c":
      isOnlyBoxes = false
      extend(lexer.number(5), lexer.number(4))
      extend(lexer.number(3), lexer.number(2))
      extend(lexer.number(1), lexer.number(0))
    case "v", "y":
      isOnlyBoxes = false
      extend(lexer.number(3), lexer.number(2))
      extend(lexer.number(1), lexer.number(0))
    case "re":
      let (x, y) = (lexer.number(3), lexer.number(2))
      rectangle(x, y, lexer.number(1), lexer.number(0))
      extend(x, y)
      extend(x + lexer.number(1), y + lexer.number(0))
      extend(x + lexer.number(1), y)
      extend(x, y + lexer.number(0))
      addBar(x, y, lexer.number(1), lexer.number(0))
    case "f", "F", "f*", "B", "B*", "b", "b*":
      cover(path, isPicture: false)
      keepBlackBoxes()
      draw(bars)
      endPath()
    case "S", "s":
      draw(segments)
      endPath()
    case "n": endPath()
    case "W", "W*": clips = true
    case "sh": cover(state.clip ?? page, isPicture: false)
    case "BI":
      cover(unitSquare, isPicture: true)
      if !lexer.skipInlineImage() { isUnclear = true }
    case "Do": paint(resource("XObject", lexer.name, in: resources), depth: depth, resources: resources)
    case "gs": apply(resource("ExtGState", lexer.name, in: resources))
    case "g", "rg", "k", "sc", "scn":
      state.isPale = isPale(lexer)
      state.isBlack = isBlack(lexer)
    case "cs":
      state.isPale = false
      state.isBlack = true
    case "BT":
      textMatrix = Matrix()
      lineMatrix = Matrix()
    case "Tm":
      lineMatrix = lexer.matrix
      textMatrix = lineMatrix
    case "Td": moveLine(lexer.number(1), lexer.number(0))
    case "TD":
      leading = -lexer.number(0)
      moveLine(lexer.number(1), lexer.number(0))
    case "TL": leading = lexer.number(0)
    case "T*": moveLine(0, -leading)
    case "Tr": state.mode = Int(max(0, min(7, lexer.number(0))))
    case "Tj", "TJ": show(lexer.stringLength)
    case "'", "\"":
      moveLine(0, -leading)
      show(lexer.stringLength)
    default: break
    }
    lexer.clear()
  }

  // MARK: Text

  private mutating func moveLine(_ x: Double, _ y: Double) {
    lineMatrix = Matrix(a: 1, b: 0, c: 0, d: 1, e: x, f: y).times(lineMatrix)
    textMatrix = lineMatrix
  }

  private mutating func show(_ length: Int) {
    guard length > 0 else { return }
    let place = textMatrix.times(state.matrix)
    guard place.e.isFinite, place.f.isFinite else { return }
    if place.f > page.top + 1 || place.f < page.bottom - 4 || place.e > page.right + 1 {
      if length > 1 { outside = (outside ?? UserBox(place.e, place.f)).including(place.e, place.f) }
      return
    }
    if state.mode == 3 || state.mode == 7 {
      hasInvisibleText = true
    } else if state.isPale {
      hasPaleText = true
    } else {
      hasPlainText = true
    }
    // Half a letter of grace: a clip may follow the line of the text closely.
    if let clip = state.clip, place.f < clip.bottom - 6 || place.f > clip.top + 6 || place.e > clip.right + 2
    {
      isUnclear = true
    }
    // Words painted onto a box in a colour that can be seen on it: a label, and nothing is withheld.
    if state.isPale {
      blackBoxes.removeAll {
        $0.left - 1 <= place.e && place.e <= $0.right && $0.bottom - 1 <= place.f && place.f <= $0.top
      }
    }
    let height = row(place.f)
    firstLeft[height] = min(firstLeft[height], place.e)
  }

  private func row(_ y: Double) -> Int { Int(max(0, min(y - page.bottom, Double(firstLeft.count - 1)))) }

  // MARK: Shapes

  private mutating func extend(_ x: Double, _ y: Double) {
    let (px, py) = state.matrix.apply(x, y)
    guard px.isFinite, py.isFinite else { return }
    path = path?.including(px, py) ?? UserBox(px, py)
  }

  private static let maxRules = 20_000
  /// A bar of more points is an area.
  private static let thin = 3.0

  private func box(_ from: (x: Double, y: Double), _ to: (x: Double, y: Double)) -> UserBox? {
    let (a, b) = (state.matrix.apply(from.x, from.y), state.matrix.apply(to.x, to.y))
    guard a.0.isFinite, a.1.isFinite, b.0.isFinite, b.1.isFinite else { return nil }
    return UserBox(a.0, a.1).including(b.0, b.1)
  }

  private mutating func segment(to end: (x: Double, y: Double)) {
    if segments.count < ContentScan.maxRules, let box = box(point, end) { segments.append(box) }
    point = end
  }

  /// A rectangle: its edges where it is stroked, a line where it is thin and filled.
  private mutating func addBar(_ x: Double, _ y: Double, _ width: Double, _ height: Double) {
    guard bars.count < ContentScan.maxRules else { return }
    if let box = box((x, y), (x + width, y + height)) { bars.append(box) }
    let corners = [(x, y), (x + width, y), (x + width, y + height), (x, y + height), (x, y)]
    for (from, to) in zip(corners, corners.dropFirst()) {
      if let box = box(from, to) { segments.append(box) }
    }
  }

  private mutating func draw(_ lines: [UserBox]) {
    for line in lines where rules.count < ContentScan.maxRules {
      if min(line.width, line.height) <= ContentScan.thin { rules.append(line) }
    }
  }

  private mutating func endPath() {
    segments.removeAll(keepingCapacity: true)
    bars.removeAll(keepingCapacity: true)
    if clips {
      let box = path ?? UserBox(0, 0)
      state.clip = state.clip?.intersection(box) ?? box
    }
    clips = false
    path = nil
    rectangles.removeAll()
    corners.removeAll()
    isOnlyBoxes = true
  }

  private var unitSquare: UserBox {
    var box: UserBox?
    for (x, y) in [(0.0, 0.0), (1, 0), (0, 1), (1, 1)] {
      let (px, py) = state.matrix.apply(x, y)
      box = box?.including(px, py) ?? UserBox(px, py)
    }
    return box ?? page
  }

  /// Keeps a shape that may lie over a string shown before: one whose baseline runs into it from the left.
  private mutating func cover(_ box: UserBox?, isPicture: Bool) {
    guard var box else { return }
    if let clip = state.clip { box = box.intersection(clip) }
    box = box.intersection(page)
    if isPicture { largestPicture = max(largestPicture, box.area) }
    guard box.width > 1, box.height > 2 else { return }
    guard firstLeft[row(box.bottom - 1)...row(box.top)].contains(where: { $0 <= box.right }) else { return }
    if covers.count < ContentScan.maxCovers {
      covers.append(Cover(box: box, isPicture: isPicture))
    } else {
      isUnclear = true
    }
  }

  private mutating func paint(_ reference: PDFValue?, depth: Int, resources: PDFValue?) {
    guard let reference, let dictionary = objects.value(reference)?.dictionary else {
      isUnclear = true
      return
    }
    switch objects.value(dictionary["Subtype"])?.name {
    case "Image": cover(unitSquare, isPicture: true)
    case "Form":
      guard depth < 6, let content = objects.stream(reference) else {
        isUnclear = true
        return
      }
      let saved = (state, stack)
      stack = []
      if let numbers = objects.value(dictionary["Matrix"])?.array?.compactMap(\.number), numbers.count == 6 {
        state.matrix = Matrix(
          a: numbers[0], b: numbers[1], c: numbers[2], d: numbers[3], e: numbers[4], f: numbers[5]
        )
        .times(state.matrix)
      }
      scan(content, resources: dictionary["Resources"] ?? resources, depth: depth + 1)
      (state, stack) = saved
    default: isUnclear = true
    }
  }

  // MARK: Boxes

  private mutating func rectangle(_ x: Double, _ y: Double, _ width: Double, _ height: Double) {
    guard state.matrix.b == 0 && state.matrix.c == 0 || state.matrix.a == 0 && state.matrix.d == 0 else {
      isOnlyBoxes = false
      return
    }
    let (first, second) = (state.matrix.apply(x, y), state.matrix.apply(x + width, y + height))
    guard first.0.isFinite, first.1.isFinite, second.0.isFinite, second.1.isFinite else { return }
    if rectangles.count < 500 {
      rectangles.append(UserBox(first.0, first.1).including(second.0, second.1))
    }
  }

  private mutating func corner(_ x: Double, _ y: Double, begins: Bool) {
    if begins { closeCorners() }
    let (px, py) = state.matrix.apply(x, y)
    guard px.isFinite, py.isFinite, corners.count < 8 else {
      isOnlyBoxes = false
      return
    }
    corners.append((px, py))
  }

  /// Four corners, or five the last of which is the first, with sides along the axes.
  private mutating func closeCorners() {
    defer { corners.removeAll() }
    guard !corners.isEmpty else { return }
    var points = corners
    if points.count == 5, abs(points[4].x - points[0].x) < 0.5, abs(points[4].y - points[0].y) < 0.5 {
      points.removeLast()
    }
    guard points.count == 4 else {
      isOnlyBoxes = false
      return
    }
    var box = UserBox(points[0].x, points[0].y)
    for point in points { box = box.including(point.x, point.y) }
    let isBox = points.allSatisfy {
      (abs($0.x - box.left) < 0.5 || abs($0.x - box.right) < 0.5)
        && (abs($0.y - box.bottom) < 0.5 || abs($0.y - box.top) < 0.5)
    }
    if isBox { rectangles.append(box) } else { isOnlyBoxes = false }
  }

  private mutating func keepBlackBoxes() {
    closeCorners()
    guard state.isBlack, isOnlyBoxes else { return }
    for var box in rectangles where blackBoxes.count < ContentScan.maxBoxes {
      if let clip = state.clip { box = box.intersection(clip) }
      box = box.intersection(page)
      // A line of text has five points at least; a rule has less.
      if box.width >= 6, box.height >= 5 { blackBoxes.append(box) }
    }
  }

  private mutating func apply(_ reference: PDFValue?) {
    guard let dictionary = objects.value(reference)?.dictionary else {
      isUnclear = true
      return
    }
    if let mask = objects.value(dictionary["SMask"]), mask.name != "None" { isUnclear = true }
    if let opacity = objects.value(dictionary["ca"])?.number {
      state.isPale = state.isPale || opacity < 0.2
      state.isBlack = state.isBlack && opacity > 0.9
    }
  }

  /// Black or nearly so in any of the usual colour spaces.
  private func isBlack(_ lexer: ContentLexer) -> Bool {
    switch lexer.count {
    case 1: lexer.number(0) < 0.15
    case 3: max(lexer.number(0), lexer.number(1), lexer.number(2)) < 0.15
    case 4: max(lexer.number(3), min(lexer.number(0), lexer.number(1), lexer.number(2))) > 0.85
    default: false
    }
  }

  /// White or nearly so in any of the usual colour spaces; a pattern may be anything.
  private func isPale(_ lexer: ContentLexer) -> Bool {
    switch lexer.count {
    case 0: true
    case 1: lexer.number(0) > 0.92
    case 3: min(lexer.number(0), lexer.number(1), lexer.number(2)) > 0.92
    case 4: max(lexer.number(0), lexer.number(1), lexer.number(2), lexer.number(3)) < 0.08
    default: true
    }
  }
}

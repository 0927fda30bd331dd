import DaybookCore

/// A page as read: runs of text in order, and the boxes that they stand in.
struct HTMLPage {
  /// A run of text between two block boundaries.
  struct Run {
    var kind: Block.Kind
    var words: [UInt8]
    var level = 0
    var label: String?
    var cell: Block.Cell?
    /// Number of the box in `boxes`.
    var box: Int
    /// Bytes of it inside links.
    var linkBytes: Int
    var isTopHeading = false
    /// Dates of `<time datetime>` in it: the attribute, and the bytes of the run that it belongs to.
    var times: [(value: String, bytes: Range<Int>)] = []
  }

  /// An element that holds blocks.
  struct Box {
    var parent: Int
    var tag: String
    var isMain = false
    var isArticle = false
    /// Navigation, a side column, a footer: by element, role, or what its author called it.
    var isFurniture = false
    /// What its author called it says that it holds the text.
    var isNamedContent = false
  }

  struct Table {
    var isNested = false
    var holdsBlocks = false
    var rows = 0
    var columns = 0
    var hasHeaderCells = false
    var headerRows: Set<Int> = []
    var longestCell = 0
  }

  var runs: [Run] = []
  var boxes: [Box] = [Box(parent: 0, tag: "html")]
  var tables: [Table] = []
  var title: String?
  var properties: [MetadataItem] = []
  var linkedData: [[UInt8]] = []
  var comments: [String] = []
  var links = 0
  /// Bytes of text that the page hides from its readers.
  var hiddenBytes = 0
  var isTooDeep = false
}

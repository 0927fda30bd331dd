import DaybookCore

/// What a word processor is told of a stretch of text, of a paragraph's end, or of a table row.
enum RedlineMark: Hashable {
  case kept, deleted, inserted, movedFrom, movedTo

  /// Whether it is there when all changes are accepted, and when all are rejected.
  var isInNew: Bool { self == .kept || self == .inserted || self == .movedTo }
  var isInOld: Bool { self == .kept || self == .deleted || self == .movedFrom }
}

struct RedlineRun: Hashable {
  var mark: RedlineMark
  var text: String
}

/// How a paragraph is set.
struct RedlineStyle: Hashable {
  /// Id of a style in `RedlineStyles`; nil for running text.
  var name: String?
  /// Number or bullet in front, exactly as it is to be read.
  var label: String?
  var level = 0
  /// Line breaks and tabs stand as they are.
  var keepsLines = false
}

struct RedlineParagraph: Hashable {
  var runs: [RedlineRun] = []
  /// Of its end.
  var mark = RedlineMark.kept
  var style = RedlineStyle()
  /// The style in OLD, where it was another.
  var oldStyle: RedlineStyle?
  /// Pairs a stretch that moved away with where it went.
  var move: Int?
}

struct RedlineRow: Hashable {
  var mark = RedlineMark.kept
  /// One list of paragraphs for each column.
  var cells: [[RedlineParagraph]]
  /// Numbers of the tables that it belongs to.
  var oldTable: Int?
  var newTable: Int?
}

enum RedlineItem: Hashable {
  case paragraph(RedlineParagraph)
  case row(RedlineRow)
}

/// The body of a paper with its changes, and what stands in its header and its footer.
struct Redline: Hashable {
  var body: [RedlineItem] = []
  var header: [RedlineParagraph] = []
  var footer: [RedlineParagraph] = []
}

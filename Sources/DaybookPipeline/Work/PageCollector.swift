import DaybookCore
import DaybookIngest

/// Holds back the pages of a PDF until it is known whether this is all of them.
///
/// A document of one piece is put together right here; the pages of a longer one go on to the supervisor,
/// which has them all.
struct PageCollector {
  private let ocrReason: String
  private var head: (document: Document, pageCount: Int)?
  private var layouts: [PageLayout] = []
  private var comesInPieces = false

  init(ocrReason: String) { self.ocrReason = ocrReason }

  /// What can be handed on at once.
  mutating func take(_ part: ConversionPart) -> [ConversionPart] {
    switch part {
    case .head(let document, let pageCount):
      head = (document, pageCount)
      return []
    case .layout(let layout):
      layouts.append(layout)
      return []
    case .pieces(let pieces):
      comesInPieces = comesInPieces || !pieces.isEmpty
      guard let head else { return [part] }
      self.head = nil
      return [.head(head.document, pageCount: head.pageCount), part]
    default: return [part]
    }
  }

  /// The document when no piece is missing, else the pages, which belong to the supervisor; with the head where
  /// only pictures of pages are still to be read.
  mutating func finish(isPiece: Bool) -> (
    documents: [Document], head: (document: Document, pageCount: Int)?, layouts: [PageLayout]
  ) {
    guard !isPiece, !comesInPieces, let head else { return ([], nil, layouts) }
    if layouts.contains(where: \.wantsOCR) { return ([], head, layouts) }
    var assembler = PageAssembler(head: head.document, ocrReason: ocrReason)
    var documents: [Document] = []
    for layout in layouts { documents += assembler.add(layout) }
    return (documents + assembler.finish(), nil, [])
  }
}

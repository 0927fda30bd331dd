import CPoppler
package import DaybookCore

/// One entry of a PDF's own table of contents.
///
/// Kept in the document's metadata under the key "outline" as level, page and title: `1 12 Annex B`. Page 0
/// stands for a place outside the file.
package struct OutlineEntry: Hashable, Sendable {
  /// 1 is the outermost.
  package var level: Int
  /// 1-based; 0 where it leads nowhere.
  package var page: Int
  package var title: String

  package init(level: Int, page: Int, title: String) {
    self.level = level
    self.page = page
    self.title = title
  }

  /// Nil for metadata of another kind.
  package init?(_ item: MetadataItem) {
    guard item.key == "outline" else { return nil }
    let parts = item.value.split(separator: " ", maxSplits: 2, omittingEmptySubsequences: false)
    guard parts.count == 3, let level = Int(parts[0]), let page = Int(parts[1]) else { return nil }
    self.init(level: level, page: page, title: String(parts[2]))
  }

  package var metadata: MetadataItem { MetadataItem("outline", "\(level) \(page) \(title)") }
}

/// Reads the outline, however its author broke it: loops and endless lists end at the limits.
struct PDFOutline {
  private static let maxEntries = 5_000
  private static let maxDepth = 16

  private(set) var entries: [OutlineEntry] = []

  init(_ file: PDFFile) {
    guard let iterator = poppler_index_iter_new(file.document) else { return }
    defer { poppler_index_iter_free(iterator) }
    read(iterator, level: 1, of: file)
  }

  private mutating func read(_ iterator: OpaquePointer, level: Int, of file: PDFFile) {
    repeat {
      guard entries.count < PDFOutline.maxEntries else { return }
      if let action = poppler_index_iter_get_action(iterator) {
        if let entry = PDFOutline.entry(action, level: level, of: file) { entries.append(entry) }
        poppler_action_free(action)
      }
      if level < PDFOutline.maxDepth, let child = poppler_index_iter_get_child(iterator) {
        read(child, level: level + 1, of: file)
        poppler_index_iter_free(child)
      }
    } while poppler_index_iter_next(iterator) != 0
  }

  private static func entry(_ action: UnsafeMutablePointer<PopplerAction>, level: Int, of file: PDFFile)
    -> OutlineEntry?
  {
    guard let title = action.pointee.any.title, title.pointee != 0 else { return nil }
    var page = 0
    if action.pointee.type == POPPLER_ACTION_GOTO_DEST, let target = action.pointee.goto_dest.dest {
      page = Int(target.pointee.page_num)
      // A named destination comes as page 0 and has to be looked up.
      if target.pointee.type == POPPLER_DEST_NAMED, let name = target.pointee.named_dest,
        let found = poppler_document_find_dest(file.document, name)
      {
        page = Int(found.pointee.page_num)
        poppler_dest_free(found)
      }
    }
    let text = String(cString: title).split(whereSeparator: \.isWhitespace).joined(separator: " ")
    return text.isEmpty
      ? nil : OutlineEntry(level: level, page: (1...file.pageCount).contains(page) ? page : 0, title: text)
  }
}

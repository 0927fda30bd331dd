import CPoppler
import DaybookCore

/// Reads the words that annotations carry: sticky notes, free text, comments on highlights.
enum PDFNotes {
  private static let maxNotes = 1_000

  static func notes(on page: OpaquePointer) -> [PageLayout.Note] {
    guard let list = poppler_page_get_annot_mapping(page) else { return [] }
    defer { poppler_page_free_annot_mapping(list) }
    var notes: [PageLayout.Note] = []
    for item in PDFList(list) {
      let mapping = item.assumingMemoryBound(to: PopplerAnnotMapping.self).pointee
      guard notes.count < maxNotes, let annotation = mapping.annot, isWorded(annotation),
        let text = PDFFile.take(poppler_annot_get_contents(annotation)), !isBlank(text)
      else { continue }
      var note = PageLayout.Note(text: text)
      if g_type_check_instance_is_a(
        UnsafeMutableRawPointer(annotation).assumingMemoryBound(to: GTypeInstance.self),
        poppler_annot_markup_get_type())
        != 0
      {
        note.author = PDFFile.take(poppler_annot_markup_get_label(annotation))
      }
      note.date = PDFFile.take(poppler_annot_get_modified(annotation)).flatMap(PDFDate.timex)
      notes.append(note)
    }
    return notes
  }

  /// Boxes of annotations that may be painted over text.
  static func covers(on page: OpaquePointer) -> [PageBox] {
    guard let list = poppler_page_get_annot_mapping(page) else { return [] }
    defer { poppler_page_free_annot_mapping(list) }
    var (width, height) = (0.0, 0.0)
    poppler_page_get_size(page, &width, &height)
    var boxes: [PageBox] = []
    for item in PDFList(list) {
      let mapping = item.assumingMemoryBound(to: PopplerAnnotMapping.self).pointee
      guard boxes.count < maxNotes, let annotation = mapping.annot else { continue }
      switch poppler_annot_get_annot_type(annotation) {
      case POPPLER_ANNOT_LINK, POPPLER_ANNOT_POPUP, POPPLER_ANNOT_TEXT: continue
      default: break
      }
      let area = mapping.area
      boxes.append(
        PageBox(
          left: PDFPageText.tenths(min(area.x1, area.x2)),
          top: PDFPageText.tenths(height - max(area.y1, area.y2)),
          right: PDFPageText.tenths(max(area.x1, area.x2)),
          bottom: PDFPageText.tenths(height - min(area.y1, area.y2))))
    }
    return boxes
  }

  /// Links, widgets, pop-ups and printer's marks carry no words of a reader.
  private static func isWorded(_ annotation: OpaquePointer) -> Bool {
    switch poppler_annot_get_annot_type(annotation) {
    case POPPLER_ANNOT_LINK, POPPLER_ANNOT_WIDGET, POPPLER_ANNOT_POPUP, POPPLER_ANNOT_PRINTER_MARK,
      POPPLER_ANNOT_TRAP_NET, POPPLER_ANNOT_UNKNOWN:
      false
    default: true
    }
  }

  private static func isBlank(_ text: String) -> Bool { !text.utf8.contains { $0 > 0x20 } }
}

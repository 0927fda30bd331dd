import CPoppler
import DaybookCore

/// An open PDF. Not to be used by two threads at once.
final class PDFFile {
  let document: OpaquePointer
  /// As the file claims; see `plausiblePageCount`.
  let pageCount: Int
  /// A look of our own at the same bytes; nil where they cannot be followed.
  private(set) lazy var objects: PDFObjects? = withBytes { PDFObjects($0, pageCount: pageCount) }
  /// The library reads from these for as long as the document is open.
  private let bytes: SourceBytes

  init(_ bytes: SourceBytes) throws(ConversionError) {
    self.bytes = bytes
    var problem: UnsafeMutablePointer<GError>?
    let content = bytes.withBytes { g_bytes_new_static($0.baseAddress, gsize($0.count)) }
    defer { g_bytes_unref(content) }
    guard let document = poppler_document_new_from_bytes(content, nil, &problem) else {
      let isEncrypted = problem.map { $0.pointee.code == Int32(POPPLER_ERROR_ENCRYPTED.rawValue) } ?? false
      let reason = problem.flatMap { String(validatingCString: $0.pointee.message) } ?? "unknown reason"
      if let problem { g_error_free(problem) }
      throw isEncrypted ? .encrypted : .unreadable(reason: "cannot be opened as PDF: \(reason)")
    }
    self.document = document
    pageCount = Int(poppler_document_get_n_pages(document))
  }

  deinit { g_object_unref(UnsafeMutableRawPointer(document)) }

  /// No more pages than the bytes could hold: a page takes four bytes even where it is packed well.
  var plausiblePageCount: Int { min(max(pageCount, 0), bytes.count / 4 + 1) }

  func withBytes<T>(_ body: (UnsafeRawBufferPointer) throws -> T) rethrows -> T { try bytes.withBytes(body) }

  /// Page `number`, 1-based; nil where it cannot be loaded. It is closed again behind `body`.
  func withPage<T>(_ number: Int, _ body: (OpaquePointer) -> T) -> T? {
    guard number >= 1, number <= pageCount, let page = poppler_document_get_page(document, Int32(number - 1))
    else {
      return nil
    }
    defer { g_object_unref(UnsafeMutableRawPointer(page)) }
    return body(page)
  }

  /// Takes over a string of the library.
  static func take(_ text: UnsafeMutablePointer<CChar>?) -> String? {
    guard let text else { return nil }
    defer { g_free(text) }
    let taken = String(cString: text)
    return taken.isEmpty ? nil : taken
  }
}

/// Walks a list of the library.
struct PDFList: Sequence, IteratorProtocol {
  private var node: UnsafeMutablePointer<GList>?

  init(_ list: UnsafeMutablePointer<GList>?) { node = list }

  mutating func next() -> UnsafeMutableRawPointer? {
    while let current = node {
      node = current.pointee.next
      if let data = current.pointee.data { return data }
    }
    return nil
  }
}

import CPoppler
import DaybookCore

/// Takes the files out that are attached to a PDF.
enum PDFAttachments {
  static func children(of file: PDFFile, options: ConversionOptions, emit: (ConversionPart) -> Void) {
    guard poppler_document_has_attachments(file.document) != 0,
      let list = poppler_document_get_attachments(file.document)
    else { return }
    defer {
      for item in PDFList(list) { g_object_unref(item) }
      g_list_free(list)
    }
    var room = options.maxUnpackedBytes
    for (number, item) in PDFList(list).enumerated() {
      guard number < options.maxMembers else {
        emit(
          .finding(
            Finding(
              "too-many-attachments", .loss,
              "more than \(options.maxMembers) attachments; the rest is left out")))
        return
      }
      let attachment = item.assumingMemoryBound(to: PopplerAttachment.self)
      let name = safeName(
        poppler_attachment_get_name(attachment).map { String(cString: $0) }, number: number + 1)
      let collector = Collector(limit: min(room, options.maxRatio * max(file.withBytes(\.count), 1 << 20)))
      let saved = poppler_attachment_save_to_callback(
        attachment,
        { content, count, data, _ in
          guard let content, let data else { return 0 }
          return Unmanaged<Collector>.fromOpaque(data).takeUnretainedValue().add(content, Int(count)) ? 1 : 0
        }, Unmanaged.passUnretained(collector).toOpaque(), nil)
      guard saved != 0 else {
        let reason = collector.isOverLimit ? "is larger than the limit" : "cannot be read"
        emit(.finding(Finding("attachment-lost", .loss, "attachment \(number + 1) \(reason)")))
        continue
      }
      room -= collector.bytes.count
      emit(.child(ChildSource(name: name, bytes: collector.bytes)))
    }
  }

  /// The last part of the name, without what a path could be made of.
  static func safeName(_ name: String?, number: Int) -> String {
    let last =
      (name ?? "").utf8.split { $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: "\\") }.last.map(Array.init)
      ?? []
    let kept = last.filter { $0 >= 0x20 && $0 != 0x7F && $0 != UInt8(ascii: "#") }
    let text = String(decoding: kept.prefix(255), as: UTF8.self)
    return text.isEmpty || text == "." || text == ".." ? "attachment-\(number)" : text
  }

  private final class Collector {
    private(set) var bytes: [UInt8] = []
    private(set) var isOverLimit = false
    private let limit: Int

    init(limit: Int) { self.limit = limit }

    func add(_ content: UnsafePointer<CChar>, _ count: Int) -> Bool {
      guard bytes.count + count <= limit else {
        isOverLimit = true
        return false
      }
      bytes.append(contentsOf: UnsafeRawBufferPointer(start: content, count: count))
      return true
    }
  }
}

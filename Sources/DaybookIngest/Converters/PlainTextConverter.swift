import DaybookCore

/// Reads a plain-text file as one document.
///
/// Shape: `notes.txt` → one `Document`, no children; the text of a UTF-8 file without byte order mark is its
/// bytes, line breaks included. One block a heading, paragraph or list entry; form feeds part pages. Bytes
/// that are not text become U+FFFD (NULs a space) and one `replaced-bytes` finding. A very long file comes as
/// children of some 8 MiB, each whole lines.
struct PlainTextConverter: Converter {
  let name = "plain-text"
  let version = 1
  let signature = Signature(mediaTypes: ["text/plain"], extensions: ["txt", "text", "log"])

  func convert(_ input: ConversionInput, emit: (ConversionPart) -> Void) throws(ConversionError) {
    if try LargeText.split(input, emit: emit) { return }
    let decoded = input.bytes.withBytes { TextDecoding.decode($0) }
    let blocks = PlainTextLayout.blocks(of: decoded.bytes)
    emit(
      .document(
        Document(
          source: input.source, title: TextTitle.title(of: blocks, in: decoded.bytes), text: decoded.bytes,
          pages: TextPages.pages(of: decoded.bytes), blocks: blocks,
          metadata: [MetadataItem("encoding", decoded.encoding)],
          provenance: provenance(for: input), findings: decoded.findings)))
  }
}

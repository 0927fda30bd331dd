import DaybookCore

/// Reads a Markdown file as one document.
///
/// Shape: `privacy.md` → one `Document`, no children; the text is that of the file, marks and all, as for
/// plain text, and blocks leave out the marks at their beginning: "## ", "- ", "> ". Front matter gives
/// title, author and dates.
/// Source: CommonMark 0.31, GitHub's tables; only what lays text out, not what sets it in bold.
struct MarkdownConverter: Converter {
  let name = "markdown"
  let version = 2
  let signature = Signature(mediaTypes: ["text/markdown"], extensions: ["md", "markdown"])

  func convert(_ input: ConversionInput, emit: (ConversionPart) -> Void) throws(ConversionError) {
    if try LargeText.split(input, emit: emit) { return }
    let decoded = input.bytes.withBytes { TextDecoding.decode($0) }
    var layout = MarkdownLayout(decoded.bytes)
    layout.run()
    let heading = TextTitle.title(of: layout.blocks, in: decoded.bytes)
    emit(
      .document(
        Document(
          source: input.source, title: layout.frontMatter.title ?? heading, text: decoded.bytes,
          blocks: layout.blocks,
          dates: layout.frontMatter.dates,
          metadata: [MetadataItem("encoding", decoded.encoding)] + layout.frontMatter.items,
          provenance: provenance(for: input), findings: decoded.findings)))
  }
}

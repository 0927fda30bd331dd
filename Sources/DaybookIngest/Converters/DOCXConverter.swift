import DaybookCore

/// Reads a Word file (DOCX, DOCM, DOTX, flat OPC) as one document.
///
/// Shape: `dpia.docx` → one `Document`; embedded files and inserted chunks → children; no pages, for Word
/// makes them anew at each printing. The text reads as if every tracked change were accepted, or
/// rejected, as the options say; see `OfficeText` for what stands behind it. List numbers are worked out as Word does and stand in
/// `Block.label`, not in the text. Created and modified dates come from the file's properties.
struct DOCXConverter: Converter {
  let name = "docx"
  let version = 3
  let signature = Signature(
    mediaTypes: [MediaType.docx, "application/vnd.ms-word.flat-opc"], extensions: ["docx", "docm", "dotx"])

  func convert(_ input: ConversionInput, emit: (ConversionPart) -> Void) throws(ConversionError) {
    let package = try OfficePackage(input)
    let main = Relationships(of: "", in: package).first("officeDocument") ?? "word/document.xml"
    let document = WordDocument(package, main: main, reading: input.options.tracked)
    guard document.read() else { throw .unreadable(reason: "the file has no document part") }
    let properties = OfficeProperties()
    for part in ["docProps/core.xml", "docProps/app.xml", "docProps/custom.xml"] {
      package.read(part, into: properties)
    }

    let finished = document.finish()
    var findings = package.findings
    if package.pictures > 0 {
      findings.append(
        Finding("pictures", .note, "\(package.pictures) pictures in the file; words in them were not read"))
    }
    emit(
      .document(
        Document(
          source: input.source, title: document.title ?? properties.title ?? document.firstHeading,
          text: finished.text,
          blocks: finished.blocks, dates: properties.dates, metadata: properties.items,
          provenance: provenance(for: input),
          findings: findings, tracked: document.tracked, comments: document.comments(in: finished.text))))
    for child in package.embedded + document.inserts { emit(.child(child)) }
  }
}

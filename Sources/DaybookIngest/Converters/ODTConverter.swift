import DaybookCore

/// Reads an OpenDocument text (ODT, OTT, flat ODT) as one document.
///
/// Shape: as for Word files: `DOCXConverter` and `OfficeText` say what goes where.
struct ODTConverter: Converter {
  let name = "odt"
  let version = 2
  let signature = Signature(
    mediaTypes: [MediaType.odt, "application/vnd.oasis.opendocument.text-flat-xml"],
    extensions: ["odt", "ott", "fodt"])

  func convert(_ input: ConversionInput, emit: (ConversionPart) -> Void) throws(ConversionError) {
    let package = try OfficePackage(input)
    let manifest = OpenDocumentManifest()
    if package.bytes(of: "META-INF/manifest.xml") != nil {
      package.read("META-INF/manifest.xml", into: manifest)
    }
    if manifest.isEncrypted { throw .encrypted }

    let styles = OpenDocumentStyles()
    package.read("styles.xml", into: styles)
    package.read("content.xml", into: styles)
    let body = OpenDocumentReader(styles, reading: input.options.tracked)
    guard package.read("content.xml", into: body) else {
      throw .unreadable(reason: "the file has no content part")
    }
    body.finish()
    let furniture = OpenDocumentFurniture()
    package.read("styles.xml", into: furniture)
    let properties = OfficeProperties(isOpenDocument: true)
    package.read("meta.xml", into: properties)

    var text = body.text
    for (kind, words) in furniture.paragraphs { text.addFurniture(kind, words) }
    let finished = text.finish(headerRows: body.tables.headerRows, widths: body.tables.widths)
    var findings = package.findings
    if package.pictures > 0 {
      findings.append(
        Finding("pictures", .note, "\(package.pictures) pictures in the file; words in them were not read"))
    }
    emit(
      .document(
        Document(
          source: input.source, title: body.title ?? properties.title ?? text.firstHeading,
          text: finished.text, blocks: finished.blocks,
          dates: properties.dates, metadata: properties.items, provenance: provenance(for: input),
          findings: findings, tracked: text.tracked, comments: text.finishedComments(in: finished.text))))
    for child in package.embedded { emit(.child(child)) }
  }
}

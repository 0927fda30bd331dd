import DaybookCore

/// Reads a Rich Text file as one document.
///
/// Shape: `letter.rtf` → one `Document`, no children; paragraphs as a plain-text file would have them. Words
/// that are hidden or were deleted are left out with a finding. HTML that Outlook wrapped in RTF is read as a
/// page. Source: RTF 1.9.1.
struct RTFConverter: Converter {
  let name = "rtf"
  let version = 1
  let signature = Signature(mediaTypes: ["application/rtf"], extensions: ["rtf"])

  func convert(_ input: ConversionInput, emit: (ConversionPart) -> Void) throws(ConversionError) {
    guard input.bytes.count < 256 << 20 else { throw .limit(reason: "an RTF file of more than 256 MiB") }
    let reader = RTFReader(input.bytes.copy())
    input.alive()
    let raw = reader.isHTML ? MailHTML.text(of: reader.text) : reader.text
    let text = RTFText.tidied(raw)
    let blocks = PlainTextLayout.blocks(of: text)
    var findings: [Finding] = []
    if reader.hiddenBytes > 0 {
      findings.append(
        Finding(
          "hidden-text", .warning, "\(reader.hiddenBytes) bytes of hidden or deleted words were left out"))
    }
    let title = MailLine.cleaned(reader.properties.title)
    var dates: [DocumentDate] = []
    for (kind, moment) in [
      (DocumentDate.Kind.created, reader.properties.created), (.modified, reader.properties.revised),
    ] {
      if let when = moment.timex {
        dates.append(DocumentDate(kind: kind, when: when, basis: .property, text: kind.rawValue))
      }
    }
    emit(
      .document(
        Document(
          source: input.source,
          title: title.isEmpty
            ? TextTitle.title(of: blocks, in: text) : String(decoding: title, as: UTF8.self),
          text: text, blocks: blocks, dates: dates, provenance: provenance(for: input), findings: findings)))
  }
}

/// Text out of RTF, fit for what reads plain text.
enum RTFText {
  /// No blanks at the ends of lines, no more than one blank line in a row, none at either end.
  static func tidied(_ text: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(text.count)
    var breaks = 0
    for byte in text {
      if byte == 0x0A {
        while let last = result.last, last == 0x20 || last == 0x09 { result.removeLast() }
        breaks += 1
        continue
      }
      if breaks > 0 {
        if result.isEmpty, byte == 0x20 || byte == 0x09 { continue }
        if !result.isEmpty { result += [UInt8](repeating: 0x0A, count: min(breaks, 2)) }
        breaks = 0
      }
      if byte >= 0x20 || byte == 0x09 { result.append(byte) }
    }
    while let last = result.last, last <= 0x20 { result.removeLast() }
    if !result.isEmpty { result.append(0x0A) }
    return result
  }
}

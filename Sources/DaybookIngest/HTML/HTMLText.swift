package import DaybookCore

/// Text and blocks of HTML, for whoever has HTML inside another format.
package struct HTMLText: Sendable {
  package var text: [UInt8]
  package var blocks: [Block]
  package var findings: [Finding]

  /// Reads all of it, nothing set apart as navigation: right for the body of a message. `charset` is what the
  /// surroundings say.
  package init(_ bytes: UnsafeRawBufferPointer, charset: String? = nil, alive: () -> Void = {}) {
    let decoded = TextDecoding.decode(bytes, declared: charset ?? HTMLCharset.declared(in: bytes))
    let (page, findings) = HTMLText.page(decoded.bytes, alive: alive)
    var builder = HTMLBlocks(page)
    for run in page.runs { builder.add(run, as: run.kind) }
    let finished = builder.finish()
    text = finished.text
    blocks = finished.blocks
    self.findings = decoded.findings + findings
  }

  static func page(_ text: [UInt8], alive: () -> Void) -> (HTMLPage, [Finding]) {
    let reader = HTMLReader()
    let isWhole = text.withUnsafeBytes { bytes in
      HTMLEvents.read(bytes, into: reader, shouldStop: { reader.page.isTooDeep }, alive: alive)
    }
    reader.finish()
    guard isWhole else {
      return (
        reader.page,
        [
          Finding(
            "too-deep", .loss,
            "elements nested deeper than \(HTMLEvents.maxDepth); the rest of the page was not read")
        ]
      )
    }
    return (reader.page, [])
  }
}

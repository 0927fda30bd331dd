package import DaybookCore

extension DateReader {
  /// All expressions of a text, durations and sets included, that was written at a moment; nil where nobody
  /// says when.
  package func spans(text: [UInt8], written: CivilMoment?) -> [DateSpan] {
    let own = DateReader.anchor(written)
    let all = settled(in: text, units: TextUnit.units(of: text, in: 0..<text.count), parts: [], anchor: own)
    return text.withUnsafeBufferPointer { bytes in all.compactMap { DateSpan($0, bytes: bytes) } }
  }

  /// All expressions of a document. `written` goes before what the document says of its own date.
  package func spans(in document: Document, written: CivilMoment?) -> [DateSpan] {
    let own = DateReader.anchor(written) ?? DateReader.anchor(of: document)
    let all = settled(
      in: document.text, units: TextUnit.units(of: document), parts: parts(of: document, near: own),
      anchor: own)
    return document.text.withUnsafeBufferPointer { bytes in all.compactMap { DateSpan($0, bytes: bytes) } }
  }

  static func anchor(_ written: CivilMoment?) -> DateAnchor? {
    written.map {
      var anchor = DateAnchor(
        first: $0.date, last: $0.date, grain: .day, origin: .document(.dated), words: "")
      anchor.time = $0.time
      return anchor
    }
  }
}

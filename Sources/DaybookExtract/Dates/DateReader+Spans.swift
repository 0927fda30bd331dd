package import DaybookCore

extension DateReader {
  /// All expressions of a text, durations and sets included, that was written at a moment; nil where nobody
  /// says when.
  package func spans(text: [UInt8], written: CivilMoment?) -> [DateSpan] {
    var stream = DateStream(self, written: written)
    var spans: [DateSpan] = []
    text.withUnsafeBufferPointer { bytes in
      var start = 0
      while start < bytes.count {
        let end = DateWindow.end(in: bytes, from: start)
        let found = stream.read(UnsafeBufferPointer(rebasing: bytes[start..<end]))
        spans += start == 0 ? found : found.map { $0.shifted(by: start) }
        start = end
      }
    }
    return spans
  }

  /// All expressions of a document. `written` goes before what the document says of its own date.
  package func spans(in document: Document, written: CivilMoment?) -> (
    spans: [DateSpan], findings: [Finding]
  ) {
    let own = DateReader.anchor(written) ?? anchor(of: document)
    return document.text.withUnsafeBufferPointer { bytes in
      var carry = DateCarry()
      let all = settled(
        in: bytes, units: TextUnit.units(of: document), parts: parts(of: document, near: own), anchor: own,
        takesHead: false, carry: &carry)
      return (all.compactMap { DateSpan($0, bytes: bytes) }, carry.findings)
    }
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

extension DateSpan {
  func shifted(by offset: Int) -> DateSpan {
    var span = self
    span.bytes = span.bytes.lowerBound + offset..<span.bytes.upperBound + offset
    for index in span.parts.indices {
      let bytes = span.parts[index].bytes
      span.parts[index].bytes = bytes.lowerBound + offset..<bytes.upperBound + offset
    }
    return span
  }
}

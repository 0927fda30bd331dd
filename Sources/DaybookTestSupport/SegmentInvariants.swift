package import DaybookCore
package import DaybookIngest

/// What holds for the papers and messages of every text, whatever its bytes: for property tests and for the fuzzer.
package enum SegmentInvariants {
  /// Header blocks and papers: the text is read with pages, cut at form feeds.
  package static func printed(_ text: [UInt8], dates: HeaderDates) -> [String] {
    var document = document(text, .other)
    document.pages = pages(of: text)
    return violations(in: document, dates: dates)
  }

  /// Quotations: the text is the body of a native message.
  package static func quoted(_ text: [UInt8], dates: HeaderDates) -> [String] {
    let document = document(text, .message)
    var broken = violations(in: document, dates: dates)
    var inner: [Range<Int>] = []
    for segment in Segmenters.segments(in: document, dates: dates)
    where inner.last.map({ segment.bytes.lowerBound >= $0.upperBound }) ?? true {
      inner.append(segment.bytes)
    }
    var end = 0
    for words in MessageBody.nativeWords(in: text, from: 0, inner: inner) {
      if words.lowerBound < end || words.upperBound > text.count {
        broken.append("own words \(words) lie outside the text or before \(end)")
      }
      if inner.contains(where: { $0.overlaps(words) }) {
        broken.append("own words \(words) overlap a quotation")
      }
      end = words.upperBound
    }
    if MessageBody.quotedOnce(in: text, from: 0).count > text.count + 1 {
      broken.append("more is quoted than there is")
    }
    return broken
  }

  /// One line for each invariant that does not hold; the lines name places, not words.
  private static func violations(in document: Document, dates: HeaderDates) -> [String] {
    let text = document.text
    var broken: [String] = []
    var open: [Range<Int>] = []
    for segment in Segmenters.segments(in: document, dates: dates) {
      let bytes = segment.bytes
      if bytes.lowerBound < 0 || bytes.upperBound > text.count {
        broken.append("segment \(bytes) lies outside the text")
        continue
      }
      while let last = open.last, last.upperBound <= bytes.lowerBound { open.removeLast() }
      if let outer = open.last, bytes.upperBound > outer.upperBound {
        broken.append("segment \(bytes) reaches out of \(outer)")
      }
      open.append(bytes)
      if segment.body.lowerBound < bytes.lowerBound || segment.body.upperBound > bytes.upperBound {
        broken.append("body \(segment.body) reaches out of \(bytes)")
      }
      var end = bytes.lowerBound
      for own in segment.ownWords {
        if own.lowerBound < end || own.upperBound > bytes.upperBound {
          broken.append("own words \(own) lie outside \(bytes) or before \(end)")
        }
        end = own.upperBound
      }
      for place in segment.header?.places ?? [] {
        if place.bytes.lowerBound < 0 || place.bytes.upperBound > text.count
          || !place.words.utf8.elementsEqual(text[place.bytes])
        {
          broken.append("field at \(place.bytes) has other words than the text")
        }
      }
      if let sent = segment.header?.sentBytes, sent.lowerBound < 0 || sent.upperBound > text.count {
        broken.append("date at \(sent) lies outside the text")
      }
    }
    return broken
  }

  private static func document(_ text: [UInt8], _ kind: DocumentKind) -> Document {
    Document(
      source: Source(id: .init(text: "0"), path: "text", byteCount: text.count), kind: kind, text: text,
      provenance: Provenance(stage: "test", tool: "test", version: 1, input: "0"))
  }

  private static func pages(of text: [UInt8]) -> [Page] {
    var pages: [Page] = []
    var start = 0
    for (index, byte) in text.enumerated() where byte == 0x0C && index > start {
      pages.append(Page(number: pages.count + 1, bytes: start..<index))
      start = index
    }
    pages.append(Page(number: pages.count + 1, bytes: start..<text.count))
    return pages
  }
}

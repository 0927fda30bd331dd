package import DaybookCore
package import DaybookExtract

/// What holds for the dates of every text, whatever its bytes: for property tests and for the fuzzer.
package enum DateInvariants {
  /// One line for each invariant that does not hold; the lines name places, not words.
  package static func violations(
    in text: [UInt8], reader: DateReader, written: CivilMoment?
  ) -> [String] {
    let spans = reader.spans(text: text, written: written)
    var broken = places(of: spans, in: text)
    for span in spans {
      broken += values(of: span)
    }
    let mentions = reader.read(text: text, anchor: written?.date)
    for mention in mentions {
      guard case .date(let reading) = mention.value else { continue }
      for timex in [reading.when] + reading.alternatives {
        let text = timex.edtf
        guard let back = Timex(edtf: text) else {
          broken.append("bytes \(mention.bytes): “\(text)” is no EDTF")
          continue
        }
        if back.edtf != text {
          broken.append("bytes \(mention.bytes): “\(text)” reads back as “\(back.edtf)”")
        }
      }
      if let first = reading.when.earliest, let last = reading.when.latest, last < first {
        broken.append("bytes \(mention.bytes): ends before it begins")
      }
    }
    return broken
  }

  private static func places(of spans: [DateSpan], in text: [UInt8]) -> [String] {
    var broken: [String] = []
    var floor = 0
    for span in spans {
      if span.bytes.lowerBound < floor || span.bytes.isEmpty || span.bytes.upperBound > text.count {
        broken.append("bytes \(span.bytes): out of order, empty or outside the text; floor \(floor)")
      } else if text[span.bytes.lowerBound] & 0xC0 == 0x80 && span.bytes.lowerBound > 0
        && text[span.bytes.lowerBound - 1] >= 0xC2
      {
        broken.append("bytes \(span.bytes): starts inside a character")
      }
      floor = span.bytes.upperBound
      for part in span.parts
      where part.bytes.isEmpty || part.bytes.clamped(to: span.bytes) != part.bytes {
        broken.append("bytes \(span.bytes): a part lies outside")
      }
    }
    return broken
  }

  private static func values(of span: DateSpan) -> [String] {
    var broken: [String] = []
    if span.value.isEmpty { broken.append("bytes \(span.bytes): no value") }
    if let first = span.earliest, let last = span.latest, last < first {
      broken.append("bytes \(span.bytes): ends before it begins")
    }
    // A day is a real one; TIMEX3 values of other grains are no EDTF.
    for value in [span.value] + span.parts.map(\.value) where isDay(value) && Timex(edtf: value) == nil {
      broken.append("bytes \(span.bytes): \(value) is no day")
    }
    return broken
  }

  /// "dddd-dd-dd".
  private static func isDay(_ value: String) -> Bool {
    let bytes = Array(value.utf8)
    return bytes.count == 10
      && bytes.enumerated().allSatisfy { $0 == 4 || $0 == 7 ? $1 == 0x2D : (0x30...0x39).contains($1) }
  }
}

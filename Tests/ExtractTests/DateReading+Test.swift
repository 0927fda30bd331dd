import DaybookCore
import DaybookExtract

/// What was read from a text: the words, their date, and how.
struct ReadDate {
  var words: String
  var edtf: String
  var reading: DateReading

  static func all(_ text: String, on day: String? = nil, locale: String = "en-GB") -> [ReadDate] {
    var settings = ExtractionSettings()
    settings.locale = locale
    let bytes = Array(text.utf8)
    let anchor = day.flatMap { Timex(edtf: $0)?.earliest?.date }
    return list(DateReader(settings: settings).read(text: bytes, anchor: anchor), bytes)
  }

  static func list(_ mentions: [Mention], _ bytes: [UInt8]) -> [ReadDate] {
    mentions.compactMap { mention in
      guard case .date(let reading) = mention.value else { return nil }
      return ReadDate(
        words: String(decoding: bytes[mention.bytes], as: UTF8.self), edtf: reading.when.edtf,
        reading: reading)
    }
  }
}

/// The dates of a text, in order, as EDTF.
func dates(_ text: String, on day: String? = nil, locale: String = "en-GB") -> [String] {
  ReadDate.all(text, on: day, locale: locale).map(\.edtf)
}

/// A document of one paper for tests: its text, and blocks or parts where they matter.
func paper(
  _ text: String, blocks: (([UInt8]) -> [Block])? = nil, segments: (([UInt8]) -> [Segment])? = nil,
  dates: [DocumentDate] = []
) -> Document {
  let bytes = Array(text.utf8)
  let source = Source(
    id: Source.ID(of: [text]), path: "paper.txt", byteCount: bytes.count, mediaType: "text/plain")
  return Document(
    source: source, text: bytes, blocks: blocks?(bytes) ?? [], segments: segments?(bytes) ?? [], dates: dates,
    provenance: Provenance(stage: "test", tool: "test", version: 1, input: ""))
}

/// Where words stand in a text, counting from a place.
func place(of words: String, in text: [UInt8], from start: Int = 0) -> Range<Int> {
  let needle = Array(words.utf8)
  var position = start
  while position + needle.count <= text.count {
    if text[position..<(position + needle.count)].elementsEqual(needle) {
      return position..<(position + needle.count)
    }
    position += 1
  }
  return start..<start
}

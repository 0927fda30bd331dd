import DaybookCore

/// What an expression can be settled against: a known date, with the words that gave it.
struct DateAnchor: Hashable, Sendable {
  enum Origin: Hashable, Sendable {
    /// The date of the document as a whole.
    case document(DocumentDate.Kind)
    /// The date of the message that the words stand in.
    case header
    /// A line that holds a date and nothing else.
    case dateLine
    case heading
    /// The start of the list entry or row.
    case entry
    /// An earlier date of the text.
    case text
    /// Worked out from the page itself, not written.
    case implied

    /// Whether it says when the words were written.
    var isWriting: Bool {
      switch self {
      case .document, .header, .dateLine: true
      case .heading, .entry, .text, .implied: false
      }
    }
  }

  enum Lead: Hashable, Sendable {
    /// Its year is no more than a mention, or itself taken from the time of writing.
    case none
    /// To the end of the stretch that it stands in.
    case unit
    case onward
  }

  var first: CivilDate
  var last: CivilDate
  var grain: Grain
  var origin: Origin
  /// As written, at most 90 bytes.
  var words: String
  var bytes: Range<Int>?
  /// Index of the text unit that it stands in.
  var unit = 0
  /// The time of day, where it is known: "in two hours" counts from there.
  var time: CivilTime?
  /// How far it gives its year to dates that follow it.
  var lead = Lead.onward
  /// Whether it stands behind the words that count from it.
  var isBehind = false
  /// The zone whose clocks made it another day than the header's own.
  var zone: String?
  /// Where its year comes from, when it took it from elsewhere: explanations name that place.
  var root: String?

  init(
    first: CivilDate, last: CivilDate, grain: Grain, origin: Origin, words: String, bytes: Range<Int>? = nil,
    unit: Int = 0
  ) {
    self.first = first
    self.last = last
    self.grain = grain
    self.origin = origin
    self.words = words
    self.bytes = bytes
    self.unit = unit
  }

  /// Nil for an open or yearless date.
  init?(_ timex: Timex, origin: Origin, words: String, bytes: Range<Int>? = nil, unit: Int = 0) {
    guard let first = timex.earliest?.date ?? timex.latest?.date,
      let last = timex.latest?.date ?? timex.earliest?.date
    else { return nil }
    self.init(
      first: first, last: last, grain: timex.grain, origin: origin, words: words, bytes: bytes, unit: unit)
  }

  var isDay: Bool { grain <= .day && first == last }

  /// The value as far as it is known: "2022-02-15", "2022-02".
  var label: String {
    isDay ? first.description : Timex(from: first, to: last, grain: grain).edtf
  }

  /// For a reading that leans on it.
  var base: DateReading.Base {
    let from: DateReading.Base.Origin =
      switch origin {
      case .document: .document
      case .header, .dateLine: .header
      case .heading: .heading
      case .entry, .text, .implied: .previous
      }
    return DateReading.Base(value: label, origin: from)
  }

  /// For explanations: where its year comes from.
  var yearSource: String { root ?? source }

  /// For explanations: where it comes from.
  var source: String {
    let place = bytes.map { " (bytes \($0.lowerBound)-\($0.upperBound))" } ?? ""
    return switch origin {
    case .document(let kind):
      "the document's own date (\(kind.rawValue))\(words.isEmpty ? "" : " “\(words)”")\(place)"
    case .header:
      "the header of this message\(words.isEmpty ? "" : " “\(words)”")\(zone.map { ", read in \($0)" } ?? "")\(place)"
    case .dateLine: "the date line “\(words)”\(place)"
    case .heading: "the heading “\(words)”\(place)"
    case .entry: "the start of this entry “\(words)”\(place)"
    case .text: "“\(words)” \(isBehind ? "behind" : "before") it\(place)"
    case .implied: "“\(words)” on this page\(place)"
    }
  }
}

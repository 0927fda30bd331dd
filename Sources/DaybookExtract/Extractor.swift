package import DaybookCore

/// What the case settings say about reading, as far as one document is concerned. Part of the cache key.
package struct ExtractionSettings: Hashable, Sendable, Codable {
  /// "en-GB" reads 3/2/2022 as 3 February, "en-US" as 2 March, where the document itself leaves it open.
  package var locale = "en-GB"
  /// Names of rules that are switched off.
  package var rulesOff: [String] = []
  /// Aliases that the case settings give: alias → name.
  package var aliases: [String: String] = [:]
  /// Headings of logs that the case settings name: heading in lower case → "date", "from", "to", "subject" or "note".
  package var columns: [String: String] = [:]
  /// Date expressions and named days of the user's own.
  package var expressions: [UserExpression] = []
  /// Whose holidays count for working days.
  package var nation = Nation.englandAndWales
  /// What the clocks of the writers showed, for mail that gives its time in UTC.
  package var clock = LocalClock()

  package init() {}
}

/// What one document, or a chunk of a long one, gives.
package struct Extraction: Hashable, Sendable {
  /// In order of their place.
  package var mentions: [Mention]
  /// In order of their place; anchors count in the text that was given.
  package var events: [Event]
  package var aliases: [Alias]
  package var findings: [Finding]
  /// The document's segments, with the dates of printed headers read.
  package var segments: [Segment] = []
  /// What is asserted without a date, to be held against what others assert; in order of their place.
  package var claims: [Claim]

  package init(
    mentions: [Mention] = [], events: [Event] = [], aliases: [Alias] = [], findings: [Finding] = [],
    claims: [Claim] = []
  ) {
    self.mentions = mentions
    self.events = events
    self.aliases = aliases
    self.findings = findings
    self.claims = claims
  }
}

/// Documents → mentions → events. A plain function on values: no state is kept between documents.
package struct Extractor: Sendable {
  /// Raise when the same document would give other events: cached results go stale.
  package static let version = 2

  package let settings: ExtractionSettings

  package init(settings: ExtractionSettings = ExtractionSettings()) { self.settings = settings }

  package func extract(_ document: Document) -> Extraction {
    let dateReader = DateReader(settings: settings)
    var document = document
    nameColumns(of: &document)
    PrintedHeaderDates.settle(in: &document, reader: dateReader)
    var (dates, findings) = dateReader.read(document)
    for index in findings.indices {
      findings[index].page = findings[index].bytes.flatMap { Anchors.page(of: $0.lowerBound, document) }
    }
    let rules = EventRules.all.filter { !settings.rulesOff.contains($0.name) }
    var reader = DocumentReader(document, dates: dates, settings: settings)
    var extraction = reader.read(rules: rules)
    extraction.segments = document.segments
    extraction.findings += findings
    return extraction
  }

  /// Puts the known name of a column in the place of the one that the case settings translate.
  private func nameColumns(of document: inout Document) {
    if settings.columns.isEmpty { return }
    for index in document.blocks.indices {
      guard let heading = document.blocks[index].cell?.heading else { continue }
      if let name = settings.columns[heading.lowercased()] { document.blocks[index].cell?.heading = name }
    }
  }
}

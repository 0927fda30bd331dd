package import DaybookCore

/// Finds the dates of a document and settles each from its words and its context.
package struct DateReader: Sendable {
  package let settings: ExtractionSettings

  package init(settings: ExtractionSettings = ExtractionSettings()) { self.settings = settings }

  /// All date mentions in order of their place, each with value, basis and reasoning. Byte ranges count in `document.text`.
  package func mentions(in document: Document) -> [Mention] { [] }
}

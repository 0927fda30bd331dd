package import DaybookCore
package import DaybookExtract

/// What `daybook.yaml` says about a case. Every key is documented in `SettingsFile`.
package struct CaseSettings: Hashable, Sendable {
  package struct PartySetting: Hashable, Sendable {
    package var name: String
    package var aliases: [String]
  }

  /// What a person says of the paper that begins on a page.
  package struct DocumentSetting: Hashable, Sendable {
    package var source: String
    /// 1-based page of the source.
    package var page: Int
    /// Nil: no paper begins there.
    package var kind: DocumentKind?
    package var title: String?
    package var version: String?
  }

  package var title: String?
  package var locale = "en-GB"
  package var timeZone = "Europe/London"
  package var parties: [PartySetting] = []
  package var rulesOff: [String] = []
  /// Heading of a log's column in lower case → what it holds: "date", "from", "to", "subject", "note".
  package var columns: [String: String] = [:]
  /// Boundaries of papers corrected by hand.
  package var documents: [DocumentSetting] = []
  /// Date expressions and named days of the user's own.
  package var expressions: [UserExpression] = []
  /// Whose holidays count for working days.
  package var nation = Nation.englandAndWales
  /// Days of silence from which a gap is listed.
  package var gapDays = 60
  package var ocr = OCRSettings()

  package init() {}

  /// One text for everything that changes what is read; part of the cache key.
  var fingerprintParts: [String] {
    [locale, timeZone] + rulesOff.sorted() + parties.flatMap { [$0.name] + $0.aliases }
      + columns.sorted { $0.key < $1.key }.flatMap { [$0.key, $0.value] }
      + expressions.flatMap { [$0.pattern, $0.value] } + [nation.rawValue]
      + documents.map {
        "\($0.source)#\($0.page) \($0.kind?.rawValue ?? "none") \($0.title ?? "") \($0.version ?? "")"
      }
  }
}

package import DaybookCore
import DaybookExtract

/// What `daybook dates` was asked for.
package struct DateRequest: Sendable {
  /// The day, and the time where given, that the documents were written; nil where they say it themselves.
  package var written: CivilMoment?
  /// As given, for the output.
  package var writtenText: String?
  package var locale = "en-GB"
  package var options = DateOptions()

  package init() {}

  func reader(locale: String) -> DateReader {
    var settings = ExtractionSettings()
    settings.locale = locale
    return DateReader(settings: settings, options: options)
  }

  /// The moment that a text such as "2022-02-17" or "2013-02-12T04:30:00" names; nil where it is none.
  package static func moment(_ text: String) -> CivilMoment? {
    guard let timex = Timex(edtf: text), timex.grain <= .day, let first = timex.earliest else { return nil }
    return first
  }
}

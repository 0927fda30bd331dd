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
  /// Expressions and named days of the user's own.
  private var settings = ExtractionSettings()

  package init() {}

  /// Takes what a file of case settings says of dates.
  package mutating func take(settings path: String) throws(PipelineError) {
    let read = try SettingsFile.read(folder: ".", named: path)
    locale = read.locale
    settings = ExtractionSettings(read)
  }

  package var nation: Nation {
    get { settings.nation }
    set { settings.nation = newValue }
  }

  func reader(locale: String) -> DateReader {
    var settings = settings
    settings.locale = locale
    return DateReader(settings: settings, options: options)
  }

  /// The moment that a text such as "2022-02-17" or "2013-02-12T04:30:00" names; nil where it is none.
  package static func moment(_ text: String) -> CivilMoment? {
    guard let timex = Timex(edtf: text), timex.grain <= .day, let first = timex.earliest else { return nil }
    return first
  }
}

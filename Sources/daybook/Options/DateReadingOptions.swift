import ArgumentParser
import DaybookCore
import DaybookPipeline

/// Options of commands that read dates out of a text.
struct DateReadingOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Date on which the text was written, with a time if need be: 2022-02-17, 2022-02-17T09:30.",
      valueName: "date"))
  var dct: String?

  @Option(help: "Order of day and month where a text leaves it open: en-GB or en-US.")
  var locale: Locale?

  @Option(help: "Which day is meant where neither year nor tense says: standard, past, future or nearest.")
  var prefer: DateOptions.Preference = .standard

  @Option(help: "Whether \"now\", \"recently\" and \"soon\" are read: on or off.")
  var vague: Switch = .off

  @Option(
    help: ArgumentHelp(
      "Whose bank holidays count: england-and-wales (unless given), scotland or northern-ireland.",
      valueName: "nation"))
  var nation: Nation?

  @Option(
    name: .customLong("settings"),
    help: ArgumentHelp(
      "Case settings, for the date expressions and named days in them.", valueName: "file"))
  var settingsPath: String?

  enum Locale: String, ExpressibleByArgument, CaseIterable {
    case british = "en-GB"
    case american = "en-US"
  }

  enum Switch: String, ExpressibleByArgument, CaseIterable { case on, off }

  func validate() throws {
    if let dct, DateRequest.moment(dct) == nil {
      throw ValidationError("--dct: expected a day such as 2022-02-17")
    }
  }

  func request() throws -> DateRequest {
    var request = DateRequest()
    if let settingsPath { try request.take(settings: settingsPath) }
    request.written = dct.flatMap(DateRequest.moment)
    request.writtenText = dct
    if let locale { request.locale = locale.rawValue }
    request.options.prefer = prefer
    request.options.readsVague = vague == .on
    if let nation { request.nation = nation }
    return request
  }
}

extension DateOptions.Preference: ExpressibleByArgument {}

extension Nation: ExpressibleByArgument {}

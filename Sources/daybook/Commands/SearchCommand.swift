import ArgumentParser
import DaybookPipeline
import Foundation

struct SearchCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "search",
    abstract: "Find words in all pages, with snippets and citations.",
    discussion: """
      Finds pages that hold all of the words; words in double quotes stand together.

      Example:
        daybook search retention period
        daybook search '"pause the collections"' --folder papers
      """)

  @Argument(help: "Words to find.")
  var words: [String]

  @Option(help: "Pages to print at most.")
  var limit: Int = 20

  @OptionGroup var options: CaseOptions

  func run() throws {
    try Running.run { console in
      let searching = Searching(session: try options.open(console))
      let lines = try searching.lines(
        words.joined(separator: " "), limit: max(1, limit), usesColour: isatty(STDOUT_FILENO) == 1)
      if lines.isEmpty { console.say("nothing found") }
      try Running.print(lines)
      return .success
    }
  }
}

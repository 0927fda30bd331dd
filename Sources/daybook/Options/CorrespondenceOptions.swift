import ArgumentParser

/// What the commands that list messages, threads and attachments have in common.
struct CorrespondenceOptions: ParsableArguments {
  @Argument(help: "Folder of papers, or one file.")
  var folder: String

  @Flag(help: "As JSON.")
  var json = false

  @OptionGroup var reading: ReadingOptions
}

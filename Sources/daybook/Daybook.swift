import ArgumentParser

@main
struct Daybook: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "daybook",
    abstract: "Give it a folder of papers, and it gives back a dated, sourced chronology.",
    discussion: """
      Example:
        daybook chronology papers -o out        read a folder, write every format into out
        daybook chronology papers --party ICO   print what concerns one party
        daybook explain 12                      how entry 12 came about
        daybook verify out                      go back to the papers and check every quote

      Exit code: 0 done, 1 failed, 2 done but something was lost (see --fail-on), 64 wrong use.
      """,
    version: DaybookVersion.text,
    subcommands: [
      ChronologyCommand.self,
      IngestCommand.self,
      ListCommand.self,
      ShowCommand.self,
      SearchCommand.self,
      MessagesCommand.self,
      ThreadsCommand.self,
      DocumentsCommand.self,
      AttachmentsCommand.self,
      ExportCommand.self,
      DatesCommand.self,
      DiffCommand.self,
      VersionsCommand.self,
      GraphCommand.self,
      PartiesCommand.self,
      PromisesCommand.self,
      ConflictsCommand.self,
      GapsCommand.self,
      ExplainCommand.self,
      VerifyCommand.self,
      FindingsCommand.self,
      RedactionsCommand.self,
      WorkerCommand.self,
    ])
}

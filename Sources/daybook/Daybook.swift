import ArgumentParser

@main
struct Daybook: AsyncParsableCommand {
  static let configuration = CommandConfiguration(commandName: "daybook")
}

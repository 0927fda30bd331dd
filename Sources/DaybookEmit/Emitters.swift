/// Every output that `--format` and `-o` know.
package enum Emitters {
  package static let all: [any Emitter] = [
    HTMLEmitter(),
    JSONEmitter(),
    CSVEmitter(),
    MarkdownEmitter(),
    CalendarEmitter(),
    TimelineJSEmitter(),
    TimelineJSCSVEmitter(),
    TerminalEmitter(),
  ]

  package static func named(_ name: String) -> (any Emitter)? { all.first { $0.name == name } }
}

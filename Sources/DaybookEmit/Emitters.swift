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

  /// What `-o FOLDER` writes: all but the one for the screen.
  package static var files: [any Emitter] { all.filter { !($0 is TerminalEmitter) } }

  /// Raise when the same chronology would be written otherwise: kept renderings go stale.
  package static let version = 1

  package static func named(_ name: String) -> (any Emitter)? { all.first { $0.name == name } }
}

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

  /// What `-o FOLDER` writes: one file for each kind of reader. The table for TimelineJS says no more than
  /// its JSON, and the text is for the screen; both can be had with `--format`.
  package static let files: [any Emitter] = [
    HTMLEmitter(),
    CalendarEmitter(),
    TimelineJSEmitter(),
    JSONEmitter(),
    MarkdownEmitter(),
    CSVEmitter(),
  ]

  /// Raise when the same chronology would be written otherwise: kept renderings go stale.
  package static let version = 2

  /// Ways to tell the same entries for a reader: without the account, and not to be verified.
  package static let styles: [any Emitter] = [SequenceEmitter()]

  package static func named(_ name: String) -> (any Emitter)? { (all + styles).first { $0.name == name } }
}

/// Every output that `--format` and `-o` know.
package enum Emitters {
  package static let all: [any Emitter] = [
    JSONEmitter(),
    CSVEmitter(),
    MarkdownEmitter(),
  ]

  package static func named(_ name: String) -> (any Emitter)? { all.first { $0.name == name } }
}

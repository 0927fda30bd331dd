/// Which stage, tool and version made a value, from which input.
package struct Provenance: Hashable, Sendable, Codable {
  package var stage: String
  /// Name of the converter, rule or emitter.
  package var tool: String
  package var version: Int
  /// Id of the source.
  package var input: String

  package init(stage: String, tool: String, version: Int, input: String) {
    self.stage = stage
    self.tool = tool
    self.version = version
    self.input = input
  }
}

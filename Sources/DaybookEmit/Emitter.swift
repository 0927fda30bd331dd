package import DaybookCore

/// Writes a chronology as one file.
///
/// Pure and total: the same chronology gives the same bytes on every machine, and only the sink or the store
/// behind the entries can fail. An emitter may walk through the entries more than once and holds none of
/// them.
package protocol Emitter: Sendable {
  /// As `--format` takes it: "csv".
  var name: String { get }
  /// As `-o FOLDER` writes it: "chronology.csv".
  var fileName: String { get }

  /// How often it goes through the entries: twice where it must know all before it writes the first.
  var walks: Int { get }

  func emit(_ chronology: Chronology, to sink: inout some ByteSink) throws
}

extension Emitter {
  package var walks: Int { 1 }
}

import DaybookCore
import DaybookDiff
import DaybookTestSupport

/// Two texts as versions, and what their comparison says, in words.
enum Versions {
  static func side(_ text: String) -> VersionSide {
    UnitBuilder.side(TextDocument.make(text), isFileText: true)
  }

  static func compare(
    _ old: String, _ new: String, dates: @escaping VersionComparer.DateReading = { _ in [] }
  ) throws -> VersionDiff {
    try VersionComparer(dates: dates).compare(side(old), side(new))
  }

  /// One line an op, in order: "moved: old words → new words", equal ones left out.
  static func lines(_ diff: VersionDiff) -> [String] {
    diff.ops.filter { $0.kind != .equal }.map { op in
      let old = op.old.map { flat(diff.old.quote($0)) }
      let new = op.new.map { flat(diff.new.quote($0)) }
      let places = old == new ? [old] : [old, new]
      return "\(op.kind.rawValue): " + places.compactMap { $0 }.joined(separator: " → ")
    }
  }

  /// The words that were taken out and put in, in order: "-old", "+new".
  static func words(_ diff: VersionDiff) -> [String] {
    diff.ops.flatMap { op in
      op.words.filter { $0.kind != .equal }.flatMap { word -> [String] in
        let old = flat(diff.old.quote(word.old))
        let new = flat(diff.new.quote(word.new))
        return (old.isEmpty ? [] : ["-" + old]) + (new.isEmpty ? [] : ["+" + new])
      }
    }
  }

  private static func flat(_ text: String) -> String {
    text.split(whereSeparator: { $0 == "\n" || $0 == " " }).joined(separator: " ")
  }
}

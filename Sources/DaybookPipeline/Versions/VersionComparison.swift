package import DaybookCore
import DaybookDiff
import DaybookExtract
package import DaybookWorkers

/// Two files in, their comparison out.
package struct VersionComparison {
  private let reader: VersionReader

  package init(workers: WorkerConfiguration, isCancelled: @escaping () -> Bool = { false }) {
    reader = VersionReader(workers: workers, isCancelled: isCancelled)
  }

  /// `tracked` says which text of OLD and of NEW is compared, where they hold tracked changes.
  package func compare(
    _ old: String, _ new: String, tracked: (old: TrackedReading, new: TrackedReading) = (.accept, .accept)
  ) throws(PipelineError) -> VersionDiff {
    let documents = try reader.read([old, new], tracked: [tracked.old, tracked.new])
    var diff = try VersionComparison.compare(documents[0], documents[1])
    // What could not be read may look like words that were taken out.
    for (name, document) in zip(["OLD", "NEW"], documents) {
      for loss in document.findings where loss.severity == .loss {
        diff.findings.append(VersionFinding("read-in-part", "\(name) was read in part: \(loss.message)"))
      }
    }
    return diff
  }

  /// Documents that were read already.
  package static func compare(_ old: Document, _ new: Document) throws(PipelineError) -> VersionDiff {
    try compare(side(old), side(new))
  }

  static func compare(_ old: VersionSide, _ new: VersionSide) throws(PipelineError) -> VersionDiff {
    let dates = DateReader()
    let comparer = VersionComparer { dates.read(text: $0) }
    do {
      return try comparer.compare(old, new)
    } catch {
      throw .notReadable(
        path: "\(old.document.source.path), \(new.document.source.path)", reason: "\(error)")
    }
  }

  /// The text of Markdown and plain text is that of the file, unless it had to be decoded.
  static func side(_ document: Document) -> VersionSide {
    let isText = ["text/markdown", "text/plain"].contains(document.source.mediaType)
    let isFileText =
      isText && document.text.count == document.source.byteCount
      && SHA256Digest(of: document.text).hex() == document.source.id.text
    var side = UnitBuilder.side(document, isFileText: isFileText)
    side.tracked = document.tracked
    side.comments = document.comments
    let dates = DateReader()
    side.identity = IdentityReader { dates.read(text: $0) }.identity(of: side)
    return side
  }
}

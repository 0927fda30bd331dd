package import DaybookCore

/// What kind of file a source is, and how that is known.
package struct Detection: Hashable, Sendable {
  package enum Evidence: String, Hashable, Sendable, Codable {
    /// Bytes that only this format has.
    case content
    /// The content allows several kinds, and the name settles it.
    case name
    /// Neither says anything: it is text, or it is not.
    case fallback
  }

  package var mediaType: String
  package var evidence: Evidence
  /// A name that promises something else.
  package var findings: [Finding]

  package init(_ mediaType: String, _ evidence: Evidence, findings: [Finding] = []) {
    self.mediaType = mediaType
    self.evidence = evidence
    self.findings = findings
  }
}

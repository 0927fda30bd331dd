import DaybookCore

/// Turns a source into documents: finds out what it is, and lets the converter for that read it.
package enum Conversion {
  /// What was made of a source as a whole.
  package enum Outcome: Hashable, Sendable {
    /// The parts went to `emit`. `input.source.mediaType` of the documents is `mediaType`.
    case converted(mediaType: String, converter: String, version: Int)
    /// Nothing here reads such a file; the reason names the kind and fits into the ledger.
    case skipped(mediaType: String, reason: String)
  }

  /// Detects and converts. Findings about the kind come first, once: not again with each piece.
  ///
  /// Throws what the converter throws: nothing at all could be had from the source.
  package static func convert(_ input: ConversionInput, emit: (ConversionPart) -> Void)
    throws(ConversionError) -> Outcome
  {
    let detection = Detector.detect(input.bytes, path: input.source.path)
    var input = input
    input.source.mediaType = detection.mediaType
    if input.piece == nil {
      for var finding in detection.findings {
        finding.path = input.source.path
        emit(.finding(finding))
      }
    }
    if detection.mediaType == MediaType.encryptedOffice { throw .encrypted }
    guard let converter = Converters.converter(for: detection.mediaType) else {
      return .skipped(mediaType: detection.mediaType, reason: reason(for: detection.mediaType))
    }
    try converter.convert(input, emit: emit)
    return .converted(mediaType: detection.mediaType, converter: converter.name, version: converter.version)
  }

  private static func reason(for mediaType: String) -> String {
    switch mediaType {
    case MediaType.empty: "the file is empty"
    case MediaType.unknown: "neither content nor name tell what kind of file it is"
    default: "no reader for \(mediaType) yet"
    }
  }
}

/// Every converter there is. The first that fits the detected kind is taken.
package enum Converters {
  package static let all: [any Converter] = [
    PDFConverter(),
    MailConverter(),
    MailboxConverter(),
    MSGConverter(),
    PSTConverter(),
    TNEFConverter(),
    CalendarConverter(),
    DOCXConverter(),
    ODTConverter(),
    RTFConverter(),
    ArchiveConverter(),
    PictureConverter(),
    LoadFileConverter(),
    TableConverter(),
    HTMLConverter(),
    MarkdownConverter(),
    // Last: any text that no other converter knows is at least text.
    PlainTextConverter(),
  ]

  /// Names and versions of all that decides what a source becomes: part of every cache key of the stage.
  package static let fingerprint: String =
    (["detector:\(Detector.version)"] + all.map { "\($0.name):\($0.version)" }).joined(separator: " ")

  /// The converter for a media type that the detector gives; nil where nothing reads it yet.
  package static func converter(for mediaType: String) -> (any Converter)? {
    all.first { $0.signature.mediaTypes.contains(mediaType) }
  }
}

import DaybookCore
import Testing

/// A type that travels: makes a random value of it, and reads bytes as one.
struct WireType: CustomTestStringConvertible, Sendable {
  let testDescription: String
  /// Writes a random value, reads it back, and says whether it is the same.
  let survives: @Sendable (inout RandomValues) throws -> Bool
  let sample: @Sendable (inout RandomValues) -> [UInt8]
  /// Reads bytes as a value and writes that again; throws a `WireError` where they are none.
  let rewrite: @Sendable ([UInt8]) throws -> [UInt8]

  init<T: WireValue & Equatable & Sendable>(
    _ type: T.Type, _ make: @escaping @Sendable (inout RandomValues) -> T
  ) {
    testDescription = "\(type)"
    survives = { values in
      let value = make(&values)
      let read = try T(wireBytes: value.wireBytes)
      // Bytes as well: two texts may be equal to Swift that are not the same bytes.
      return read == value && read.wireBytes == value.wireBytes
    }
    sample = { make(&$0).wireBytes }
    rewrite = { try T(wireBytes: $0).wireBytes }
  }

  /// One line for each type of Core that travels; `WireRoundTripTests` compares with the sources.
  static let all: [WireType] = [
    WireType(Source.self) { $0.source() },
    WireType(Page.self) { $0.page() },
    WireType(Block.Cell.self) { $0.cell() },
    WireType(Block.self) { $0.block() },
    WireType(MessageHeader.Mailbox.self) { $0.mailbox() },
    WireType(MessageHeader.self) { $0.header() },
    WireType(Segment.self) { $0.segment() },
    WireType(MetadataItem.self) { $0.metadata() },
    WireType(Provenance.self) { $0.provenance() },
    WireType(Finding.self) { $0.finding() },
    WireType(Document.self) { $0.document() },
    WireType(Anchor.self) { $0.anchor() },
    WireType(Participation.self) { $0.participation() },
    WireType(Event.self) { $0.event() },
    WireType(Assertion.self) { $0.assertion() },
    WireType(Claim.self) { $0.claim() },
    WireType(Alias.self) { $0.alias() },
    WireType(DateReading.self) { $0.dateReading() },
    WireType(DateReading.Base.self) { $0.dateBase() },
    WireType(Mention.self) { $0.mention() },
    WireType(ChronologyEntry.Evidence.self) { $0.evidence() },
    WireType(ChronologyEntry.self) { $0.entry() },
    WireType(CivilDate.self) { $0.date() },
    WireType(CivilMoment.self) { $0.moment() },
    WireType(LocalClock.self) { $0.clock() },
    WireType(Timex.self) { $0.timex() },
    WireType(EventDate.self) { $0.eventDate() },
    WireType(TrackedChange.self) { $0.trackedChange() },
    WireType(VersionComment.self) { $0.versionComment() },
    WireType(DocumentDate.self) { $0.documentDate() },
    WireType(MessageHeader.FieldPlace.self) { $0.fieldPlace() },
    WireType(BoundaryEvidence.self) { $0.boundaryEvidence() },
    WireType(IndexEntry.self) { $0.indexEntry() },
    WireType(OCRQuality.self) { $0.ocrQuality() },
    WireType(Relation.self) { $0.relation() },
    WireType(Promise.self) { $0.promise() },
    WireType(Clock.self) { $0.clock() },
    WireType(Conflict.Side.self) { $0.side() },
    WireType(Conflict.self) { $0.conflict() },
    WireType(Interval.self) { $0.interval() },
    WireType(FollowUp.self) { $0.followUp() },
  ]
}

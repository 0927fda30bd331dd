import DaybookCore
import DaybookIngest

@testable import DaybookDiff

/// Two Markdown texts, read and compared as the program does it; dates only of the form "14 February 2022".
enum VersionFixture {
  static func document(_ text: String, path: String, properties: [String: String] = [:]) -> Document {
    let bytes = Array(text.utf8)
    var source = Source(
      id: Source.ID(text: SHA256Digest(of: bytes).hex()), path: path, byteCount: bytes.count)
    source.mediaType = "text/markdown"
    var found: Document?
    let input = ConversionInput(source: source, bytes: SourceBytes(bytes))
    do throws(ConversionError) {
      _ = try Conversion.convert(input) { part in
        if case .document(let document) = part { found = document }
      }
    } catch {
      found = nil
    }
    var document =
      found ?? Document(source: source, provenance: Provenance(stage: "", tool: "", version: 0, input: ""))
    document.metadata = properties.sorted { $0.key < $1.key }.map { MetadataItem($0.key, $0.value) }
    return document
  }

  static func dates(_ text: [UInt8]) -> [Mention] {
    let words = String(decoding: text, as: UTF8.self)
    let months = [
      "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
      "November", "December",
    ]
    var mentions: [Mention] = []
    for match in words.matches(of: /(\d{1,2}) ([A-Z][a-z]+) (\d{4})|(\d{4})-(\d{2})-(\d{2})/) {
      var date: CivilDate?
      if let day = match.1.flatMap({ Int($0) }),
        let month = match.2.flatMap({ months.firstIndex(of: String($0)) }),
        let year = match.3.flatMap({ Int($0) })
      {
        date = CivilDate(year: year, month: month + 1, day: day)
      } else if let year = match.4.flatMap({ Int($0) }), let month = match.5.flatMap({ Int($0) }),
        let day = match.6.flatMap({ Int($0) })
      {
        date = CivilDate(year: year, month: month, day: day)
      }
      guard let date else { continue }
      let start = words.utf8.distance(from: words.startIndex, to: match.range.lowerBound)
      let end = words.utf8.distance(from: words.startIndex, to: match.range.upperBound)
      mentions.append(
        Mention(
          bytes: start..<end, value: .date(DateReading(when: Timex(day: date), basis: .explicit)),
          rule: "test"))
    }
    return mentions
  }

  static func side(_ document: Document) -> VersionSide {
    var side = UnitBuilder.side(document, isFileText: true)
    side.identity = IdentityReader(dates: dates).identity(of: side)
    return side
  }

  static func compare(_ old: Document, _ new: Document) throws -> VersionDiff {
    try VersionComparer(dates: dates).compare(side(old), side(new))
  }

  /// An assessment whose cover, table, sign-off and body can be chosen.
  static func assessment(
    cover: String = "v1", table: String = "v1", tableDate: String = "14 February 2022",
    signed: String = "14 February 2022", kept: String = "66 years", advice: String = "| 13 February 2022 |"
  ) -> String {
    """
    # Data protection impact assessment

    Version \(cover)

    ## Version history

    | Version | Date | What changed |
    | --- | --- | --- |
    | 0.3 | 31 January 2022 | Draft for comment |
    | \(table) | \(tableDate) | For sign-off |

    ## 2 Scope of the processing

    Records are kept for \(kept). Schools are asked to take part in the daily trial, and taking part is voluntary for each of them.

    ## Sign-off

    | Item | Name | Date |
    | --- | --- | --- |
    | Measures approved by | Deputy Director B | \(signed) |
    | DPO advice provided | Officer C \(advice)

    """
  }
}

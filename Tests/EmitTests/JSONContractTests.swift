import DaybookCore
import DaybookEmit
import DaybookTestSupport
import Foundation
import Testing

/// chronology.json as another program reads it: the contract that the scorers print, checked key by key.
@Suite struct JSONContractTests {
  private func root(_ chronology: Chronology) throws -> [String: Any] {
    let bytes = try EmitterTests.output(JSONEmitter(), chronology)
    return try #require(try JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any])
  }

  @Test(arguments: ["small", "hostile", "empty", "undated", "random"])
  func keepsTheContract(sample: String) throws {
    let chronology = try #require(EmitterTests.chronologies.first { $0.name == sample }?.chronology)
    let root = try root(chronology)
    #expect(root["format"] as? String == "daybook-chronology/1")
    let entries = try #require(root["entries"] as? [[String: Any]])
    #expect(entries.count == chronology.count)
    #expect(entries.map { $0["order"] as? Int } == Array(1..<(chronology.count + 1)))
    for entry in entries { try check(entry) }
  }

  private func check(_ entry: [String: Any]) throws {
    #expect((entry["id"] as? String)?.isEmpty == false)
    #expect(EventKind(rawValue: entry["kind"] as? String ?? "") != nil)
    #expect(entry["summary"] is String)
    let date = try #require(entry["date"] as? [String: Any])
    #expect(
      Set(date.keys) == [
        "start", "end", "precision", "edtf", "basis", "text", "why", "kind", "utc_offset",
      ])
    let precision = try #require(DateFields.Precision(rawValue: date["precision"] as? String ?? ""))
    for key in ["start", "end"] {
      let value = try #require(date[key])
      if value is NSNull { continue }
      let text = try #require(value as? String)
      #expect(text.wholeMatch(of: /(\d{4}|XXXX)(-\d\d(-\d\d(T\d\d:\d\d)?)?)?/) != nil, "\(text)")
    }
    #expect((date["start"] is NSNull && date["end"] is NSNull) == (precision == .undated))
    #expect(date["edtf"] is String)
    #expect(date["text"] is String)
    #expect(date["why"] is String)
    for party in try #require(entry["parties"] as? [[String: Any]]) {
      #expect(party["name"] is String)
      #expect(["agent", "recipient", "mentioned"].contains(party["role"] as? String ?? ""))
    }
    let evidence = try #require(entry["evidence"] as? [[String: Any]])
    #expect(!evidence.isEmpty)
    for piece in evidence {
      #expect(piece["source"] is String)
      #expect((piece["sha256"] as? String)?.count == 64)
      #expect(piece["page"] is NSNull || piece["page"] is Int)
      let (start, end) = (try #require(piece["start"] as? Int), try #require(piece["end"] as? Int))
      #expect(end - start == (piece["quote"] as? String)?.utf8.count)
    }
  }

  @Test func theHeadSaysWhereItComesFrom() throws {
    let root = try root(SampleChronology.small)
    let ledger = try #require(root["ledger"] as? [String: Any])
    #expect(ledger["found"] as? Int == 5)
    #expect((ledger["losses"] as? [[String: Any]])?.count == 3)
    #expect(root["generator"] as? String == "daybook 0.1.0")
    #expect(root["time_zone"] as? String == "Europe/London")
    #expect((root["findings"] as? [Any])?.count == 3)
    #expect((root["gaps"] as? [Any])?.count == 1)
    #expect((root["parties"] as? [Any])?.count == 1)
  }
}

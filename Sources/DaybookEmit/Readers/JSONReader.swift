/// Reads chronology.json back.
///
/// A file as we wrote it is read line by line, so that memory does not grow with it; one that another program
/// has laid out anew is read as a whole.
package struct JSONReader: OutputReader {
  package let name = "json"

  package init() {}

  package func fits(_ bytes: [UInt8]) -> Bool { JSONRecords.mentions(JSONEmitter.format, in: bytes) }

  package func read(_ bytes: [UInt8], _ body: (EvidenceClaim) throws -> Void) throws -> Int {
    let records = JSONRecords(bytes, format: name, keys: ["entries"])
    return try records.forEach(declared: { $0["count"]?.number }) { entry in
      guard let claims = ClaimJSON.claims(entry, id: "id") else { return false }
      for claim in claims { try body(claim) }
      return true
    }
  }
}

/// Reads timeline.json back: the evidence that stands beside each event.
package struct TimelineJSReader: OutputReader {
  package let name = "timelinejs"

  package init() {}

  package func fits(_ bytes: [UInt8]) -> Bool { JSONRecords.mentions(TimelineJSEmitter.format, in: bytes) }

  package func read(_ bytes: [UInt8], _ body: (EvidenceClaim) throws -> Void) throws -> Int {
    let records = JSONRecords(bytes, format: name, keys: ["events", "daybook_undated"])
    return try records.forEach(declared: { $0["daybook"]?["count"]?.number }) { event in
      // An entry that has no slide stands there by itself.
      guard let claims = ClaimJSON.claims(event["daybook"] ?? event, id: "entry") else {
        return false
      }
      for claim in claims { try body(claim) }
      return true
    }
  }
}

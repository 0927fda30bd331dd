import DaybookCore
import Foundation

/// The lines that the contract wants for one document: its records and `end`, or `failed` alone.
///
/// Records come from the child as they are. The child may have been taken over by its document, so a record
/// that could pass for two lines fails the document, and so does one that claims to come from another
/// document.
/// Source: the worker contract, version 1, section "Out".
struct ContractGroup {
  let lines: [UInt8]
  let isFailed: Bool

  init(_ request: ContractRequest, _ report: WorkReport) {
    switch report {
    case .failed(_, let failure): self.init(request, failure)
    case .finished(_, let records, let usage):
      if let fault = Self.fault(of: records, request) {
        self.init(request, WorkFailure(reason: fault, attempts: usage.attempts))
      } else {
        self.init(request, records, usage)
      }
    }
  }

  private init(_ request: ContractRequest, _ records: [[UInt8]], _ usage: WorkUsage) {
    var lines: [UInt8] = []
    lines.reserveCapacity(records.reduce(512) { $0 + $1.count + 1 })
    for record in records {
      lines.append(contentsOf: record)
      lines.append(UInt8(ascii: "\n"))
    }
    let digest = SHA256Digest(of: lines).hex()
    lines.append(
      contentsOf: Self.line { object in
        object.field("d", request.sha256 ?? records.first.flatMap(Self.document))
        object.field("digest", digest)
        object.field("id", request.id)
        object.field("ms", usage.milliseconds)
        object.field("n", records.count)
        if let pages = request.pages {
          object.key("pages")
          object.array { for page in pages { $0.number(page) } }
        }
        object.field("peak_kb", usage.peakKiB)
        object.field("t", "end")
      })
    self.lines = lines
    isFailed = false
  }

  private init(_ request: ContractRequest, _ failure: WorkFailure) {
    let (reason, signal, detail) = Self.words(for: failure.reason)
    lines = Self.line { object in
      object.field("attempts", failure.attempts)
      if let sha256 = request.sha256 { object.field("d", sha256) }
      if let detail { object.field("detail", detail) }
      object.field("id", request.id)
      if let pages = request.pages {
        object.key("pages")
        object.array { for page in pages { $0.number(page) } }
      }
      object.field("reason", reason)
      if let signal { object.field("signal", signal) }
      object.field("t", "failed")
    }
    isFailed = true
  }

  private static func line(_ fields: (inout JSONWriter) -> Void) -> [UInt8] {
    var writer = JSONWriter()
    writer.object(fields)
    return writer.bytes + [UInt8(ascii: "\n")]
  }

  private static func fault(of records: [[UInt8]], _ request: ContractRequest) -> WorkFailure.Reason? {
    let isLine = records.allSatisfy {
      $0.first == UInt8(ascii: "{") && $0.last == UInt8(ascii: "}") && !$0.contains(UInt8(ascii: "\n"))
    }
    if !isLine { return .refused("a record of the worker is not one JSON object on one line") }
    guard let planned = request.sha256, let first = records.first, let found = document(first),
      found != planned
    else {
      return nil
    }
    return .unreadable("the file has changed: its SHA-256 is not the planned one")
  }

  /// Field `d` of a record.
  private static func document(_ record: [UInt8]) -> String? {
    struct Fields: Decodable { var d: String? }
    return (try? JSONDecoder().decode(Fields.self, from: Data(record)))?.d
  }

  /// The contract knows five reasons; `detail` says which of ours it was.
  private static func words(for reason: WorkFailure.Reason) -> (reason: String, signal: Int?, detail: String?)
  {
    switch reason {
    case .crash(signal: 0): ("crash", nil, nil)
    case .crash(let signal): ("crash", signal, nil)
    case .timeout: ("timeout", nil, nil)
    case .silent: ("timeout", nil, "silent")
    case .cpu: ("timeout", nil, "cpu")
    case .memory: ("memory", nil, nil)
    case .output: ("refused", nil, "too much output")
    case .refused(let text): ("refused", nil, text)
    case .unreadable(let text): ("unreadable", nil, text)
    case .spawn(let text): ("crash", nil, text)
    }
  }
}

import DaybookCore
import Foundation

/// Documents on their way between two processes, beside Foundation's JSON coders.
struct WireBenchmark: Benchmark {
  let name = "wire"

  func run() throws -> [BenchmarkRow] {
    let documents = (0..<200).map { SampleText.document(paragraphs: 50, seed: $0) }
    let bytes = documents.reduce(0) { $0 + $1.text.count }
    let ours = try Timing.best {
      for document in documents { _ = try Document(wireBytes: document.wireBytes) }
    }
    let rival = try Timing.best(of: 1) {
      for document in documents {
        _ = try JSONDecoder().decode(Document.self, from: try JSONEncoder().encode(document))
      }
    }
    return [
      BenchmarkRow(
        name: name, ours: ours, rival: rival,
        note: String(
          format: "%.0f MB/s of text there and back; rival: JSONEncoder, JSONDecoder",
          Double(bytes) / ours / 1e6))
    ]
  }
}

/// Text that says things with dates, always the same.
enum SampleText {
  private static let sentences = [
    "The Department for Education (“DfE”) wrote to the Information Commissioner's Office (“ICO”) on 9 February 2022.",
    "The ICO asked the Department to pause the collections until the assessment was complete.",
    "Access is limited to named analysts, and nobody else may see the records of a pupil.",
    "It will be online by the end of the month at the latest.",
    "We met on Tuesday 15 February to go through the data items.",
    "The retention period is 66 years, which the regulator called excessive.",
  ]

  static func document(paragraphs: Int, seed: Int) -> Document {
    var text: [UInt8] = []
    var blocks: [Block] = []
    for number in 0..<paragraphs {
      let start = text.count
      for place in 0..<4 {
        if place > 0 { text.append(0x20) }
        text += Array(sentences[(seed + number * 5 + place * 3) % sentences.count].utf8)
      }
      blocks.append(Block(.paragraph, start..<text.count))
      text += [0x0A, 0x0A]
    }
    let id = SHA256Digest(of: text)
    let source = Source(id: Source.ID(text: id.hex()), path: "sample-\(seed).txt", byteCount: text.count)
    return Document(
      source: source, text: text, blocks: blocks,
      provenance: Provenance(stage: "convert", tool: "sample", version: 1, input: id.hex()))
  }
}

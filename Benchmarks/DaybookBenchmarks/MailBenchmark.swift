import CGMime
import DaybookCore
import DaybookIngest
import Foundation

/// Messages of a mailbox as documents, beside GMime alone on the same bytes.
struct MailBenchmark: Benchmark {
  let name = "mail"

  func run() throws -> [BenchmarkRow] {
    guard let folder = try BenchmarkFiles.mailbox(pages: 3_000),
      let data = FileManager.default.contents(atPath: folder + "/bundle.mbox")
    else {
      return [
        BenchmarkRow(
          name: name, ours: 0, note: "skipped: the generator of bundles is not beside the repository")
      ]
    }
    let bytes = SourceBytes(Array(data))
    var messages = 0
    let ours = try Timing.best { messages = try MailBenchmark.convertAll(bytes) }
    let rival = Timing.best { MailBenchmark.parseAll(bytes) }
    return [
      BenchmarkRow(
        name: name, ours: ours, rival: rival,
        note: "\(messages) messages, \(Int(Double(messages) / ours)) a second on one core; rival: GMime alone"
      )
    ]
  }

  private static func convertAll(_ bytes: SourceBytes) throws -> Int {
    let source = Source(
      id: Source.ID(text: String(repeating: "0", count: 64)), path: "bundle.mbox", byteCount: bytes.count)
    var messages = 0
    var waiting: [Piece?] = [nil]
    while let piece = waiting.popLast() {
      _ = try Conversion.convert(ConversionInput(source: source, bytes: bytes, piece: piece)) { part in
        switch part {
        case .document: messages += 1
        case .pieces(let pieces): waiting += pieces.map(Optional.some)
        default: break
        }
      }
    }
    return messages
  }

  private static func parseAll(_ bytes: SourceBytes) {
    g_mime_init()
    bytes.withBytes { buffer in
      let stream = g_mime_stream_mem_new_with_buffer(
        buffer.baseAddress?.assumingMemoryBound(to: CChar.self), buffer.count)
      let parser = g_mime_parser_new_with_stream(stream)
      g_mime_parser_set_format(parser, GMIME_FORMAT_MBOX)
      while g_mime_parser_eos(parser) == 0 {
        guard let message = g_mime_parser_construct_message(parser, nil) else { break }
        g_object_unref(UnsafeMutableRawPointer(message))
      }
      g_object_unref(UnsafeMutableRawPointer(parser))
      g_object_unref(UnsafeMutableRawPointer(stream))
    }
  }
}

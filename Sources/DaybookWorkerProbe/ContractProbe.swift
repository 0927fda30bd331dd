import DaybookWorkers
import Foundation

/// Answers a line of the worker contract: `media` says what to do, the document is text.
enum ContractProbe {
  private struct Line: Decodable { var media: String }

  static func handle(payload: [UInt8], input: Int32?, channel: ResultChannel) throws {
    let words = try JSONDecoder().decode(Line.self, from: Data(payload)).media.split(separator: " ")
    let text = String(decoding: Behaviours.contents(of: input), as: UTF8.self)
    switch words.first {
    case "records":
      channel.send(Array(#"{"d":"\#(text)","t":"doc"}"#.utf8))
      for number in 1..<(Int(words[1]) ?? 1) {
        channel.send(Array(#"{"d":"\#(text)","n":\#(number),"t":"page"}"#.utf8))
      }
    case "slowly":
      usleep(300_000)
      channel.send(Array(#"{"d":"\#(text)","t":"doc"}"#.utf8))
    case "two-in-one": channel.send(Array("{\"t\":\"doc\"}\n{\"t\":\"end\"}".utf8))
    case "abort": abort()
    default: throw Refusal()
    }
  }
}

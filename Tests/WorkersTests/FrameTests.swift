import DaybookCore
import Foundation
import Testing

@testable import DaybookWorkers

@Suite struct FrameTests {
  private func bytes(_ frames: [Frame]) -> [UInt8] {
    frames.flatMap { Frame.header($0.tag, payloadLength: $0.payload.count) + $0.payload }
  }

  @Test(arguments: [1, 2, 5, 7, 1000])
  func framesAreWholeHoweverTheyArrive(chunk: Int) throws {
    let frames = [
      Frame(tag: .hello), Frame(tag: .result, payload: [1, 2, 3]), Frame(tag: .alive),
      Frame(tag: .result, payload: [UInt8](repeating: 9, count: 300)), Frame(tag: .done, payload: [0]),
    ]
    let all = bytes(frames)
    var reader = FrameReader(payloadLimit: 300)
    var read: [Frame] = []
    for start in stride(from: 0, to: all.count, by: chunk) {
      try all[start..<min(start + chunk, all.count)].withUnsafeBytes {
        try reader.take($0) {
          read.append($0)
          return true
        }
      }
    }
    #expect(read == frames)
  }

  @Test func aLengthOverTheLimitAndAnUnknownTagAreFaults() {
    func fault(_ bytes: [UInt8]) -> FrameReader.Fault? {
      var reader = FrameReader(payloadLimit: 10)
      do {
        try bytes.withUnsafeBytes { try reader.take($0) { _ in true } }
        return nil
      } catch {
        return error as? FrameReader.Fault
      }
    }
    #expect(fault(Frame.header(.result, payloadLength: 10)) == nil)
    #expect(fault(Frame.header(.result, payloadLength: 11)) == .tooLong)
    #expect(fault([0, 0, 0, 0, 99]) == .unknownTag)
  }

  @Test func deadlinesGrowWithTheSizeUpToTenMinutes() {
    let limits = WorkerLimits()
    #expect(limits.deadline(bytes: 0) == .seconds(30))
    #expect(limits.deadline(bytes: 10_000_000) == .seconds(50))
    #expect(limits.deadline(bytes: 1 << 40) == .seconds(600))
  }

  @Test func textFromAChildIsMadeHarmless() {
    #expect("a\u{1B}[2Jb\r\nc\u{202E}d".harmless == "a [2Jb  c d")
    #expect(String(repeating: "x", count: 900).harmless.count == 500)
  }
}

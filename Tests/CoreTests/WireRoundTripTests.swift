import DaybookCore
import DaybookTestSupport
import Foundation
import Testing

@Suite struct WireRoundTripTests {
  @Test(arguments: WireType.all)
  func aValueIsReadAsItWasWritten(type: WireType) throws {
    for seed in UInt64(1)...200 {
      var values = RandomValues(seed: seed)
      #expect(try type.survives(&values), "seed \(seed)")
    }
  }

  /// A type that learns to travel must be tested too.
  @Test func everyTypeOfCoreIsTested() throws {
    let folder = PackageFolder.root.appending(path: "Sources/DaybookCore")
    let files = try #require(FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil))
    var found: Set<String> = []
    for case let file as URL in files where file.pathExtension == "swift" {
      for match in try String(contentsOf: file, encoding: .utf8).matches(
        of: /extension ([A-Za-z.]+): WireValue/)
      {
        found.insert(String(match.output.1.split(separator: ".").last ?? ""))
      }
    }
    #expect(found == Set(WireType.all.map(\.testDescription)))
  }

  @Test func numbersOfEverySize() throws {
    let numbers = [0, 1, -1, 63, 64, -64, -65, 127, 128, 1 << 32, -(1 << 32), Int.max, Int.min]
    var writer = WireWriter()
    for number in numbers { writer.number(number) }
    writer.unsigned(.max)
    var reader = WireReader(writer.bytes)
    for number in numbers { #expect(try reader.number() == number) }
    #expect(try reader.unsigned() == .max)
    #expect(reader.isAtEnd)
  }

  @Test func smallNumbersAreOneByte() {
    for number in [0, -1, 63, -64] {
      var writer = WireWriter()
      writer.number(number)
      #expect(writer.bytes.count == 1, "\(number)")
    }
  }

  @Test func nothingMayStandBehindAValue() {
    let bytes = MetadataItem("a", "b").wireBytes
    #expect(throws: WireError.malformed(offset: bytes.count)) { try MetadataItem(wireBytes: bytes + [0]) }
  }
}

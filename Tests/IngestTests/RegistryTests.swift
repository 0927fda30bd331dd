import DaybookCore
import Foundation
import Testing

@testable import DaybookIngest

/// The registry of converters, and that nothing a file holds stops any of them.
struct RegistryTests {
  @Test func everyConverterIsListedOnce() throws {
    let names = Converters.all.map(\.name)
    #expect(Set(names).count == names.count)
    let types = Converters.all.map { "\(type(of: $0))" }
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let folder = root.appendingPathComponent("Sources/DaybookIngest/Converters").path
    let files = try FileManager.default.contentsOfDirectory(atPath: folder).filter {
      $0.hasSuffix("Converter.swift") && $0 != "Converter.swift"
    }
    for file in files {
      #expect(types.filter { $0 + ".swift" == file }.count == 1, "\(file) is not in the registry")
    }
  }

  /// Every media type has one reader, so that the order of the list decides nothing by accident.
  @Test func noTwoReadTheSame() {
    let all = Converters.all.flatMap(\.signature.mediaTypes)
    #expect(Set(all).count == all.count)
  }

  private static let fixtures: [(path: String, bytes: [UInt8])] = [
    (
      "a.txt",
      Array(
        "Heading\n\n  • one\n  • two\n\n> quoted\n\nA | B | C\n1 | 2 | 3\n\n\u{0C}1.1 Next\n\nIt’s “done”.\n"
          .utf8)
    ),
    (
      "a.md",
      Array(
        "---\ntitle: x\n---\n# H\n\n- a\n  - b\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n```\nx\n```\n<!-- c -->\n"
          .utf8)
    ),
    (
      "a.html",
      Array(
        "<html><head><meta charset=utf-8><title>T</title><script type=application/ld+json>{\"datePublished\":\"2022-01-01\"}</script></head><body><main><h1>T</h1><ol><li>x<table><tr><th>a<td rowspan=2>b</table></ol><p>café <time datetime=2022-02-02>then</time><br>- a<br>- b</main></body>"
          .utf8)
    ),
    ("a.csv", Array("Date,What\n3 May,\"a \"\"b\"\"\nc\"\n,x\n".utf8)),
    (
      "a.docx",
      TestOffice.docx(
        TestOffice.p(TestOffice.t("x"), style: "S", list: 1)
          + "<w:tbl><w:tr><w:tc><w:p/></w:tc></w:tr></w:tbl>")
    ),
    ("a.odt", TestOffice.odt("<text:list><text:list-item><text:p>x</text:p></text:list-item></text:list>")),
    ("a.zip", TestArchive.zip([.init("a.txt", "x"), .init("b/c.md", "# y")])),
    ("a.tar", TestArchive.tar([("a.txt", 0x30, "x")])),
    ("a.gz", TestArchive.gzip(Array("text".utf8))),
    ("a.eml", Array("From a@b Wed Feb  9 10:14:00 2022\nFrom: a\nTo: b\n\nx\n".utf8)),
    ("a.doc", OLEProbe.magic + [UInt8](repeating: 0x01, count: 1500)),
    ("a.bin", [0xFF, 0xFE] + Array("U\0T\0F\0".utf8)),
  ]

  /// Bytes changed, cut out, doubled and put in at random: whatever comes, no trap, and every document is
  /// sound.
  @Test(arguments: [UInt64(20_221_122), UInt64(7)]) func mutationsNeverTrap(seed: UInt64) {
    var random = ByteMutator(seed)
    var read = 0
    for round in 0..<1200 {
      let (path, original) = Self.fixtures[round % Self.fixtures.count]
      let bytes = random.mutated(original)
      let reading = Reading(random.next() % 4 == 0 ? "odd" : path, bytes)
      read += reading.documents.count
      for document in reading.documents {
        #expect(document.fault == nil, "seed \(seed), round \(round), \(path): \(document.fault ?? "")")
      }
    }
    #expect(read > 300)
  }

  @Test(.enabled(if: SharedData.has("data"), "the shared files are not here"))
  func realAndHostileFilesAreAllAccountedFor() throws {
    var files = 0
    for folder in ["docx", "web", "hostile", "chronology", "dpia", "loadfiles"] {
      for path in SharedData.files("data/" + folder) {
        let reading = Reading(path, try SharedData.bytes(path))
        files += 1
        for document in reading.documents {
          #expect(document.fault == nil, "\(document.source.path): \(document.fault ?? "")")
        }
        let outcomes =
          reading.documents.count + reading.skipped.count + reading.failed.count + reading.findings.count
          + reading.children.count
        #expect(outcomes > 0, "nothing became of \(path)")
      }
    }
    #expect(files > 200)
  }
}

/// SplitMix64. Source: Steele, Lea, Flood, "Fast splittable pseudorandom number generators", 2014.
struct ByteMutator {
  private var state: UInt64

  init(_ seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }

  mutating func below(_ bound: Int) -> Int { bound < 1 ? 0 : Int(next() % UInt64(bound)) }

  mutating func mutated(_ original: [UInt8]) -> [UInt8] {
    var bytes = original
    for _ in 0...below(4) {
      let at = below(bytes.count)
      switch below(6) {
      case 0 where !bytes.isEmpty: bytes[at] = UInt8(truncatingIfNeeded: next())
      case 1: bytes.removeSubrange(at..<min(bytes.count, at + below(40)))
      case 2: bytes.insert(contentsOf: bytes[at..<min(bytes.count, at + below(40))], at: below(bytes.count))
      case 3: bytes = Array(bytes.prefix(max(1, at)))
      case 4 where !bytes.isEmpty: bytes[at] ^= 1 << UInt8(below(8))
      default:
        let odd: [[UInt8]] = [
          [0], [0xFF, 0xFF, 0xFF, 0xFF], Array("\u{FFFD}\u{A0}".utf8), [0xE2, 0x80], [0x0C],
          Array("|\t\"<>&#".utf8),
        ]
        bytes.insert(contentsOf: odd[below(odd.count)], at: at)
      }
    }
    return bytes
  }
}

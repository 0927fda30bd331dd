import DaybookCore
import DaybookIngest
import DaybookTestSupport
import Foundation
import Testing

@testable import DaybookDiff

/// Every pair of versions beside the repository, in every format: tiled, and OLD with the diff gives NEW.
@Suite struct SharedRevisionTests {
  private static let folders: [URL] = ["generated", "real"].flatMap { kind -> [URL] in
    guard let root = PackageFolder.shared("data/revisions/\(kind)") else { return [] }
    let found = try? FileManager.default.contentsOfDirectory(at: root, includingPropertiesForKeys: nil)
    return (found ?? []).sorted { $0.path < $1.path }
  }

  @Test(.enabled(if: !folders.isEmpty, "the revisions beside the repository are absent"), arguments: folders)
  func everyPairIsProved(folder: URL) throws {
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
    let olds = names.filter { $0.hasPrefix("old.") && !$0.hasSuffix(".gold.txt") }
    #expect(!olds.isEmpty)
    for name in olds {
      let newName = "new." + name.dropFirst(4)
      guard names.contains(newName) else { continue }
      let old = try Self.document(folder.appending(path: name))
      let new = try Self.document(folder.appending(path: newName))
      let diff = try VersionComparer { _ in [] }.compare(
        UnitBuilder.side(old, isFileText: false), UnitBuilder.side(new, isFileText: false))
      #expect(
        DiffProof.apply(diff) == Array(new.text[..<diff.new.byteCount]), "\(folder.lastPathComponent) \(name)"
      )
    }
  }

  private static func document(_ file: URL) throws -> Document {
    let bytes = [UInt8](try Data(contentsOf: file))
    let source = Source(
      id: Source.ID(text: SHA256Digest(of: bytes).hex()), path: file.lastPathComponent, byteCount: bytes.count
    )
    var parts: [ConversionPart] = []
    _ = try Conversion.convert(ConversionInput(source: source, bytes: SourceBytes(bytes))) {
      parts.append($0)
    }
    var head: Document?
    var layouts: [PageLayout] = []
    for part in parts {
      switch part {
      case .document(let document): return document
      case .head(let document, _): head = document
      case .layout(let layout): layouts.append(layout)
      default: break
      }
    }
    var assembler = PageAssembler(head: try #require(head))
    var documents: [Document] = []
    for layout in layouts { documents += assembler.add(layout) }
    documents += assembler.finish()
    return try #require(documents.first)
  }
}

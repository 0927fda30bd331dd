import DaybookCore
import DaybookTestSupport
import Foundation
import Testing

@testable import DaybookIngest

/// The published fixtures of four libraries that split replies, against labels made by reading them.
struct QuotedReplyTests {
  struct Label: Sendable {
    var path: String
    var sha256: String
    var messages: Int
    var first: String
    var last: String
  }

  static let labels: [Label] = {
    let file = PackageFolder.root.appending(path: "Tests/Goldens/quoted-replies/labels.tsv")
    guard let text = try? String(contentsOf: file, encoding: .utf8) else { return [] }
    return text.split(separator: "\n").dropFirst().compactMap { line in
      let cells = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      guard cells.count == 5, let messages = Int(cells[2]) else { return nil }
      return Label(path: cells[0], sha256: cells[1], messages: messages, first: cells[3], last: cells[4])
    }
  }()

  /// The text of a fixture as the reader of mail sees it.
  private func document(_ bytes: [UInt8], _ path: String) -> Document {
    let source = Source(id: .init(text: path), path: path, byteCount: bytes.count)
    if path.hasSuffix(".eml") {
      let found = bytes.withUnsafeBytes {
        MessageReader(tool: "test", version: 1).read($0, source: source, needsHeader: true)
      }
      if let found { return found.document }
    }
    let text = path.hasSuffix(".html") ? MailHTML.text(of: bytes) : bytes.filter { $0 != 0x0D }
    return Document(
      source: source, kind: .message, text: text,
      provenance: Provenance(stage: "test", tool: "test", version: 1, input: path))
  }

  private func line(_ words: ArraySlice<UInt8>) -> String {
    String(decoding: SubjectLine.oneLine(words), as: UTF8.self)
  }

  /// Number of messages, and the lines of what the writer wrote, footers of lists left out.
  private func read(_ document: Document) -> (messages: Int, lines: [String]) {
    let segments = Segmenters.segments(in: document)
    var outer: [Range<Int>] = []
    for segment in segments where outer.last.map({ segment.bytes.lowerBound >= $0.upperBound }) ?? true {
      outer.append(segment.bytes)
    }
    let own = MessageBody.nativeWords(
      in: document.text, from: document.header?.bytes?.upperBound ?? 0, inner: outer)
    var body = MessageBody.text(own, of: document.text)
    let hasOwn = !body.isEmpty
    if !hasOwn, let first = segments.first { body = MessageBody.text(first.ownWords, of: document.text) }
    var lines = body.split(separator: 0x0A).map(line).filter { !$0.isEmpty }
    if let footer = lines.lastIndex(where: { $0.hasPrefix("__________") }), lines.count - footer <= 6,
      lines[footer...].contains(where: { $0.contains("listinfo") })
    {
      lines.removeLast(lines.count - footer)
    }
    return ((hasOwn ? 1 : 0) + segments.count, lines)
  }

  @Test(
    .enabled(if: PackageFolder.shared("data/email/quoted-replies-talon") != nil, "needs ../shared/data/email")
  )
  func nineInTenAreExact() throws {
    #expect(Self.labels.count == 110)
    let root = try #require(PackageFolder.shared("data/email"))
    var misses: [String] = []
    for label in Self.labels {
      let bytes = [UInt8](try Data(contentsOf: root.appending(path: label.path)))
      #expect(SHA256Digest(of: bytes).hex() == label.sha256, "\(label.path): not the file that was labelled")
      let found = read(document(bytes, label.path))
      func same(_ a: String?, _ b: String) -> Bool {
        let words = line(Array(b.utf8)[...])
        return (a ?? "").prefix(60) == words.prefix(60) || words.isEmpty && found.messages == label.messages
      }
      let isExact =
        found.messages == label.messages && same(found.lines.first, label.first)
        && same(found.lines.last, label.last)
      if !isExact {
        misses.append(
          "\(label.path): \(found.messages) of \(label.messages), \(found.lines.first ?? "") … \(found.lines.last ?? "")"
        )
      }
    }
    #expect(misses.count <= 11, "\(misses.joined(separator: "\n"))")
  }
}

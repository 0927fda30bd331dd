import DaybookCore
import DaybookTestSupport
import Foundation
import Testing

@testable import DaybookIngest

/// Real mail that nobody on this project wrote, and the made-up bundles: every message is accounted for.
struct MailCorpusTests {
  private static func files(_ folder: String) -> [URL] {
    guard let root = PackageFolder.shared(folder),
      let walker = FileManager.default.enumerator(at: root, includingPropertiesForKeys: [.isRegularFileKey])
    else { return [] }
    return walker.compactMap { $0 as? URL }
      .filter { (try? $0.resourceValues(forKeys: [.isRegularFileKey]).isRegularFile) == true }
      .sorted { $0.path < $1.path }
  }

  @Test(
    .enabled(
      if: PackageFolder.shared("data/email") != nil, "needs the shared test data beside the repository"))
  func everyFileOfTheMailSamplesIsReadOrNamed() throws {
    var messages = 0
    var unreadable: [String] = []
    for file in Self.files("data/email") {
      let bytes = [UInt8](try Data(contentsOf: file))
      guard bytes.count < 4 << 20 else { continue }
      let isMailbox = file.pathExtension == "mbox"
      do {
        let result = try MailResult.read(bytes, with: isMailbox ? MailboxConverter() : MailConverter())
        #expect(
          !result.documents.isEmpty || result.codes.contains("mail-unreadable"), "\(file.lastPathComponent)")
        messages += result.documents.count
        for document in result.documents { check(document, file.lastPathComponent) }
      } catch {
        unreadable.append(file.lastPathComponent)
        #expect(!file.path.hasSuffix(".eml"), "\(file.lastPathComponent): \(error)")
      }
    }
    #expect(messages > 300)
    #expect(!unreadable.isEmpty, "the folder also holds files that are no mail")
  }

  private func check(_ document: Document, _ name: String) {
    #expect(String(validating: document.text, as: UTF8.self) != nil, "\(name)")
    var end = 0
    for block in document.blocks {
      #expect(block.bytes.lowerBound >= end && block.bytes.upperBound <= document.text.count, "\(name)")
      end = block.bytes.upperBound
    }
    var open: [Range<Int>] = []
    for segment in Segmenters.segments(in: document) {
      while let last = open.last, last.upperBound <= segment.bytes.lowerBound { open.removeLast() }
      if let last = open.last {
        #expect(segment.bytes.upperBound <= last.upperBound, "\(name): segments cross")
      }
      #expect(
        segment.body.lowerBound >= segment.bytes.lowerBound
          && segment.body.upperBound <= segment.bytes.upperBound, "\(name)")
      open.append(segment.bytes)
    }
    if let sent = document.header?.sentBytes {
      #expect(document.words(sent) == document.header?.sentText, "\(name)")
    }
  }

  private struct Truth: Decodable {
    struct Mailbox: Decodable {
      var name: String
      var address: String
    }
    struct Message: Decodable {
      var message_id: String
      var from: Mailbox
      var to: [Mailbox]
      var cc: [Mailbox]
      var date: String
      var subject: String
      var attachments: [String]
    }
    var messages: [Message]
  }

  @Test(
    .enabled(
      if: PackageFolder.shared("data/bundles") != nil, "needs the shared test data beside the repository"),
    arguments: ["plain-60", "story-2022"])
  func theMailboxesOfTheBundlesAreReadWithoutAFault(name: String) throws {
    let folder = try #require(PackageFolder.shared("data/bundles/\(name)"))
    let truth = try JSONDecoder().decode(
      Truth.self, from: Data(contentsOf: folder.appending(path: "truth.json")))
    let bytes = [UInt8](try Data(contentsOf: folder.appending(path: "bundle.mbox")))
    let result = try MailResult.read(bytes, with: MailboxConverter(), bytesPerPiece: 20_000)
    let read = Dictionary(
      uniqueKeysWithValues: result.documents.map { ($0.header?.messageID ?? $0.source.path, $0) })
    #expect(result.findings.isEmpty)
    #expect(read.count == truth.messages.count)
    for message in truth.messages {
      let header = try #require(read[message.message_id]?.header)
      #expect(header.from == [.init(name: message.from.name, address: message.from.address)])
      #expect(header.to == message.to.map { .init(name: $0.name, address: $0.address) })
      #expect(header.cc == message.cc.map { .init(name: $0.name, address: $0.address) })
      #expect(header.subject == message.subject)
      #expect(header.attachments == message.attachments)
      let moment = try #require(header.sent?.earliest)
      #expect(message.date.hasPrefix(moment.description), "\(message.date)")
    }
  }
}

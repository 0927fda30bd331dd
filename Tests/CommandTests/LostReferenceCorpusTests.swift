import DaybookTestSupport
import Foundation
import Testing

/// Real mail of a list and of an office, with the references taken out of a fifth of the replies.
@Suite struct LostReferenceCorpusTests {
  private struct Mail {
    var id: String
    var references: [String]
    /// Without marks of answering.
    var subject: String
    var isAnswer: Bool
    var bytes: [UInt8]
  }

  @Test(
    .enabled(if: PackageFolder.shared("data/email/notmuch-list-maildir") != nil, "needs ../shared/data/email")
  )
  func answersFindWhatTheyAnswer() throws {
    let mails = try Self.mails()
    let ids = Set(mails.map(\.id))
    // The parent is the message that In-Reply-To names, else the last one of References, where it is there.
    var parent: [String: String] = [:]
    var isLost: Set<String> = []
    for mail in mails {
      guard let nearest = mail.references.first else { continue }
      if ids.contains(nearest), nearest != mail.id {
        parent[mail.id] = nearest
      } else {
        isLost.insert(mail.id)
      }
    }
    let replies = parent.keys.sorted()
    try #require(replies.count >= 60)
    let stripped = Set(replies.enumerated().filter { $0.offset % 5 == 2 }.map(\.element))
    let found = try Self.messages(of: mails, without: stripped)
    var (right, counted) = (0, 0)
    for mail in mails where !isLost.contains(mail.id) {
      guard let message = found.byID[mail.id], stripped.contains(mail.id) || !mail.references.isEmpty else {
        continue
      }
      counted += 1
      let answer = (message["parent"] as? String).flatMap { found.idOf[$0] }
      if answer == parent[mail.id] { right += 1 }
    }
    #expect(Double(right) >= 0.95 * Double(counted), "\(right) of \(counted) parents")
    // Two of one thread that share no ancestor, whether it is there or not.
    let root = Self.roots(mails)
    let unsure = Set(mails.filter { $0.isAnswer && $0.references.isEmpty }.compactMap { root[$0.id] })
    let subject = Dictionary(mails.map { ($0.id, $0.subject) }) { first, _ in first }
    var (pairs, wrong) = (0, 0)
    for thread in Dictionary(grouping: parent.keys.sorted(), by: { found.byID[$0]?["thread"] as? String })
      .values
    {
      for (index, first) in thread.enumerated() {
        for second in thread[..<index] {
          let isWrong = root[first] != root[second]
          // An answer without any reference: headers do not tell of which thread it is.
          if isWrong, subject[first] == subject[second],
            unsure.contains(root[first] ?? "") || unsure.contains(root[second] ?? "")
          {
            continue
          }
          pairs += 1
          if isWrong { wrong += 1 }
        }
      }
    }
    #expect(Double(wrong) <= 0.01 * Double(pairs), "\(wrong) of \(pairs) pairs")
  }

  private static func messages(of mails: [Mail], without stripped: Set<String>) throws -> (
    byID: [String: [String: Any]], idOf: [String: String]
  ) {
    var box: [UInt8] = []
    for mail in mails {
      box += Array("From x@y.example Thu Jan  1 00:00:00 2015\n".utf8)
      box += stripped.contains(mail.id) ? withoutReferences(mail.bytes) : mail.bytes
      box += [0x0A, 0x0A]
    }
    let folder = try ScratchFolder()
    try Data(box).write(to: URL(filePath: folder.path).appending(path: "mail.mbox"))
    let run = try DaybookProgram().run(["messages", folder.path, "--json"])
    let object = try #require(try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any])
    let messages = try #require(object["messages"] as? [[String: Any]])
    var byID: [String: [String: Any]] = [:]
    var idOf: [String: String] = [:]
    for message in messages {
      guard let id = message["message_id"] as? String, let name = message["id"] as? String else { continue }
      byID[id] = message
      idOf[name] = id
    }
    return (byID, idOf)
  }

  // MARK: - Headers

  private static func mails() throws -> [Mail] {
    var mails: [Mail] = []
    var seen: Set<String> = []
    for folder in ["data/email/notmuch-list-maildir/default", "data/foi/dc-cost-oog/Emails"] {
      guard let root = PackageFolder.shared(folder) else { continue }
      let paths = (FileManager.default.enumerator(atPath: root.path)?.allObjects as? [String] ?? []).sorted()
      for path in paths {
        guard let data = try? Data(contentsOf: root.appending(path: path)), data.count < 400_000 else {
          continue
        }
        let bytes = Array(data).filter { $0 != 0x0D }
        let fields = fields(of: bytes)
        guard let id = fields["message-id"].flatMap({ ids($0).first }), seen.insert(id).inserted else {
          continue
        }
        let references =
          ids(fields["in-reply-to"] ?? "") + ids(fields["references"] ?? "").reversed()
        var subject = (fields["subject"] ?? "").lowercased().split { $0.isWhitespace }
        let isAnswer = ["re:", "fw:", "fwd:", "aw:"].contains(subject.first ?? "")
        while let first = subject.first, ["re:", "fw:", "fwd:", "aw:"].contains(first) {
          subject.removeFirst()
        }
        mails.append(
          Mail(
            id: id, references: references, subject: subject.joined(separator: " "), isAnswer: isAnswer,
            bytes: escaped(bytes)))
      }
    }
    return mails
  }

  private static func head(_ bytes: [UInt8]) -> Int {
    var index = 0
    while index + 1 < bytes.count, !(bytes[index] == 0x0A && bytes[index + 1] == 0x0A) { index += 1 }
    return index
  }

  private static func fields(of bytes: [UInt8]) -> [String: String] {
    var fields: [String: String] = [:]
    var name = ""
    for line in String(decoding: bytes[..<head(bytes)], as: UTF8.self).components(separatedBy: "\n") {
      if line.first == " " || line.first == "\t" {
        fields[name, default: ""] += line
      } else if let colon = line.firstIndex(of: ":") {
        name = line[..<colon].lowercased()
        if fields[name] == nil {
          fields[name] = String(line[line.index(after: colon)...])
        } else {
          name = "-"
        }
      }
    }
    return fields
  }

  private static func ids(_ value: String) -> [String] {
    value.split(separator: "<").dropFirst().compactMap { part in
      part.firstIndex(of: ">").map { "<" + part[..<$0].filter { !$0.isWhitespace } + ">" }
    }
  }

  private static func withoutReferences(_ bytes: [UInt8]) -> [UInt8] {
    let end = head(bytes)
    var kept: [String] = []
    var isDropped = false
    for line in String(decoding: bytes[..<end], as: UTF8.self).components(separatedBy: "\n") {
      if line.first != " ", line.first != "\t" {
        let name = line.prefix { $0 != ":" }.lowercased()
        isDropped = ["in-reply-to", "references", "thread-index", "thread-topic"].contains(name)
      }
      if !isDropped { kept.append(line) }
    }
    return Array(kept.joined(separator: "\n").utf8) + bytes[end...]
  }

  /// Lines that begin with "From " would part messages.
  private static func escaped(_ bytes: [UInt8]) -> [UInt8] {
    let from = Array("From ".utf8)
    var escaped: [UInt8] = []
    for line in bytes.split(separator: 0x0A, omittingEmptySubsequences: false) {
      if line.starts(with: from) { escaped.append(UInt8(ascii: ">")) }
      escaped += line
      escaped.append(0x0A)
    }
    return escaped
  }

  /// A number for each set of messages that references join.
  private static func roots(_ mails: [Mail]) -> [String: String] {
    var up: [String: String] = [:]
    func root(_ id: String) -> String {
      var id = id
      while let next = up[id], next != id { id = next }
      return id
    }
    for mail in mails {
      for reference in mail.references where root(reference) != root(mail.id) {
        up[root(reference)] = root(mail.id)
      }
    }
    return Dictionary(mails.map { ($0.id, root($0.id)) }) { first, _ in first }
  }
}

import DaybookCore
import Testing

@testable import DaybookIngest

/// Archives: members come out, harm stays in.
struct ArchiveTests {
  @Test func membersBecomeChildren() {
    let inner = TestArchive.zip([.init("deep.txt", "deep")])
    var members: [TestArchive.Member] = [
      .init("2022/reply.txt", "the reply"), .init("2022/reply.txt", "again"), .init("ü#1.txt", "x"),
      .init("in.zip", inner),
      .init("__MACOSX/._reply.txt", "x"), .init("a/.DS_Store", "x"), .init("dir\\b.txt", "y"),
      .init("folder/", ""),
    ]
    members[7].mode = 0o040755
    let reading = Reading("a.zip", TestArchive.zip(members))
    #expect(
      reading.children == [
        "a.zip#2022/reply.txt", "a.zip#2022/reply.txt~2", "a.zip#ü%231.txt", "a.zip#in.zip",
        "a.zip#in.zip#deep.txt", "a.zip#dir/b.txt",
      ])
    #expect(reading.documents.count == 5)
    #expect(reading.findings.filter { $0.code == "litter" }.count == 1)
  }

  @Test func wayOutOfTheArchiveIsRefused() {
    var link = TestArchive.Member("link", "/etc/passwd")
    link.mode = 0o120777
    let reading = Reading(
      "a.zip",
      TestArchive.zip([
        .init("../../up.txt", "x"), .init("/etc/passwd", "x"), .init("C:\\win.txt", "x"),
        .init("a/../b", "x"), link, .init("ok.txt", "fine"),
      ]))
    #expect(reading.children == ["a.zip#ok.txt"])
    #expect(reading.findings.map(\.code) == Array(repeating: "refused-member", count: 5))
    let many = Reading("b.zip", TestArchive.zip((0..<200).map { .init("../\($0)", "x") }))
    #expect(many.findings.count == 21)
  }

  @Test func namesThatAreNotUTF8StayApart() {
    var first = TestArchive.Member("x", "1")
    first.name = Array("caf".utf8) + [0x82] + Array(".txt".utf8)
    var second = TestArchive.Member("x", "2")
    second.name = Array("caf".utf8) + [0xE9, 0x0A] + Array(".txt".utf8)
    let reading = Reading("a.tar", TestArchive.tar([("plain.txt", 0x30, "x")]))
    #expect(reading.children == ["a.tar#plain.txt"])
    #expect(MemberName.safe(first.name).name == "caf%82.txt")
    #expect(MemberName.safe(second.name).name == "caf%E9%0A.txt")
    #expect(!MemberName.safe(first.name).isExact)
  }

  @Test func tarWithLinksAndDevices() {
    let reading = Reading(
      "a.tgz",
      TestArchive.gzip(
        TestArchive.tar([
          ("up", 0x32, "../x"), ("dev", 0x33, ""), ("good.md", 0x30, "# Hi\n"), ("hard", 0x31, "good.md"),
        ])))
    #expect(reading.children == ["a.tgz#good.md"])
    #expect(reading.findings.map(\.code) == ["refused-member", "refused-member", "refused-member"])
  }

  @Test func singleCompressedFileIsOneChild() {
    let reading = Reading("2021/note.txt.gz", TestArchive.gzip(Array("3 May 2021".utf8)))
    #expect(reading.children == ["2021/note.txt.gz#note.txt"])
    #expect(reading.document?.text == Array("3 May 2021".utf8))
  }

  @Test func bombsEndAtTheLimit() throws {
    var options = ConversionOptions()
    options.maxRatio = 20
    var bomb = TestArchive.Member("zeros.txt")
    bomb.deflated = TestArchive.bomb(letter: 0x20, repeats: 80_000)
    let reading = Reading(
      "a.zip", TestArchive.zip([.init("first.txt", "kept"), bomb, .init("last.txt", "lost")]),
      options: options)
    #expect(reading.children == ["a.zip#first.txt"])
    #expect(reading.findings.map(\.code) == ["archive-limit"])
    options.maxMembers = 3
    let many = Reading("b.zip", TestArchive.zip((0..<9).map { .init("\($0).txt", "x") }), options: options)
    #expect(many.children.count == 3)
    #expect(many.findings.map(\.code) == ["archive-limit"])
    options.maxUnpackedBytes = 10
    let total = Reading(
      "c.zip", TestArchive.zip([.init("a.txt", "12345678"), .init("b.txt", "12345678")]), options: options)
    #expect(total.children == ["c.zip#a.txt"])
    #expect(total.findings.map(\.code) == ["archive-limit"])
  }

  @Test func depthHasALimit() {
    var file = TestArchive.zip([.init("core.txt", "x")])
    for _ in 0..<12 { file = TestArchive.zip([.init("n.zip", file)]) }
    let reading = Reading("a.zip", file)
    #expect(reading.documents.isEmpty)
    #expect(reading.failed.count == 1)
    #expect(reading.failed.first?.path.split(separator: "#").count == 9)
  }

  @Test func passwordsAreNamedAndCounted() {
    var secret = TestArchive.Member("secret.txt", "0123456789abcdef")
    secret.isEncrypted = true
    #expect(Reading("a.zip", TestArchive.zip([secret])).failed.map(\.error) == [.encrypted])
    let mixed = Reading("b.zip", TestArchive.zip([.init("open.txt", "x"), secret, secret]))
    #expect(mixed.children == ["b.zip#open.txt"])
    #expect(mixed.findings.map(\.code) == ["encrypted-members"])
    #expect(mixed.findings.first?.message.contains("2 members") == true)
  }

  @Test func damagedArchivesGiveWhatTheyHave() {
    let whole = TestArchive.zip([
      .init("a.txt", String(repeating: "a", count: 500)), .init("b.txt", String(repeating: "b", count: 500)),
    ])
    let cut = Reading("a.zip", Array(whole.prefix(700)))
    #expect(cut.children.first == "a.zip#a.txt")
    #expect(cut.findings.contains { $0.severity == .loss })
    let nonsense = Reading("b.zip", [0x50, 0x4B, 3, 4] + [UInt8](repeating: 0xAA, count: 200))
    #expect(nonsense.children.isEmpty)
    #expect(nonsense.failed.count + nonsense.findings.count >= 1)
  }
}

import Testing

@testable import DaybookIngest

/// How text is encoded, and what becomes of bytes that stand for nothing.
struct TextDecodingTests {
  private func decode(_ bytes: [UInt8], _ declared: String? = nil) -> DecodedText {
    TextDecoding.decode(bytes, declared: declared)
  }

  private func utf16(_ text: String, bigEndian: Bool) -> [UInt8] {
    text.utf16.flatMap {
      bigEndian ? [UInt8($0 >> 8), UInt8($0 & 0xFF)] : [UInt8($0 & 0xFF), UInt8($0 >> 8)]
    }
  }

  @Test func validUTF8StaysAsItIs() {
    let bytes = Array("naïve – “quotes” 𐌲 \r\n".utf8)
    let text = decode(bytes)
    #expect(text.bytes == bytes)
    #expect(text.isExact)
    #expect(text.findings.isEmpty)
  }

  @Test func byteOrderMarkGoes() {
    let text = decode([0xEF, 0xBB, 0xBF] + Array("Hello".utf8))
    #expect(text.bytes == Array("Hello".utf8))
    #expect(!text.isExact)
  }

  @Test(arguments: [true, false]) func utf16WithAndWithoutMark(bigEndian: Bool) {
    let mark: [UInt8] = bigEndian ? [0xFE, 0xFF] : [0xFF, 0xFE]
    let plain = "Minutes of 3 May 2021, café"
    #expect(
      String(decoding: decode(mark + utf16(plain + " 𐌲", bigEndian: bigEndian)).bytes, as: UTF8.self) == plain
        + " 𐌲")
    #expect(String(decoding: decode(utf16(plain, bigEndian: bigEndian)).bytes, as: UTF8.self) == plain)
    // Half a pair, and half a unit at the end.
    let broken = decode(
      mark + utf16("ab", bigEndian: bigEndian) + (bigEndian ? [0xD8, 0x00] : [0x00, 0xD8]) + [0x41])
    #expect(String(decoding: broken.bytes, as: UTF8.self) == "ab\u{FFFD}\u{FFFD}")
    #expect(broken.replaced == 2)
  }

  @Test func oneByteEncodingsFallBackToWindows1252() {
    let text = decode(Array("It\u{2019}s".utf8.prefix(2)) + [0x92] + Array("s caf".utf8) + [0xE9, 0x81])
    #expect(String(decoding: text.bytes, as: UTF8.self) == "It’s café\u{FFFD}")
    #expect(text.encoding == "windows-1252")
    #expect(text.findings.map(\.code) == ["assumed-encoding", "replaced-bytes"])
  }

  @Test func damagedUTF8StaysUTF8() {
    let text = decode(Array("“one” “two” ".utf8) + [0xE2, 0x80] + Array(" “three”".utf8))
    #expect(text.encoding == "utf-8")
    #expect(text.replaced == 2)
    #expect(text.findings.map(\.code) == ["replaced-bytes"])
  }

  @Test func nulBecomesASpaceSoThatOffsetsHold() {
    let text = decode([0x41, 0, 0x42])
    #expect(text.bytes == [0x41, 0x20, 0x42])
    #expect(text.replaced == 1)
  }

  @Test func declaredEncodingsAreFollowed() {
    // "Привет" in Windows-1251.
    let text = decode([0xCF, 0xF0, 0xE8, 0xE2, 0xE5, 0xF2], "windows-1251")
    #expect(String(decoding: text.bytes, as: UTF8.self) == "Привет")
    #expect(decode([0xE9], "ISO-8859-1").encoding == "windows-1252")
    #expect(decode([0xE9], "no-such-charset").isAssumed)
  }

  @Test func propertyDatesAreReadWithoutGuessing() {
    let read: [(String, String)] = [
      ("2022", "2022"), ("2022-02", "2022-02"), ("2022-02-09", "2022-02-09"), ("20220209", "2022-02-09"),
      ("2022-02-09T10:14", "2022-02-09T10:14"), ("2022-02-09T10:14:05.123Z", "2022-02-09T10:14:05Z"),
      ("2022-02-09 10:14:05 +0100", "2022-02-09T10:14:05+01:00"),
      ("Wed, 9 Feb 2022 10:14:00 GMT", "2022-02-09T10:14:00Z"),
      ("Mon May 03 2021 10:14:00 GMT+0100 (British Summer Time)", "2021-05-03T10:14:00+01:00"),
      ("9 February 2022", "2022-02-09"),
    ]
    for (text, edtf) in read { #expect(PropertyDate.timex(text)?.edtf == edtf, "\(text)") }
    for text in [
      "", "03/05/2021", "2022-13-01", "2022-02-30", "yesterday", "12", "2022-02-09T", "99999-01-01", "May",
    ] {
      #expect(PropertyDate.timex(text).map(\.edtf) == (text == "2022-02-09T" ? "2022-02-09" : nil), "\(text)")
    }
  }
}

import DaybookCore
import Foundation
import Testing

@Suite struct JSONWriterTests {
  private func read(_ writer: JSONWriter) throws -> Any {
    try JSONSerialization.jsonObject(with: Data(writer.bytes), options: .fragmentsAllowed)
  }

  /// Foundation's reader drops a byte order mark at the beginning of a text; see the next test.
  @Test(arguments: RandomValues.nastyTexts.filter { $0.unicodeScalars.first != "\u{FEFF}" })
  func aTextIsReadAsItWasWritten(text: String) throws {
    var writer = JSONWriter()
    writer.object { $0.field(text, text) }
    let object = try #require(try read(writer) as? [String: String])
    #expect(object.map { Array($0.key.utf8) } == [Array(text.utf8)])
    #expect(object.map { Array($0.value.utf8) } == [Array(text.utf8)])
  }

  @Test func aByteOrderMarkIsATextLikeAnyOther() {
    var writer = JSONWriter()
    writer.text("\u{FEFF}")
    #expect(writer.bytes == Array("\"\u{FEFF}\"".utf8))
  }

  @Test func everyScalarBelow800IsReadAsItWasWritten() throws {
    let text = String(String.UnicodeScalarView((0..<0x800).compactMap(Unicode.Scalar.init)))
    var writer = JSONWriter()
    writer.array { $0.text(text) }
    let array = try #require(try read(writer) as? [String])
    #expect(array.map { Array($0.utf8) } == [Array(text.utf8)])
  }

  @Test func valuesOfEveryKind() {
    var writer = JSONWriter()
    writer.object {
      $0.field("text", "a")
      $0.field("none", nil as String?)
      $0.field("number", -3)
      $0.field("no number", nil as Int?)
      $0.field("most", Int.max)
      $0.field("yes", true)
      $0.field("list", ["a", "b"])
      $0.key("empty")
      $0.object { _ in }
      $0.key("nested")
      $0.array {
        $0.array { _ in }
        $0.object { $0.field("a", false) }
        $0.number(1)
      }
    }
    #expect(
      String(decoding: writer.bytes, as: UTF8.self) == """
        {"text":"a","none":null,"number":-3,"no number":null,"most":9223372036854775807,"yes":true,\
        "list":["a","b"],"empty":{},"nested":[[],{"a":false},1]}
        """)
  }

  /// A script element ends at "</", whatever stands around it; nothing that is written may hold it.
  @Test func nothingEndsAScriptElement() {
    for text in ["</script>", "<!--", "</SCRIPT", "<script>"] {
      var writer = JSONWriter()
      writer.text(text)
      #expect(!writer.bytes.contains(UInt8(ascii: "<")), "\(text)")
    }
  }

  @Test func piecesThatAreDrainedMakeOneText() throws {
    var (writer, bytes) = (JSONWriter(), [UInt8]())
    writer.open("[")
    for number in 0..<3 {
      writer.lineBreak()
      writer.object { $0.field("n", number) }
      bytes += writer.drain()
    }
    writer.close("]")
    bytes += writer.drain()
    #expect(String(decoding: bytes, as: UTF8.self) == "[\n{\"n\":0},\n{\"n\":1},\n{\"n\":2}]")
    #expect(writer.bytes.isEmpty)
  }
}

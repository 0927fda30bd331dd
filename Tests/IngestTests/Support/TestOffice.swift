/// Small Word and OpenDocument files for tests.
enum TestOffice {
  private static let word =
    #"xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006""#
  private static let types = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"

  /// `parts` by name in `word/`: "styles", "numbering", "comments" …, each the inside of its root element.
  static func docx(
    _ body: String, parts: [String: String] = [:], core: String = "", extra: [TestArchive.Member] = []
  ) -> [UInt8] {
    TestArchive.zip(docxMembers(body, parts: parts, core: core, extra: extra))
  }

  static func docxMembers(
    _ body: String, parts: [String: String] = [:], core: String = "", extra: [TestArchive.Member] = []
  ) -> [TestArchive.Member] {
    let names = parts.keys.sorted()
    let relations = names.map { name in
      let type = name.hasPrefix("header") ? "header" : name.hasPrefix("footer") ? "footer" : name
      return #"<Relationship Id="r-\#(name)" Type="\#(types)\#(type)" Target="\#(name).xml"/>"#
    }.joined()
    let head = #"<?xml version="1.0" encoding="UTF-8"?>"#
    var members = [
      TestArchive.Member("[Content_Types].xml", head + "<Types/>"),
      TestArchive.Member(
        "_rels/.rels",
        head
          + #"<Relationships><Relationship Id="r1" Type="\#(types)officeDocument" Target="word/document.xml"/></Relationships>"#
      ),
      TestArchive.Member(
        "word/_rels/document.xml.rels",
        head
          + #"<Relationships>\#(relations)<Relationship Id="chunk" Type="\#(types)aFChunk" Target="chunk.html"/></Relationships>"#
      ),
      TestArchive.Member(
        "word/document.xml", head + "<w:document \(word)><w:body>\(body)</w:body></w:document>"),
    ]
    for name in names {
      members.append(
        TestArchive.Member("word/\(name).xml", head + "<w:\(name) \(word)>\(parts[name] ?? "")</w:\(name)>"))
    }
    let properties =
      #"<cp:coreProperties xmlns:cp="c" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="t">\#(core)</cp:coreProperties>"#
    members.append(TestArchive.Member("docProps/core.xml", head + properties))
    return members + extra
  }

  /// A paragraph: style, list and level where given.
  static func p(_ runs: String, style: String? = nil, list: Int? = nil, level: Int = 0, mark: String = "")
    -> String
  {
    var properties = style.map { #"<w:pStyle w:val="\#($0)"/>"# } ?? ""
    if let list {
      properties += #"<w:numPr><w:ilvl w:val="\#(level)"/><w:numId w:val="\#(list)"/></w:numPr>"#
    }
    if !mark.isEmpty { properties += "<w:rPr>\(mark)</w:rPr>" }
    return "<w:p><w:pPr>\(properties)</w:pPr>\(runs)</w:p>"
  }

  static func t(_ text: String) -> String { #"<w:r><w:t xml:space="preserve">\#(text)</w:t></w:r>"# }

  private static let odf =
    #"xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:meta="urn:oasis:names:tc:opendocument:xmlns:meta:1.0""#

  static func odt(_ body: String, styles: String = "", meta: String = "") -> [UInt8] {
    TestArchive.zip([
      TestArchive.Member("mimetype", "application/vnd.oasis.opendocument.text"),
      TestArchive.Member(
        "content.xml",
        "<office:document-content \(odf)><office:automatic-styles>\(styles)</office:automatic-styles><office:body><office:text>\(body)</office:text></office:body></office:document-content>"
      ),
      TestArchive.Member(
        "meta.xml", "<office:document-meta \(odf)><office:meta>\(meta)</office:meta></office:document-meta>"),
      TestArchive.Member("META-INF/manifest.xml", "<manifest/>"),
    ])
  }
}

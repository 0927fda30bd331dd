import DaybookCore

/// Which style of the redline a unit is set in, and what those styles look like.
///
/// Source: ECMA-376 part 1, sections 17.7 (styles) and 17.9 (numbering).
enum RedlineStyles {
  static func style(_ unit: DiffUnit, _ side: VersionSide) -> RedlineStyle {
    var style = RedlineStyle(
      label: unit.label, level: unit.level, keepsLines: keepsLines(side) || unit.kind == .code)
    switch unit.kind {
    case .heading: style.name = "Heading\(min(max(unit.level, 1), 9))"
    case .listItem: style.name = "ListParagraph"
    case .quoted: style.name = "Quote"
    case .footnote: style.name = "FootnoteText"
    case .code: style.name = "Listing"
    case .paragraph, .tableRow, .furniture, .other: break
    }
    return style
  }

  static func style(of cell: Block, _ side: VersionSide) -> RedlineStyle {
    RedlineStyle(label: cell.label, level: cell.level, keepsLines: keepsLines(side))
  }

  /// A unit as a paragraph, its number with it where that was typed.
  static func paragraph(_ unit: DiffUnit, _ side: VersionSide) -> (bytes: Range<Int>, style: RedlineStyle) {
    typed(unit.bytes, style(unit, side), side)
  }

  static func paragraph(of cell: Block, _ side: VersionSide) -> (bytes: Range<Int>, style: RedlineStyle) {
    typed(cell.bytes, style(of: cell, side), side)
  }

  /// A number that stands in the text of the file goes with the words: changed as text, it comes back as it was in
  /// every word processor, while LibreOffice forgets the numbering of a paragraph when a change of it is rejected.
  private static func typed(
    _ bytes: Range<Int>, _ style: RedlineStyle, _ side: VersionSide
  ) -> (bytes: Range<Int>, style: RedlineStyle) {
    let text = side.document.text
    func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }
    func isWord(_ byte: UInt8) -> Bool { (byte | 0x20) &- 0x61 < 26 || byte &- 0x30 < 10 }
    guard let label = style.label.map({ Array($0.utf8) }), label.contains(where: isWord) else {
      return (bytes, style)
    }
    var end = min(bytes.lowerBound, text.count)
    while end > 0, end > bytes.lowerBound - 8, isBlank(text[end - 1]) { end -= 1 }
    let wanted = label.reversed().drop { !isWord($0) }
    var last = end
    while last > 0, last > end - 2, !isWord(text[last - 1]) { last -= 1 }
    guard last >= wanted.count, text[(last - wanted.count)..<last].reversed().elementsEqual(wanted) else {
      return (bytes, style)
    }
    var start = last - wanted.count
    if label.first == 0x28, start > 0, text[start - 1] == 0x28 { start -= 1 }
    var style = style
    style.label = nil
    return (start..<bytes.upperBound, style)
  }

  /// In office files a line break was put there by the writer; elsewhere it is the width of the page.
  private static func keepsLines(_ side: VersionSide) -> Bool {
    let type = side.document.source.mediaType
    return type.contains("officedocument") || type.contains("opendocument") || type.contains("ms-word")
  }

  static let xml: String = {
    var xml = """
      <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
      <w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Calibri" w:hAnsi="Calibri" w:cs="Calibri"/><w:sz w:val="22"/><w:szCs w:val="22"/><w:lang w:val="en-GB"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:after="120" w:line="264" w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults><w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style><w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:tblPr><w:tblCellMar><w:left w:w="108" w:type="dxa"/><w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style><w:style w:type="table" w:styleId="TableGrid"><w:name w:val="Table Grid"/><w:basedOn w:val="TableNormal"/><w:tblPr><w:tblBorders>
      """
    for edge in ["top", "left", "bottom", "right", "insideH", "insideV"] {
      xml += "<w:\(edge) w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"auto\"/>"
    }
    xml += "</w:tblBorders></w:tblPr></w:style>"
    for level in 1...9 {
      xml +=
        "<w:style w:type=\"paragraph\" w:styleId=\"Heading\(level)\"><w:name w:val=\"heading \(level)\"/><w:basedOn w:val=\"Normal\"/><w:next w:val=\"Normal\"/><w:pPr><w:keepNext/><w:spacing w:before=\"240\"/><w:outlineLvl w:val=\"\(level - 1)\"/></w:pPr><w:rPr><w:b/><w:sz w:val=\"\(max(22, 34 - 4 * level))\"/></w:rPr></w:style>"
    }
    for (id, name, rest) in [
      ("ListParagraph", "List Paragraph", "<w:pPr><w:contextualSpacing/></w:pPr>"),
      ("Quote", "Quote", "<w:pPr><w:ind w:left=\"567\"/></w:pPr>"),
      ("FootnoteText", "footnote text", "<w:rPr><w:sz w:val=\"18\"/></w:rPr>"),
      (
        "Listing", "Listing",
        "<w:rPr><w:rFonts w:ascii=\"Courier New\" w:hAnsi=\"Courier New\"/><w:sz w:val=\"18\"/></w:rPr>"
      ),
    ] {
      xml +=
        "<w:style w:type=\"paragraph\" w:styleId=\"\(id)\"><w:name w:val=\"\(name)\"/><w:basedOn w:val=\"Normal\"/>\(rest)</w:style>"
    }
    return xml + "</w:styles>"
  }()
}

private import CLibXML2

/// Namespaces that the office formats are written in.
enum XMLNamespace: Hashable {
  /// WordprocessingML.
  case word
  /// Relationship ids.
  case relationship
  /// `mc:AlternateContent`.
  case compatibility
  case math
  /// ODF: text, table, office, style, drawing, and Dublin Core inside it.
  case odfText, odfTable, odfOffice, odfStyle, odfDraw, dublinCore
  case flatPackage
  case other

  /// Source: ECMA-376 5th edition part 1 (transitional) and ISO/IEC 29500 strict, both of which are in use;
  /// ODF 1.3 part 3, section 2.2.
  private static let names: [(String, XMLNamespace)] = [
    ("http://schemas.openxmlformats.org/wordprocessingml/2006/main", .word),
    ("http://purl.oclc.org/ooxml/wordprocessingml/main", .word),
    ("http://schemas.openxmlformats.org/officeDocument/2006/relationships", .relationship),
    ("http://purl.oclc.org/ooxml/officeDocument/relationships", .relationship),
    ("http://schemas.openxmlformats.org/markup-compatibility/2006", .compatibility),
    ("http://schemas.openxmlformats.org/officeDocument/2006/math", .math),
    ("urn:oasis:names:tc:opendocument:xmlns:text:1.0", .odfText),
    ("urn:oasis:names:tc:opendocument:xmlns:table:1.0", .odfTable),
    ("urn:oasis:names:tc:opendocument:xmlns:office:1.0", .odfOffice),
    ("urn:oasis:names:tc:opendocument:xmlns:style:1.0", .odfStyle),
    ("urn:oasis:names:tc:opendocument:xmlns:drawing:1.0", .odfDraw),
    ("http://purl.org/dc/elements/1.1/", .dublinCore),
    ("http://schemas.microsoft.com/office/2006/xmlPackage", .flatPackage),
  ]

  static func of(_ name: UnsafePointer<UInt8>?) -> XMLNamespace {
    guard let name else { return .other }
    for (text, space) in names where xmlStrEqual(name, text) == 1 { return space }
    return .other
  }
}

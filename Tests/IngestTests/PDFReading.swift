import DaybookCore
import DaybookIngest
import DaybookTestSupport

/// What the converter and the assembler together make of a PDF.
struct PDFReading {
  var head: Document?
  var pageCount = 0
  var layouts: [PageLayout] = []
  var children: [ChildSource] = []
  var findings: [Finding] = []
  var pieces: [Piece] = []
  /// The chunks that the assembler gave.
  var documents: [Document] = []

  init(_ pdf: MiniPDF, options: ConversionOptions = ConversionOptions()) throws {
    try self.init(pdf.bytes, options: options)
  }

  init(_ bytes: [UInt8], options: ConversionOptions = ConversionOptions()) throws {
    let source = Source(id: Source.ID(of: ["test"]), path: "test.pdf", byteCount: bytes.count)
    let converter = PDFConverter()
    let shared = SourceBytes(bytes)
    try converter.convert(ConversionInput(source: source, bytes: shared, options: options)) { take($0) }
    for piece in pieces {
      try converter.convert(ConversionInput(source: source, bytes: shared, piece: piece, options: options)) {
        take($0)
      }
    }
    documents = assembled()
  }

  private mutating func take(_ part: ConversionPart) {
    switch part {
    case .head(let document, let count): (head, pageCount) = (document, count)
    case .layout(let layout): layouts.append(layout)
    case .child(let child): children.append(child)
    case .finding(let finding): findings.append(finding)
    case .pieces(let found): pieces += found
    case .document: break
    }
  }

  func assembled() -> [Document] {
    guard let head else { return [] }
    var assembler = PageAssembler(head: head)
    var documents: [Document] = []
    for layout in layouts { documents += assembler.add(layout) }
    return documents + assembler.finish()
  }

  /// The only document; an empty one where there are several.
  var document: Document {
    documents.count == 1
      ? documents[0]
      : Document(
        source: Source(id: Source.ID(of: []), path: "", byteCount: 0),
        provenance: Provenance(stage: "", tool: "", version: 0, input: ""))
  }

  var text: String { String(decoding: documents.flatMap(\.text), as: UTF8.self) }

  /// "kind: words" of each block.
  var blocks: [String] {
    documents.flatMap { document in
      document.blocks.map {
        "\($0.kind.rawValue): \(String(decoding: document.text[$0.bytes], as: UTF8.self))"
      }
    }
  }
}

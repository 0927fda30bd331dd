import DaybookCore

@testable import DaybookIngest

/// Everything that a converter handed out, piece after piece.
struct MailResult {
  var documents: [Document] = []
  var children: [ChildSource] = []
  var findings: [Finding] = []
  var pieces: [Piece] = []

  /// All findings, those of documents included.
  var codes: [String] { (findings + documents.flatMap(\.findings)).map(\.code) }

  static func read(
    _ bytes: [UInt8], with converter: any Converter, bytesPerPiece: Int = 16 << 20
  ) throws(ConversionError) -> MailResult {
    var options = ConversionOptions()
    options.bytesPerPiece = bytesPerPiece
    let source = Source(id: .init(text: "0"), path: "mail", byteCount: bytes.count)
    let bytes = SourceBytes(bytes)
    var result = MailResult()
    var todo: [Piece?] = [nil]
    while !todo.isEmpty {
      let piece = todo.removeFirst()
      try converter.convert(ConversionInput(source: source, bytes: bytes, piece: piece, options: options)) {
        part in
        switch part {
        case .document(let document): result.documents.append(document)
        case .child(let child): result.children.append(child)
        case .finding(let finding): result.findings.append(finding)
        case .pieces(let pieces):
          result.pieces += pieces
          todo += pieces.map { $0 }
        default: break
        }
      }
    }
    return result
  }

  static func message(_ text: String) throws(ConversionError) -> MailResult {
    try read(Array(text.utf8), with: MailConverter())
  }

  static func mailbox(_ text: String, bytesPerPiece: Int = 16 << 20) throws(ConversionError) -> MailResult {
    try read(Array(text.utf8), with: MailboxConverter(), bytesPerPiece: bytesPerPiece)
  }
}

extension Document {
  func words(_ bytes: Range<Int>?) -> String? { bytes.map { String(decoding: text[$0], as: UTF8.self) } }

  var string: String { String(decoding: text, as: UTF8.self) }
}

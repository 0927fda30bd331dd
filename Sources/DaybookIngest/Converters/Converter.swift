package import DaybookCore

/// Turns the bytes of one source into documents with anchors, children and findings.
///
/// The library of the format does the reading; a converter keeps structure, places and what was lost. What it
/// can read only in part is a finding beside the documents. It runs in a worker process: it may be slow or
/// die without taking anything else along.
package protocol Converter: Sendable {
  /// Kebab-case; appears in provenance.
  var name: String { get }
  /// Raise when the same bytes would give another document: cached results go stale.
  var version: Int { get }
  var signature: Signature { get }

  /// Hands each part out as soon as it is there. Throws only when nothing at all can be had from the source,
  /// or from the piece asked for.
  func convert(_ input: ConversionInput, emit: (ConversionPart) -> Void) throws(ConversionError)
}

extension Converter {
  /// What every document of this converter says about its making.
  package func provenance(for input: ConversionInput) -> Provenance {
    Provenance(stage: "convert", tool: name, version: version, input: input.source.id.text)
  }
}

/// What a converter goes by, once the kind has been detected: media types by content, extensions only where
/// content says nothing.
package struct Signature: Hashable, Sendable {
  package var mediaTypes: [String]
  package var extensions: [String]

  package init(mediaTypes: [String], extensions: [String] = []) {
    self.mediaTypes = mediaTypes
    self.extensions = extensions
  }
}

/// A source, its bytes, and which piece of it is wanted.
package struct ConversionInput {
  package var source: Source
  package var bytes: SourceBytes
  /// Nil for the first call; then one of the pieces that the first call named.
  package var piece: Piece?
  package var options: ConversionOptions
  /// Tells the supervisor that work goes on; called between pages, messages and members.
  package var alive: () -> Void

  package init(
    source: Source, bytes: SourceBytes, piece: Piece? = nil, options: ConversionOptions = ConversionOptions(),
    alive: @escaping () -> Void = {}
  ) {
    self.source = source
    self.bytes = bytes
    self.piece = piece
    self.options = options
    self.alive = alive
  }
}

/// A part of a large source that can be converted by itself, in any process, in any order.
package enum Piece: Hashable, Sendable, Codable {
  /// 1-based, both included.
  case pages(ClosedRange<Int>)
  /// Messages of a mailbox by byte range; `first` is the 1-based number of the first message in it.
  case bytes(Range<Int>, first: Int)
  /// Items of a mailbox file by number, counted from 0 in the order of its folders.
  case items(Range<Int>)
  /// One page, whose picture is to be read; 1-based.
  case picture(Int)
}

/// Limits and wishes that change what a converter gives; part of the cache key.
package struct ConversionOptions: Hashable, Sendable, Codable {
  /// Pages in one piece of a PDF. A document with no more is one piece.
  package var pagesPerPiece = 64
  /// Bytes in one piece of a mailbox.
  package var bytesPerPiece = 16 << 20
  /// Containers in containers: deeper ones are refused with a finding.
  package var maxDepth = 8
  /// Members of one container.
  package var maxMembers = 100_000
  /// Unpacked bytes of one container in all.
  package var maxUnpackedBytes = 4 << 30
  /// Unpacked bytes for each packed one.
  package var maxRatio = 200
  /// Which pages are to be read from their pictures. Such a page comes first with `PageLayout.wantsOCR` set, and
  /// is read when it is asked for as a piece; `readsPicturesAtOnce` does both in one.
  package var ocr = OCRSettings.off
  package var readsPicturesAtOnce = false
  /// Which text of a file with tracked changes is read.
  package var tracked = TrackedReading.accept

  package init() {}
}

/// What a converter hands out.
package enum ConversionPart {
  /// A whole document.
  case document(Document)
  /// One page of a PDF, before what depends on its neighbours is settled; `PageAssembler` makes documents of
  /// them.
  case layout(PageLayout)
  /// The document that the pages belong to, without text: title, dates, metadata, page count.
  case head(Document, pageCount: Int)
  /// Something inside that goes back to detection.
  case child(ChildSource)
  case finding(Finding)
  /// The rest of the source, to be asked for piece by piece.
  case pieces([Piece])
}

/// A member of a container, with its bytes.
package struct ChildSource: Hashable, Sendable {
  /// Behind the container's path and `#`: "2022/reply.pdf", "12", "note.docx". Already made safe: no `..`, no
  /// leading `/`.
  package var name: String
  package var bytes: [UInt8]
  /// What the container says it is; content decides.
  package var mediaType: String?

  package init(name: String, bytes: [UInt8], mediaType: String? = nil) {
    self.name = name
    self.bytes = bytes
    self.mediaType = mediaType
  }
}

/// Why a converter could give nothing at all for a source.
///
/// What it read only in part is a `Finding` beside the documents, not an error.
package enum ConversionError: Error, Equatable, CustomStringConvertible {
  /// The file cannot be opened without a password.
  case encrypted
  /// The bytes are not what the converter reads, or too broken to give anything.
  case unreadable(reason: String)
  /// A limit would be passed: a bomb, or simply too large.
  case limit(reason: String)

  package var description: String {
    switch self {
    case .encrypted: "needs a password; unlock it by hand and add the unlocked copy"
    case .unreadable(let reason): reason
    case .limit(let reason): reason
    }
  }
}

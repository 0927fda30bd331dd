import DaybookCore
import DaybookExtract
import DaybookIngest
package import DaybookWorkers
private import Foundation

/// What runs inside a worker process: bytes → documents → segments → mentions → events.
package enum WorkerHandler {
  /// Opens what libraries read from files, before the sandbox closes.
  package static func prepare() {
    setlocale(LC_CTYPE, "C.UTF-8")
  }

  /// Does one job. A line of JSON is a request of the worker contract, everything else one of our own.
  package static func handle(_ payload: [UInt8], _ input: Int32?, _ channel: ResultChannel) throws {
    if payload.first == UInt8(ascii: "{") { return try ContractRecords.send(payload, input, channel) }
    switch try Job(wireBytes: payload) {
    case .convert(let source, let piece, let settings, let ocr):
      var options = ConversionOptions()
      options.ocr = ocr.settings
      try convert(source, piece, settings, options, ocrReason: ocr.reason, input, channel) {
        channel.send($0.wireBytes)
      }
    case .read(let source, let piece, let tracked):
      var options = ConversionOptions()
      options.tracked = tracked
      try convert(source, piece, nil, options, ocrReason: OCRPlan.off.reason, input, channel) {
        channel.send($0.wireBytes)
      }
    case .extract(let document, let settings):
      // The document itself does not travel back: what was found in it does.
      let (segmented, found) = extract(document, settings)
      var extraction = found
      extraction.segments = segmented.segments
      channel.send(JobResult.extraction(extraction).wireBytes)
    case .boxes(let page, let pageText, let ranges, let pictures):
      guard let input, let bytes = SourceBytes(descriptor: input) else {
        throw ConversionError.unreadable(reason: "cannot be mapped into memory")
      }
      let file = try PDFBoxes(bytes, pictures: pictures)
      let boxes = ranges.map { file.boxes(of: $0, page: page, pageText: pageText).map(\.label) }
      channel.send(JobResult.boxes(boxes).wireBytes)
    case .hidden(let page):
      guard let input, let bytes = SourceBytes(descriptor: input) else {
        throw ConversionError.unreadable(reason: "cannot be mapped into memory")
      }
      let found = try PDFBoxes(bytes).hiddenWords(onPage: page)
      channel.send(
        JobResult.boxes(found.map { [$0.box.label, String(decoding: $0.text, as: UTF8.self)] }).wireBytes)
    }
  }

  /// Converts, and extracts from every document that is whole. What depends on neighbouring pages is settled
  /// here where all pages are at hand, and by the supervisor where the document comes in pieces.
  static func convert(
    _ source: Source, _ piece: Piece?, _ settings: ExtractionSettings?, _ options: ConversionOptions,
    ocrReason: String, _ input: Int32?, _ channel: ResultChannel,
    send: (JobResult) -> Void
  ) throws {
    guard let input, let bytes = SourceBytes(descriptor: input) else {
      throw ConversionError.unreadable(reason: "cannot be mapped into memory")
    }
    var pages = PageCollector(ocrReason: ocrReason)
    let request = ConversionInput(
      source: source, bytes: bytes, piece: piece, options: options, alive: channel.alive)
    let outcome = try Conversion.convert(request) { part in
      for whole in pages.take(part) {
        switch whole {
        case .document(let document):
          let (segmented, extraction) = extract(document, settings)
          send(.document(name: name(of: document, in: source), segmented, extraction))
          channel.alive()
        case .layout(let layout): send(.layout(layout))
        case .head(let head, let pageCount): send(.head(head, pageCount: pageCount))
        case .child(let child): send(.child(child))
        case .finding(let finding): send(.finding(finding))
        case .pieces(let pieces): send(.pieces(pieces))
        }
      }
    }
    let rest = pages.finish(isPiece: piece != nil)
    if let head = rest.head { send(.head(head.document, pageCount: head.pageCount)) }
    for layout in rest.layouts { send(.layout(layout)) }
    for document in rest.documents {
      let (segmented, extraction) = extract(document, settings)
      send(.document(name: name(of: document, in: source), segmented, extraction))
    }
    switch outcome {
    case .converted(let mediaType, _, _): send(.mediaType(mediaType))
    case .skipped(let mediaType, let reason):
      send(.mediaType(mediaType))
      send(.skipped(reason: reason))
    }
  }

  private static func extract(
    _ document: Document, _ settings: ExtractionSettings?
  ) -> (document: Document, extraction: Extraction) {
    guard let settings else { return (document, Extraction()) }
    var document = document
    let reader = DateReader(settings: settings)
    let dates = HeaderDates { words, near in reader.headerDate(words, near: near)?.when }
    document.segments += Segmenters.segments(in: document, dates: dates)
    var extraction = Extractor(settings: settings).extract(document)
    document.segments = extraction.segments
    extraction.segments = []
    return (document, extraction)
  }

  /// "12" for `mail.mbox#12`; empty for the source itself.
  private static func name(of document: Document, in source: Source) -> String {
    guard document.source.path != source.path, document.source.path.hasPrefix(source.path + "#") else {
      return ""
    }
    return String(document.source.path.dropFirst(source.path.count + 1))
  }
}

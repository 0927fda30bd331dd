import DaybookCore

/// Gives each printed message header the date that its words mean.
///
/// The segmenters only say where the words stand, because there is one reader of dates. A header without a
/// year takes the one that brings it nearest to the message printed before it: in a chain those are answer
/// and question.
enum PrintedHeaderDates {
  static func settle(in document: inout Document, reader: DateReader) {
    var near = reader.anchor(of: document)?.first
    for index in document.segments.indices {
      guard var header = document.segments[index].header else { continue }
      if header.sent == nil || header.sent?.yearless != nil, let words = header.sentText {
        header.sent = reader.headerDate(Array(words.utf8), near: near)?.when
        document.segments[index].header = header
      }
      if let date = header.sent?.earliest?.date { near = date }
    }
  }
}

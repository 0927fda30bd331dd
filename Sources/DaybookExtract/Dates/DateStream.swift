package import DaybookCore

/// Reads the dates of a text window by window: memory is that of one window, time is linear.
///
/// Order of figures in a long text: a window votes together with all that came before it, so what was printed
/// once is never taken back.
package struct DateStream {
  private let reader: DateReader
  private let own: DateAnchor?
  private var carry = DateCarry()

  /// `written` is the moment the text was written; nil where nobody says.
  package init(_ reader: DateReader, written: CivilMoment?) {
    self.reader = reader
    own = DateReader.anchor(written)
  }

  /// The date at the top of a text that nobody dated, with the place of its words; known once the first
  /// window is read.
  package var head: (date: CivilDate, bytes: Range<Int>)? {
    carry.head.flatMap { head in head.bytes.map { (head.first, $0) } }
  }

  /// What a person should know about the windows read so far; bytes count in the whole text.
  package var findings: [Finding] { carry.findings }

  /// The expressions of the next window; byte ranges count in the window.
  package mutating func read(_ window: UnsafeBufferPointer<UInt8>) -> [DateSpan] {
    let units = TextUnit.units(of: window, in: 0..<window.count)
    let settled = reader.settled(
      in: window, units: units, parts: [], anchor: own, takesHead: own == nil, carry: &carry)
    carry.offset += window.count
    var spans: [DateSpan] = []
    spans.reserveCapacity(settled.count)
    for one in settled { if let span = DateSpan(one, bytes: window) { spans.append(span) } }
    return spans
  }
}

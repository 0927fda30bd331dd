/// Text with places marked in it: `«` and `»` are taken out, the bytes between them kept.
///
/// Shape: `MarkedText("Sent «3 May» by post")` has the text "Sent 3 May by post" and the range 5..<10. Marks
/// may be nested; `ranges` are in order of their opening marks, in UTF-8 bytes of `text`. A mark without its
/// partner is left in `unmatched`, for a test to refuse.
package struct MarkedText: Sendable {
  package let text: String
  package let ranges: [Range<Int>]
  package let unmatched: Int

  package init(_ marked: String) {
    var text = ""
    var offset = 0
    var open: [Int] = []
    var ranges: [(index: Int, range: Range<Int>)] = []
    var starts: [Int] = []
    var unmatched = 0
    for scalar in marked.unicodeScalars {
      switch scalar {
      case "«":
        open.append(starts.count)
        starts.append(offset)
      case "»":
        if let index = open.popLast() {
          ranges.append((index, starts[index]..<offset))
        } else {
          unmatched += 1
        }
      default:
        text.unicodeScalars.append(scalar)
        offset += UTF8.width(scalar)
      }
    }
    self.text = text
    self.ranges = ranges.sorted { $0.index < $1.index }.map(\.range)
    self.unmatched = unmatched + open.count
  }

  package var bytes: [UInt8] { Array(text.utf8) }

  /// The marked words.
  package var words: [String] { ranges.map { String(decoding: bytes[$0], as: UTF8.self) } }
}

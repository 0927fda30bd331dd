package import DaybookCore

/// A rectangle on a page, in tenths of a PDF point from the top left corner of the upright page.
///
/// Whole numbers, so that the same page has the same boxes on every machine.
package struct PageBox: Hashable, Sendable, Codable {
  package var left: Int
  package var top: Int
  package var right: Int
  package var bottom: Int

  package init(left: Int, top: Int, right: Int, bottom: Int) {
    self.left = left
    self.top = top
    self.right = right
    self.bottom = bottom
  }

  package var width: Int { right - left }
  package var height: Int { bottom - top }

  package func union(_ other: PageBox) -> PageBox {
    PageBox(
      left: min(left, other.left), top: min(top, other.top), right: max(right, other.right),
      bottom: max(bottom, other.bottom))
  }

  /// In points, rounded: "72,100 to 300,112".
  package var label: String { "\(left / 10),\(top / 10) to \(right / 10),\(bottom / 10)" }
}

/// One page as the text layer gives it: lines with their boxes, before paragraphs and furniture are settled.
///
/// Shape: `text` holds the visible lines one behind the other, without line breaks; `lines` are in the order
/// in which the library reads them. Words that nobody sees stand in `hidden` and nowhere else.
package struct PageLayout: Hashable, Sendable {
  package struct Line: Hashable, Sendable {
    /// In the page's `text`.
    package var bytes: Range<Int>
    package var box: PageBox
    /// Font size in tenths of a point, of most of its letters.
    package var size: Int
    /// Whether all of it is bold.
    package var isBold: Bool
    /// Runs from bottom to top or from top to bottom.
    package var isVertical: Bool
    /// Which line of the library's text it is: to find the letters' boxes again.
    package var index: Int

    package init(
      bytes: Range<Int>, box: PageBox, size: Int, isBold: Bool = false, isVertical: Bool = false,
      index: Int = 0
    ) {
      self.bytes = bytes
      self.box = box
      self.size = size
      self.isBold = isBold
      self.isVertical = isVertical
      self.index = index
    }
  }

  /// Words under a box, white on white or outside the page. Shown only to those who ask for it by name.
  package struct Hidden: Hashable, Sendable {
    package var text: [UInt8]
    package var box: PageBox

    package init(text: [UInt8], box: PageBox) {
      self.text = text
      self.box = box
    }
  }

  /// A sticky note, free text or another mark that carries words.
  package struct Note: Hashable, Sendable {
    package var text: String
    package var author: String?
    package var date: Timex?

    package init(text: String, author: String? = nil, date: Timex? = nil) {
      self.text = text
      self.author = author
      self.date = date
    }
  }

  /// One word that was read from a picture.
  package struct Word: Hashable, Sendable {
    /// In the page's `text`.
    package var bytes: Range<Int>
    package var box: PageBox
    /// 0…100.
    package var confidence: Int

    package init(bytes: Range<Int>, box: PageBox, confidence: Int) {
      self.bytes = bytes
      self.box = box
      self.confidence = confidence
    }
  }

  package var number: Int
  package var label: String?
  /// Tenths of a point.
  package var width: Int
  package var height: Int
  package var text: [UInt8]
  package var lines: [Line]
  package var hidden: [Hidden]
  package var notes: [Note]
  /// Tables whose cells are parted by drawn lines.
  package var grids: [PageGrid] = []
  /// The text lies invisibly over a picture of the page: somebody's OCR.
  package var isOCR: Bool
  /// Something other than text can be seen; looked for only where there is little or no text.
  package var hasPicture: Bool
  /// Its picture is still to be read: what is here is the text layer, as far as there is one.
  package var wantsOCR = false
  /// Set where the words were read from its picture by us; `words` are theirs, in order.
  package var ocr: OCRQuality?
  package var words: [Word] = []
  /// What was lost or seen while the page was read.
  package var findings: [Finding]

  package init(
    number: Int, label: String? = nil, width: Int, height: Int, text: [UInt8] = [], lines: [Line] = [],
    hidden: [Hidden] = [], notes: [Note] = [], isOCR: Bool = false, hasPicture: Bool = false,
    findings: [Finding] = []
  ) {
    self.number = number
    self.label = label
    self.width = width
    self.height = height
    self.text = text
    self.lines = lines
    self.hidden = hidden
    self.notes = notes
    self.isOCR = isOCR
    self.hasPicture = hasPicture
    self.findings = findings
  }
}

/// Writes small PDF files for tests: lines of text at given places, rectangles, notes, an outline, an
/// attachment.
///
/// Places count from the top left corner in points, as the pages of Daybook do. Letters are those of WinAnsi;
/// the fonts are base fonts.
package struct MiniPDF {
  package enum Font: String {
    case plain = "F1"
    case bold = "F2"
  }

  package struct Page {
    fileprivate var content: [UInt8] = []
    fileprivate var notes: [(text: String, author: String, date: String)] = []
    private let height: Double

    fileprivate init(height: Double) { self.height = height }

    /// A line of text whose letters stand on the line `y`.
    package mutating func text(
      _ text: String, x: Double = 72, y: Double, size: Double = 10, font: Font = .plain
    ) {
      add("BT /\(font.rawValue) \(size) Tf 1 0 0 1 \(x) \(height - y) Tm (")
      content += MiniPDF.escaped(text)
      add(") Tj ET\n")
    }

    /// Lines one below the other.
    package mutating func lines(
      _ lines: [String], x: Double = 72, y: Double, size: Double = 10, pitch: Double = 12
    ) {
      for (index, line) in lines.enumerated() { text(line, x: x, y: y + Double(index) * pitch, size: size) }
    }

    /// A filled rectangle; `grey` is 0 for black and 1 for white.
    package mutating func rectangle(x: Double, y: Double, width: Double, height: Double, grey: Double = 0) {
      add("q \(grey) g \(x) \(self.height - y - height) \(width) \(height) re f Q\n")
    }

    /// Operators as they are, for what has no function of its own.
    package mutating func operators(_ text: String) { add(text + "\n") }

    /// A sticky note; the date as PDF writes it, "D:20220201093000Z".
    package mutating func note(_ text: String, author: String, date: String) {
      notes.append((text, author, date))
    }

    private mutating func add(_ text: String) { content += Array(text.utf8) }
  }

  package var info: [(key: String, value: String)] = []
  /// Titles with their 1-based pages; named destinations, as most programs write them.
  package var outline: [(title: String, page: Int)] = []
  package var attachments: [(name: String, bytes: [UInt8])] = []
  /// Claimed in place of the true number of pages.
  package var claimedPages: Int?
  private var pages: [Page] = []
  private let (width, height): (Double, Double)

  package init(width: Double = 595, height: Double = 842) { (self.width, self.height) = (width, height) }

  package mutating func page(_ draw: (inout Page) -> Void) {
    var page = Page(height: height)
    draw(&page)
    pages.append(page)
  }

  // MARK: File

  package var bytes: [UInt8] {
    var file = File()
    // 1 catalogue, 2 page tree, 3 and 4 fonts; three objects a page from 5 on.
    func pageObject(_ index: Int) -> Int { 5 + index * 2 }
    var next = 5 + pages.count * 2
    file.object(3, "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>")
    file.object(4, "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica-Bold /Encoding /WinAnsiEncoding >>")
    for (index, page) in pages.enumerated() {
      var annotations = ""
      for note in page.notes {
        file.object(
          next,
          "<< /Type /Annot /Subtype /Text /Rect [20 20 40 40] /Contents (\(Self.text(note.text))) /T (\(Self.text(note.author))) /M (\(note.date)) >>"
        )
        annotations += "\(next) 0 R "
        next += 1
      }
      file.object(
        pageObject(index),
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 \(width) \(height)] /Resources << /Font << /F1 3 0 R /F2 4 0 R >> >> /Contents \(pageObject(index) + 1) 0 R /Annots [\(annotations)] >>"
      )
      file.stream(pageObject(index) + 1, page.content)
    }
    let kids = pages.indices.map { "\(pageObject($0)) 0 R" }.joined(separator: " ")
    file.object(2, "<< /Type /Pages /Count \(claimedPages ?? pages.count) /Kids [\(kids)] >>")
    var catalogue = "/Type /Catalog /Pages 2 0 R"
    catalogue += outlineObjects(&file, &next, pageObject)
    catalogue += attachmentObjects(&file, &next)
    file.object(1, "<< \(catalogue) >>")
    let entries = info.map { "/\($0.key) (\(Self.text($0.value)))" }.joined(separator: " ")
    file.object(next, "<< \(entries) >>")
    return file.finish(root: 1, info: next)
  }

  private func outlineObjects(_ file: inout File, _ next: inout Int, _ pageObject: (Int) -> Int) -> String {
    guard !outline.isEmpty else { return "" }
    let first = next + 1
    file.object(
      next,
      "<< /Type /Outlines /First \(first) 0 R /Last \(next + outline.count) 0 R /Count \(outline.count) >>")
    var names = ""
    for (index, entry) in outline.enumerated() {
      let following = index + 1 < outline.count ? "/Next \(first + index + 1) 0 R" : ""
      let before = index > 0 ? "/Prev \(first + index - 1) 0 R" : ""
      file.object(
        first + index,
        "<< /Title (\(Self.text(entry.title))) /Parent \(next) 0 R \(before) \(following) /Dest (d\(index)) >>"
      )
      names += "(d\(index)) [\(pageObject(entry.page - 1)) 0 R /Fit] "
    }
    let root = next
    next += outline.count + 1
    return " /Outlines \(root) 0 R /Names << /Dests << /Names [\(names)] >> >>"
  }

  private func attachmentObjects(_ file: inout File, _ next: inout Int) -> String {
    guard !attachments.isEmpty else { return "" }
    var names = ""
    for attachment in attachments {
      file.stream(next, attachment.bytes, "/Type /EmbeddedFile ")
      file.object(
        next + 1, "<< /Type /Filespec /F (\(Self.text(attachment.name))) /EF << /F \(next) 0 R >> >>")
      names += "(\(Self.text(attachment.name))) \(next + 1) 0 R "
      next += 2
    }
    // An outline and attachments in one file would need one name tree; no test needs both.
    return " /Names << /EmbeddedFiles << /Names [\(names)] >> >>"
  }

  private static func text(_ text: String) -> String { String(decoding: escaped(text), as: UTF8.self) }

  fileprivate static func escaped(_ text: String) -> [UInt8] {
    var bytes: [UInt8] = []
    for scalar in text.unicodeScalars {
      switch scalar {
      case "(", ")", "\\": bytes += [UInt8(ascii: "\\"), UInt8(ascii: Unicode.Scalar(scalar))]
      case "•": bytes += Array("\\225".utf8)
      case "–": bytes += Array("\\226".utf8)
      default: bytes += scalar.isASCII ? [UInt8(scalar.value)] : [UInt8(ascii: "?")]
      }
    }
    return bytes
  }

  private struct File {
    var bytes = Array("%PDF-1.4\n".utf8)
    var offsets: [Int: Int] = [:]

    mutating func object(_ number: Int, _ body: String) {
      offsets[number] = bytes.count
      bytes += Array("\(number) 0 obj\n\(body)\nendobj\n".utf8)
    }

    mutating func stream(_ number: Int, _ content: [UInt8], _ entries: String = "") {
      offsets[number] = bytes.count
      bytes += Array("\(number) 0 obj\n<< \(entries)/Length \(content.count) >>\nstream\n".utf8)
      bytes += content
      bytes += Array("\nendstream\nendobj\n".utf8)
    }

    mutating func finish(root: Int, info: Int) -> [UInt8] {
      let start = bytes.count
      let count = (offsets.keys.max() ?? 0) + 1
      bytes += Array("xref\n0 \(count)\n0000000000 65535 f \n".utf8)
      for number in 1..<max(count, 1) {
        let digits = String(offsets[number] ?? 0)
        bytes += Array(
          (String(repeating: "0", count: max(0, 10 - digits.count)) + digits + " 00000 n \n").utf8)
      }
      bytes += Array(
        "trailer\n<< /Size \(count) /Root \(root) 0 R /Info \(info) 0 R >>\nstartxref\n\(start)\n%%EOF\n".utf8
      )
      return bytes
    }
  }
}

import DaybookCore
import Foundation

@testable import DaybookIngest

/// What came of a source and of everything inside it.
struct Reading {
  var documents: [Document] = []
  var findings: [Finding] = []
  /// Paths of all children, in order.
  var children: [String] = []
  /// Path and reason of what was skipped.
  var skipped: [(path: String, reason: String)] = []
  var failed: [(path: String, error: ConversionError)] = []

  var document: Document? { documents.first }

  /// Converts bytes under a path, with its pieces, and its children when `deep`.
  init(_ path: String, _ bytes: [UInt8], options: ConversionOptions = ConversionOptions(), deep: Bool = true)
  {
    read(path, bytes, options, deep: deep)
  }

  init(_ path: String, _ text: String) { self.init(path, Array(text.utf8)) }

  private mutating func read(_ path: String, _ bytes: [UInt8], _ options: ConversionOptions, deep: Bool) {
    let source = Source(
      id: Source.ID(text: SHA256Digest(of: bytes).hex()), path: path, byteCount: bytes.count)
    var pieces: [Piece?] = [nil]
    while !pieces.isEmpty {
      var inside: [ChildSource] = []
      let input = ConversionInput(
        source: source, bytes: SourceBytes(bytes), piece: pieces.removeFirst(), options: options)
      do throws(ConversionError) {
        let outcome = try Conversion.convert(input) { part in
          switch part {
          case .document(let document), .head(let document, _):
            documents.append(document)
            findings += document.findings
          case .child(let child): inside.append(child)
          case .finding(let finding): findings.append(finding)
          case .pieces(let more): pieces += more.map(Optional.some)
          case .layout: break
          }
        }
        if case .skipped(_, let reason) = outcome { skipped.append((path, reason)) }
      } catch {
        failed.append((path, error))
      }
      for child in inside {
        children.append(path + "#" + child.name)
        if deep { read(path + "#" + child.name, child.bytes, options, deep: true) }
      }
    }
  }
}

extension Document {
  func words(_ block: Block) -> String { String(decoding: text[block.bytes], as: UTF8.self) }

  /// One line a block: kind, level, label, cell, words.
  var outline: [String] {
    blocks.map { block in
      var head = block.kind.rawValue
      if block.level > 0 { head += " \(block.level)" }
      if let label = block.label { head += " [\(label)]" }
      if let cell = block.cell {
        head += " (\(cell.row),\(cell.column)\(cell.heading.map { " " + $0 } ?? ""))"
      }
      return head + ": " + words(block)
    }
  }

  func all(_ kind: Block.Kind) -> [String] { blocks.filter { $0.kind == kind }.map(words) }

  /// What is wrong with a document whatever its content: nil where nothing is.
  var fault: String? {
    if String(validating: text, as: UTF8.self) == nil { return "text is not UTF-8" }
    var end = 0
    for block in blocks {
      if block.bytes.isEmpty { return "empty block at \(block.bytes)" }
      if block.bytes.lowerBound < end { return "block at \(block.bytes) overlaps one that ends at \(end)" }
      if block.bytes.upperBound > text.count { return "block at \(block.bytes) ends behind the text" }
      for edge in [block.bytes.lowerBound, block.bytes.upperBound]
      where edge < text.count && text[edge] & 0xC0 == 0x80 {
        return "block at \(block.bytes) cuts a character"
      }
      end = block.bytes.upperBound
    }
    var pageEnd = 0
    for page in pages {
      if page.bytes.lowerBound != pageEnd { return "page \(page.number) does not follow the one before" }
      pageEnd = page.bytes.upperBound
    }
    if !pages.isEmpty, pageEnd != text.count { return "pages end at \(pageEnd) of \(text.count)" }
    for date in dates {
      if let bytes = date.bytes, bytes.upperBound > text.count {
        return "date at \(bytes) ends behind the text"
      }
    }
    return nil
  }
}

/// Folders of real files beside the repository; tests that want them say so and are skipped where they are
/// not.
enum SharedData {
  static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("shared")

  static func has(_ folder: String) -> Bool {
    FileManager.default.fileExists(atPath: root.appendingPathComponent(folder).path)
  }

  static func bytes(_ path: String) throws -> [UInt8] {
    Array(try Data(contentsOf: root.appendingPathComponent(path)))
  }

  /// Paths of all files below a folder, in order.
  static func files(_ folder: String) -> [String] {
    let base = root.appendingPathComponent(folder)
    let names = FileManager.default.enumerator(atPath: base.path)?.compactMap { $0 as? String } ?? []
    return names.sorted().map { folder + "/" + $0 }.filter { path in
      var isFolder: ObjCBool = false
      return FileManager.default.fileExists(
        atPath: root.appendingPathComponent(path).path, isDirectory: &isFolder) && !isFolder.boolValue
    }
  }
}

import DaybookCore

/// Running headers and footers of an OpenDocument text. Source: ODF 1.3 part 3, section 16.10-16.13 (master
/// pages).
final class OpenDocumentFurniture: XMLHandler {
  private(set) var paragraphs: [(Block.Kind, [UInt8])] = []
  private var kind: Block.Kind?
  private var words: [UInt8] = []

  func start(_ element: XMLElement) {
    if element.name.space == .odfStyle {
      if ["header", "header-left", "header-first"].contains(element.local) { kind = .header }
      if ["footer", "footer-left", "footer-first"].contains(element.local) { kind = .footer }
    } else if element.name.space == .odfText {
      switch element.local {
      case "p", "h": words = []
      case "s", "tab", "line-break": words.append(0x20)
      default: break
      }
    }
  }

  func end(_ name: XMLElement.Name) {
    if name.space == .odfStyle {
      if name.local.hasPrefix("header") || name.local.hasPrefix("footer") { kind = nil }
    } else if name.space == .odfText, name.local == "p" || name.local == "h", let kind {
      let collapsed = Blank.collapsed(words)
      if !collapsed.isEmpty, paragraphs.count < 1000 { paragraphs.append((kind, collapsed)) }
      words = []
    }
  }

  func text(_ bytes: UnsafeBufferPointer<UInt8>) {
    if kind != nil, words.count < 1 << 16 { words.append(contentsOf: bytes) }
  }
}

/// Whether a password is on the parts of an OpenDocument file. Source: ODF 1.3 part 2, section 4.8.
final class OpenDocumentManifest: XMLHandler {
  private(set) var isEncrypted = false

  func start(_ element: XMLElement) {
    if element.local == "encryption-data" { isEncrypted = true }
  }

  func end(_: XMLElement.Name) {}
  func text(_: UnsafeBufferPointer<UInt8>) {}
}

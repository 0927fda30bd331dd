/// What the user wants of reading pictures of pages.
package struct OCRSettings: Hashable, Sendable, Codable {
  package enum Mode: String, Hashable, Sendable, Codable, CaseIterable {
    /// No page is read so.
    case off
    /// Pages without a usable text layer.
    case auto
    /// Pages that somebody else's OCR has read, or that hold a picture beside some text, as well.
    case force
  }

  package var mode: Mode
  /// As tesseract names them: "eng", "cym", "deu"; the first is the most likely.
  package var languages: [String]

  package init(mode: Mode = .auto, languages: [String] = ["eng"]) {
    self.mode = mode
    self.languages = languages
  }

  /// "eng", "chi_sim", "frk": nothing that could lead elsewhere.
  package static func isLanguage(_ name: String) -> Bool {
    (2...20).contains(name.utf8.count)
      && name.utf8.allSatisfy {
        (0x61...0x7A).contains($0 | 0x20) || (0x30...0x39).contains($0) || $0 == 0x5F
      }
  }

  package static let off = OCRSettings(mode: .off)

  /// Part of the key of everything read under it.
  package var label: String {
    mode == .off ? "ocr off" : "ocr \(mode.rawValue) \(languages.joined(separator: "+"))"
  }
}

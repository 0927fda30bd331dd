package import DaybookCore
private import Foundation

/// Whether this machine can read pictures of pages: found out by looking at files, without loading anything.
package enum OCRSupport {
  /// Where distributions keep tesseract's languages. The sandbox lets a worker read them.
  package static let dataFolders = [
    "/usr/share/tesseract-ocr/5/tessdata", "/usr/share/tesseract-ocr/4.00/tessdata", "/usr/share/tessdata",
    "/usr/local/share/tessdata", "/usr/share/tesseract/tessdata",
  ]

  private static let libraryFolders = [
    "/usr/lib/x86_64-linux-gnu", "/usr/lib/aarch64-linux-gnu", "/usr/lib64", "/usr/lib", "/usr/local/lib",
    "/lib/x86_64-linux-gnu", "/lib/aarch64-linux-gnu",
  ]

  /// What is missing, as one sentence with what to do about it; nil where nothing is.
  package static func missing(for settings: OCRSettings) -> String? {
    let libraries = ["libtesseract.so.5", "libtesseract.so.4", "libtesseract.so"]
    guard libraryFolders.contains(where: { folder in libraries.contains { isFile("\(folder)/\($0)") } })
    else {
      return "tesseract is not installed (Debian: apt-get install tesseract-ocr)"
    }
    let absent = settings.languages.filter { !isInstalled($0) }
    if absent.isEmpty { return nil }
    let packages = absent.map { "tesseract-ocr-" + $0.replacing("_", with: "-") }.joined(separator: " ")
    return
      "tesseract's language \(absent.joined(separator: ", ")) is not installed (Debian: apt-get install \(packages))"
  }

  /// The folder that has all of the languages.
  static func dataFolder(for languages: [String]) -> String? {
    dataFolders.first { folder in languages.allSatisfy { isFile("\(folder)/\($0).traineddata") } }
  }

  package static func isInstalled(_ language: String) -> Bool {
    OCRSettings.isLanguage(language) && dataFolders.contains { isFile("\($0)/\(language).traineddata") }
  }

  private static func isFile(_ path: String) -> Bool { access(path, R_OK) == 0 }
}

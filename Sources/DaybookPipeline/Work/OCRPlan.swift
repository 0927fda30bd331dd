import DaybookCore
import DaybookIngest

/// What a run does about pictures of pages: what the user wants, as far as this machine can do it.
struct OCRPlan: Hashable, Sendable {
  /// With mode `off` where tesseract or a language is missing.
  var settings: OCRSettings
  /// Why pages without text stay so; a finding says it.
  var reason: String

  init(settings: OCRSettings, reason: String) {
    self.settings = settings
    self.reason = reason
  }

  static let off = OCRPlan(settings: .off, reason: "pictures of pages are not read (--ocr off)")

  /// Looks at what is installed.
  init(_ wanted: OCRSettings) {
    guard wanted.mode != .off else {
      self = .off
      return
    }
    if let missing = OCRSupport.missing(for: wanted) {
      self.init(settings: .off, reason: "its picture cannot be read: \(missing)")
    } else {
      self.init(settings: wanted, reason: "its picture could not be read")
    }
  }
}

extension OCRPlan: WireValue {
  func write(to writer: inout WireWriter) {
    writer.value(settings)
    writer.text(reason)
  }

  init(from reader: inout WireReader) throws(WireError) {
    self.init(settings: try reader.value(), reason: try reader.text())
  }
}

import CGMime
import DaybookCore

/// GMime, started once, and what it is told about reading.
enum GMimeLibrary {
  /// Parser options: header bytes that say nothing of their character set are UTF-8, else Windows-1252.
  static let options: Options = {
    g_mime_init()
    let options = g_mime_parser_options_new()
    var names: [UnsafePointer<CChar>?] = [literal("utf-8"), literal("windows-1252"), nil]
    g_mime_parser_options_set_fallback_charsets(options, &names)
    return Options(pointer: options)
  }()

  /// Never written to once made, and never freed.
  struct Options: @unchecked Sendable {
    let pointer: OpaquePointer?
  }

  private static func literal(_ text: StaticString) -> UnsafePointer<CChar> {
    UnsafeRawPointer(text.utf8Start).assumingMemoryBound(to: CChar.self)
  }

  /// A C string, made valid UTF-8 and one line: breaks and other control characters become one space each
  /// run, the ends are trimmed.
  static func line(_ pointer: UnsafePointer<CChar>?) -> String? {
    guard let pointer else { return nil }
    let bytes = UnsafeRawBufferPointer(start: pointer, count: strlen(pointer))
    if MailLine.isClean(bytes) { return bytes.isEmpty ? nil : String(decoding: bytes, as: UTF8.self) }
    let line = MailLine.cleaned(bytes)
    return line.isEmpty ? nil : String(decoding: line, as: UTF8.self)
  }
}

/// Values of header fields as one line of text.
enum MailLine {
  /// Whether `cleaned` would change nothing.
  static func isClean(_ bytes: UnsafeRawBufferPointer) -> Bool {
    var previous: UInt8 = 0x20
    for byte in bytes {
      if byte < 0x20 || byte == 0x7F || (byte == 0x20 && previous == 0x20) { return false }
      previous = byte
    }
    return bytes.isEmpty || previous != 0x20
  }

  static func cleaned(_ bytes: some Collection<UInt8>) -> [UInt8] { SubjectLine.oneLine(bytes) }
}

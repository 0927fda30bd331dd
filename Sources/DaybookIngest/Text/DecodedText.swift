package import DaybookCore

/// Text that came as bytes in some encoding, now valid UTF-8 without NUL.
package struct DecodedText: Sendable {
  package var bytes: [UInt8]
  /// Name of the encoding as registered with IANA, in lower case: "utf-8", "utf-16le", "windows-1252".
  package var encoding: String
  /// Whether `bytes` are the file's own, so that an offset in the text is an offset in the file.
  package var isExact: Bool
  /// Sequences that stand for nothing in the encoding, now U+FFFD, and NULs, now spaces.
  package var replaced: Int
  /// Whether the encoding was neither declared nor shown by the bytes.
  package var isAssumed: Bool

  package init(
    bytes: [UInt8], encoding: String, isExact: Bool = false, replaced: Int = 0, isAssumed: Bool = false
  ) {
    self.bytes = bytes
    self.encoding = encoding
    self.isExact = isExact
    self.replaced = replaced
    self.isAssumed = isAssumed
  }

  /// What a reader should know of how the bytes were read.
  package var findings: [Finding] {
    var findings: [Finding] = []
    if isAssumed {
      findings.append(
        Finding(
          "assumed-encoding", .note,
          "the file does not say its encoding and is not UTF-8; read as \(encoding)"))
    }
    if replaced > 0 {
      findings.append(
        Finding(
          "replaced-bytes", .warning,
          "\(replaced) byte sequence\(replaced == 1 ? "" : "s") not valid in \(encoding), replaced by U+FFFD or a space"
        ))
    }
    return findings
  }
}

private import CCrypto

/// A SHA-256 hash: 32 bytes.
///
/// Source: FIPS 180-4, computed by libcrypto.
package struct SHA256Digest: Hashable, Sendable, Codable, CustomStringConvertible {
  package let bytes: [UInt8]

  init(bytes: [UInt8]) { self.bytes = bytes }

  /// The hash of all of `content`.
  ///
  /// In one call: for short content, of which there is much, setting up a hasher takes longer than hashing.
  package init(of content: [UInt8]) {
    bytes = [UInt8](unsafeUninitializedCapacity: 32) { digest, count in
      content.withUnsafeBufferPointer { _ = SHA256($0.baseAddress, $0.count, digest.baseAddress) }
      count = 32
    }
  }

  /// The first bytes as lower-case hexadecimal digits; all 32 unless told.
  package func hex(bytes count: Int = 32) -> String {
    let count = min(max(count, 0), bytes.count)
    return String(unsafeUninitializedCapacity: count * 2) { text in
      for (index, byte) in bytes.prefix(count).enumerated() {
        text[index * 2] = SHA256Digest.digit(byte >> 4)
        text[index * 2 + 1] = SHA256Digest.digit(byte & 15)
      }
      return count * 2
    }
  }

  private static func digit(_ value: UInt8) -> UInt8 {
    value < 10 ? 0x30 + value : UInt8(ascii: "a") - 10 + value
  }

  /// The first eight bytes as a number, for tables that want one.
  package var prefix64: UInt64 { bytes.prefix(8).reduce(0) { $0 << 8 | UInt64($1) } }

  package var description: String { hex() }
}

/// Hashes bytes that come in pieces.
package struct SHA256Hasher: ~Copyable {
  private let context: OpaquePointer?

  package init() {
    context = EVP_MD_CTX_new()
    EVP_DigestInit_ex(context, EVP_sha256(), nil)
  }

  deinit { EVP_MD_CTX_free(context) }

  package mutating func update(_ bytes: [UInt8]) {
    bytes.withUnsafeBytes { _ = EVP_DigestUpdate(context, $0.baseAddress, $0.count) }
  }

  package mutating func update(_ bytes: UnsafeRawBufferPointer) {
    _ = EVP_DigestUpdate(context, bytes.baseAddress, bytes.count)
  }

  package consuming func finish() -> SHA256Digest {
    var bytes = [UInt8](repeating: 0, count: 32)
    var length: UInt32 = 0
    EVP_DigestFinal_ex(context, &bytes, &length)
    return SHA256Digest(bytes: bytes)
  }
}

import CCrypto
import CGMime
import Foundation

/// The part that a signed message in its enclosing form holds. Source: RFC 8551 section 3.5.2 (S/MIME), RFC 5652.
final class UnwrappedPart {
  let object: UnsafeMutablePointer<GMimeObject>

  private static let most = 256 << 20

  /// Nil where the bytes are not signed, or hold no part.
  init?(signed bytes: [UInt8]) {
    var count = 0
    let content = bytes.withUnsafeBufferPointer {
      daybook_signed_content($0.baseAddress, $0.count, UnwrappedPart.most, &count)
    }
    guard let content else { return nil }
    defer { free(content) }
    guard let object = daybook_parse_part(content, count) else { return nil }
    self.object = object
  }

  deinit { g_object_unref(object) }
}

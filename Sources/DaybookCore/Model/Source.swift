/// One file of a bundle, or one member of a container in it.
///
/// Shape: `path` is relative to the folder that was read, `/` between its parts; a member stands behind `#`:
/// `letters.zip#2022/reply.pdf`, `mail.mbox#12` (messages count from 1), `mail.mbox#12#note.docx`.
package struct Source: Hashable, Sendable, Codable {
  package typealias ID = Identifier<Source>

  /// SHA-256 of the bytes, 64 hexadecimal digits. Two paths with the same bytes are two sources with one id.
  package var id: ID
  package var path: String
  package var byteCount: Int
  /// As found by content first and extension last; empty while nobody has looked.
  package var mediaType: String
  /// Path of the container that it came out of.
  package var container: String?
  package var custodian: String?

  package init(
    id: ID, path: String, byteCount: Int, mediaType: String = "", container: String? = nil,
    custodian: String? = nil
  ) {
    self.id = id
    self.path = path
    self.byteCount = byteCount
    self.mediaType = mediaType
    self.container = container
    self.custodian = custodian
  }
}

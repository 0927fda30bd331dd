import CCrypto
import CGMime
import DaybookCore

/// What the parts of one message are for: its text, its attachments, and what cannot be read.
///
/// Shape: `bodies` in the order in which they are read; `attachments` in the order in which they stand,
/// attached messages among them, each to be a document of its own and never part of this one's text. Of
/// `multipart/alternative` the plain text is taken where it says anything.
/// Source: RFC 2046 sections 5.1 and 5.2; RFC 2387; RFC 1847.
struct MimeTree {
  struct Body {
    var part: UnsafeMutablePointer<GMimePart>
    var isHTML: Bool
  }

  private(set) var bodies: [Body] = []
  private(set) var attachments: [UnsafeMutablePointer<GMimeObject>] = []
  /// Text of a multipart that has no parts: what stands where they should begin.
  private(set) var strayText: [UInt8] = []
  private(set) var findings: [Finding] = []
  /// Parts that were unwrapped and belong to no message: kept for as long as this value.
  private var unwrapped: [UnwrappedPart] = []

  /// Real mail nests five or six deep; GMime itself stops at 1,024.
  private static let deepest = 100

  init(_ root: UnsafeMutablePointer<GMimeObject>) { visit(root, depth: 0) }

  private init() {}

  private mutating func visit(_ object: UnsafeMutablePointer<GMimeObject>, depth: Int) {
    guard depth < MimeTree.deepest else {
      note("mail-nesting", .loss, "parts nested more than \(MimeTree.deepest) deep were not read")
      return
    }
    if daybook_is_encrypted(object) != 0 {
      note("mail-encrypted", .loss, "is encrypted; add the decrypted message")
    } else if daybook_is_multipart(object) != 0 {
      visitMultipart(object, depth: depth)
    } else if daybook_is_message_part(object) != 0 {
      attachments.append(object)
    } else if daybook_is_partial(object) != 0 {
      note("mail-partial", .warning, "is one piece of a message that was sent in several; join them by hand")
      attachments.append(object)
    } else if daybook_is_part(object) != 0 {
      visitPart(object, depth: depth)
    }
  }

  private mutating func visitMultipart(_ object: UnsafeMutablePointer<GMimeObject>, depth: Int) {
    let multipart = daybook_multipart(object)
    let type = g_mime_object_get_content_type(object)
    let children = (0..<max(0, Int(g_mime_multipart_get_count(multipart)))).compactMap {
      g_mime_multipart_get_part(multipart, Int32($0))
    }
    if children.isEmpty {
      if let prologue = g_mime_multipart_get_prologue(multipart) {
        strayText += UnsafeRawBufferPointer(start: prologue, count: strlen(prologue))
      }
      note("mail-no-parts", .warning, "says that it has parts, but none begins; what text there is was kept")
      return
    }
    if daybook_is_signed(object) != 0 {
      note("mail-signed", .note, "is signed; the signature was not checked")
      visit(children[0], depth: depth + 1)
      // Behind the signature nothing should come; what does is not lost.
      for child in children.dropFirst(2) { visit(child, depth: depth + 1) }
    } else if isType(type, "multipart", "alternative") {
      visitAlternatives(children, depth: depth)
    } else if isType(type, "multipart", "related") {
      visit(children[0], depth: depth + 1)
      attachments += children.dropFirst()
    } else {
      for child in children { visit(child, depth: depth + 1) }
    }
  }

  private mutating func visitAlternatives(_ children: [UnsafeMutablePointer<GMimeObject>], depth: Int) {
    var choices: [MimeTree] = []
    for child in children {
      var tree = MimeTree()
      tree.visit(child, depth: depth + 1)
      findings += tree.findings
      unwrapped += tree.unwrapped
      attachments += tree.attachments
      choices.append(tree)
    }
    let plain = choices.first { tree in
      !tree.bodies.isEmpty && tree.bodies.allSatisfy { !$0.isHTML }
        && tree.bodies.contains { MimeTree.hasWords(MimeTree.content(of: $0.part)) }
    }
    // Alternatives stand in the order of growing preference.
    let chosen =
      plain ?? choices.last { tree in tree.bodies.contains { $0.isHTML } }
      ?? choices.last { !$0.bodies.isEmpty }
    if let chosen { bodies += chosen.bodies }
    if chosen == nil { strayText += choices.first { !$0.strayText.isEmpty }?.strayText ?? [] }
  }

  private mutating func visitPart(_ object: UnsafeMutablePointer<GMimeObject>, depth: Int) {
    let part = daybook_part(object)
    let type = g_mime_object_get_content_type(object)
    if isType(type, "application", "pkcs7-mime") || isType(type, "application", "x-pkcs7-mime") {
      let kind = GMimeLibrary.line(g_mime_object_get_content_type_parameter(object, "smime-type"))?
        .lowercased()
      if let inner = UnwrappedPart(signed: MimeTree.content(of: part!)) {
        note("mail-signed", .note, "is signed; the signature was not checked")
        unwrapped.append(inner)
        visit(inner.object, depth: depth + 1)
      } else if kind == "signed-data" {
        note(
          "mail-sealed", .loss,
          "is signed in a form that encloses its text, and that cannot be opened; save it unsigned")
      } else {
        note("mail-encrypted", .loss, "is encrypted; add the decrypted message")
      }
      return
    }
    if isType(type, "text", "calendar") {
      note("mail-calendar", .note, "holds a calendar entry, kept as an attachment")
      attachments.append(object)
      return
    }
    let isHTML = isType(type, "text", "html")
    let isText =
      isHTML || isType(type, "text", "plain") || isType(type, "text", "enriched")
      || isType(type, "text", "richtext")
    let disposition = GMimeLibrary.line(g_mime_object_get_disposition(object))?.lowercased()
    let isNamed = g_mime_part_get_filename(part) != nil
    if isText, disposition != "attachment", !isNamed || bodies.isEmpty {
      bodies.append(Body(part: part!, isHTML: isHTML))
    } else {
      attachments.append(object)
    }
  }

  private mutating func note(_ code: String, _ severity: Finding.Severity, _ message: String) {
    if !findings.contains(where: { $0.code == code }) {
      findings.append(Finding(code, severity, "the message " + message))
    }
  }

  // MARK: - Parts

  private func isType(_ type: UnsafeMutablePointer<GMimeContentType>?, _ kind: String, _ subtype: String)
    -> Bool
  {
    type.map { g_mime_content_type_is_type($0, kind, subtype) != 0 } ?? false
  }

  /// The bytes of a part, its transfer encoding undone.
  static func content(of part: UnsafeMutablePointer<GMimePart>) -> [UInt8] {
    guard let wrapper = g_mime_part_get_content(part) else { return [] }
    return bytes { g_mime_data_wrapper_write_to_stream(wrapper, $0) }
  }

  /// The bytes of an attached message, as they stand in the outer one.
  static func content(of message: UnsafeMutablePointer<GMimeMessage>) -> [UInt8] {
    bytes { g_mime_object_write_to_stream(daybook_object(message), nil, $0) }
  }

  private static func bytes(_ write: (UnsafeMutablePointer<GMimeStream>) -> Int) -> [UInt8] {
    guard let stream = g_mime_stream_mem_new() else { return [] }
    defer { g_object_unref(stream) }
    _ = write(stream)
    var count = 0
    let start = daybook_stream_bytes(stream, &count)
    return Array(UnsafeRawBufferPointer(start: start, count: count))
  }

  private static func hasWords(_ bytes: [UInt8]) -> Bool {
    bytes.contains { $0 > 0x20 && $0 != 0xA0 && $0 != 0xC2 }
  }
}

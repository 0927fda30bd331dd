import CGMime
import DaybookCore

/// A part of a message that is a source of its own.
///
/// Shape: `name` is safe to stand behind `#` in a path and differs from that of every other attachment of the
/// message; `title` is the name as the message gives it.
struct MailAttachment {
  var name: String
  var bytes: [UInt8]
  var mediaType: String?
  /// A picture that the body shows in its place, such as the logo of a signature: a member of the family, and
  /// nothing that its writer attached.
  var isShown = false

  /// Reads the parts in order; a part without a name is called after its place and its type.
  static func all(_ objects: [UnsafeMutablePointer<GMimeObject>]) -> [MailAttachment] {
    var taken: Set<String> = []
    var attachments: [MailAttachment] = []
    for (index, object) in objects.enumerated() {
      let type = mediaType(of: object)
      let bytes = content(of: object)
      var name = safe(givenName(of: object) ?? "") ?? "part-\(index + 1)\(suffix(for: type))"
      if daybook_is_message_part(object) != 0, !name.lowercased().hasSuffix(".eml") { name += ".eml" }
      if !taken.insert(name).inserted {
        var number = 2
        while !taken.insert(numbered(name, number)).inserted { number += 1 }
        name = numbered(name, number)
      }
      attachments.append(
        MailAttachment(name: name, bytes: bytes, mediaType: type, isShown: isShown(object, type, name)))
    }
    return attachments
  }

  private static func content(of object: UnsafeMutablePointer<GMimeObject>) -> [UInt8] {
    if daybook_is_message_part(object) != 0 {
      return g_mime_message_part_get_message(daybook_message_part(object)).map { MimeTree.content(of: $0) }
        ?? []
    }
    if daybook_is_part(object) != 0 { return daybook_part(object).map { MimeTree.content(of: $0) } ?? [] }
    return []
  }

  private static func givenName(of object: UnsafeMutablePointer<GMimeObject>) -> String? {
    if daybook_is_part(object) != 0 {
      return GMimeLibrary.line(g_mime_part_get_filename(daybook_part(object)))
    }
    return GMimeLibrary.line(g_mime_object_get_content_disposition_parameter(object, "filename"))
      ?? GMimeLibrary.line(g_mime_object_get_content_type_parameter(object, "name"))
  }

  private static func isShown(_ object: UnsafeMutablePointer<GMimeObject>, _ type: String?, _ name: String)
    -> Bool
  {
    // Outlook calls what stands in a body image001.png.
    (type?.hasPrefix("image/") ?? false) && name.lowercased().hasPrefix("image0")
      && g_mime_object_get_content_id(object) != nil
      && GMimeLibrary.line(g_mime_object_get_disposition(object))?.lowercased() != "attachment"
  }

  private static func mediaType(of object: UnsafeMutablePointer<GMimeObject>) -> String? {
    guard let type = g_mime_object_get_content_type(object),
      let text = g_mime_content_type_get_mime_type(type)
    else { return nil }
    defer { g_free(text) }
    return GMimeLibrary.line(text)?.lowercased()
  }

  /// A last path component without separators, control characters or `#`; nil where nothing is left. A longer
  /// name keeps its ending.
  static func safe(_ name: String) -> String? {
    let last = name.split { $0 == "/" || $0 == "\\" }.last.map(String.init) ?? ""
    var text = String(last.map { $0 == "#" || $0 == ":" ? "_" : $0 })
    while text.hasPrefix(".") { text.removeFirst() }
    if text.utf8.count > 200 {
      let ending = text.lastIndex(of: ".").map { String(text[$0...].prefix(12)) } ?? ""
      var start = String(text.prefix(150))
      while start.utf8.count > 180 { start.removeLast() }
      text = start + ending
    }
    return text.isEmpty ? nil : text
  }

  static func numbered(_ name: String, _ number: Int) -> String {
    guard let dot = name.lastIndex(of: "."), dot > name.startIndex else { return "\(name)-\(number)" }
    return "\(name[..<dot])-\(number)\(name[dot...])"
  }

  private static func suffix(for mediaType: String?) -> String { mediaType.flatMap { suffixes[$0] } ?? "" }

  /// For parts that come without a name. Source: IANA media type registrations, "file extension(s)".
  private static let suffixes = [
    "text/plain": ".txt", "text/html": ".html", "text/calendar": ".ics", "text/csv": ".csv",
    "text/rtf": ".rtf",
    "image/png": ".png", "image/jpeg": ".jpg", "image/gif": ".gif", "application/pdf": ".pdf",
    "application/zip": ".zip",
    "application/ms-tnef": ".dat", "application/vnd.ms-tnef": ".dat", "message/rfc822": ".eml",
    "message/delivery-status": ".txt",
    "application/msword": ".doc",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": ".docx",
  ]
}

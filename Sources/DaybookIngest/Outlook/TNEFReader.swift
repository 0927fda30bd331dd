import DaybookCore

/// Reads a TNEF stream, the `winmail.dat` that Exchange puts around a message.
///
/// Source: MS-OXTNEF 2.1 (attributes), 2.1.3.4 (encapsulated properties).
struct TNEFReader {
  private static let signature = 0x223E_9F78
  private static let deepest = 8
  private static let mostProperties = 100_000

  /// Attributes by number, without their type. Source: MS-OXTNEF 2.1.3.2.
  private enum Attribute {
    static let subject = 0x8004
    static let messageClass = 0x8008
    static let messageID = 0x8009
    static let body = 0x800C
    static let attachData = 0x800F
    static let attachTitle = 0x8010
    static let attachBegins = 0x9002
    static let messageProperties = 0x9003
    static let recipients = 0x9004
    static let attachProperties = 0x9005
    static let codePage = 0x9007
  }

  /// Nil where the bytes are no TNEF stream.
  static func message(in bytes: UnsafeRawBufferPointer, depth: Int = 0, alive: () -> Void = {})
    -> MAPIMessage?
  {
    guard bytes.uint32(at: 0) == signature else { return nil }
    var message = MAPIMessage()
    var late: [(Int, Int, [UInt8])] = []
    var current: MAPIMessage.Attachment?
    func close() {
      if let done = current { message.attachments.append(finished(done, depth: depth, alive: alive)) }
      current = nil
    }
    var offset = 6
    while offset < bytes.count {
      alive()
      guard let tag = bytes.uint32(at: offset + 1), let length = bytes.uint32(at: offset + 5),
        length <= bytes.count - offset - 9
      else {
        message.findings.append(
          Finding("tnef-cut", .loss, "the TNEF stream ends early; what came before was read"))
        break
      }
      let data = bytes.slice(offset + 9, length)
      offset += 9 + length + 2
      switch tag & 0xFFFF {
      case Attribute.codePage:
        if let page = data.uint32(at: 0), page < 0x1_0000 { message.properties.codePage = page }
      case Attribute.messageProperties: read(data, into: &message.properties)
      case Attribute.recipients:
        message.recipients = recipients(in: data, codePage: message.properties.codePage)
      case Attribute.subject: late.append((MAPIProperty.subject, 0x001E, Array(data)))
      case Attribute.body: late.append((MAPIProperty.body, 0x001E, Array(data)))
      case Attribute.messageClass: late.append((MAPIProperty.messageClass, 0x001E, Array(data)))
      case Attribute.attachBegins:
        close()
        var properties = MAPIProperties()
        properties.codePage = message.properties.codePage
        current = MAPIMessage.Attachment(properties: properties, content: .missing("has no content"))
      case Attribute.attachData: current?.content = .bytes(Array(data))
      case Attribute.attachTitle:
        current?.properties.set(MAPIProperty.attachFilename, type: 0x001E, Array(data))
      case Attribute.attachProperties:
        if current != nil { read(data, into: &current!.properties) }
      default: break
      }
    }
    close()
    for (number, type, value) in late { message.properties.set(number, type: type, value) }
    return message
  }

  /// The attachment's own properties may hold its data, or a message.
  private static func finished(_ attachment: MAPIMessage.Attachment, depth: Int, alive: () -> Void)
    -> MAPIMessage.Attachment
  {
    var attachment = attachment
    guard let object = attachment.properties.binary(MAPIProperty.attachData) else { return attachment }
    if case .bytes(let bytes) = attachment.content, !bytes.isEmpty,
      attachment.properties.integer(MAPIProperty.attachMethod) != MAPIProperty.methodEmbeddedMessage
    {
      return attachment
    }
    // An object begins with the 16 bytes that name its interface.
    let inner = object.withUnsafeBytes { raw -> MAPIMessage? in
      depth < deepest ? message(in: raw.slice(16, raw.count), depth: depth + 1, alive: alive) : nil
    }
    attachment.content = inner.map { .message($0) } ?? .bytes(object)
    return attachment
  }

  private static func recipients(in data: UnsafeRawBufferPointer, codePage: Int) -> [MAPIProperties] {
    guard let count = data.uint32(at: 0) else { return [] }
    var rows: [MAPIProperties] = []
    var offset = 4
    for _ in 0..<min(count, data.count / 4) {
      var row = MAPIProperties()
      row.codePage = codePage
      guard let end = readList(data, from: offset, into: &row) else { break }
      rows.append(row)
      offset = end
    }
    return rows
  }

  private static func read(_ data: UnsafeRawBufferPointer, into properties: inout MAPIProperties) {
    _ = readList(data, from: 0, into: &properties)
  }

  /// Where the list ends; nil where it is damaged (what came before is kept).
  private static func readList(
    _ data: UnsafeRawBufferPointer, from start: Int, into properties: inout MAPIProperties
  ) -> Int? {
    guard let count = data.uint32(at: start), count <= mostProperties else { return nil }
    var offset = start + 4
    for _ in 0..<count {
      guard let type = data.uint16(at: offset), var number = data.uint16(at: offset + 2) else { return nil }
      offset += 4
      if number >= 0x8000 {
        guard let kind = data.uint32(at: offset + 16), let name = data.uint32(at: offset + 20) else {
          return nil
        }
        let isAppointment = data.slice(offset, 16).elementsEqual(MAPIProperty.appointmentSet)
        number = isAppointment && kind == 0 && name < 0x1_0000 ? MAPIProperty.named + name : -number
        offset += 24
        if kind == 1 {
          guard name <= data.count - offset else { return nil }
          offset += (name + 3) & ~3
        }
      }
      guard let end = readValue(data, at: offset, type: type, number: number, into: &properties) else {
        return nil
      }
      offset = end
    }
    return offset
  }

  private static func readValue(
    _ data: UnsafeRawBufferPointer, at start: Int, type: Int, number: Int,
    into properties: inout MAPIProperties
  ) -> Int? {
    var offset = start
    let isMany = type & 0x1000 != 0
    let base = type & 0x0FFF
    let isVariable = [0x001E, 0x001F, 0x0102, 0x000D].contains(base)
    var count = 1
    if isMany || isVariable {
      guard let stated = data.uint32(at: offset), stated <= data.count / 2 else { return nil }
      count = stated
      offset += 4
    }
    for index in 0..<count {
      var size = 4
      if isVariable {
        guard let length = data.uint32(at: offset) else { return nil }
        size = length
        offset += 4
      } else {
        switch base {
        case 0x0005, 0x0006, 0x0007, 0x0014, 0x0040: size = 8
        case 0x0048: size = 16
        default: size = 4
        }
      }
      guard size <= data.count - offset else { return nil }
      if index == 0, !isMany {
        properties.set(number, type: base == 0x000D ? 0x0102 : base, Array(data.slice(offset, size)))
      }
      offset += (size + 3) & ~3
    }
    return offset
  }
}

import CGsf
import DaybookCore

/// An Outlook message file (MSG): storages and streams in an OLE file.
///
/// Source: MS-OXMSG 2.1 (storages), 2.2 (named properties), 2.4 (property streams).
final class MSGFile {
  private let root: OpaquePointer
  private let alive: () -> Void
  /// Numbers that named properties have in this file.
  private var named: [Int: Int] = [:]
  /// Bytes read so far: a file whose streams overlap must not grow without end.
  private var budget: Int

  private static let deepest = 8
  private static let mostObjects = 20_000

  /// `bytes` must outlive the file.
  init?(_ bytes: UnsafeRawBufferPointer, alive: @escaping () -> Void) {
    gsf_init()
    guard let start = bytes.baseAddress, let root = daybook_ole_open(start, bytes.count) else { return nil }
    self.root = root
    self.alive = alive
    budget = max(bytes.count, 1 << 20) * 2
    readNames()
  }

  deinit { daybook_ole_close(root) }

  func message() -> MAPIMessage { message(in: root, headerBytes: 32, depth: 0) }

  private func message(in storage: OpaquePointer, headerBytes: Int, depth: Int) -> MAPIMessage {
    alive()
    var message = MAPIMessage()
    message.properties = properties(in: storage, headerBytes: headerBytes, codePage: 1252)
    let codePage = message.properties.messageCodePage
    var lost = 0
    for name in names(of: storage) {
      let folded = name.lowercased()
      if folded.hasPrefix("__recip_version1.0_") {
        guard let child = daybook_ole_storage(storage, name) else {
          lost += 1
          continue
        }
        message.recipients.append(properties(in: child, headerBytes: 8, codePage: codePage))
        daybook_ole_close(child)
      } else if folded.hasPrefix("__attach_version1.0_") {
        guard let child = daybook_ole_storage(storage, name) else {
          message.attachments.append(
            MAPIMessage.Attachment(properties: MAPIProperties(), content: .missing("cannot be opened")))
          continue
        }
        message.attachments.append(attachment(in: child, codePage: codePage, depth: depth))
        daybook_ole_close(child)
      }
    }
    if lost > 0 {
      message.findings.append(
        Finding("recipient-lost", .loss, "\(lost) recipients of the message cannot be read"))
    }
    return message
  }

  private func attachment(in storage: OpaquePointer, codePage: Int, depth: Int)
    -> MAPIMessage.Attachment
  {
    let properties = properties(in: storage, headerBytes: 8, codePage: codePage)
    let method = properties.integer(MAPIProperty.attachMethod) ?? 1
    // Data as an object: a message, or a storage of another program.
    if let inner = daybook_ole_storage(storage, "__substg1.0_3701000D") {
      defer { daybook_ole_close(inner) }
      if method == MAPIProperty.methodEmbeddedMessage || has(inner, "__properties_version1.0") {
        guard depth < MSGFile.deepest else {
          return MAPIMessage.Attachment(
            properties: properties, content: .missing("is nested more than \(MSGFile.deepest) deep"))
        }
        let message = message(in: inner, headerBytes: 24, depth: depth + 1)
        return MAPIMessage.Attachment(properties: properties, content: .message(message))
      }
      for name in ["CONTENTS", "Package", "\u{1}Ole10Native"] {
        if let bytes = stream(inner, name) {
          return MAPIMessage.Attachment(properties: properties, content: .bytes(bytes))
        }
      }
      return MAPIMessage.Attachment(
        properties: properties, content: .missing("is an object of another program, which cannot be opened"))
    }
    if let bytes = properties.binary(MAPIProperty.attachData) {
      return MAPIMessage.Attachment(properties: properties, content: .bytes(bytes))
    }
    if has(storage, "__substg1.0_37010102") {
      return MAPIMessage.Attachment(
        properties: properties,
        content: stream(storage, "__substg1.0_37010102").map { .bytes($0) } ?? .bytes([]))
    }
    let reason = method == 0 || method == 1 ? "has no content" : "is kept outside the file"
    return MAPIMessage.Attachment(properties: properties, content: .missing(reason))
  }

  // MARK: Properties

  private func properties(in storage: OpaquePointer, headerBytes: Int, codePage: Int)
    -> MAPIProperties
  {
    var properties = MAPIProperties()
    properties.codePage = codePage
    if let fixed = stream(storage, "__properties_version1.0") {
      fixed.withUnsafeBytes { raw in
        for entry in stride(from: headerBytes, to: raw.count - 15, by: 16) {
          guard let type = raw.uint16(at: entry), let number = raw.uint16(at: entry + 2) else { break }
          guard [0x0002, 0x0003, 0x000B, 0x0040, 0x0014].contains(type) else { continue }
          properties.set(key(number), type: type, Array(raw.slice(entry + 8, 8)))
        }
      }
    }
    for name in names(of: storage) {
      // "__substg1.0_" and eight digits: number and type.
      guard name.utf8.count == 20, name.hasPrefix("__substg1.0_"),
        let tag = UInt32(name.dropFirst(12), radix: 16)
      else { continue }
      let (number, type) = (Int(tag >> 16), Int(tag & 0xFFFF))
      guard [0x001E, 0x001F, 0x0102].contains(type), !properties.has(key(number)) else { continue }
      if let bytes = stream(storage, name) { properties.set(key(number), type: type, bytes) }
    }
    return properties
  }

  private func key(_ number: Int) -> Int { number >= 0x8000 ? named[number] ?? -number : number }

  /// Which numbers the named properties of the appointment set have here. Source: MS-OXMSG 2.2.3.
  private func readNames() {
    guard let storage = daybook_ole_storage(root, "__nameid_version1.0") else { return }
    defer { daybook_ole_close(storage) }
    guard let sets = stream(storage, "__substg1.0_00020102"),
      let entries = stream(storage, "__substg1.0_00030102")
    else { return }
    entries.withUnsafeBytes { raw in
      for entry in stride(from: 0, to: raw.count - 7, by: 8) {
        guard let identifier = raw.uint32(at: entry), let kind = raw.uint16(at: entry + 4),
          let index = raw.uint16(at: entry + 6), kind & 1 == 0
        else { continue }
        // The first two sets are known without being listed.
        let place = ((kind >> 1) - 3) * 16
        guard place >= 0, place + 16 <= sets.count,
          sets[place..<(place + 16)].elementsEqual(MAPIProperty.appointmentSet), identifier < 0x1_0000
        else { continue }
        named[0x8000 + index] = MAPIProperty.named + identifier
      }
    }
  }

  // MARK: Storages

  private func names(of storage: OpaquePointer) -> [String] {
    let count = min(Int(gsf_infile_num_children(storage)), MSGFile.mostObjects)
    return (0..<max(0, count)).compactMap { index in
      gsf_infile_name_by_index(storage, Int32(index)).map { String(cString: $0) }
    }
  }

  private func has(_ storage: OpaquePointer, _ name: String) -> Bool {
    guard let input = daybook_ole_stream(storage, name) else { return false }
    daybook_ole_close_stream(input)
    return true
  }

  private func stream(_ storage: OpaquePointer, _ name: String) -> [UInt8]? {
    guard let input = daybook_ole_stream(storage, name) else { return nil }
    defer { daybook_ole_close_stream(input) }
    let size = Int(gsf_input_size(input))
    guard size >= 0, size <= budget else { return nil }
    budget -= size
    if size == 0 { return [] }
    guard let start = gsf_input_read(input, Int(size), nil) else { return nil }
    return Array(UnsafeRawBufferPointer(start: start, count: size))
  }
}

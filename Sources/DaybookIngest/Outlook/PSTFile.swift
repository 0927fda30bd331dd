import CPff
import DaybookCore

/// An Outlook mailbox file (PST, OST) as libpff gives it.
///
/// Shape: items have numbers from 0 in the order of the folder tree, orphans (items in no folder) last.
final class PSTFile {
  /// A folder with the number of its first item.
  struct Folder {
    var path: String
    var first: Int
    var count: Int
    /// How many items the folder itself claims.
    var claimed: Int?
    fileprivate var item: PSTHandle
  }

  private let handle: daybook_pff
  private let bytes: SourceBytes
  private(set) var folders: [Folder] = []
  private(set) var orphans = 0
  private(set) var findings: [Finding] = []
  private let alive: () -> Void

  private static let mostFolders = 100_000
  private static let deepest = 8
  /// One result of a worker may have 64 MiB.
  static let largestAttachment = 60 << 20

  init?(_ bytes: SourceBytes, alive: @escaping () -> Void) {
    self.bytes = bytes
    self.alive = alive
    handle = bytes.withBytes { raw in
      raw.baseAddress.map { daybook_pff_open($0, raw.count) } ?? daybook_pff(io: nil, file: nil)
    }
    guard handle.file != nil else { return nil }
    readFolders()
  }

  deinit {
    for folder in folders { daybook_pff_item_free(folder.item) }
    daybook_pff_close(handle)
  }

  var itemCount: Int { (folders.last.map { $0.first + $0.count } ?? 0) + orphans }

  // MARK: Folders

  private func readFolders() {
    var root: PSTHandle?
    guard libpff_file_get_root_folder(handle.file, &root, nil) == 1, let root else {
      findings.append(Finding("pst-folders", .loss, "the folders of the mailbox cannot be read"))
      readOrphans()
      return
    }
    var waiting: [(item: PSTHandle, path: String, depth: Int)] = [(root, "", 0)]
    var next = 0
    while let (item, path, depth) = waiting.popLast() {
      alive()
      var count: Int32 = 0
      if libpff_folder_get_number_of_sub_messages(item, &count, nil) != 1 {
        findings.append(
          Finding("pst-folder", .loss, "folder \(path.isEmpty ? "/" : path): its messages cannot be listed"))
        count = 0
      }
      let properties = PSTProperties.all(of: item, set: 0)
      // PidTagContentCount. Source: MS-OXCFOLD 2.2.2.2.1.1.
      let claimed = isSearch(item) ? nil : properties.integer(0x3602)
      folders.append(
        Folder(path: path, first: next, count: Int(max(0, count)), claimed: claimed, item: item))
      next += Int(max(0, count))
      var subfolders: Int32 = 0
      _ = libpff_folder_get_number_of_sub_folders(item, &subfolders, nil)
      var children: [(PSTHandle, String, Int)] = []
      for index in 0..<max(0, subfolders)
      where depth < 60 && folders.count + waiting.count < PSTFile.mostFolders {
        var child: PSTHandle?
        guard libpff_folder_get_sub_folder(item, index, &child, nil) == 1, let child else {
          findings.append(
            Finding("pst-folder", .loss, "folder \(index + 1) in \(path.isEmpty ? "/" : path) cannot be read")
          )
          continue
        }
        children.append((child, join(path, name(of: child) ?? "folder-\(index + 1)"), depth + 1))
      }
      waiting += children.reversed()
    }
    readOrphans()
  }

  /// A search folder lists items of other folders. Source: MS-PST 2.2.2.1, table of NID types.
  private func isSearch(_ folder: PSTHandle) -> Bool {
    var identifier: UInt32 = 0
    return libpff_item_get_identifier(folder, &identifier, nil) == 1 && identifier & 0x1F == 0x03
  }

  private func readOrphans() {
    var count: Int32 = 0
    if libpff_file_get_number_of_orphan_items(handle.file, &count, nil) == 1 { orphans = Int(max(0, count)) }
  }

  private func name(of folder: PSTHandle) -> String? {
    var size = 0
    guard libpff_folder_get_utf8_name_size(folder, &size, nil) == 1, (1...4096).contains(size) else {
      return nil
    }
    var text = [UInt8](repeating: 0, count: size)
    guard libpff_folder_get_utf8_name(folder, &text, size, nil) == 1 else { return nil }
    let line = MailLine.cleaned(text.prefix { $0 != 0 })
    return MailAttachment.safe(String(decoding: line, as: UTF8.self))
  }

  private func join(_ path: String, _ name: String) -> String { path.isEmpty ? name : path + "/" + name }

  // MARK: Items

  /// Its place in the mailbox, "Inbox/3".
  func name(ofItem number: Int) -> String {
    guard let folder = folder(of: number) else { return "orphans/\(number - (itemCount - orphans) + 1)" }
    return join(folder.path, String(number - folder.first + 1))
  }

  private func folder(of number: Int) -> Folder? {
    var (low, high) = (0, folders.count)
    while low < high {
      let middle = (low + high) / 2
      if folders[middle].first + folders[middle].count <= number { low = middle + 1 } else { high = middle }
    }
    return low < folders.count && folders[low].first <= number ? folders[low] : nil
  }

  /// Nil where the item cannot be read.
  func message(_ number: Int) -> MAPIMessage? {
    var item: PSTHandle?
    if let folder = folder(of: number) {
      guard libpff_folder_get_sub_message(folder.item, Int32(number - folder.first), &item, nil) == 1 else {
        return nil
      }
    } else {
      guard
        libpff_file_get_orphan_item_by_index(handle.file, Int32(number - (itemCount - orphans)), &item, nil)
          == 1
      else { return nil }
    }
    guard let item else { return nil }
    defer { daybook_pff_item_free(item) }
    let message = message(item, depth: 0)
    return message.isEmpty ? nil : message
  }

  private func message(_ item: PSTHandle, depth: Int) -> MAPIMessage {
    alive()
    var message = MAPIMessage()
    message.properties = PSTProperties.all(of: item, set: 0)
    let codePage = message.properties.messageCodePage
    var recipients: PSTHandle?
    if libpff_message_get_recipients(item, &recipients, nil) == 1, let recipients {
      defer { daybook_pff_item_free(recipients) }
      var sets: Int32 = 0
      if libpff_item_get_number_of_record_sets(recipients, &sets, nil) == 1 {
        for set in 0..<min(max(0, sets), 20_000) {
          var row = PSTProperties.all(of: recipients, set: set)
          row.codePage = codePage
          if !row.isEmpty { message.recipients.append(row) }
        }
      }
    }
    var attachments: Int32 = 0
    let known = libpff_message_get_number_of_attachments(item, &attachments, nil)
    if known != 1, message.properties.integer(0x0E1B) == 1 {
      message.findings.append(
        Finding("attachment-lost", .loss, "the attachments of the message cannot be listed"))
    }
    for index in 0..<(known == 1 ? min(max(0, attachments), 10_000) : 0) {
      message.attachments.append(attachment(index, of: item, codePage: codePage, depth: depth))
    }
    return message
  }

  private func attachment(_ index: Int32, of item: PSTHandle, codePage: Int, depth: Int)
    -> MAPIMessage.Attachment
  {
    var attachment: PSTHandle?
    guard libpff_message_get_attachment(item, index, &attachment, nil) == 1, let attachment else {
      return MAPIMessage.Attachment(properties: MAPIProperties(), content: .missing("cannot be read"))
    }
    defer { daybook_pff_item_free(attachment) }
    var properties = PSTProperties.all(of: attachment, set: 0)
    properties.codePage = codePage
    var kind: Int32 = 0
    _ = libpff_attachment_get_type(attachment, &kind, nil)
    if kind == Int32(UInt8(ascii: "i")) {
      var inner: PSTHandle?
      guard depth < PSTFile.deepest, libpff_attachment_get_item(attachment, &inner, nil) == 1, let inner
      else {
        return MAPIMessage.Attachment(
          properties: properties, content: .missing("is a message that cannot be opened"))
      }
      defer { daybook_pff_item_free(inner) }
      return MAPIMessage.Attachment(
        properties: properties, content: .message(message(inner, depth: depth + 1)))
    }
    return MAPIMessage.Attachment(properties: properties, content: data(of: attachment, kind: kind))
  }

  private func data(of attachment: PSTHandle, kind: Int32) -> MAPIMessage.Attachment.Content {
    var size: size64_t = 0
    guard libpff_attachment_get_data_size(attachment, &size, nil) == 1 else {
      return .missing(
        kind == Int32(UInt8(ascii: "r")) ? "is kept outside the file" : "has no content that can be read")
    }
    guard size <= UInt64(PSTFile.largestAttachment) else {
      return .missing("has \(size) bytes, more than one worker may hand over")
    }
    var bytes = [UInt8](repeating: 0, count: Int(size))
    var offset = 0
    while offset < bytes.count {
      let count = bytes.withUnsafeMutableBufferPointer {
        libpff_attachment_data_read_buffer(
          attachment, $0.baseAddress.map { $0 + offset }, min(1 << 20, $0.count - offset), nil)
      }
      guard count > 0 else { break }
      offset += count
    }
    if offset < bytes.count {
      return offset == 0 && !bytes.isEmpty
        ? .missing("cannot be read") : .missing("can be read only up to byte \(offset) of \(bytes.count)")
    }
    return .bytes(bytes)
  }
}

/// The properties of an item in a mailbox file.
enum PSTProperties {
  private static let mostEntries: Int32 = 5000

  static func all(of item: PSTHandle, set number: Int32) -> MAPIProperties {
    var properties = MAPIProperties()
    var set: PSTHandle?
    guard libpff_item_get_record_set_by_index(item, number, &set, nil) == 1, set != nil else {
      return properties
    }
    defer { libpff_record_set_free(&set, nil) }
    var count: Int32 = 0
    guard libpff_record_set_get_number_of_entries(set, &count, nil) == 1 else { return properties }
    for index in 0..<min(max(0, count), mostEntries) {
      var entry: PSTHandle?
      guard libpff_record_set_get_entry_by_index(set, index, &entry, nil) == 1, entry != nil else { continue }
      defer { libpff_record_entry_free(&entry, nil) }
      read(entry, into: &properties)
    }
    return properties
  }

  private static func read(_ entry: PSTHandle?, into properties: inout MAPIProperties) {
    var (number, type): (UInt32, UInt32) = (0, 0)
    guard libpff_record_entry_get_entry_type(entry, &number, nil) == 1,
      libpff_record_entry_get_value_type(entry, &type, nil) == 1,
      [0x0002, 0x0003, 0x000B, 0x0014, 0x001E, 0x001F, 0x0040, 0x0102].contains(type)
    else { return }
    var key = Int(number)
    var name: PSTHandle?
    if libpff_record_entry_get_name_to_id_map_entry(entry, &name, nil) == 1, name != nil {
      guard let named = named(name) else { return }
      key = named
    } else if key >= 0x8000 {
      return
    }
    var size = 0
    guard libpff_record_entry_get_data_size(entry, &size, nil) == 1,
      (1...(PSTFile.largestAttachment)).contains(size)
    else { return }
    var bytes = [UInt8](repeating: 0, count: size)
    guard libpff_record_entry_get_data(entry, &bytes, size, nil) == 1 else { return }
    properties.set(key, type: Int(type), bytes)
  }

  private static func named(_ entry: PSTHandle?) -> Int? {
    var guid = [UInt8](repeating: 0, count: 16)
    var kind: UInt8 = 0
    var number: UInt32 = 0
    guard libpff_name_to_id_map_entry_get_guid(entry, &guid, 16, nil) == 1,
      guid == MAPIProperty.appointmentSet,
      libpff_name_to_id_map_entry_get_type(entry, &kind, nil) == 1, kind == UInt8(ascii: "n"),
      libpff_name_to_id_map_entry_get_number(entry, &number, nil) == 1, number < 0x1_0000
    else { return nil }
    return MAPIProperty.named + Int(number)
  }
}

/// libpff's handles, which its header declares as pointers to a number.
typealias PSTHandle = UnsafeMutablePointer<Int>

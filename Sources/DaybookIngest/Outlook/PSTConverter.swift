import DaybookCore

/// Reads an Outlook mailbox (PST, OST), item by item, in pieces where it is large.
///
/// Shape: each item is a source of its own, `mail.pst#Inbox/3`, one `Document` and its attachments as children;
/// its id is a hash over its header, words and attachments, since a mailbox file keeps no bytes of a message in
/// one place. Items listed = documents + items that a finding names as unreadable. Source: MS-PST, by libpff.
struct PSTConverter: Converter {
  let name = "pst"
  let version = 1
  let signature = Signature(mediaTypes: ["application/vnd.ms-outlook-pst"], extensions: ["pst", "ost"])

  func convert(_ input: ConversionInput, emit: (ConversionPart) -> Void) throws(ConversionError) {
    guard let file = PSTFile(input.bytes, alive: input.alive) else {
      throw .unreadable(
        reason: "the mailbox file cannot be opened: damaged, cut short or not of a known version")
    }
    var items = 0..<file.itemCount
    if case .items(let piece)? = input.piece {
      items = piece.clamped(to: items)
    } else {
      for finding in file.findings { emit(.finding(finding)) }
      plan(file, emit: emit)
      let size = itemsPerPiece(file, input)
      if items.count > size + size / 2 {
        emit(
          .pieces(
            stride(from: size, to: items.count, by: size).map { .items($0..<min($0 + size, items.count)) }))
        items = 0..<size
      }
    }
    for number in items {
      input.alive()
      read(number, of: file, input, emit: emit)
    }
  }

  /// So many that a piece has some 8 MiB of the file.
  private func itemsPerPiece(_ file: PSTFile, _ input: ConversionInput) -> Int {
    let wanted = min(input.options.bytesPerPiece, 8 << 20)
    return max(20, min(1000, file.itemCount * wanted / max(1, input.bytes.count)))
  }

  private func plan(_ file: PSTFile, emit: (ConversionPart) -> Void) {
    for folder in file.folders {
      if let claimed = folder.claimed, claimed > folder.count {
        emit(
          .finding(
            Finding(
              "pst-folder", .loss,
              "folder \(folder.path): says that it holds \(claimed) items, but only \(folder.count) can be found"
            )))
      }
    }
    let orphans = file.orphans > 0 ? ", \(file.orphans) of them in no folder (deleted, perhaps)" : ""
    emit(
      .finding(
        Finding(
          "mailbox-account", .note,
          "\(file.itemCount) items in \(file.folders.count) folders are listed\(orphans)")))
  }

  private func read(_ number: Int, of file: PSTFile, _ input: ConversionInput, emit: (ConversionPart) -> Void)
  {
    let name = file.name(ofItem: number)
    let path = "\(input.source.path)#\(name)"
    guard let message = file.message(number) else {
      emit(.finding(Finding("mail-unreadable", .loss, "item \(name) cannot be read", path: path)))
      return
    }
    let source = Source(
      id: Source.ID(text: ""), path: path, byteCount: 0, mediaType: "message/rfc822",
      container: input.source.path,
      custodian: input.source.custodian)
    let reader = MAPIDocument(tool: self.name, version: version)
    let identity = MAPIDocument.identity(of: message)
    var named = source
    named.id = Source.ID(text: identity.hash)
    named.byteCount = identity.byteCount
    let result = reader.read(message, source: named)
    emit(.document(result.document))
    for child in result.children {
      emit(.child(ChildSource(name: "\(name)#\(child.name)", bytes: child.bytes, mediaType: child.mediaType)))
    }
  }
}

extension MAPIDocument {
  /// A hash over all that is read of an item, and how many bytes that is.
  static func identity(of message: MAPIMessage) -> (hash: String, byteCount: Int) {
    var hasher = SHA256Hasher()
    var findings: [Finding] = []
    var count = 0
    var parts = [message.header, message.body(findings: &findings)]
    for attachment in message.attachments {
      switch attachment.content {
      case .bytes(let bytes): parts.append(bytes)
      case .message(let inner): parts.append(wire(inner, depth: 1))
      case .missing: parts.append([])
      }
    }
    for part in parts {
      // Each part closed by its length, so that words cannot move from one part to the next unseen.
      hasher.update(part)
      hasher.update(Array("\u{0}\(part.count)\u{0}".utf8))
      count += part.count
    }
    return (hasher.finish().hex(), count)
  }
}

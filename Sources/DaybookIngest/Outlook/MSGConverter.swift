import DaybookCore

/// Reads an Outlook message file.
///
/// Shape: `letter.msg` → one `Document` of kind `message`, then a child for each attachment; attached messages
/// are children in the form of mail on the wire. The header that the last server saw is taken first, with the
/// offset that the sender wrote; Outlook's own times are UTC. Source: MS-OXMSG, by libgsf.
struct MSGConverter: Converter {
  let name = "msg"
  let version = 1
  let signature = Signature(mediaTypes: ["application/vnd.ms-outlook"], extensions: ["msg"])

  func convert(_ input: ConversionInput, emit: (ConversionPart) -> Void) throws(ConversionError) {
    let message = input.bytes.withBytes { bytes in
      MSGFile(bytes, alive: input.alive)?.message()
    }
    guard let message, !message.isEmpty else {
      throw .unreadable(reason: message == nil ? "the OLE file cannot be opened" : "holds no message")
    }
    let result = MAPIDocument(tool: name, version: version).read(message, source: input.source)
    emit(.document(result.document))
    for child in result.children {
      input.alive()
      emit(.child(child))
    }
  }
}

import DaybookCore

/// Reads `winmail.dat`, in which Exchange sends what plain mail cannot carry.
///
/// Shape: attachments become children. There is a `Document` of kind `message` only where the stream has words
/// or a meeting of its own: the message around it has its own document. Source: MS-OXTNEF.
struct TNEFConverter: Converter {
  let name = "tnef"
  let version = 1
  let signature = Signature(mediaTypes: ["application/ms-tnef"], extensions: ["dat"])

  func convert(_ input: ConversionInput, emit: (ConversionPart) -> Void) throws(ConversionError) {
    let message = input.bytes.withBytes { TNEFReader.message(in: $0, alive: input.alive) }
    guard let message else { throw .unreadable(reason: "has no TNEF signature") }
    let result = MAPIDocument(tool: name, version: version).read(message, source: input.source)
    let hasWords = result.document.text[(result.document.header?.bytes?.upperBound ?? 0)...].contains {
      $0 > 0x20
    }
    if hasWords || message.isMeeting {
      emit(.document(result.document))
    } else {
      for finding in message.findings { emit(.finding(finding)) }
    }
    guard hasWords || message.isMeeting || !result.children.isEmpty || !message.isEmpty else {
      throw .unreadable(reason: "holds neither a message nor attachments")
    }
    for child in result.children {
      input.alive()
      emit(.child(child))
    }
  }
}

import DaybookCore

/// Reads a mailbox (MBOX in its four variants), message by message, in pieces where it is large.
///
/// Shape: each message is a source of its own, `mail.mbox#12`, whose id is the hash of its bytes in the
/// mailbox without envelope line; one
/// `Document` and its attachments as children for each. Messages and failures add up to the number of
/// envelope lines. Bytes in front of the first envelope line are a finding.
package struct MailboxConverter: Converter {
  package let name = "mailbox"
  package let version = 1
  package let signature = Signature(mediaTypes: ["application/mbox"], extensions: ["mbox", "mbx"])

  /// Of a mailbox that one worker would read alone the others should have their part.
  private static let pieceLength = 4 << 20

  package init() {}

  package func convert(_ input: ConversionInput, emit: (ConversionPart) -> Void) throws(ConversionError) {
    var range = 0..<input.bytes.count
    var number = 1
    if case .bytes(let piece, let first)? = input.piece {
      range = piece.clamped(to: range)
      number = first
    } else {
      let length = min(input.options.bytesPerPiece, MailboxConverter.pieceLength)
      let plan = input.bytes.withBytes { Plan($0, bytesPerPiece: length) }
      guard plan.count > 0 else { throw .unreadable(reason: "has no line that begins a message") }
      if !plan.preamble.isEmpty {
        emit(
          .finding(
            Finding(
              "mailbox-preamble", .warning,
              "\(plan.preamble.count) bytes in front of the first message belong to none and were not read",
              bytes: plan.preamble)))
      }
      if !plan.rest.isEmpty { emit(.pieces(plan.rest)) }
      range = plan.first
    }
    input.bytes.withBytes { bytes in
      var splitter = MailboxSplitter(bytes, range: range)
      while let entry = splitter.next() {
        input.alive()
        read(entry, number: number, in: bytes, input: input, emit: emit)
        number += 1
      }
    }
  }

  private func read(
    _ entry: MailboxSplitter.Entry, number: Int, in bytes: UnsafeRawBufferPointer, input: ConversionInput,
    emit: (ConversionPart) -> Void
  ) {
    let message = UnsafeRawBufferPointer(rebasing: bytes[entry.message])
    var hasher = SHA256Hasher()
    hasher.update(message)
    let source = Source(
      id: Source.ID(text: hasher.finish().hex()), path: "\(input.source.path)#\(number)",
      byteCount: message.count,
      mediaType: "message/rfc822", container: input.source.path, custodian: input.source.custodian)
    let reader = MessageReader(tool: name, version: version)
    guard
      let result = MessageGuard.read(
        message, source: source, isInMailbox: true, isEscaped: !entry.isCounted, by: reader)
    else {
      let reason = message.allSatisfy({ $0 <= 0x20 }) ? "is empty" : "cannot be read as a message"
      emit(
        .finding(
          Finding(
            "mail-unreadable", .loss, "message \(number) \(reason)", path: source.path, bytes: entry.message))
      )
      return
    }
    emit(.document(result.document))
    for child in result.children {
      emit(
        .child(ChildSource(name: "\(number)#\(child.name)", bytes: child.bytes, mediaType: child.mediaType)))
    }
  }

  /// Where a mailbox is cut: found in one pass over it, before any message is read.
  private struct Plan {
    var preamble: Range<Int>
    var first: Range<Int>
    var rest: [Piece] = []
    var count = 0

    init(_ bytes: UnsafeRawBufferPointer, bytesPerPiece: Int) {
      var splitter = MailboxSplitter(bytes)
      preamble = splitter.preamble
      first = splitter.nextStart..<bytes.count
      var start = splitter.nextStart
      var number = 1
      while splitter.next() != nil {
        count += 1
        let next = splitter.nextStart
        guard next - start >= max(1, bytesPerPiece) || next == bytes.count else { continue }
        if number == 1 { first = start..<next } else { rest.append(.bytes(start..<next, first: number)) }
        start = next
        number = count + 1
      }
    }
  }
}

import DaybookCore

/// One archive on its way out: what has been taken, what was refused, and how much may still come.
struct Unpacking {
  private let input: ConversionInput
  /// A compressed file without names inside: its one member is called like the file.
  private let isRaw: Bool
  private var members = 0
  private var children = 0
  private var unpacked = 0
  private var encrypted = 0
  private var litter = 0
  private var rewritten = 0
  private var refused = 0
  private var damaged = 0
  /// Names given, with the number that the next member of the same name gets.
  private var names: [String: Int] = [:]

  /// Refusals told one by one; more of them are counted.
  private static let mostFindings = 20
  /// Unpacked bytes before the ratio is looked at: small files of one letter pack very well.
  private static let freeBytes = 16 << 20

  init(_ input: ConversionInput, isRaw: Bool) {
    self.input = input
    self.isRaw = isRaw
  }

  mutating func run(_ reader: ArchiveReader, emit: (ConversionPart) -> Void) throws(ConversionError) {
    defer { summarise(emit) }
    while true {
      input.alive()
      switch reader.next() {
      case .end:
        if children == 0, encrypted > 0 { throw .encrypted }
        if members == 0 { emit(.finding(Finding("empty-archive", .warning, "the archive lists no members"))) }
        return
      case .broken(let reason, let isEncrypted):
        if children == 0 {
          if isEncrypted || encrypted > 0 { throw .encrypted }
          throw .unreadable(reason: "damaged archive: \(reason)")
        }
        emit(
          .finding(
            Finding(
              "damaged-archive", .loss, "the archive cannot be read behind member \(members): \(reason)")))
        return
      case .member(let member):
        members += 1
        guard members <= input.options.maxMembers else {
          emit(.finding(limit("more than \(input.options.maxMembers) members")))
          return
        }
        guard try take(member, reader, emit: emit) else { return }
      }
    }
  }

  /// Hands one member out; false where a limit ends the whole.
  private mutating func take(
    _ member: ArchiveReader.Member, _ reader: ArchiveReader, emit: (ConversionPart) -> Void
  )
    throws(ConversionError) -> Bool
  {
    if member.kind == .folder { return true }
    let (safe, refusal, isExact) =
      isRaw && (member.name.isEmpty || member.name == Array("data".utf8))
      ? rawName : MemberName.safe(member.name)
    guard let name = safe, member.kind == .file else {
      refuse(refusal?.rawValue ?? (member.kind == .link ? "a link" : "a device or pipe"), emit)
      return true
    }
    if MemberName.isLitter(name) {
      litter += 1
      return true
    }
    if member.isEncrypted {
      encrypted += 1
      return true
    }
    if !isExact { rewritten += 1 }
    let (bytes, ending) = reader.read(limit: allowance, alive: input.alive)
    unpacked += bytes.count
    let child = unique(name)
    switch ending {
    case .whole: break
    case .overLimit:
      emit(.finding(overLimit(child)))
      return false
    case .damaged(let reason):
      damaged += 1
      if damaged <= Unpacking.mostFindings {
        emit(
          .finding(
            Finding(
              "damaged-member", .loss,
              "member \(child) is damaged, \(bytes.count) bytes of it were read: \(reason)")))
      }
      if bytes.isEmpty {
        if children == 0, isRaw { throw .unreadable(reason: "damaged archive: \(reason)") }
        return true
      }
    }
    if bytes.count == input.bytes.count, input.bytes.withBytes({ $0.elementsEqual(bytes) }) {
      emit(
        .finding(
          Finding("contains-itself", .warning, "member \(child) is the archive itself; not unpacked again")))
      return true
    }
    children += 1
    emit(.child(ChildSource(name: child, bytes: bytes)))
    return true
  }

  /// `note.txt.gz` holds `note.txt`, `all.tgz` a tar.
  private var rawName: (name: String?, refusal: MemberName.Refusal?, isExact: Bool) {
    let name = PathName.last(input.source.path)
    guard let ending = PathName.fileExtension(name) else {
      return (name.isEmpty ? "content" : name + "-content", nil, true)
    }
    let stem = String(name.dropLast(ending.count + 1))
    return (stem + (ending == "tgz" || ending == "tbz" || ending == "txz" ? ".tar" : ""), nil, true)
  }

  /// Bytes that the next member may have.
  private var allowance: Int {
    let (product, overflow) = max(input.bytes.count, 1).multipliedReportingOverflow(
      by: max(input.options.maxRatio, 1))
    let byRatio = max(overflow ? Int.max : product, Unpacking.freeBytes)
    return max(0, min(input.options.maxUnpackedBytes, byRatio) - unpacked)
  }

  private func limit(_ what: String) -> Finding {
    Finding(
      "archive-limit", .loss, "\(what): the rest was not unpacked; unpack it by hand if it is what it seems")
  }

  private func overLimit(_ child: String) -> Finding {
    let isTotal = unpacked >= input.options.maxUnpackedBytes
    return limit(
      isTotal
        ? "more than \(input.options.maxUnpackedBytes) bytes in the archive, at member \(child)"
        : "member \(child) unpacks to more than \(input.options.maxRatio) times the size of the archive")
  }

  private mutating func refuse(_ what: String, _ emit: (ConversionPart) -> Void) {
    refused += 1
    guard refused <= Unpacking.mostFindings else { return }
    emit(.finding(Finding("refused-member", .loss, "member \(members) has \(what); not unpacked")))
  }

  private mutating func unique(_ name: String) -> String {
    var candidate = name
    while let number = names[candidate] {
      names[candidate] = number + 1
      candidate = "\(name)~\(number)"
    }
    names[candidate] = 2
    return candidate
  }

  private func summarise(_ emit: (ConversionPart) -> Void) {
    if encrypted > 0, children > 0 {
      emit(
        .finding(
          Finding("encrypted-members", .loss, "\(encrypted) members need a password; unpack them by hand")))
    }
    if refused > Unpacking.mostFindings {
      emit(
        .finding(
          Finding("refused-member", .loss, "\(refused - Unpacking.mostFindings) more members refused")))
    }
    if damaged > Unpacking.mostFindings {
      emit(
        .finding(Finding("damaged-member", .loss, "\(damaged - Unpacking.mostFindings) more members damaged"))
      )
    }
    if litter > 0 {
      emit(
        .finding(
          Finding(
            "litter", .note, "\(litter) files of the operating system (.DS_Store, Thumbs.db …) left out")))
    }
    if rewritten > 0 {
      emit(
        .finding(
          Finding(
            "rewritten-names", .note,
            "\(rewritten) names hold bytes that cannot be shown; written as % and digits")))
    }
  }
}

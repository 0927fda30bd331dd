import DaybookCore

/// The parts of an Office or OpenDocument file: a ZIP of XML parts, or one XML file that holds them all
/// ("flat OPC").
final class OfficePackage {
  private var parts: [String: [UInt8]] = [:]
  /// All of a flat package; its parts are picked out of it as they are asked for.
  private let flat: [UInt8]?
  /// The flat file is no package of parts, but one document with everything in it (flat ODT).
  private let isOneFile: Bool
  private let alive: () -> Void
  /// What could not be read.
  private(set) var findings: [Finding] = []
  /// Members that are files of their own: attachments, in order.
  private(set) var embedded: [ChildSource] = []
  private(set) var pictures = 0
  private(set) var names: [String] = []

  /// XML unpacks well; this much of it is no bomb yet.
  private static let freeBytes = 64 << 20

  init(_ input: ConversionInput) throws(ConversionError) {
    alive = input.alive
    isOneFile = input.source.mediaType == "application/vnd.oasis.opendocument.text-flat-xml"
    guard !isOneFile, input.source.mediaType != "application/vnd.ms-word.flat-opc" else {
      flat = input.bytes.copy()
      return
    }
    flat = nil
    let reader = try ArchiveReader(input.bytes, format: .zip)
    try read(reader, input)
  }

  private func read(_ reader: ArchiveReader, _ input: ConversionInput) throws(ConversionError) {
    let (byRatio, overflow) = input.bytes.count.multipliedReportingOverflow(
      by: max(input.options.maxRatio, 1))
    var left = min(input.options.maxUnpackedBytes, max(overflow ? Int.max : byRatio, OfficePackage.freeBytes))
    var members = 0
    while true {
      alive()
      switch reader.next() {
      case .end: return
      case .broken(let reason, _):
        if names.isEmpty { throw .unreadable(reason: "damaged file: \(reason)") }
        findings.append(
          Finding(
            "damaged-archive", .loss, "the file is cut short or damaged; what came before was read: \(reason)"
          ))
        return
      case .member(let member):
        members += 1
        guard members <= input.options.maxMembers else {
          findings.append(
            Finding(
              "archive-limit", .loss, "more than \(input.options.maxMembers) parts; the rest was not read"))
          return
        }
        guard member.kind == .file, let name = MemberName.safe(member.name).name else { continue }
        if member.isEncrypted { throw .encrypted }
        names.append(name)
        switch OfficePackage.use(of: name) {
        case .ignored: continue
        case .picture: pictures += 1
        case .part, .embedded:
          guard keep(reader.read(limit: left, alive: alive), name, &left) else { return }
        }
      }
    }
  }

  /// Stores a member; false where a limit ends the reading.
  private func keep(
    _ content: (bytes: [UInt8], ending: ArchiveReader.Ending), _ name: String, _ left: inout Int
  ) -> Bool {
    left -= content.bytes.count
    switch content.ending {
    case .whole: break
    case .damaged(let reason):
      findings.append(
        Finding(
          "damaged-part", .loss,
          "part \(name) is damaged; \(content.bytes.count) bytes of it were read: \(reason)"))
    case .overLimit:
      findings.append(
        Finding(
          "archive-limit", .loss,
          "part \(name) unpacks to more than the limit; the rest of the file was not read"))
    }
    if OfficePackage.use(of: name) == .embedded {
      embedded.append(ChildSource(name: OfficePackage.childName(name), bytes: content.bytes))
    } else if parts[name] == nil {
      parts[name] = content.bytes
    }
    return content.ending != .overLimit
  }

  private enum Use { case part, embedded, picture, ignored }

  private static func use(of name: String) -> Use {
    let folders = name.split(separator: "/").dropLast()
    if folders.contains("embeddings") || folders.contains("attachments") { return .embedded }
    if folders.contains("media") || folders.first == "Pictures" || folders.contains("Thumbnails") {
      return folders.contains("Thumbnails") ? .ignored : .picture
    }
    switch PathName.fileExtension(name) {
    case "xml", "rels": return .part
    // What an altChunk brings in.
    case "htm", "html", "mht", "docx", "rtf", "txt": return .part
    default: return name.hasSuffix(".rels") || name == "mimetype" ? .part : .ignored
    }
  }

  /// `word/embeddings/report.xlsx` → `embeddings/report.xlsx`.
  static func childName(_ name: String) -> String {
    let parts = name.split(separator: "/")
    return parts.count > 1 ? parts.suffix(2).joined(separator: "/") : name
  }

  func has(_ name: String) -> Bool { flat != nil || parts[name] != nil }

  func bytes(of name: String) -> [UInt8]? { parts[name] }

  /// Reads a part into a handler; what ends early becomes a finding. False where there is no such part.
  @discardableResult
  func read(_ name: String, into handler: any XMLHandler) -> Bool {
    if let flat, isOneFile {
      let ending = flat.withUnsafeBytes { XMLEvents.read($0, into: handler, alive: alive) }
      if case .broken(let reason, let offset) = ending { note("of the file", reason, offset) }
      return true
    }
    if let flat {
      let router = FlatPackageRouter(part: name, to: handler)
      let ending = flat.withUnsafeBytes { XMLEvents.read($0, into: router, alive: alive) }
      if case .broken(let reason, let offset) = ending, router.found { note(name, reason, offset) }
      return router.found
    }
    guard let bytes = parts[name] else { return false }
    let ending = bytes.withUnsafeBytes { XMLEvents.read($0, into: handler, alive: alive) }
    if case .broken(let reason, let offset) = ending { note(name, reason, offset) }
    return true
  }

  private func note(_ name: String, _ reason: String, _ offset: Int) {
    let finding = Finding(
      "damaged-part", .loss,
      "part \(name) is not well-formed from byte \(offset) on; what came before was read: \(reason)")
    if !findings.contains(finding) { findings.append(finding) }
  }
}

/// Picks one part out of a flat package.
private final class FlatPackageRouter: XMLHandler {
  private let part: String
  private let handler: any XMLHandler
  private(set) var found = false
  private var isInside = false
  private var isData = false

  init(part: String, to handler: any XMLHandler) {
    self.part = "/" + part
    self.handler = handler
  }

  func start(_ element: XMLElement) {
    if element.name.space == .flatPackage {
      if element.local == "part" { isInside = element["name"] == part }
      isData = element.local == "xmlData"
      if isInside { found = true }
    } else if isInside, isData {
      handler.start(element)
    }
  }

  func end(_ name: XMLElement.Name) {
    if name.space == .flatPackage {
      if name.local == "xmlData" { isData = false }
    } else if isInside, isData {
      handler.end(name)
    }
  }

  func text(_ bytes: UnsafeBufferPointer<UInt8>) {
    if isInside, isData { handler.text(bytes) }
  }
}

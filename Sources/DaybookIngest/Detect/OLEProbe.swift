/// Looks into an OLE2 file (the container of Word 97, Excel 97, Outlook messages and encrypted Office files).
///
/// Only the names of its streams are read. Source: MS-CFB, sections 2.2 (header), 2.3 (FAT), 2.6 (directory).
enum OLEProbe {
  static let magic: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]

  /// One row a format: a stream that only it has. Source: MS-OFFCRYPTO 2.3.2, MS-OXMSG 2.1, MS-DOC 2.1,
  /// MS-XLS 2.1, MS-PPT 2.1.
  private static let streams: [(name: String, mediaType: String)] = [
    ("EncryptedPackage", MediaType.encryptedOffice),
    ("__properties_version1.0", "application/vnd.ms-outlook"),
    ("WordDocument", "application/msword"),
    ("Workbook", "application/vnd.ms-excel"),
    ("Book", "application/vnd.ms-excel"),
    ("PowerPoint Document", "application/vnd.ms-powerpoint"),
    ("VisioDocument", "application/vnd.visio"),
    ("Quill", "application/x-mspublisher"),
  ]

  static func mediaType(of bytes: UnsafeRawBufferPointer) -> String {
    let names = Set(names(in: bytes))
    return streams.first { names.contains($0.name) }?.mediaType ?? "application/x-ole-storage"
  }

  /// Names in the directory; it has as many sectors as fit into the limit, in the order of their chain.
  static func names(in bytes: UnsafeRawBufferPointer) -> [String] {
    guard let shift = bytes.uint16(at: 30), (7...16).contains(shift), var sector = bytes.uint32(at: 48) else {
      return []
    }
    let size = 1 << shift
    var names: [String] = []
    for _ in 0..<256 {
      guard sector < 0xFFFF_FFF0 else { break }
      let start = (sector + 1) << shift
      guard start < bytes.count else { break }
      for entry in stride(from: start, to: min(start + size, bytes.count - 127), by: 128) {
        guard let length = bytes.uint16(at: entry + 64), (4...64).contains(length) else { continue }
        var name: [UInt16] = []
        for index in 0..<(length / 2 - 1) { name.append(UInt16(bytes.uint16(at: entry + index * 2) ?? 0)) }
        names.append(String(decoding: name, as: UTF16.self))
      }
      guard let next = nextSector(bytes, after: sector, shift: shift) else { break }
      sector = next
    }
    return names
  }

  /// The allocation table has one number a sector; the header tells where its first 109 sectors are, which is
  /// enough for 7 MB and more.
  private static func nextSector(_ bytes: UnsafeRawBufferPointer, after sector: Int, shift: Int) -> Int? {
    let perSector = (1 << shift) / 4
    let table = sector / perSector
    guard table < 109, let place = bytes.uint32(at: 76 + table * 4), place < 0xFFFF_FFF0 else { return nil }
    return bytes.uint32(at: (place + 1) << shift + (sector % perSector) * 4)
  }
}

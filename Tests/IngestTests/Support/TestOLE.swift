import DaybookCore

/// Writes small OLE files for tests. Source: MS-CFB 2.2 (header), 2.3 (FAT), 2.6 (directory).
///
/// All streams stand in whole sectors: the header says that none is short enough for the mini stream.
struct TestOLE {
  indirect enum Node {
    case storage(String, [Node])
    case stream(String, [UInt8])
  }

  private var entries: [(name: String, kind: UInt8, child: UInt32, next: UInt32, start: UInt32, size: Int)] =
    []
  private var data: [UInt8] = []
  private static let none: UInt32 = 0xFFFF_FFFF
  private static let end: UInt32 = 0xFFFF_FFFE
  private var chains: [Range<Int>] = []

  static func file(_ nodes: [Node]) -> [UInt8] {
    var ole = TestOLE()
    ole.entries.append(("Root Entry", 5, none, none, end, 0))
    let first = ole.add(nodes)
    ole.entries[0].child = first
    return ole.bytes()
  }

  /// Children as a chain to the right: a tree that leans, which readers must take.
  private mutating func add(_ nodes: [Node]) -> UInt32 {
    var first = TestOLE.none
    var last: Int?
    for node in nodes {
      let index = entries.count
      switch node {
      case .storage(let name, let children):
        entries.append((name, 1, TestOLE.none, TestOLE.none, TestOLE.end, 0))
        let child = add(children)
        entries[index].child = child
      case .stream(let name, let bytes):
        let start = data.count / 512
        data += bytes
        while data.count % 512 != 0 { data.append(0) }
        entries.append(
          (name, 2, TestOLE.none, TestOLE.none, bytes.isEmpty ? TestOLE.end : UInt32(start), bytes.count))
        if !bytes.isEmpty { chains.append(start..<(data.count / 512)) }
      }
      if let last { entries[last].next = UInt32(index) } else { first = UInt32(index) }
      last = index
    }
    return first
  }

  private func bytes() -> [UInt8] {
    var directory: [UInt8] = []
    for entry in entries {
      var row: [UInt8] = []
      for unit in entry.name.utf16 { row += TestOLE.two(Int(unit)) }
      let length = row.count + 2
      row += [UInt8](repeating: 0, count: 64 - row.count)
      row += TestOLE.two(length)
      row += [entry.kind, 1]
      for number in [TestOLE.none, entry.next, entry.child] { row += TestOLE.four(number) }
      row += [UInt8](repeating: 0, count: 36)
      for number in [entry.start, UInt32(entry.size), 0] { row += TestOLE.four(number) }
      directory += row
    }
    while directory.count % 512 != 0 { directory.append(0) }
    let dataSectors = data.count / 512
    let directorySectors = directory.count / 512
    var fatSectors = 1
    while fatSectors * 128 < dataSectors + directorySectors + fatSectors { fatSectors += 1 }
    var fat = [UInt32](repeating: TestOLE.none, count: fatSectors * 128)
    for chain in chains + [dataSectors..<(dataSectors + directorySectors)] {
      for sector in chain { fat[sector] = sector + 1 == chain.upperBound ? TestOLE.end : UInt32(sector + 1) }
    }
    let firstFAT = dataSectors + directorySectors
    for sector in 0..<fatSectors { fat[firstFAT + sector] = 0xFFFF_FFFD }

    var header: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]
    header += [UInt8](repeating: 0, count: 16)
    for number in [0x3E, 3, 0xFFFE, 9, 6] { header += TestOLE.two(number) }
    header += [UInt8](repeating: 0, count: 6)
    let words: [UInt32] = [
      0, UInt32(fatSectors), UInt32(dataSectors), 0, 0, TestOLE.end, 0, TestOLE.end, 0,
    ]
    for number in words { header += TestOLE.four(number) }
    for sector in 0..<109 {
      header += TestOLE.four(sector < fatSectors ? UInt32(firstFAT + sector) : TestOLE.none)
    }
    return header + data + directory + fat.flatMap(TestOLE.four)
  }

  static func two(_ number: Int) -> [UInt8] { [UInt8(number & 0xFF), UInt8(number >> 8 & 0xFF)] }

  static func four(_ number: UInt32) -> [UInt8] {
    [UInt8(number & 0xFF), UInt8(number >> 8 & 0xFF), UInt8(number >> 16 & 0xFF), UInt8(number >> 24)]
  }
}

/// What hangs on a message: bytes, or another message.
struct TestAttachment {
  var properties: TestMSG
  var bytes: [UInt8] = []
  var message: [TestMSG] = []
}

/// A message with its recipients and attachments, as an MSG file. Source: MS-OXMSG 2.
struct TestMSG {
  var texts: [Int: String] = [:]
  /// Text of eight bits, in the message's code page.
  var narrow: [Int: [UInt8]] = [:]
  var binaries: [Int: [UInt8]] = [:]
  var numbers: [Int: Int] = [:]
  /// Seconds since 1970.
  var times: [Int: Int] = [:]
  var recipients: [TestMSG] = []
  var attachments: [TestAttachment] = []

  var file: [UInt8] { TestOLE.file(nodes(headerBytes: 32)) }

  private func nodes(headerBytes: Int) -> [TestOLE.Node] {
    func name(_ number: Int, _ type: String) -> String {
      let digits = String(number, radix: 16, uppercase: true)
      return "__substg1.0_" + String(repeating: "0", count: 4 - digits.count) + digits + type
    }
    var fixed = [UInt8](repeating: 0, count: headerBytes)
    for (number, value) in numbers.sorted(by: { $0.key < $1.key }) {
      fixed += TestOLE.two(3)
      fixed += TestOLE.two(number)
      for word in [6, UInt32(value), 0] { fixed += TestOLE.four(word) }
    }
    for (number, seconds) in times.sorted(by: { $0.key < $1.key }) {
      let ticks = UInt64(seconds + 11_644_473_600) * 10_000_000
      fixed += TestOLE.two(0x40)
      fixed += TestOLE.two(number)
      fixed += TestOLE.four(6)
      fixed += (0..<8).map { UInt8(ticks >> (8 * UInt64($0)) & 0xFF) }
    }
    var nodes: [TestOLE.Node] = [.stream("__properties_version1.0", fixed)]
    for (number, text) in texts.sorted(by: { $0.key < $1.key }) {
      nodes.append(.stream(name(number, "001F"), text.utf16.flatMap { TestOLE.two(Int($0)) }))
    }
    for (number, bytes) in narrow.sorted(by: { $0.key < $1.key }) {
      nodes.append(.stream(name(number, "001E"), bytes))
    }
    for (number, bytes) in binaries.sorted(by: { $0.key < $1.key }) {
      nodes.append(.stream(name(number, "0102"), bytes))
    }
    for (index, recipient) in recipients.enumerated() {
      nodes.append(.storage("__recip_version1.0_#0000000\(index)", recipient.nodes(headerBytes: 8)))
    }
    for (index, attachment) in attachments.enumerated() {
      var inside = attachment.properties.nodes(headerBytes: 8)
      if let message = attachment.message.first {
        inside.append(.storage("__substg1.0_3701000D", message.nodes(headerBytes: 24)))
      } else {
        inside.append(.stream("__substg1.0_37010102", attachment.bytes))
      }
      nodes.append(.storage("__attach_version1.0_#0000000\(index)", inside))
    }
    return nodes
  }

  static func person(_ name: String, _ address: String, kind: Int = 1) -> TestMSG {
    TestMSG(texts: [0x3001: name, 0x3002: "SMTP", 0x39FE: address], numbers: [0x0C15: kind])
  }
}

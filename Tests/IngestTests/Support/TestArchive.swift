/// Makes ZIP, tar and gzip files byte by byte, with what no honest program would put into them.
///
/// Source: PKWARE APPNOTE 6.3.10, RFC 1952, RFC 1951, POSIX.1-2017 (ustar).
enum TestArchive {
  struct Member {
    var name: [UInt8]
    var bytes: [UInt8]
    /// Unix mode; 0o120777 is a link.
    var mode = 0o100644
    /// Packed with deflate: a stream made elsewhere, and how long it claims to be when unpacked.
    var deflated: (bytes: [UInt8], size: Int)?
    var isEncrypted = false

    init(_ name: String, _ text: String = "") {
      self.name = Array(name.utf8)
      bytes = Array(text.utf8)
    }

    init(_ name: String, _ bytes: [UInt8]) {
      self.name = Array(name.utf8)
      self.bytes = bytes
    }
  }

  static func zip(_ members: [Member]) -> [UInt8] {
    var file: [UInt8] = []
    var directory: [UInt8] = []
    for member in members {
      let offset = file.count
      let packed = member.deflated?.bytes ?? member.bytes
      let size = member.deflated?.size ?? member.bytes.count
      let flags = (member.isEncrypted ? 1 : 0) | (member.name.allSatisfy { $0 < 0x80 } ? 0 : 0x800)
      var common: [UInt8] =
        number(20, 2) + number(flags, 2) + number(member.deflated == nil ? 0 : 8, 2) + number(0, 4)
      common +=
        number(Int(crc32(member.bytes)), 4) + number(packed.count, 4) + number(size, 4)
        + number(member.name.count, 2) + number(0, 2)
      file += [0x50, 0x4B, 3, 4] + common + member.name + packed
      directory +=
        [0x50, 0x4B, 1, 2] + number(0x314, 2) + common + number(0, 2) + number(0, 2) + number(0, 2)
      directory += number(member.mode << 16, 4) + number(offset, 4) + member.name
    }
    let start = file.count
    file +=
      directory + [0x50, 0x4B, 5, 6] + number(0, 4) + number(members.count, 2) + number(members.count, 2)
    return file + number(directory.count, 4) + number(start, 4) + number(0, 2)
  }

  static func number(_ value: Int, _ width: Int) -> [UInt8] {
    (0..<width).map { UInt8(truncatingIfNeeded: value >> ($0 * 8)) }
  }

  static func crc32(_ bytes: [UInt8]) -> UInt32 {
    var crc: UInt32 = 0xFFFF_FFFF
    for byte in bytes {
      crc ^= UInt32(byte)
      for _ in 0..<8 { crc = crc & 1 == 1 ? crc >> 1 ^ 0xEDB8_8320 : crc >> 1 }
    }
    return ~crc
  }

  /// A deflate stream that unpacks to one letter, repeated: 13 bits for each 258 of them.
  static func bomb(letter: UInt8, repeats: Int) -> (bytes: [UInt8], size: Int) {
    var bytes: [UInt8] = []
    var bit = 0
    func put(_ value: Int, _ count: Int, highFirst: Bool) {
      for index in 0..<count {
        if bit % 8 == 0 { bytes.append(0) }
        let one = value >> (highFirst ? count - 1 - index : index) & 1
        bytes[bytes.count - 1] |= UInt8(one << (bit % 8))
        bit += 1
      }
    }
    put(1, 1, highFirst: false)  // last block
    put(1, 2, highFirst: false)  // fixed codes
    put(0x30 + Int(letter), 8, highFirst: true)
    for _ in 0..<repeats {
      put(0b1100_0101, 8, highFirst: true)  // length 258
      put(0, 5, highFirst: true)  // one back
    }
    put(0, 7, highFirst: true)
    return (bytes, 1 + repeats * 258)
  }

  /// Stored, not packed.
  static func gzip(_ bytes: [UInt8]) -> [UInt8] {
    precondition(bytes.count < 65_536)
    let stored = [1] + number(bytes.count, 2) + number(~bytes.count, 2) + bytes
    return [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 3] + stored + number(Int(crc32(bytes)), 4)
      + number(bytes.count, 4)
  }

  static func tar(_ members: [(name: String, type: UInt8, text: String)]) -> [UInt8] {
    var file: [UInt8] = []
    for member in members {
      var header = [UInt8](repeating: 0, count: 512)
      func put(_ text: String, at offset: Int) {
        header.replaceSubrange(offset..<(offset + text.utf8.count), with: Array(text.utf8))
      }
      func octal(_ value: Int, _ width: Int) -> String {
        let digits = String(value, radix: 8)
        return String(repeating: "0", count: width - digits.count) + digits
      }
      let size = member.type == 0x30 ? member.text.utf8.count : 0
      put(member.name, at: 0)
      put(octal(0o644, 7), at: 100)
      put(octal(0, 7), at: 108)
      put(octal(0, 7), at: 116)
      put(octal(size, 11), at: 124)
      put(octal(0, 11), at: 136)
      put("        ", at: 148)
      header[156] = member.type
      if member.type != 0x30 { put(member.text, at: 157) }
      put("ustar", at: 257)
      put("00", at: 263)
      put(octal(header.reduce(0) { $0 + Int($1) }, 6), at: 148)
      header[154] = 0
      file += header
      if size > 0 { file += Array(member.text.utf8) + [UInt8](repeating: 0, count: (512 - size % 512) % 512) }
    }
    return file + [UInt8](repeating: 0, count: 1024)
  }
}

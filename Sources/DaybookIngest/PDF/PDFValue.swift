/// A value of the file format itself. Source: ISO 32000-1, 7.3.
enum PDFValue {
  case null
  case number(Double)
  case name(String)
  /// Strings are never looked into here.
  case string
  case array([PDFValue])
  case dictionary([String: PDFValue])
  case reference(Int)

  var number: Double? { if case .number(let value) = self { value } else { nil } }
  var name: String? { if case .name(let value) = self { value } else { nil } }
  var array: [PDFValue]? { if case .array(let value) = self { value } else { nil } }
  var dictionary: [String: PDFValue]? { if case .dictionary(let value) = self { value } else { nil } }
}

/// Reads values from bytes; gives nil where they are malformed, never reads outside.
struct PDFValueReader {
  private let bytes: UnsafeRawBufferPointer
  private(set) var offset: Int
  private static let maxDepth = 24
  private static let maxItems = 200_000

  init(_ bytes: UnsafeRawBufferPointer, at offset: Int) {
    self.bytes = bytes
    self.offset = max(0, offset)
  }

  mutating func value(depth: Int = 0) -> PDFValue? {
    skipSpace()
    guard offset < bytes.count, depth < PDFValueReader.maxDepth else { return nil }
    switch bytes[offset] {
    case UInt8(ascii: "/"): return .name(name())
    case UInt8(ascii: "("): return skipString() ? .string : nil
    case UInt8(ascii: "["): return array(depth: depth)
    case UInt8(ascii: "<"):
      if offset + 1 < bytes.count, bytes[offset + 1] == UInt8(ascii: "<") { return dictionary(depth: depth) }
      while offset < bytes.count, bytes[offset] != UInt8(ascii: ">") { offset += 1 }
      offset += 1
      return .string
    case 0x30...0x39, UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "."): return numberOrReference()
    default: return keyword()
    }
  }

  mutating func skipSpace() {
    while offset < bytes.count {
      if bytes[offset] == UInt8(ascii: "%") {
        while offset < bytes.count, bytes[offset] != 0x0A, bytes[offset] != 0x0D { offset += 1 }
      } else if !PDFValueReader.isSpace(bytes[offset]) {
        return
      } else {
        offset += 1
      }
    }
  }

  static func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 || byte == 0x0C || byte == 0
  }

  static func isDelimiter(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "["),
      UInt8(ascii: "]"),
      UInt8(ascii: "{"), UInt8(ascii: "}"), UInt8(ascii: "/"), UInt8(ascii: "%"):
      true
    default: isSpace(byte)
    }
  }

  private mutating func name() -> String {
    offset += 1
    let start = offset
    while offset < bytes.count, !PDFValueReader.isDelimiter(bytes[offset]) { offset += 1 }
    return String(decoding: UnsafeRawBufferPointer(rebasing: bytes[start..<offset]), as: UTF8.self)
  }

  private mutating func skipString() -> Bool {
    var depth = 0
    while offset < bytes.count {
      switch bytes[offset] {
      case UInt8(ascii: "\\"): offset += 1
      case UInt8(ascii: "("): depth += 1
      case UInt8(ascii: ")"):
        depth -= 1
        if depth == 0 {
          offset += 1
          return true
        }
      default: break
      }
      offset += 1
    }
    return false
  }

  private mutating func array(depth: Int) -> PDFValue? {
    offset += 1
    var items: [PDFValue] = []
    while items.count < PDFValueReader.maxItems {
      skipSpace()
      guard offset < bytes.count else { return nil }
      if bytes[offset] == UInt8(ascii: "]") {
        offset += 1
        return .array(items)
      }
      guard let item = value(depth: depth + 1) else { return nil }
      items.append(item)
    }
    return nil
  }

  private mutating func dictionary(depth: Int) -> PDFValue? {
    offset += 2
    var entries: [String: PDFValue] = [:]
    while entries.count < PDFValueReader.maxItems {
      skipSpace()
      guard offset < bytes.count else { return nil }
      if bytes[offset] == UInt8(ascii: ">") {
        offset += 2
        return .dictionary(entries)
      }
      guard bytes[offset] == UInt8(ascii: "/") else { return nil }
      let key = name()
      guard let entry = value(depth: depth + 1) else { return nil }
      entries[key] = entry
    }
    return nil
  }

  private mutating func numberOrReference() -> PDFValue? {
    guard let first = number() else { return nil }
    let end = offset
    guard first >= 0, first < 1e9, first == first.rounded() else { return .number(first) }
    skipSpace()
    let start = offset
    while offset < bytes.count, offset - start < 6, (0x30...0x39).contains(bytes[offset]) { offset += 1 }
    if offset > start {
      skipSpace()
      if offset < bytes.count, bytes[offset] == UInt8(ascii: "R") {
        offset += 1
        return .reference(Int(first))
      }
    }
    offset = end
    return .number(first)
  }

  private mutating func number() -> Double? {
    let start = offset
    let value = PDFNumber.read(bytes, &offset)
    return offset > start ? value : nil
  }

  private mutating func keyword() -> PDFValue? {
    let start = offset
    while offset < bytes.count, !PDFValueReader.isDelimiter(bytes[offset]) { offset += 1 }
    return offset > start ? .null : nil
  }
}

/// Numbers of the file format: sign, digits, point; no exponents.
enum PDFNumber {
  /// Reads a number and moves behind it; what is none gives 0 and moves behind its signs.
  static func read(_ bytes: UnsafeRawBufferPointer, _ offset: inout Int) -> Double {
    var isNegative = false
    while offset < bytes.count, bytes[offset] == UInt8(ascii: "-") || bytes[offset] == UInt8(ascii: "+") {
      if bytes[offset] == UInt8(ascii: "-") { isNegative = true }
      offset += 1
    }
    var (value, scale): (Double, Double) = (0, 1)
    while offset < bytes.count, (0x30...0x39).contains(bytes[offset]) {
      value = value * 10 + Double(bytes[offset] - 0x30)
      offset += 1
    }
    if offset < bytes.count, bytes[offset] == UInt8(ascii: ".") {
      offset += 1
      while offset < bytes.count, (0x30...0x39).contains(bytes[offset]) {
        value = value * 10 + Double(bytes[offset] - 0x30)
        scale *= 10
        offset += 1
      }
    }
    value /= scale
    guard value.isFinite else { return 0 }
    return isNegative ? -value : value
  }
}

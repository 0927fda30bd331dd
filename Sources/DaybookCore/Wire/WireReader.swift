/// Why bytes could not be read as values.
package enum WireError: Error, Equatable, CustomStringConvertible {
  case truncated(offset: Int)
  case malformed(offset: Int)
  case unknownName(String, offset: Int)

  package var description: String {
    switch self {
    case .truncated(let offset): "wire data ends early at byte \(offset)"
    case .malformed(let offset): "wire data is malformed at byte \(offset)"
    case .unknownName(let name, let offset): "wire data names an unknown \"\(name)\" at byte \(offset)"
    }
  }
}

/// Reads what `WireWriter` wrote. Never reads outside its bytes, whatever they hold.
package struct WireReader {
  private let bytes: [UInt8]
  package private(set) var offset = 0

  package init(_ bytes: [UInt8]) { self.bytes = bytes }

  package var isAtEnd: Bool { offset == bytes.count }

  package mutating func number() throws(WireError) -> Int {
    let value = try unsigned()
    return Int(Int64(bitPattern: value >> 1) ^ -Int64(bitPattern: value & 1))
  }

  package mutating func unsigned() throws(WireError) -> UInt64 {
    var value: UInt64 = 0
    var shift: UInt64 = 0
    while true {
      guard offset < bytes.count else { throw .truncated(offset: offset) }
      guard shift < 64 else { throw .malformed(offset: offset) }
      let byte = bytes[offset]
      offset += 1
      value |= UInt64(byte & 0x7F) << shift
      if byte < 0x80 { return value }
      shift += 7
    }
  }

  /// Room that is made for a list before its elements are read: one in memory can be a hundred times its
  /// bytes here.
  @usableFromInline static let reservation = 256

  /// A count of things that take at least one byte each, so that a false one cannot ask for memory.
  @usableFromInline
  mutating func count() throws(WireError) -> Int {
    let start = offset
    let value = try unsigned()
    guard value <= UInt64(bytes.count - offset) else { throw .truncated(offset: start) }
    return Int(value)
  }

  package mutating func flag() throws(WireError) -> Bool {
    guard offset < bytes.count else { throw .truncated(offset: offset) }
    defer { offset += 1 }
    switch bytes[offset] {
    case 0: return false
    case 1: return true
    default: throw .malformed(offset: offset)
    }
  }

  package mutating func text() throws(WireError) -> String {
    let length = try count()
    defer { offset += length }
    return bytes.withUnsafeBufferPointer {
      String(decoding: UnsafeBufferPointer(rebasing: $0[offset..<(offset + length)]), as: UTF8.self)
    }
  }

  package mutating func raw() throws(WireError) -> [UInt8] {
    let length = try count()
    defer { offset += length }
    return Array(bytes[offset..<(offset + length)])
  }

  /// No text is longer; sums of offsets that keep to it cannot overflow.
  private static let furthestOffset = 1 << 48

  package mutating func range() throws(WireError) -> Range<Int> {
    let start = offset
    let (lower, length) = (try number(), try number())
    guard (0...WireReader.furthestOffset).contains(lower),
      (0...WireReader.furthestOffset - lower).contains(length)
    else { throw .malformed(offset: start) }
    return lower..<(lower + length)
  }

  @inlinable
  package mutating func value<T: WireValue>(_: T.Type = T.self) throws(WireError) -> T { try T(from: &self) }

  @inlinable
  package mutating func optional<T>(_ read: (inout WireReader) throws(WireError) -> T) throws(WireError) -> T?
  {
    try flag() ? try read(&self) : nil
  }

  @inlinable
  package mutating func optional<T: WireValue>(_: T.Type = T.self) throws(WireError) -> T? {
    try flag() ? try T(from: &self) : nil
  }

  package mutating func optionalText() throws(WireError) -> String? { try flag() ? try text() : nil }
  package mutating func optionalNumber() throws(WireError) -> Int? { try flag() ? try number() : nil }

  @inlinable
  package mutating func list<T>(_ read: (inout WireReader) throws(WireError) -> T) throws(WireError) -> [T] {
    let length = try count()
    var values: [T] = []
    values.reserveCapacity(min(length, WireReader.reservation))
    for _ in 0..<length { values.append(try read(&self)) }
    return values
  }

  @inlinable
  package mutating func list<T: WireValue>(_: T.Type = T.self) throws(WireError) -> [T] {
    let length = try count()
    var values: [T] = []
    values.reserveCapacity(min(length, WireReader.reservation))
    for _ in 0..<length { values.append(try T(from: &self)) }
    return values
  }

  package mutating func texts() throws(WireError) -> [String] {
    let length = try count()
    var values: [String] = []
    values.reserveCapacity(min(length, WireReader.reservation))
    for _ in 0..<length { values.append(try text()) }
    return values
  }

  package mutating func name<T: RawRepresentable>(_: T.Type = T.self) throws(WireError) -> T
  where T.RawValue == String {
    let start = offset
    let raw = try text()
    guard let value = T(rawValue: raw) else { throw .unknownName(raw, offset: start) }
    return value
  }

  @inlinable
  package mutating func name<T: WireName>(_: T.Type = T.self) throws(WireError) -> T {
    let start = offset
    let number = try unsigned()
    guard number < UInt64(T.wireCases.count) else { throw .malformed(offset: start) }
    return T.wireCases[Int(number)]
  }
}

/// Values as compact bytes, between the processes of one run and in the store's payload columns.
///
/// Numbers are LEB128 (zigzag where they may be negative), text is its UTF-8 length and bytes, an array is
/// its count and its elements. There is no schema in the bytes: both ends are the same build, and the store
/// keeps the format number beside them. `make bench`, row "wire", holds
/// it beside Foundation's JSON coders.
///
/// What is generic here can be inlined into other modules, where it is made concrete: looking types up while
/// the program runs cost a twentieth of a whole run.
package struct WireWriter {
  package private(set) var bytes: [UInt8] = []

  package init() { bytes.reserveCapacity(256) }

  package mutating func number(_ value: Int) {
    unsigned(UInt64(bitPattern: Int64(value &<< 1) ^ Int64(value &>> 63)))
  }

  package mutating func unsigned(_ value: UInt64) {
    var rest = value
    while rest >= 0x80 {
      bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(rest))
  }

  package mutating func flag(_ value: Bool) { bytes.append(value ? 1 : 0) }

  package mutating func text(_ value: String) {
    var value = value
    value.withUTF8 { utf8 in
      unsigned(UInt64(utf8.count))
      bytes.append(contentsOf: utf8)
    }
  }

  package mutating func raw(_ value: [UInt8]) {
    unsigned(UInt64(value.count))
    bytes.append(contentsOf: value)
  }

  package mutating func range(_ value: Range<Int>) {
    number(value.lowerBound)
    number(value.count)
  }

  @inlinable
  package mutating func value(_ value: some WireValue) { value.write(to: &self) }

  @inlinable
  package mutating func optional<T>(_ value: T?, _ write: (inout WireWriter, T) -> Void) {
    flag(value != nil)
    if let value { write(&self, value) }
  }

  @inlinable
  package mutating func optional(_ value: (some WireValue)?) { optional(value) { $0.value($1) } }
  package mutating func optional(_ value: String?) { optional(value) { $0.text($1) } }
  package mutating func optional(_ value: Int?) { optional(value) { $0.number($1) } }

  @inlinable
  package mutating func list<T>(_ values: [T], _ write: (inout WireWriter, T) -> Void) {
    unsigned(UInt64(values.count))
    for value in values { write(&self, value) }
  }

  @inlinable
  package mutating func list(_ values: [some WireValue]) {
    unsigned(UInt64(values.count))
    for value in values { value.write(to: &self) }
  }

  package mutating func list(_ values: [String]) {
    unsigned(UInt64(values.count))
    for value in values { text(value) }
  }

  /// An enumeration by its raw value.
  package mutating func name<T: RawRepresentable>(_ value: T) where T.RawValue == String {
    text(value.rawValue)
  }

  /// An enumeration by its place among its cases: a tenth of the time of a text.
  @inlinable
  package mutating func name<T: WireName>(_ value: T) {
    unsigned(UInt64(T.wireCases.firstIndex(of: value) ?? T.wireCases.count))
  }
}

/// An enumeration that travels often. `wireCases` are all of its cases, kept: made anew they would cost more
/// than the text.
package protocol WireName: RawRepresentable, Equatable where RawValue == String {
  static var wireCases: [Self] { get }
}

/// A value that can be sent to another process of the same build.
package protocol WireValue {
  func write(to writer: inout WireWriter)
  init(from reader: inout WireReader) throws(WireError)
}

extension WireValue {
  package var wireBytes: [UInt8] {
    var writer = WireWriter()
    write(to: &writer)
    return writer.bytes
  }

  /// Reads one value and nothing behind it.
  package init(wireBytes: [UInt8]) throws(WireError) {
    var reader = WireReader(wireBytes)
    try self.init(from: &reader)
    if !reader.isAtEnd { throw .malformed(offset: reader.offset) }
  }
}

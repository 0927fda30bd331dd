/// Splits the content of a page into operators, and keeps the numbers, the name and the length of the string
/// in front of each.
struct ContentLexer {
  /// Up to three letters of an operator; all that PDF has fit.
  struct Operator: ExpressibleByStringLiteral, Equatable {
    private let code: UInt32

    init(stringLiteral text: StaticString) {
      var code: UInt32 = 0
      for index in 0..<text.utf8CodeUnitCount { code = code << 8 | UInt32(text.utf8Start[index]) }
      self.code = code
    }

    init(_ bytes: Slice<UnsafeRawBufferPointer>) {
      var code: UInt32 = 0
      if bytes.count <= 3 { for byte in bytes { code = code << 8 | UInt32(byte) } }
      self.code = code
    }

    static func ~= (pattern: Operator, value: Operator) -> Bool { pattern.code == value.code }
  }

  private let bytes: UnsafeRawBufferPointer
  private var offset = 0
  /// The last six numbers, the newest last.
  private var numbers: (Double, Double, Double, Double, Double, Double) = (0, 0, 0, 0, 0, 0)
  private(set) var count = 0
  private var nameRange = 0..<0
  /// Bytes of all strings since the operator before.
  private(set) var stringLength = 0

  init(_ bytes: UnsafeRawBufferPointer) { self.bytes = bytes }

  /// Counted from the last one: `number(0)` stands directly in front of the operator.
  func number(_ place: Int) -> Double {
    switch place {
    case 0: numbers.5
    case 1: numbers.4
    case 2: numbers.3
    case 3: numbers.2
    case 4: numbers.1
    default: numbers.0
    }
  }

  var matrix: Matrix {
    Matrix(a: numbers.0, b: numbers.1, c: numbers.2, d: numbers.3, e: numbers.4, f: numbers.5)
  }

  var name: String? {
    nameRange.isEmpty
      ? nil : String(decoding: UnsafeRawBufferPointer(rebasing: bytes[nameRange]), as: UTF8.self)
  }

  mutating func clear() {
    count = 0
    numbers = (0, 0, 0, 0, 0, 0)
    nameRange = 0..<0
    stringLength = 0
  }

  mutating func next() -> Operator? {
    while offset < bytes.count {
      let byte = bytes[offset]
      switch byte {
      case 0x30...0x39, UInt8(ascii: "."), UInt8(ascii: "-"), UInt8(ascii: "+"):
        push(PDFNumber.read(bytes, &offset))
      case UInt8(ascii: "("): skipString()
      case UInt8(ascii: "<"): skipHex()
      case UInt8(ascii: "/"):
        offset += 1
        let start = offset
        skipRegular()
        nameRange = start..<offset
      case UInt8(ascii: "%"):
        while offset < bytes.count, bytes[offset] != 0x0A, bytes[offset] != 0x0D { offset += 1 }
      case 0x21...0x7E where !PDFValueReader.isDelimiter(byte):
        let start = offset
        skipRegular()
        return Operator(bytes[start..<offset])
      default: offset += 1
      }
    }
    return nil
  }

  private mutating func push(_ value: Double) {
    numbers = (numbers.1, numbers.2, numbers.3, numbers.4, numbers.5, value)
    count += 1
  }

  private mutating func skipRegular() {
    while offset < bytes.count, !PDFValueReader.isDelimiter(bytes[offset]) { offset += 1 }
  }

  private mutating func skipString() {
    let start = offset
    var depth = 0
    while offset < bytes.count {
      let byte = bytes[offset]
      offset += 1
      if byte == UInt8(ascii: "\\") {
        offset += 1
      } else if byte == UInt8(ascii: "(") {
        depth += 1
      } else if byte == UInt8(ascii: ")") {
        depth -= 1
        if depth == 0 { break }
      }
    }
    stringLength += max(0, offset - start - 2)
  }

  private mutating func skipHex() {
    offset += 1
    guard offset < bytes.count, bytes[offset] != UInt8(ascii: "<") else {
      offset += 1
      return
    }
    let start = offset
    while offset < bytes.count, bytes[offset] != UInt8(ascii: ">") { offset += 1 }
    stringLength += (offset - start) / 2
    offset += 1
  }

  /// Moves behind the "EI" of an inline image. Nil-safe: false where there is none.
  mutating func skipInlineImage() -> Bool {
    while let word = next() {
      if word == "ID" { break }
    }
    while offset + 2 < bytes.count {
      if bytes[offset] == UInt8(ascii: "E"), bytes[offset + 1] == UInt8(ascii: "I"), offset > 0,
        PDFValueReader.isSpace(bytes[offset - 1]),
        offset + 2 == bytes.count || PDFValueReader.isSpace(bytes[offset + 2])
      {
        offset += 2
        return true
      }
      offset += 1
    }
    return false
  }
}

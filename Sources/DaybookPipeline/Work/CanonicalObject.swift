import DaybookCore

/// One JSON object whose keys come out in alphabetical order, whatever the order in which they were set.
struct CanonicalObject {
  private var fields: [(key: String, value: [UInt8])] = []

  mutating func field(_ key: String, _ value: String?) { set(key) { $0.text(value) } }
  mutating func field(_ key: String, _ value: Int?) { set(key) { $0.number(value) } }
  mutating func field(_ key: String, _ values: [String]) {
    set(key) { list in list.array { for value in values { $0.text(value) } } }
  }

  mutating func set(_ key: String, _ write: (inout JSONWriter) -> Void) {
    var writer = JSONWriter()
    write(&writer)
    fields.append((key, writer.bytes))
  }

  var bytes: [UInt8] {
    var bytes: [UInt8] = [UInt8(ascii: "{")]
    for (index, field) in fields.sorted(by: { $0.key < $1.key }).enumerated() {
      if index > 0 { bytes.append(UInt8(ascii: ",")) }
      bytes += Array("\"\(field.key)\":".utf8) + field.value
    }
    return bytes + [UInt8(ascii: "}")]
  }
}

/// What a part of an Office file refers to. Source: ECMA-376 part 2, section 6.5 (relationships).
final class Relationships: XMLHandler {
  struct Target: Hashable {
    var id: String
    /// The last part of the type's address: "header", "footnotes", "oleObject".
    var type: String
    /// Name of the part in the package; nil for what lies outside.
    var part: String?
  }

  private(set) var targets: [Target] = []
  /// Folder of the part that refers: "word".
  private let folder: String

  init(of part: String, in package: OfficePackage) {
    let parts = part.split(separator: "/")
    folder = parts.dropLast().joined(separator: "/")
    let name = (folder.isEmpty ? "" : folder + "/") + "_rels/" + (parts.last.map(String.init) ?? "") + ".rels"
    package.read(name, into: self)
  }

  func start(_ element: XMLElement) {
    guard element.local == "Relationship", targets.count < 10_000, let id = element["Id"],
      let type = element["Type"]
    else { return }
    let isOutside = element["TargetMode"]?.lowercased() == "external"
    let last = type.split(separator: "/").last.map(String.init) ?? type
    targets.append(Target(id: id, type: last, part: isOutside ? nil : element["Target"].flatMap(resolve)))
  }

  func end(_: XMLElement.Name) {}
  func text(_: UnsafeBufferPointer<UInt8>) {}

  func first(_ type: String) -> String? { targets.first { $0.type == type && $0.part != nil }?.part }
  func all(_ type: String) -> [String] { targets.filter { $0.type == type }.compactMap(\.part) }
  func part(_ id: String) -> String? { targets.first { $0.id == id }?.part }

  /// "header1.xml", "../docProps/core.xml" or "/word/header1.xml" as the name of a part; nil where it leads
  /// outside.
  private func resolve(_ target: String) -> String? {
    var parts = target.hasPrefix("/") ? [] : folder.split(separator: "/").map(String.init)
    for part in target.split(separator: "/") {
      if part == ".." {
        if parts.popLast() == nil { return nil }
      } else if part != "." {
        parts.append(String(part))
      }
    }
    return parts.isEmpty ? nil : parts.joined(separator: "/")
  }
}

import DaybookCore
private import Foundation
import Yams

/// Reads the case settings: `daybook.yaml` in the folder that is read, or the file that `--settings` names.
///
/// | key | value | means |
/// |---|---|---|
/// | `title` | text | title of the outputs; the folder's name unless given |
/// | `locale` | `en-GB` or `en-US` | order of day and month where the papers leave it open; `en-GB` unless given |
/// | `timezone` | IANA name | zone of local times in outputs that need one, and of "tomorrow" in mail that gives its time in UTC; `Europe/London` unless given |
/// | `gap-days` | 1…3650 | days without an entry from which a gap is listed; 60 unless given |
/// | `parties` | list of `name`, `aliases` | names that are one party; wins over what the papers say |
/// | `columns` | `date`, `from`, `to`, `subject`, `note`, each with a heading | columns of logs whose headings say it in other words |
/// | `nation` | `england-and-wales`, `scotland` or `northern-ireland` | whose bank holidays count for working days |
/// | `dates` | list of `pattern`, `value` or of `name`, `day` | date expressions and named days of your own, see `DateSettings` |
/// | `documents` | list of `source`, `page`, `kind`, `title`, `version` | papers of a bundle corrected by hand: one of this kind begins on this page, or none (`kind: none`); wins over what was found |
/// | `ocr` | `off`, `auto`, `force` | which pages are read from their pictures; `auto` unless given |
/// | `ocr-languages` | list of names such as `eng`, `cym` | languages of those pages, as tesseract names them; `eng` unless given |
/// | `rules-off` | list of rule names | rules that are not to be used; `daybook explain` names them |
///
/// An unknown key is an error that names the line; a wrong value says what was expected.
package enum SettingsFile {
  package static let name = "daybook.yaml"

  /// The settings beside the papers, or the standard ones.
  package static func read(folder: String, named path: String?) throws(PipelineError) -> CaseSettings {
    let file = path ?? folder + "/" + name
    guard let data = FileManager.default.contents(atPath: file) else {
      if path != nil { throw .noSuchPath(file) }
      return CaseSettings()
    }
    guard data.count <= 1 << 20 else { throw .settings(path: file, line: nil, reason: "larger than 1 MB") }
    guard let text = String(data: data, encoding: .utf8) else {
      throw .settings(path: file, line: nil, reason: "is not UTF-8; save it as UTF-8")
    }
    return try parse(text, path: file)
  }

  /// Reads settings from YAML text; `path` is named in errors.
  package static func parse(_ text: String, path: String) throws(PipelineError) -> CaseSettings {
    let root: Node?
    do {
      root = try compose(yaml: text)
    } catch let error as YamlError {
      throw .settings(
        path: path, line: line(of: error), reason: "is not YAML; check the indentation and the quotes")
    } catch {
      throw .settings(path: path, line: nil, reason: "is not YAML")
    }
    var settings = CaseSettings()
    guard let root else { return settings }
    if root.scalar != nil, root.string?.isEmpty ?? true { return settings }
    guard let mapping = root.mapping else {
      throw .settings(
        path: path, line: root.mark?.line, reason: "expected keys and values, such as \"title: …\"")
    }
    for (key, value) in mapping { try set(&settings, key, value, path) }
    return settings
  }

  private static let keys = [
    "title", "locale", "timezone", "nation", "gap-days", "parties", "columns", "dates", "documents",
    "ocr", "ocr-languages", "rules-off",
  ]

  private static let columnRoles = ["date", "from", "to", "subject", "note"]

  private static func set(_ settings: inout CaseSettings, _ key: Node, _ value: Node, _ path: String)
    throws(PipelineError)
  {
    func expected(_ what: String) -> PipelineError {
      .settings(
        path: path, line: (value.mark ?? key.mark)?.line, reason: "\(key.string ?? "?"): expected \(what)")
    }
    switch key.string {
    case "title":
      guard let text = value.scalar?.string, !text.isEmpty else { throw expected("a text") }
      settings.title = text
    case "locale":
      guard let text = value.string, ["en-GB", "en-US"].contains(text) else {
        throw expected("en-GB or en-US")
      }
      settings.locale = text
    case "timezone":
      guard let text = value.string, TimeZone.knownTimeZoneIdentifiers.contains(text) else {
        throw expected("a zone such as Europe/London")
      }
      settings.timeZone = text
    case "nation":
      guard let nation = value.string.flatMap(Nation.init(rawValue:)) else {
        throw expected("england-and-wales, scotland or northern-ireland")
      }
      settings.nation = nation
    case "dates":
      guard let list = value.sequence else {
        throw expected("a list, each with pattern and value, or with name and day")
      }
      settings.expressions = try DateSettings.read(list, path: path)
    case "documents":
      guard let list = value.sequence else { throw expected("a list, each with source, page and kind") }
      settings.documents = try DocumentSettings.read(list, path: path)
    case "gap-days":
      guard let days = value.int, (1...3650).contains(days) else {
        throw expected("a number of days, 1 to 3650")
      }
      settings.gapDays = days
    case "ocr":
      guard let mode = value.scalar.flatMap({ OCRSettings.Mode(rawValue: $0.string) }) else {
        throw expected("off, auto or force")
      }
      settings.ocr.mode = mode
    case "ocr-languages":
      guard let list = value.sequence, !list.isEmpty else {
        throw expected("a list of languages such as eng")
      }
      settings.ocr.languages = try texts(list, path, "a language such as eng")
      guard settings.ocr.languages.allSatisfy(OCRSettings.isLanguage) else {
        throw expected("names such as eng, cym, deu")
      }
    case "rules-off":
      guard let list = value.sequence else { throw expected("a list of rule names") }
      settings.rulesOff = try texts(list, path, "a rule name")
    case "parties":
      guard let list = value.sequence else { throw expected("a list of parties, each with name and aliases") }
      for item in list { settings.parties.append(try party(item, path)) }
    case "columns":
      guard let roles = value.mapping else {
        throw expected("date, from, to, subject or note, each with a heading")
      }
      for (role, heading) in roles {
        guard let role = role.string, columnRoles.contains(role), let words = heading.scalar?.string,
          !words.isEmpty
        else { throw expected("date, from, to, subject or note, each with a heading") }
        settings.columns[words.lowercased()] = role
      }
    default:
      throw .settings(
        path: path, line: key.mark?.line,
        reason: "unknown key \"\(key.string ?? "?")\"; known are \(keys.joined(separator: ", "))")
    }
  }

  private static func party(_ node: Node, _ path: String) throws(PipelineError) -> CaseSettings.PartySetting {
    guard let mapping = node.mapping, let name = mapping["name"]?.scalar?.string, !name.isEmpty else {
      throw .settings(
        path: path, line: node.mark?.line, reason: "parties: expected \"name: …\" and \"aliases: […]\"")
    }
    for (key, _) in mapping where !["name", "aliases"].contains(key.string) {
      throw .settings(
        path: path, line: key.mark?.line,
        reason: "parties: unknown key \"\(key.string ?? "?")\"; known are name, aliases")
    }
    guard let aliases = mapping["aliases"] else { return .init(name: name, aliases: []) }
    guard let list = aliases.sequence else {
      throw .settings(path: path, line: aliases.mark?.line, reason: "aliases: expected a list of names")
    }
    return .init(name: name, aliases: try texts(list, path, "a name"))
  }

  private static func texts(_ list: Node.Sequence, _ path: String, _ what: String) throws(PipelineError)
    -> [String]
  {
    var texts: [String] = []
    for node in list {
      guard let text = node.scalar?.string, !text.isEmpty else {
        throw .settings(path: path, line: node.mark?.line, reason: "expected \(what)")
      }
      texts.append(text)
    }
    return texts
  }

  private static func line(of error: YamlError) -> Int? {
    switch error {
    case .scanner(_, _, let mark, _), .parser(_, _, let mark, _), .composer(_, _, let mark, _): mark.line
    default: nil
    }
  }
}

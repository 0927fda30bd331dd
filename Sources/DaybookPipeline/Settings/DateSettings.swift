import DaybookCore
import DaybookExtract
import Yams

/// Reads the date expressions and named days of the case settings.
///
/// ```yaml
/// dates:
///   - pattern: 'cohort of (\d{4})'     # PCRE2
///     value: ${1}-09/${1+1}-08         # EDTF, a duration such as P${1}D, or easter+39
///   - name: Founders' Day
///     day: 10-24                       # every year; 2022-02-14 once; easter+39 by Easter
/// ```
///
/// They go before the rules of the program where they overlap. A mistake names its line.
enum DateSettings {
  private static let most = 64

  static func read(_ list: Node.Sequence, path: String) throws(PipelineError) -> [UserExpression] {
    var expressions: [UserExpression] = []
    for node in list {
      func refused(_ reason: String, at place: Node? = nil) -> PipelineError {
        .settings(path: path, line: (place ?? node).mark?.line, reason: "dates: " + reason)
      }
      guard let mapping = node.mapping else { throw refused("expected pattern and value, or name and day") }
      for (key, _) in mapping where !["pattern", "value", "name", "day"].contains(key.string) {
        throw refused("unknown key \"\(key.string ?? "?")\"; known are pattern, value, name, day", at: key)
      }
      func text(_ key: String) -> String? { mapping[key]?.scalar?.string }
      let (pattern, value, name, day) = (text("pattern"), text("value"), text("name"), text("day"))
      let isPattern = pattern != nil && value != nil && name == nil && day == nil
      let isDay = pattern == nil && value == nil && !(name ?? "").isEmpty && day != nil
      guard isPattern || isDay else { throw refused("expected pattern and value, or name and day") }
      do throws(UserExpressionError) {
        expressions.append(
          isDay
            ? try UserExpression(name: name ?? "", day: day ?? "")
            : try UserExpression(pattern: pattern ?? "", value: value ?? ""))
      } catch {
        let place =
          switch error {
          case .pattern: mapping["pattern"]
          case .group, .value: mapping["value"]
          case .day: mapping["day"]
          }
        throw refused(error.description, at: place)
      }
    }
    if expressions.count > most {
      throw .settings(path: path, line: list.mark?.line, reason: "dates: at most \(most) expressions")
    }
    return expressions
  }
}

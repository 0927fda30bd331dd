import DaybookCore
import DaybookExtract
import DaybookIngest
private import Foundation

/// Names the code and the settings that made a result, so that a result made by other code is not taken for
/// ours.
enum Fingerprint {
  /// Raise when the pipeline itself puts the parts together in another way.
  static let pipelineVersion = 1

  /// This build of the program: size and time of its file. A store never trusts the results of another build,
  /// even of one that forgot to raise a version.
  static let build: String = {
    var status = stat()
    guard stat("/proc/self/exe", &status) == 0 else { return "" }
    return "\(status.st_size).\(status.st_mtim.tv_sec).\(status.st_mtim.tv_nsec)"
  }()

  /// Names and versions of all stages: the same on every machine.
  static func of(_ settings: ExtractionSettings) -> String {
    var parts = [
      "pipeline \(pipelineVersion)", "extractor \(Extractor.version)", "segmenters \(Segmenters.version)",
    ]
    parts += [Converters.fingerprint, settings.locale] + settings.rulesOff.sorted()
    for pairs in [settings.aliases, settings.columns] {
      parts += pairs.sorted { $0.key < $1.key }.flatMap { [$0.key, $0.value] } + [""]
    }
    parts +=
      settings.expressions.flatMap { [$0.pattern, $0.value] } + [
        "", settings.nation.rawValue, settings.clock.name,
      ]
    return Identifier<Document>(of: parts).text
  }
}

import DaybookCore
import DaybookStore

/// Which pages of a case are read from their pictures: said on the command line, else what was said there last,
/// else what its settings say. What was used is kept in the store, since every later reading must do the same.
enum OCRChoice {
  private static let chosen = "ocr-chosen"
  private static let used = "ocr-used"

  static func settle(_ wanted: OCRSettings?, settings: CaseSettings, store: CaseStore) throws(PipelineError)
    -> OCRSettings
  {
    try PipelineError.wrap {
      if let wanted { try store.set(chosen, to: text(of: wanted)) }
      let choice = try wanted ?? stored(in: store, chosen) ?? settings.ocr
      let text = text(of: choice)
      if try store.setting(used) != text { try store.set(used, to: text) }
      return choice
    }
  }

  /// What the store that knows these papers used; nil where none does.
  static func used(for root: String) -> OCRSettings? {
    guard let real = CaseLocation.realPath(root), let stores = try? CaseLocation.stores() else { return nil }
    for path in stores {
      guard let store = try? CaseStore(path: path), (try? store.setting("root")) == real else { continue }
      if let found = try? stored(in: store, used) { return found }
    }
    return nil
  }

  static func used(in store: CaseStore) -> OCRSettings? { try? stored(in: store, used) }

  private static func text(of settings: OCRSettings) -> String {
    ([settings.mode.rawValue] + settings.languages).joined(separator: " ")
  }

  private static func stored(in store: CaseStore, _ key: String) throws -> OCRSettings? {
    guard let words = try store.setting(key)?.split(separator: " ").map(String.init), let first = words.first,
      let mode = OCRSettings.Mode(rawValue: first)
    else { return nil }
    return OCRSettings(mode: mode, languages: Array(words.dropFirst()))
  }
}

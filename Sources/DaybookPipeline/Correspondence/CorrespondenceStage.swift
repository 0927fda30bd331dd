package import DaybookCore
import DaybookExtract
import DaybookGraph
import DaybookIngest
package import DaybookStore

/// Puts the papers and messages of a case together from what was read.
package struct CorrespondenceStage {
  private let store: CaseStore
  private let settings: CaseSettings

  package init(store: CaseStore, settings: CaseSettings) {
    self.store = store
    self.settings = settings
  }

  package func run() throws(PipelineError) -> Correspondence {
    try PipelineError.wrap {
      let walk = try BundleWalk(store: store)
      return try run(walk)
    }
  }

  /// `isWhole`: whether bodies with their parts, and the places of all fields of headers, are wanted.
  func run(_ walk: BundleWalk, isWhole: Bool = true) throws -> Correspondence {
    var extraction = ExtractionSettings()
    extraction.locale = settings.locale
    let reader = DateReader(settings: extraction)
    var builder = CorrespondenceBuilder { words, near in reader.headerDate(words, near: near)?.when }
    let dates = HeaderDates { words, near in reader.headerDate(words, near: near)?.when }
    for document in walk.documents {
      var reading = CopyReader(
        document.record, path: document.path, dates: dates, settings: settings, isWhole: isWhole)
      try store.forEachChunk(of: document.record.row) { start, chunk in
        reading.take(chunk, at: start, into: &builder)
      }
      reading.finish(into: &builder)
    }
    var result = builder.build(keepsBodies: isWhole)
    var families = ProductionFamilies(result) { walk.document($0)?.path }
    for document in walk.documents where document.record.kind == .log {
      try store.forEachChunk(of: document.record.row) { start, chunk in
        families.take(chunk, at: start, of: document.record.id, path: document.path)
      }
    }
    result.links += families.relations
    result.findings = result.findings.map { finding in
      var finding = finding
      if let place = walk.document(Document.ID(text: finding.path)) { finding.path = place.path }
      return finding
    }
    return result
  }
}

package import DaybookCore
import DaybookEmit
import DaybookStore
package import DaybookWorkers
private import Foundation

/// One thing that an output claims and the papers do not bear out.
package struct Mismatch: Hashable, Sendable {
  /// Where the claim stands: the output's file and the entry.
  package var claim: String
  package var source: String
  package var reason: String
}

/// How a verification went.
package struct VerificationResult: Sendable {
  package var checked = 0
  package var mismatches: [Mismatch] = []
  /// Sources whose bytes were read and hashed again.
  package var sources = 0
}

/// Goes back to the original files: the hash of each, its text read anew, the words at the anchor, the page.
///
/// Nothing of the case store is used: the folder is read into a store of its own, which is thrown away
/// afterwards, so that a fault of the store cannot hide.
package final class Verifier {
  private let store: CaseStore
  private let documents: [String: PlacedDocument]
  private let pathByHash: [String: Set<String>]
  private let unreadable: [String: String]
  private var cached: (row: Int64, pages: [PageRecord])?
  private var result = VerificationResult()

  /// Reads `root` anew into `scratch`, a path at which there is no file yet.
  package init(
    root: String, scratch: String, ocr: OCRSettings, workers: WorkerConfiguration,
    progress: any ProgressReporter,
    isCancelled: @escaping () -> Bool
  ) throws(PipelineError) {
    (store, documents, pathByHash, unreadable) = try PipelineError.wrap {
      let store = try CaseStore(path: scratch)
      let run = IngestRun(
        root: root, store: store, settings: nil, ocr: ocr, workers: workers, progress: progress,
        isCancelled: isCancelled)
      _ = try run.run()
      let walk = try BundleWalk(store: store)
      var documents: [String: PlacedDocument] = [:]
      var paths: [String: Set<String>] = [:]
      for document in walk.documents {
        for path in [document.path] + document.alsoAt { documents[path] = document }
      }
      for source in walk.sources { paths[source.id.text, default: []].insert(source.path) }
      let rows = walk.rows.filter { !$0.reason.isEmpty }.map { ($0.path, $0.reason) }
      return (store, documents, paths, Dictionary(rows) { first, _ in first })
    }
    result.sources = pathByHash.values.reduce(0) { $0 + $1.count }
  }

  func check(_ claim: EvidenceClaim, in output: String) throws(PipelineError) {
    result.checked += 1
    let path = String(decoding: claim.source, as: UTF8.self)
    func fail(_ reason: String) {
      result.mismatches.append(
        Mismatch(claim: "\(output) entry \(claim.order)", source: path, reason: reason))
    }
    guard let document = documents[path] else {
      if let moved = pathByHash[claim.sha256]?.min() {
        return fail("no such source; its bytes now stand at \(moved)")
      }
      return fail(unreadable[path].map { "can no longer be read: \($0)" } ?? "no such source in the folder")
    }
    guard document.record.sha256 == claim.sha256 else {
      return fail(
        "the file has changed: its hash is \(document.record.sha256.prefix(12))…, not \(claim.sha256.prefix(12))…"
      )
    }
    let pages = try pages(of: document.record.row)
    guard claim.bytes.lowerBound >= 0, claim.bytes.upperBound <= document.record.textByteCount else {
      return fail("bytes \(claim.bytes.lowerBound)–\(claim.bytes.upperBound) are outside its text")
    }
    let (text, page) = Verifier.text(in: pages, at: claim.bytes)
    if text != claim.quote {
      return fail(
        "the words at bytes \(claim.bytes.lowerBound)–\(claim.bytes.upperBound) are not those of the quote")
    }
    if page != claim.page {
      fail(
        "stands on \(page.map { "page \($0)" } ?? "no page"), not on \(claim.page.map { "page \($0)" } ?? "none")"
      )
    }
  }

  package func finish() -> VerificationResult { result }

  private func pages(of row: Int64) throws(PipelineError) -> [PageRecord] {
    if let cached, cached.row == row { return cached.pages }
    let pages = try PipelineError.wrap { try store.pages(of: row) }
    cached = (row, pages)
    return pages
  }

  /// The bytes of a range that may run over pages, and the page on which it begins.
  static func text(in pages: [PageRecord], at range: Range<Int>) -> (text: [UInt8], page: Int?) {
    var low = 0
    var high = pages.count
    while low < high {
      let middle = (low + high) / 2
      if pages[middle].start + pages[middle].text.utf8.count <= range.lowerBound {
        low = middle + 1
      } else {
        high = middle
      }
    }
    var text: [UInt8] = []
    let first = low < pages.count ? pages[low].number : nil
    while low < pages.count, pages[low].start < range.upperBound {
      let utf8 = Array(pages[low].text.utf8)
      let start = max(0, range.lowerBound - pages[low].start)
      let end = min(utf8.count, range.upperBound - pages[low].start)
      if start < end { text += utf8[start..<end] }
      low += 1
    }
    return (text, first)
  }
}

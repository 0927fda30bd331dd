/// What an ingest did, apart from what is in the store.
package struct IngestSummary: Sendable {
  /// Files in the folder.
  package var files = 0
  /// Contents that were read in this run; the others were in the store already.
  package var converted = 0
  package var isSandboxDegraded = false
}

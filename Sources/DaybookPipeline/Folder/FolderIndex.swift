import DaybookCore
import DaybookStore

/// Brings the store's list of files up to date with the folder: new and changed files are hashed, others are
/// known by their stamp.
struct FolderIndex {
  let root: String
  let store: CaseStore
  let progress: any ProgressReporter
  let isCancelled: () -> Bool

  /// Files that can be read, with their hash, in order of path.
  func update() throws -> [(file: FoundFile, sha256: String)] {
    let scan = try FolderScan(root: root)
    let known = try store.files()
    let oldUnread = try store.unread()
    var unread = scan.unread
    var found: [(file: FoundFile, sha256: String)] = []
    var records: [FileRecord] = []
    var fresh: [FileRecord] = []
    for (index, file) in scan.files.enumerated() {
      if isCancelled() { throw PipelineError.interrupted }
      if let old = known[file.path], old.stamp == file.stamp {
        found.append((file, old.sha256))
        records.append(old)
        continue
      }
      progress.progress("hashing", done: index, total: scan.files.count)
      guard let hash = FileHash.of(rawPath: file.rawPath, isCancelled: isCancelled) else {
        if isCancelled() { throw PipelineError.interrupted }
        unread.append(UnreadRecord(path: file.path, outcome: .failed, reason: "could not be read to its end"))
        continue
      }
      let record = FileRecord(
        path: file.path, stamp: file.stamp, sha256: hash.hex(), byteCount: file.byteCount)
      found.append((file, record.sha256))
      records.append(record)
      fresh.append(record)
      if fresh.count >= 500 {
        try store.remember(fresh)
        fresh = []
      }
    }
    unread.sort { $0.path < $1.path }
    // Nothing is written when nothing has changed: the second run on the same folder should cost nothing.
    if records.count != known.count || !fresh.isEmpty || unread != oldUnread
      || records.contains(where: { known[$0.path] != $0 })
    {
      try store.replaceFiles(records, unread: unread)
    }
    return found
  }
}

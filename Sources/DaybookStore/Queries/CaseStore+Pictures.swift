import DaybookCore
private import Foundation
import GRDB

extension CaseStore {
  /// A page as it was read from its picture under these settings, in the caller's own form; nil where it was not.
  package func picturePage(sha256: String, page: Int, settings: String) throws(StoreError) -> [UInt8]? {
    try read { db in
      try Data.fetchOne(
        db, sql: "SELECT layout FROM picture_page WHERE sha256 = ? AND page = ? AND settings = ?",
        arguments: [sha256, page, settings]
      ).map { Array($0) }
    }
  }

  /// Keeps a page for the next run, which may begin at any moment.
  package func keepPicturePage(_ layout: [UInt8], sha256: String, page: Int, settings: String)
    throws(StoreError)
  {
    try write { db in
      try db.execute(
        sql: "INSERT OR REPLACE INTO picture_page(sha256, page, settings, layout) VALUES (?, ?, ?, ?)",
        arguments: [sha256, page, settings, Data(layout)])
    }
  }
}

/// Why two versions could not be compared at all.
package enum DiffError: Error, Hashable, CustomStringConvertible {
  /// More bytes than a byte offset of 32 bits reaches.
  case tooLarge(path: String, byteCount: Int)
  /// The diff does not prove itself; nothing of it may be shown.
  case unproven(String)

  package var description: String {
    switch self {
    case .tooLarge(let path, let byteCount):
      "\(path): \(byteCount) bytes of text are more than can be compared; cut it into parts"
    case .unproven(let reason):
      "the diff does not give the new version back (\(reason)); nothing is shown, please report it"
    }
  }
}

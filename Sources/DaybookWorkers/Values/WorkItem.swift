/// One piece of work for a child: what to do, and on which bytes.
///
/// Shape: `payload` is opaque here, the pipeline writes it and its handler in the child reads it. `deadline`
/// is wall time; nil takes the rule of `WorkerLimits.deadline(bytes:)` on the size of the input as opened.
/// `affinity` names what a child may still hold from the item before (a large PDF, opened once for many
/// ranges of pages): such items go to the same child where that costs no waiting.
package struct WorkItem: Sendable {
  package var id: Int
  package var payload: [UInt8]
  package var input: WorkInput
  package var deadline: Duration?
  package var affinity: String?

  package init(
    id: Int, payload: [UInt8], input: WorkInput = .none, deadline: Duration? = nil, affinity: String? = nil
  ) {
    self.id = id
    self.payload = payload
    self.input = input
    self.deadline = deadline
    self.affinity = affinity
  }
}

/// The document that travels with an item, as one descriptor open for reading.
///
/// Files are opened by the supervisor when a child is free, so a long queue holds no descriptors. Only a
/// regular file passes; a link as the last name does not.
package enum WorkInput: Sendable {
  /// No document.
  case none
  /// A file by its name.
  case path(String)
  /// A file by its name as the file system has it, for names that are not UTF-8.
  case rawPath([UInt8])
  /// A file that the caller has open, and closes itself once the item is reported. The child gets an offset
  /// of its own.
  case descriptor(Int32)
  /// Bytes in memory, such as a member of an archive.
  case bytes([UInt8])
}

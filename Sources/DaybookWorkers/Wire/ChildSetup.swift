import DaybookCore

/// What a child is told before it closes its sandbox. The supervisor alone decides, so the two cannot differ.
struct ChildSetup: Equatable, WireValue {
  /// Bytes; 0 for no limit.
  var addressSpace: Int
  var openFiles: Int

  init(limits: WorkerLimits) {
    addressSpace = limits.addressSpace ?? 0
    openFiles = limits.openFiles
  }

  func write(to writer: inout WireWriter) {
    writer.number(addressSpace)
    writer.number(openFiles)
  }

  init(from reader: inout WireReader) throws(WireError) {
    addressSpace = max(0, try reader.number())
    openFiles = max(0, try reader.number())
  }
}

/// What a child says of an item that it has finished.
struct ChildUsage: Equatable, WireValue {
  var milliseconds = 0
  var cpuMilliseconds = 0
  /// During the item, and after it.
  var peakKiB = 0
  var residentKiB = 0

  func write(to writer: inout WireWriter) {
    writer.number(milliseconds)
    writer.number(cpuMilliseconds)
    writer.number(peakKiB)
    writer.number(residentKiB)
  }
}

extension ChildUsage {
  init(from reader: inout WireReader) throws(WireError) {
    self.init(
      milliseconds: try reader.number(), cpuMilliseconds: try reader.number(), peakKiB: try reader.number(),
      residentKiB: try reader.number())
  }
}

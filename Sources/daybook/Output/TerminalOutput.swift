import DaybookEmit
import Foundation

/// How a chronology looks on standard output when no format is asked for.
enum TerminalOutput {
  static func emitter() -> any Emitter {
    guard isatty(STDOUT_FILENO) == 1 else { return TerminalEmitter(width: 100, hasColour: false) }
    var size = winsize()
    let width = ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0 && size.ws_col > 0 ? Int(size.ws_col) : 100
    let hasColour = ProcessInfo.processInfo.environment["NO_COLOR"] == nil
    return TerminalEmitter(width: width, hasColour: hasColour)
  }

  /// The same for a comparison of two versions.
  static func diffEmitter() -> any VersionDiffEmitter {
    guard isatty(STDOUT_FILENO) == 1 else { return VersionDiffTextEmitter(width: 100, hasColour: false) }
    var size = winsize()
    let width = ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0 && size.ws_col > 0 ? Int(size.ws_col) : 100
    return VersionDiffTextEmitter(
      width: width, hasColour: ProcessInfo.processInfo.environment["NO_COLOR"] == nil)
  }
}

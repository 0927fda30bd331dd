import CSandbox
import Foundation

/// Puts the layers of the sandbox around this process, and notes what became of each.
///
/// No layer is an error here: whether a document may be read with one missing is for the supervisor to
/// decide, which sends none before it has seen the report.
struct ChildSandbox {
  private(set) var report = SandboxReport(outcomes: [])

  /// What must come before the libraries: limits, and the namespaces, which a process with threads cannot
  /// leave.
  mutating func start(_ setup: ChildSetup) {
    note(.lifeline, daybook_die_with(Int32(DAYBOOK_LIFELINE)))
    let metered = daybook_meter_open()
    let caught = daybook_catch_crashes(UInt64(setup.addressSpace))
    note(.watch, metered < 0 ? metered : caught)
    note(.limits, daybook_limit_self(UInt64(setup.addressSpace), UInt64(setup.openFiles)))
    note(.namespaces, daybook_leave_namespaces())
  }

  /// What the libraries must be ready for. Nothing here can be undone by this process.
  mutating func close(readable: [String]) {
    note(.capabilities, daybook_drop_capabilities())
    note(.hiddenMemory, daybook_hide_memory())
    note(.noNewPrivileges, daybook_no_new_privileges())
    let threads = daybook_thread_count()
    let landlock = restrictFiles(to: readable)
    if threads > 1, landlock >= 0 {
      report.outcomes.append(
        SandboxReport.Outcome(layer: .landlock, fault: "\(threads - 1) other threads were running before it"))
    } else {
      note(.landlock, landlock)
    }
    note(.seccomp, daybook_seccomp())
  }

  private mutating func note(_ layer: SandboxReport.Layer, _ result: Int32) {
    report.outcomes.append(
      SandboxReport.Outcome(layer: layer, fault: result < 0 ? systemMessage(result) : nil))
  }

  private func restrictFiles(to readable: [String]) -> Int32 {
    var paths: [UnsafePointer<CChar>?] = readable.map { UnsafePointer(strdup($0)) } + [nil]
    defer { for path in paths { free(UnsafeMutablePointer(mutating: path)) } }
    return daybook_landlock(&paths)
  }

  /// What the libraries read on their own account while they work. All of it comes with the system and is the
  /// same for everybody; what does not exist is left out.
  static let readablePaths = [
    // poppler and fontconfig: fonts for pages that embed none, character maps for Chinese, Japanese and
    // Korean.
    "/usr/share/fonts", "/usr/local/share/fonts", "/usr/share/poppler", "/usr/share/fontconfig", "/etc/fonts",
    "/var/cache/fontconfig", "/usr/share/ghostscript",
    // iconv (GMime, libxml2, libarchive) loads a module for each character set; libraries load others when
    // first used.
    "/usr/lib", "/usr/lib64", "/usr/lib32", "/usr/local/lib", "/lib", "/lib64", "/etc/ld.so.cache",
    // tesseract: its languages.
    "/usr/share/tesseract-ocr", "/usr/share/tessdata", "/usr/local/share/tessdata", "/usr/share/tesseract",
    // Types and names: glib's content types, libcrypto's settings, time zones for Foundation.
    "/usr/share/mime", "/etc/ssl/openssl.cnf", "/usr/share/zoneinfo", "/dev/null", "/dev/urandom",
  ]
}

import DaybookCore
import DaybookExtract
import DaybookTestSupport
import Foundation

// Feeds libFuzzer's bytes to the date engine, or with DAYBOOK_FUZZ_TARGET=diff to the comparison of versions, and stops
// where an invariant does not hold. Built by `make fuzz` only: the coverage that guides the fuzzer slows everything down.

@_silgen_name("LLVMFuzzerRunDriver")
private func runDriver(
  _ count: UnsafeMutablePointer<Int32>,
  _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>>,
  _ body: @convention(c) (UnsafePointer<UInt8>?, Int) -> Int32
) -> Int32

/// What SwiftPM starts. With `--seeds FOLDER` it writes what the rules show of themselves into a folder.
@_cdecl("DaybookFuzz_main")
public func main(
  _ count: Int32, _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>
) -> Int32 {
  if count == 3, let option = arguments[1], String(cString: option) == "--seeds", let folder = arguments[2] {
    return writeSeeds(String(cString: folder))
  }
  var count = count
  var arguments = arguments
  return runDriver(&count, &arguments) { bytes, count in
    let input = Array(UnsafeBufferPointer(start: bytes, count: count))
    stop(isDiff ? DiffInvariants.violations(in: input) : dateViolations(input))
    return 0
  }
}

private let readers: [DateReader] = [false, true].flatMap { isVague in
  DateOptions.Preference.allCases.flatMap { preference in
    ["en-GB", "en-US"].map { locale in
      var settings = ExtractionSettings()
      settings.locale = locale
      var options = DateOptions()
      options.prefer = preference
      options.readsVague = isVague
      return DateReader(settings: settings, options: options)
    }
  }
}

private let isDiff = ProcessInfo.processInfo.environment["DAYBOOK_FUZZ_TARGET"] == "diff"

private func dateViolations(_ input: [UInt8]) -> [String] {
  guard let choice = input.first else { return [] }
  let text = Array(input.dropFirst())
  let written = choice & 1 == 0 ? nil : CivilDate(year: 2022, month: 2, day: 17).map { CivilMoment($0) }
  return DateInvariants.violations(
    in: text, reader: readers[Int(choice >> 1) % readers.count], written: written)
}

private func stop(_ broken: [String]) {
  if broken.isEmpty { return }
  FileHandle.standardError.write(Data((broken.joined(separator: "\n") + "\n").utf8))
  raise(SIGABRT)
}

/// Lines that are moved, changed, split and told apart, OLD and NEW on either side of 0xFF.
private let diffSeeds = [
  "#1 One\nNone.\n#2 Two\nNone.\n", "|a|b|c\n|a|x|c\n|d|e\n", "-one two three\n-four\n>five six\n=v1\n",
  "The owner of area 1 must be told of any loss at once.\nThe owner of area 2 must be told of any loss at once.\n",
]

private func writeSeeds(_ folder: String) -> Int32 {
  var number = 0
  if isDiff {
    for (index, old) in diffSeeds.enumerated() {
      for (other, new) in diffSeeds.enumerated() {
        let bytes = Array(old.utf8) + [0xFF] + Array(new.utf8) + Array(old.utf8)
        guard
          FileManager.default.createFile(atPath: "\(folder)/diff-\(index)-\(other)", contents: Data(bytes))
        else { return 1 }
      }
    }
    return 0
  }
  for rule in DateRules.all {
    for example in rule.examples {
      number += 1
      guard
        FileManager.default.createFile(
          atPath: "\(folder)/\(rule.name)-\(number)",
          contents: Data([UInt8(number & 31)] + Array(example.text.utf8)))
      else { return 1 }
    }
  }
  return 0
}

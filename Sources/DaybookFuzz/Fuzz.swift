import DaybookCore
import DaybookExtract
import DaybookIngest
import DaybookTestSupport
import Foundation

// Feeds libFuzzer's bytes to one of the readers below and stops where an invariant does not hold. Built by `make fuzz`
// only: the coverage that guides the fuzzer slows everything down.

@_silgen_name("LLVMFuzzerRunDriver")
private func runDriver(
  _ count: UnsafeMutablePointer<Int32>,
  _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>>,
  _ body: @convention(c) (UnsafePointer<UInt8>?, Int) -> Int32
) -> Int32

/// What is fed: bytes in, a line for each invariant that does not hold out.
private let targets: [String: @Sendable ([UInt8]) -> [String]] = [
  "dates": { dates(in: $0) },
  "diff": { DiffInvariants.violations(in: $0) },
  "headers": {
    SegmentInvariants.printed(Array(String(decoding: $0, as: UTF8.self).utf8), dates: headerDates)
  },
  "quotes": { SegmentInvariants.quoted(Array(String(decoding: $0, as: UTF8.self).utf8), dates: headerDates) },
]

/// What SwiftPM starts: `DaybookFuzz TARGET [options of libFuzzer]`. `--seeds TARGET FOLDER` writes texts to begin
/// with into a folder.
@_cdecl("DaybookFuzz_main")
public func main(
  _ count: Int32, _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>
) -> Int32 {
  if count == 4, let option = arguments[1], String(cString: option) == "--seeds", let name = arguments[2],
    let folder = arguments[3]
  {
    return writeSeeds(of: String(cString: name), String(cString: folder))
  }
  guard count > 1, let name = arguments[1], let target = targets[String(cString: name)] else {
    let names = targets.keys.sorted().joined(separator: ", ")
    FileHandle.standardError.write(Data("DaybookFuzz: say what to feed: \(names)\n".utf8))
    return 64
  }
  check = target
  arguments[1] = arguments[0]
  var count = count - 1
  var arguments = arguments + 1
  return runDriver(&count, &arguments) { bytes, count in
    stop(at: check(Array(UnsafeBufferPointer(start: bytes, count: count))))
    return 0
  }
}

/// The target that was chosen: libFuzzer's callback can carry nothing. Set once, before the driver starts.
nonisolated(unsafe) private var check: @Sendable ([UInt8]) -> [String] = { _ in [] }

private func stop(at broken: [String]) {
  if broken.isEmpty { return }
  FileHandle.standardError.write(Data((broken.joined(separator: "\n") + "\n").utf8))
  raise(SIGABRT)
}

private let headerDates: HeaderDates = {
  let reader = DateReader(settings: ExtractionSettings())
  return HeaderDates { words, near in reader.headerDate(words, near: near)?.when }
}()

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

private func dates(in input: [UInt8]) -> [String] {
  guard let choice = input.first else { return [] }
  let text = Array(input.dropFirst())
  let written = choice & 1 == 0 ? nil : CivilDate(year: 2022, month: 2, day: 17).map { CivilMoment($0) }
  return DateInvariants.violations(
    in: text, reader: readers[Int(choice >> 1) % readers.count], written: written)
}

/// Lines that are moved, changed, split and told apart, OLD and NEW on either side of 0xFF.
private let diffSeeds = [
  "#1 One\nNone.\n#2 Two\nNone.\n", "|a|b|c\n|a|x|c\n|d|e\n", "-one two three\n-four\n>five six\n=v1\n",
  "The owner of area 1 must be told of any loss at once.\nThe owner of area 2 must be told of any loss at once.\n",
]

private func writeSeeds(of target: String, _ folder: String) -> Int32 {
  var seeds: [(name: String, bytes: [UInt8])] = []
  switch target {
  case "dates":
    for rule in DateRules.all {
      for example in rule.examples {
        seeds.append(
          ("\(rule.name)-\(seeds.count)", [UInt8(seeds.count & 31)] + Array(example.text.utf8)))
      }
    }
  case "diff":
    for (index, old) in diffSeeds.enumerated() {
      for (other, new) in diffSeeds.enumerated() {
        seeds.append(("diff-\(index)-\(other)", Array(old.utf8) + [0xFF] + Array(new.utf8) + Array(old.utf8)))
      }
    }
  default: seeds = MailSeeds.texts.enumerated().map { ("mail-\($0)", Array($1.utf8)) }
  }
  for seed in seeds {
    guard FileManager.default.createFile(atPath: "\(folder)/\(seed.name)", contents: Data(seed.bytes)) else {
      return 1
    }
  }
  return 0
}

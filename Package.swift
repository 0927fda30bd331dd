// swift-tools-version: 6.1
import PackageDescription

// The map of the targets, and what each may import, stands in Sources/README.md; LayeringTests holds this
// file to it.

/// Set by `make fuzz`: everything is built with the coverage that guides libFuzzer, and with checks of memory.
let isFuzzing = Context.environment["DAYBOOK_FUZZ"] != nil
let fuzzFlags = ["-sanitize=fuzzer,address"]

/// Debug builds, and so all tests, keep the checks of exclusive access that release builds go without.
let fast = ["-enforce-exclusivity=unchecked"]

let strict: [SwiftSetting] =
  [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
  ]
  + (isFuzzing
    ? [.unsafeFlags(fuzzFlags + ["-parse-as-library"])]
    : [.unsafeFlags(fast, .when(configuration: .release))])

/// A C library of the system, found by pkg-config.
func system(_ name: String, _ pkgConfig: String, apt package: String) -> Target {
  .systemLibrary(name: name, pkgConfig: pkgConfig, providers: [.apt([package])])
}

/// A module of ours; its folder below `Sources` has its name.
func module(_ name: String, _ dependencies: [Target.Dependency]) -> Target {
  .target(name: name, dependencies: dependencies, swiftSettings: strict)
}

func tests(_ name: String, _ dependencies: [Target.Dependency]) -> Target {
  .testTarget(name: name, dependencies: dependencies + ["DaybookTestSupport"], swiftSettings: strict)
}

let package = Package(
  name: "daybook",
  platforms: [.macOS(.v14)],
  products: [.executable(name: "daybook", targets: ["daybook"])],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
  ],
  targets: [
    // Level 0: values, and the C libraries.
    system("CLibXML2", "libxml-2.0", apt: "libxml2-dev"),
    system("CPoppler", "poppler-glib", apt: "libpoppler-glib-dev"),
    system("CGMime", "gmime-3.0", apt: "libgmime-3.0-dev"),
    system("CArchive", "libarchive", apt: "libarchive-dev"),
    system("CGsf", "libgsf-1", apt: "libgsf-1-dev"),
    system("CPff", "libpff", apt: "libpff-dev"),
    system("CCrypto", "libcrypto", apt: "libssl-dev"),
    system("CPCRE2", "libpcre2-8", apt: "libpcre2-dev"),
    system("CSeccomp", "libseccomp", apt: "libseccomp-dev"),
    .target(name: "CSandbox", dependencies: ["CSeccomp"]),
    .target(name: "COCR"),
    module("DaybookCore", ["CCrypto"]),

    // Level 1: the stages. They never import each other.
    module(
      "DaybookIngest",
      ["DaybookCore", "CLibXML2", "CPoppler", "CGMime", "CArchive", "CCrypto", "CGsf", "CPff", "COCR"]),
    module("DaybookExtract", ["DaybookCore", "CPCRE2"]),
    module("DaybookGraph", ["DaybookCore"]),
    module("DaybookDiff", ["DaybookCore"]),
    module("DaybookEmit", ["DaybookCore", "CLibXML2", "CArchive"]),
    module("DaybookStore", ["DaybookCore", .product(name: "GRDB", package: "GRDB.swift")]),
    module("DaybookWorkers", ["DaybookCore", "CSandbox"]),

    // Level 2: the order of the stages.
    module(
      "DaybookPipeline",
      [
        "DaybookCore", "DaybookIngest", "DaybookExtract", "DaybookGraph", "DaybookDiff", "DaybookEmit",
        "DaybookStore", "DaybookWorkers", .product(name: "Yams", package: "Yams"),
        .product(name: "Logging", package: "swift-log"),
      ]),

    // Level 4: programs.
    .executableTarget(
      name: "daybook",
      dependencies: [
        "DaybookCore", "DaybookEmit", "DaybookPipeline", "DaybookWorkers",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
        .product(name: "Logging", package: "swift-log"),
      ],
      swiftSettings: strict),
    .executableTarget(
      name: "DaybookBenchmarks",
      dependencies: [
        "DaybookCore", "DaybookExtract", "DaybookGraph", "DaybookIngest", "DaybookStore", "CGMime",
      ],
      path: "Benchmarks/DaybookBenchmarks",
      swiftSettings: strict),

    // The child that WorkersTests drives into every kind of end; never shipped.
    .executableTarget(
      name: "DaybookWorkerProbe", dependencies: ["DaybookWorkers", "CSandbox"], swiftSettings: strict),

    // Tests.
    .target(
      name: "DaybookTestSupport",
      dependencies: ["DaybookCore", "DaybookExtract", "DaybookIngest", "DaybookDiff"],
      swiftSettings: strict),
    tests("CoreTests", ["DaybookCore"]),
    tests("IngestTests", ["DaybookIngest", "DaybookCore"]),
    tests("ExtractTests", ["DaybookExtract", "DaybookCore"]),
    tests("GraphTests", ["DaybookGraph", "DaybookCore"]),
    tests("DiffTests", ["DaybookDiff", "DaybookCore", "DaybookIngest"]),
    tests("EmitTests", ["DaybookEmit", "DaybookCore"]),
    tests("StoreTests", ["DaybookStore", "DaybookCore"]),
    tests("WorkersTests", ["DaybookWorkers", "DaybookCore", "DaybookWorkerProbe"]),
    tests(
      "PipelineTests",
      ["DaybookPipeline", "DaybookCore", "DaybookStore", "DaybookIngest", "DaybookExtract", "DaybookWorkers"]),
    tests("CommandTests", ["daybook"]),
    tests("ProjectTests", []),
  ],
  swiftLanguageModes: [.v6]
)

if isFuzzing {
  let linking: [LinkerSetting] = [.unsafeFlags(fuzzFlags + ["-use-ld=lld"])]
  let targets: [Target] = [
    .executableTarget(
      name: "DaybookFuzz",
      dependencies: ["DaybookCore", "DaybookExtract", "DaybookIngest", "DaybookTestSupport"],
      swiftSettings: strict, linkerSettings: linking)
  ]
  package.targets += targets
}

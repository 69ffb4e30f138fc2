// swift-tools-version: 6.2
import PackageDescription

/// One list of settings for every target of ours.
let settings: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("InternalImportsByDefault"),
]

let grdb = Target.Dependency.product(name: "GRDB", package: "GRDB.swift")
let sqlite = Target.Dependency.product(name: "GRDBSQLite", package: "GRDB.swift")
let arguments = Target.Dependency.product(
  name: "ArgumentParser", package: "swift-argument-parser")
let yams = Target.Dependency.product(name: "Yams", package: "Yams")
let customDump = Target.Dependency.product(name: "CustomDump", package: "swift-custom-dump")

/// A library of ours: a folder of its name in Sources.
func module(_ name: String, _ dependencies: [Target.Dependency] = []) -> Target {
  .target(name: name, dependencies: dependencies, swiftSettings: settings)
}

/// The tests of a module: a folder of its name in Tests.
///
/// `pictures` are its folders of expected texts, which are read where they stand.
func tests(
  _ name: String, _ dependencies: [Target.Dependency] = [], pictures: [String] = []
) -> Target {
  .testTarget(
    name: name, dependencies: ["Support"] + dependencies, exclude: pictures,
    swiftSettings: settings)
}

let package = Package(
  name: "watchbill",
  products: [.executable(name: "watchbill", targets: ["watchbill"])],
  dependencies: [
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
    .package(url: "https://github.com/pointfreeco/swift-custom-dump", from: "1.7.3"),
  ],
  targets: [
    module("Domain"),
    module("Storage", ["Domain", grdb, sqlite]),
    module("Canvas", ["CMarkdown"]),
    .target(
      name: "CMarkdown",
      linkerSettings: [.linkedLibrary("cmark-gfm"), .linkedLibrary("cmark-gfm-extensions")]),
    .target(
      name: "CCurses",
      cSettings: [.define("_XOPEN_SOURCE_EXTENDED"), .define("_GNU_SOURCE")],
      linkerSettings: [.linkedLibrary("ncursesw"), .linkedLibrary("tinfo")]),
    module("Console", ["Canvas", "CCurses"]),
    module("Screens", ["Domain", "Canvas"]),
    .target(name: "CShipped"),
    module("Shipped", ["CShipped"]),
    module(
      "Commands",
      ["Domain", "Storage", "Screens", "Canvas", "Console", "Shipped", arguments, yams]),
    .executableTarget(
      name: "watchbill", dependencies: ["Commands"], swiftSettings: settings,
      // At a fixed address the loader need not rewrite 90,000 pointers at every start: 3 ms.
      // The release links the standard library statically; against a shared one it would not do.
      linkerSettings: [
        .unsafeFlags(["-Xclang-linker", "-no-pie"], .when(configuration: .release))
      ]),

    .target(
      name: "Support", dependencies: ["Domain", "Canvas", customDump], path: "Tests/Support",
      swiftSettings: settings),
    tests(
      "DomainTests", ["Domain"],
      pictures: ["Handoffs/Texts", "OnCall/Vectors", "Updates/Texts"]),
    tests("StorageTests", ["Storage", "Domain", grdb]),
    tests("CanvasTests", ["Canvas"], pictures: ["Markdown"]),
    tests("ConsoleTests", ["Console", "Canvas", "CCurses"]),
    tests("ScreensTests", ["Screens", "Domain", "Canvas"], pictures: ["Snapshots"]),
    tests(
      "CommandsTests", ["Commands", "Domain", "Storage", "Shipped", arguments], pictures: ["Help"]),
    tests("EndToEnd", ["watchbill"]),
  ],
  cLanguageStandard: .c2x
)

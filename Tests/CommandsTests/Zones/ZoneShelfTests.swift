import Domain
import Foundation
import Testing

@testable import Commands

/// The zone files of a folder.
@Suite struct ZoneShelfTests {
  /// A folder of zone data as systems have it, made of two of this machine's zones.
  private struct ZoneFolder: ~Copyable {
    let url: URL

    init() throws {
      url = FileManager.default.temporaryDirectory
        .appendingPathComponent("watchbill-zones-\(UUID().uuidString)")
      for name in ["Europe/Copenhagen", "Australia/Lord_Howe"] {
        try write(
          try Data(contentsOf: URL(fileURLWithPath: "\(ZoneShelf.usualFolder)/\(name)")), to: name)
      }
    }

    deinit { try? FileManager.default.removeItem(at: url) }

    func write(_ data: Data, to name: String) throws {
      let file = url.appendingPathComponent(name)
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try data.write(to: file)
    }

    func write(_ text: String, to name: String) throws { try write(Data(text.utf8), to: name) }

    var shelf: ZoneShelf {
      let path = url.path
      return ZoneShelf { $0 == "TZDIR" ? path : nil }
    }
  }

  private func problem(_ name: String, _ shelf: ZoneShelf) -> ZoneProblem? {
    do throws(ZoneProblem) {
      _ = try shelf.zone(name)
      return nil
    } catch {
      return error
    }
  }

  @Test func `zones stand where the environment says`() throws {
    let folder = try ZoneFolder()
    #expect(try folder.shelf.zone("Australia/Lord_Howe").name == "Australia/Lord_Howe")
    #expect(ZoneShelf { _ in nil }.folder == "/usr/share/zoneinfo")
    #expect(ZoneShelf { _ in "/zones/" }.folder == "/zones")
    let summer = at("2026-01-01T00:00:00Z")
    #expect(try folder.shelf.zone("Australia/Lord_Howe").offset(at: summer) == 11 * 3600)
  }

  @Test func `only what is asked for is in the catalogue`() throws {
    let folder = try ZoneFolder()
    #expect(try folder.shelf.catalog(of: []).names == ["UTC"])
    #expect(
      try folder.shelf.catalog(of: ["Europe/Copenhagen"]).names == ["Europe/Copenhagen", "UTC"])
  }

  @Test(arguments: [
    ("+VERSION", "2025b\n", "2025b"), ("version", "2024a", "2024a"),
    ("tzdata.zi", "# version 2026a\n# This zic input file is in the public domain.\n", "2026a"),
    ("tzdata.zi", "R A 1916 o - Jun 14 23s 1 S\n", ""), ("version", "", ""),
  ])
  func `the version is what the folder says of itself`(
    _ file: String, _ text: String, _ version: String
  ) throws {
    let folder = try ZoneFolder()
    #expect(folder.shelf.version == "")
    try folder.write(text, to: file)
    #expect(folder.shelf.version == version)
  }

  @Test func `a name that is none is refused before the disk is asked`() throws {
    let folder = try ZoneFolder()
    try folder.write("TZif", to: "secret")
    for name in [
      "", ".", "..", "/etc/localtime", "../secret", "Europe/../secret", "Europe//Copenhagen",
      "Europe/Copenhagen/", "-x", "Europe/Copen\u{0}hagen", "Europe/.hidden", "localtime",
      "posixrules", String(repeating: "a", count: 300),
    ] {
      #expect(!ZoneShelf.isName(name))
      guard case .unknown = problem(name, folder.shelf) else {
        Testing.Issue.record("\(name) was read")
        continue
      }
    }
    #expect(ZoneShelf.isName("Etc/GMT+5") && ZoneShelf.isName("America/Port-au-Prince"))
  }

  @Test func `a zone that is not there is said with what may be meant`() throws {
    let folder = try ZoneFolder()
    let shelf = folder.shelf
    #expect(
      problem("Europe/Kopenhagen", shelf)?.description.hasSuffix("mean Europe/Copenhagen?") == true)
    #expect(
      problem("europe/copenhagen", shelf)
        == .unknown("europe/copenhagen", near: ["Europe/Copenhagen"]))
    #expect(problem("lord howe", shelf) == .unknown("lord howe", near: ["Australia/Lord_Howe"]))
    #expect(
      problem("CEST", shelf)?.description
        == "there is no time zone \"CEST\"; write an IANA name such as Europe/Copenhagen")
  }

  @Test func `a file that is no zone is no zone and a damaged one is said`() throws {
    let folder = try ZoneFolder()
    try folder.write("#country-code\n", to: "zone.tab")
    try folder.write("TZif2", to: "Europe/Atlantis")
    #expect(problem("zone.tab", folder.shelf) == .unknown("zone.tab", near: []))
    #expect(
      problem("Europe/Atlantis", folder.shelf)?.description
        == "the data of the time zone \"Europe/Atlantis\" are damaged: it is cut off; "
        + "reinstall the package tzdata")
  }

  @Test func `a zone's file that is none is damaged, and the catalogue knows why`() throws {
    let folder = try ZoneFolder()
    try folder.write("garbage", to: "Europe/Paris")
    let catalog = folder.shelf.available(["Europe/Paris", "Mars/Base", "Europe/Copenhagen"])
    #expect(catalog.names == ["Europe/Copenhagen", "UTC"])
    #expect(catalog.missing["Europe/Paris"]?.contains("are damaged") == true)
    let error = #expect(throws: ZoneError.self) { try catalog.zone("Mars/Base") }
    #expect(error?.description.hasPrefix("there is no time zone \"Mars/Base\"") == true)
    let nowhere = ZoneShelf { _ in "/nonexistent" }.available(["Europe/Paris"])
    #expect(nowhere.missing["Europe/Paris"]?.contains("install the package tzdata") == true)
  }

  @Test func `a folder that is not there is said and UTC needs none`() throws {
    let shelf = ZoneShelf { $0 == "TZDIR" ? "/nonexistent" : nil }
    #expect(problem("Europe/Paris", shelf) == .noData(folder: "/nonexistent"))
    #expect(
      problem("Europe/Paris", shelf)?.description.contains("apt-get install tzdata") == true)
    #expect(try shelf.zone("UTC") == .utc && shelf.version == "")
  }

  @Test func `every zone of this machine can be read`() throws {
    let shelf = ZoneShelf { _ in nil }
    let table = try String(contentsOfFile: "\(shelf.folder)/zone1970.tab", encoding: .utf8)
    let names = table.split(separator: "\n").filter { !$0.hasPrefix("#") }
      .compactMap { $0.split(separator: "\t").dropFirst(2).first.map(String.init) }
    #expect(names.count > 300)
    for name in names { #expect(problem(name, shelf) == nil, "\(name)") }
    #expect(shelf.version.hasPrefix("20"))
  }
}

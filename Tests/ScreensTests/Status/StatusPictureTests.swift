import Canvas
import Domain
import Support
import Testing

@testable import Screens

/// Updates and notes as text: `RECORD_SNAPSHOTS=1 swift test` writes the pictures anew.
@Suite(.serialized) struct StatusPictureTests {
  static let sizes = [(80, 24), (120, 40), (40, 10)]

  struct Scene: Sendable, CustomTestStringConvertible {
    var name: String
    var play: @Sendable (inout Stage) -> Void
    var testDescription: String { name }
  }

  static let scenes: [Scene] = [
    Scene(name: "updates") { _ in },
    Scene(name: "digest") { $0.press("G k") },
    Scene(name: "digest-read") { $0.press("G k v v enter") },
    Scene(name: "day-before") { $0.press("[") },
    Scene(name: "blocker") { $0.press("j") },
    Scene(name: "compose") { $0.press("p") },
    Scene(name: "compose-typing") {
      $0.press("p G o")
      $0.type("@bo: a review of 作者's patch")
    },
    Scene(name: "compose-posted") { $0.press("p enter") },
    Scene(name: "note-received") { $0.press("g h") },
    Scene(name: "note-taken") { $0.press("g h space a") },
    Scene(name: "note-given") { $0.press("g h g h") },
    Scene(name: "note-written") {
      $0.press("g h g h f")
      $0.type("One bad night, quiet since.")
      $0.press("enter w")
      $0.type("queue depth | Fri 12:00 | above 10k")
      $0.press("enter n")
      $0.type("undrain eu-west-2")
      $0.press("enter G")
    },
    Scene(name: "note-time") {
      $0.press("g h g h w")
      $0.type("queue depth | soon")
      $0.press("enter")
    },
  ]

  @Test(arguments: scenes, sizes) func `a scene looks as it did`(_ scene: Scene, _ size: (Int, Int))
  {
    var stage = Stage.status(size.0, size.1)
    scene.play(&stage)
    compare(stage.grid, "\(scene.name)-\(size.0)x\(size.1)")
  }

  @Test func `a large window shows the digest and the note in full`() {
    var stage = Stage.status(200, 60)
    stage.press("G k")
    compare(stage.grid, "digest-200x60")
    stage.press("g h")
    compare(stage.grid, "note-received-200x60")
  }

  @Test func `without colour and without UTF-8 updates and notes still read`() {
    var stage = Stage.status(80, 24, glyphs: .ascii)
    compare(stage.grid, "ascii-updates-80x24")
    stage.press("p")
    compare(stage.grid, "ascii-compose-80x24")
    stage.press("esc g h")
    compare(stage.grid, "ascii-note-80x24")
  }

  @Test(arguments: sizes) func `without a prompt the tab says what to do`(_ size: (Int, Int)) {
    compare(Stage.status(size.0, size.1, bill: WatchBill()).grid, "empty-\(size.0)x\(size.1)")
  }

  @Test func `every expected picture belongs to a test`() {
    let scenes = (Self.scenes.map(\.name) + ["empty"]).flatMap { name in
      Self.sizes.map { "\(name)-\($0.0)x\($0.1)" }
    }
    let others = [
      "digest-200x60", "note-received-200x60", "ascii-updates-80x24", "ascii-compose-80x24",
      "ascii-note-80x24",
    ]
    #expect(Set(TextFile.names(in: Self.folder)) == Set((scenes + others).map { $0 + ".txt" }))
  }

  private static let folder = Folder.root + "/Tests/ScreensTests/Snapshots/Status"

  private func compare(
    _ grid: Grid, _ name: String, sourceLocation: SourceLocation = #_sourceLocation
  ) {
    if let difference = TextFile.difference(
      ScreenText.text(of: grid), from: "\(Self.folder)/\(name).txt")
    {
      Testing.Issue.record(
        Testing.Comment(rawValue: difference), sourceLocation: sourceLocation)
    }
  }
}

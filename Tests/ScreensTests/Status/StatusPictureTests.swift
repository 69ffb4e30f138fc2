import Canvas
import Domain
import Support
import Testing

@testable import Screens

/// Updates and notes as text: `RECORD_SNAPSHOTS=1 swift test` writes the pictures anew.
@Suite(.serialized) struct StatusPictureTests {
  private let pictures = Pictures(of: "Status")

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

  @Test(arguments: scenes, Pictures.sizes) func `a scene looks as it did`(
    _ scene: Scene, _ size: (Int, Int)
  ) {
    var stage = Stage.status(size.0, size.1)
    scene.play(&stage)
    pictures.compare(stage.grid, "\(scene.name)-\(size.0)x\(size.1)")
  }

  @Test func `a large window shows the digest and the note in full`() {
    var stage = Stage.status(200, 60)
    stage.press("G k")
    pictures.compare(stage.grid, "digest-200x60")
    stage.press("g h")
    pictures.compare(stage.grid, "note-received-200x60")
  }

  @Test func `without colour and without UTF-8 updates and notes still read`() {
    var stage = Stage.status(80, 24, glyphs: .ascii)
    pictures.compare(stage.grid, "ascii-updates-80x24")
    stage.press("p")
    pictures.compare(stage.grid, "ascii-compose-80x24")
    stage.press("esc g h")
    pictures.compare(stage.grid, "ascii-note-80x24")
  }

  @Test(arguments: Pictures.sizes) func `without a prompt the tab says what to do`(
    _ size: (Int, Int)
  ) {
    pictures.compare(
      Stage.status(size.0, size.1, bill: WatchBill()).grid, "empty-\(size.0)x\(size.1)")
  }

  @Test func `every expected picture belongs to a test`() {
    pictures.check(
      Self.scenes.map(\.name) + ["empty"],
      and: [
        "digest-200x60", "note-received-200x60", "ascii-updates-80x24", "ascii-compose-80x24",
        "ascii-note-80x24",
      ])
  }
}

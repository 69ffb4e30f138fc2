import Canvas
import Domain
import Screens
import Support
import Testing

/// The screens as text, beside these tests: `RECORD_SNAPSHOTS=1 swift test` writes them anew.
@Suite(.serialized) struct PictureTests {
  static let sizes = [(80, 24), (120, 40), (40, 10)]

  struct Scene: Sendable, CustomTestStringConvertible {
    var name: String
    var play: @Sendable (inout Stage) -> Void
    var testDescription: String { name }
  }

  static let scenes: [Scene] = [
    Scene(name: "list") { $0.press("j j") },
    Scene(name: "list-marks") { $0.press("space space j space") },
    Scene(name: "list-all") { $0.press("[ G") },
    Scene(name: "closed") { $0.press("c") },
    Scene(name: "detail") { $0.press("enter") },
    Scene(name: "detail-find") {
      $0.press("enter /")
      $0.type("review")
    },
    Scene(name: "filter") {
      $0.press("/")
      $0.type("the")
    },
    Scene(name: "filter-proposals") {
      $0.press("/")
      $0.type("label:")
      $0.press("down down")
    },
    Scene(name: "filter-error") {
      $0.press("/")
      $0.type("lable:bug ")
    },
    Scene(name: "filter-doubt") {
      $0.press("/")
      $0.type("owner:anna,xyz ")
    },
    Scene(name: "filter-kept") {
      $0.press("/")
      $0.type("the")
      $0.press("enter j")
    },
    Scene(name: "nothing-matches") {
      $0.press("/")
      $0.type("zebra")
      $0.press("enter")
    },
    Scene(name: "palette") { $0.press("?") },
    Scene(name: "palette-found") {
      $0.press("?")
      $0.type("own")
    },
    Scene(name: "go") {
      $0.press(":")
      $0.type("api-12")
    },
    Scene(name: "labels") { $0.press("j j j l") },
    Scene(name: "new-label") {
      $0.press("l")
      $0.type("router")
    },
    Scene(name: "people") { $0.press("j j j a down space") },
    Scene(name: "priority") { $0.press("p") },
    Scene(name: "status") { $0.press("s") },
    Scene(name: "comment") {
      $0.press("m")
      $0.type("作者, the fix is in 🎉 naïve")
    },
    Scene(name: "new") { $0.press("n") },
    Scene(name: "retitle") { $0.press("t") },
    Scene(name: "no-such-key") { $0.press("z") },
  ]

  @Test(arguments: scenes, sizes)
  func `a scene looks as it did`(_ scene: Scene, _ size: (Int, Int)) {
    var stage = Stage(size.0, size.1)
    scene.play(&stage)
    compare(stage.grid, "\(scene.name)-\(size.0)x\(size.1)")
  }

  @Test func `without colour and without UTF-8 the list still reads`() {
    var stage = Stage(80, 24, glyphs: .ascii)
    stage.press("j j space")
    compare(stage.grid, "ascii-80x24")
    stage.press("k enter")
    compare(stage.grid, "ascii-detail-80x24")
    stage.press("q ? pgdn pgdn")
    compare(stage.grid, "ascii-palette-80x24")
  }

  @Test(arguments: sizes) func `an empty workspace says what to do`(_ size: (Int, Int)) {
    let stage = Stage(size.0, size.1, issues: [])
    compare(stage.grid, "empty-\(size.0)x\(size.1)")
  }

  @Test func `a window too small says the size it needs`() {
    let stage = Stage(39, 9)
    compare(stage.grid, "small-39x9")
  }

  @Test func `the preview stands below in a high and narrow window`() {
    compare(Stage(80, 40).grid, "below-80x40")
  }

  @Test func `a wide window shows the status as a word`() {
    var stage = Stage(200, 30)
    stage.press("v v")
    compare(stage.grid, "wide-200x30")
  }

  @Test func `every expected picture belongs to a test`() {
    let scenes = Self.scenes.flatMap { scene in
      Self.sizes.map { "\(scene.name)-\($0.0)x\($0.1)" }
    }
    let empty = Self.sizes.map { "empty-\($0.0)x\($0.1)" }
    let others = [
      "ascii-80x24", "ascii-detail-80x24", "ascii-palette-80x24", "small-39x9", "below-80x40",
      "wide-200x30",
    ]
    let expected = Set((scenes + empty + others).map { $0 + ".txt" })
    // Folders in it belong to the tests of one tab.
    let pictures = TextFile.names(in: Self.folder).filter { $0.hasSuffix(".txt") }
    #expect(Set(pictures) == expected)
  }

  private static let folder = Folder.root + "/Tests/ScreensTests/Snapshots"

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

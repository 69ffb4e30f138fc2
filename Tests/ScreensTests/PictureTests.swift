import Canvas
import Domain
import Screens
import Support
import Testing

/// The screens as text, beside these tests: `RECORD_SNAPSHOTS=1 swift test` writes them anew.
@Suite(.serialized) struct PictureTests {
  private let pictures = Pictures()

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

  @Test(arguments: scenes, Pictures.sizes)
  func `a scene looks as it did`(_ scene: Scene, _ size: (Int, Int)) {
    var stage = Stage(size.0, size.1)
    scene.play(&stage)
    pictures.compare(stage.grid, "\(scene.name)-\(size.0)x\(size.1)")
  }

  /// Scenes of the tabs Pages and Services, in a workspace whose watch bill is read.
  static let watchScenes: [Scene] = [
    Scene(name: "alert") { $0.press("j") },
    Scene(name: "pages") { $0.press("f4") },
    Scene(name: "pages-paper") { $0.press("f4 j v v") },
    Scene(name: "pages-whole") { $0.press("f4 v v v enter") },
    Scene(name: "pages-acked") { $0.press("f4 a") },
    Scene(name: "pages-refused") { $0.press("f4 x") },
    Scene(name: "pages-reason") { $0.press("f4 r") },
    Scene(name: "pages-snooze") {
      $0.press("f4 s")
      $0.type("25m")
    },
    Scene(name: "pages-trigger") {
      $0.press("f4 n up enter")
      $0.type("Builds fail, 作者 cannot deploy")
    },
    Scene(name: "pages-history") { $0.press("f4 G") },
    Scene(name: "services") { $0.press("f6") },
    Scene(name: "services-paper") { $0.press("f6 j j v v") },
    Scene(name: "services-find") {
      $0.press("f6 /")
      $0.type("web")
    },
    Scene(name: "services-nothing") {
      $0.press("f6 /")
      $0.type("zebra")
      $0.press("enter")
    },
    Scene(name: "services-receiver") { $0.press("f6 G o") },
    Scene(name: "services-decline") { $0.press("f6 x") },
    Scene(name: "services-accepted") { $0.press("f6 a") },
    Scene(name: "services-issues") { $0.press("f6 / r o u t e enter enter") },
    Scene(name: "hand-over") { $0.press("H enter") },
  ]

  @Test(arguments: watchScenes, Pictures.sizes)
  func `a scene with a watch bill looks as it did`(_ scene: Scene, _ size: (Int, Int)) {
    var stage = Stage(size.0, size.1, bill: Cast.bill)
    scene.play(&stage)
    pictures.compare(stage.grid, "\(scene.name)-\(size.0)x\(size.1)")
  }

  @Test func `pages and services read in ASCII and in a wide window`() {
    var stage = Stage(80, 24, glyphs: .ascii, bill: Cast.bill)
    stage.press("f4")
    pictures.compare(stage.grid, "ascii-pages-80x24")
    stage.press("f6")
    pictures.compare(stage.grid, "ascii-services-80x24")
    stage = Stage(200, 60, bill: Cast.bill)
    stage.press("f4")
    pictures.compare(stage.grid, "pages-200x60")
    stage.press("f6 j j j")
    pictures.compare(stage.grid, "services-200x60")
  }

  @Test(arguments: Pictures.sizes) func `a workspace without watches says what to do`(
    _ size: (Int, Int)
  ) {
    var stage = Stage(size.0, size.1, bill: WatchBill())
    stage.press("f4")
    pictures.compare(stage.grid, "no-pages-\(size.0)x\(size.1)")
    stage.press("f6")
    pictures.compare(stage.grid, "no-services-\(size.0)x\(size.1)")
  }

  @Test func `without colour and without UTF-8 the list still reads`() {
    var stage = Stage(80, 24, glyphs: .ascii)
    stage.press("j j space")
    pictures.compare(stage.grid, "ascii-80x24")
    stage.press("k enter")
    pictures.compare(stage.grid, "ascii-detail-80x24")
    stage.press("q ? pgdn pgdn")
    pictures.compare(stage.grid, "ascii-palette-80x24")
  }

  @Test(arguments: Pictures.sizes) func `an empty workspace says what to do`(_ size: (Int, Int)) {
    let stage = Stage(size.0, size.1, issues: [])
    pictures.compare(stage.grid, "empty-\(size.0)x\(size.1)")
  }

  @Test func `a window too small says the size it needs`() {
    let stage = Stage(39, 9)
    pictures.compare(stage.grid, "small-39x9")
  }

  @Test func `the preview stands below in a high and narrow window`() {
    pictures.compare(Stage(80, 40).grid, "below-80x40")
  }

  @Test func `a wide window shows the status as a word`() {
    var stage = Stage(200, 30)
    stage.press("v v")
    pictures.compare(stage.grid, "wide-200x30")
  }

  @Test func `every expected picture belongs to a test`() {
    let names = (Self.scenes + Self.watchScenes).map(\.name)
    pictures.check(
      names + ["empty", "no-pages", "no-services"],
      and: [
        "ascii-80x24", "ascii-detail-80x24", "ascii-palette-80x24", "small-39x9", "below-80x40",
        "wide-200x30", "ascii-pages-80x24", "ascii-services-80x24", "pages-200x60",
        "services-200x60",
      ])
  }
}

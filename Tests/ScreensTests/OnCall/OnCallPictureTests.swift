import Canvas
import Domain
import Support
import Testing

@testable import Screens

/// The on-call tab as text: `RECORD_SNAPSHOTS=1 swift test` writes the pictures anew.
@Suite(.serialized) struct OnCallPictureTests {
  private let pictures = Pictures(of: "OnCall")

  static let scenes: [Scene] = [
    Scene(name: "fortnight") { _ in },
    Scene(name: "week") { $0.press("z") },
    Scene(name: "day") { $0.press("z z") },
    Scene(name: "month") { $0.press("Z") },
    Scene(name: "override-chosen") { $0.press("l") },
    Scene(name: "gap-chosen") { $0.press("G l l l l") },
    Scene(name: "later") { $0.press("L L") },
    Scene(name: "reading") { $0.press("enter") },
    Scene(name: "people") { $0.press("l o") },
    Scene(name: "times") { $0.press("l o tab") },
    Scene(name: "cover") { $0.press("l l l c") },
    Scene(name: "swap") { $0.press("l l l w") },
    Scene(name: "away") { $0.press("b") },
    Scene(name: "roster") { $0.press("e") },
    Scene(name: "roster-moves") {
      $0.press("e")
      $0.type(" dee")
      $0.press("enter")
    },
    Scene(name: "skipped-time") {
      $0.press("b ctrl-u")
      $0.type("2026-03-29 02:30 to 2026-03-30 09:00")
      $0.press("enter")
    },
  ]

  @Test(arguments: scenes, Pictures.sizes) func `a scene looks as it did`(
    _ scene: Scene, _ size: (Int, Int)
  ) {
    var stage = Stage.onCall(size.0, size.1)
    scene.play(&stage)
    pictures.compare(stage.grid, "\(scene.name)-\(size.0)x\(size.1)")
  }

  @Test func `a large window has room for a larger rota and a wide paper`() {
    pictures.compare(Stage.onCall(200, 60).grid, "fortnight-200x60")
    var stage = Stage.onCall(200, 60)
    stage.press("Z")
    pictures.compare(stage.grid, "month-200x60")
  }

  @Test func `without colour and without UTF-8 the rota still reads`() {
    pictures.compare(Stage.onCall(80, 24, glyphs: .ascii).grid, "ascii-80x24")
  }

  @Test(arguments: Pictures.sizes) func `without a schedule the tab says what to do`(
    _ size: (Int, Int)
  ) {
    pictures.compare(
      Stage.onCall(size.0, size.1, bill: WatchBill()).grid, "empty-\(size.0)x\(size.1)")
  }

  @Test(arguments: Pictures.sizes) func `missing zone data are said where they are missed`(
    _ size: (Int, Int)
  ) {
    var bill = Cast.watchBill
    bill.zones = ZoneCatalog()
    bill.schedules[0].zone = "UTC"
    pictures.compare(Stage.onCall(size.0, size.1, bill: bill).grid, "no-zones-\(size.0)x\(size.1)")
  }

  @Test func `in a small window lanes scroll above the paper`() {
    var bill = Cast.watchBill
    for number in 4...9 {
      var schedule = Cast.watchBill.schedules[0]
      schedule.id = Cast.id(600 + number)
      schedule.name = "rota-\(number)"
      bill.schedules.append(schedule)
    }
    var stage = Stage.onCall(bill: bill)
    stage.press("j j j j j j")
    pictures.compare(stage.grid, "many-80x24")
  }

  @Test func `every expected picture belongs to a test`() {
    pictures.check(
      Self.scenes.map(\.name) + ["empty", "no-zones"],
      and: ["fortnight-200x60", "month-200x60", "ascii-80x24", "many-80x24"])
  }
}
